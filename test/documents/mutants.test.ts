/** The faults that `npm run mutants` plants still have their places, and the tests named for them exist: a list that rots proves nothing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MUTANTS } from '../mutants/planted.ts'
import { PROJECT, textOf } from '../support/project-files.ts'

describe('planted faults', () => {
  it.each(MUTANTS)('$fault', ({ file, swap, also, tests }) => {
    for (const place of [{ file, swap }, ...(also ? [also] : [])]) {
      const [from, to] = place.swap
      expect(textOf(place.file).split(from).length - 1).toBe(1)
      expect(to).not.toBe(from)
    }
    expect(tests.filter((test) => !existsSync(join(PROJECT, test)))).toEqual([])
  })
})
