/** docs/asvs.md answers every requirement of levels 1 and 2, each once, and names tests that exist. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, textOf } from '../support/project-files.ts'

/**
 * How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has. Those of level 3 stand last in every section, so a number is enough.
 * Source: OWASP ASVS 5.0.0, English edition, list in CSV.
 */
const REQUIREMENTS: Readonly<Record<string, readonly number[]>> = {
  V1: [2, 9, 11, 3, 2],
  V2: [3, 3, 4, 1],
  V3: [0, 2, 4, 6, 5, 0, 2],
  V4: [3, 1, 2, 4],
  V5: [1, 3, 2, 3],
  V6: [3, 12, 4, 4, 5, 3, 0, 4],
  V7: [3, 4, 2, 5, 2, 2],
  V8: [2, 3, 1, 1],
  V9: [3, 4],
  V10: [2, 2, 4, 11, 5, 2, 3],
  V11: [2, 3, 3, 4, 1, 1],
  V12: [3, 2, 4],
  V13: [1, 5, 2, 5],
  V14: [2, 4, 3],
  V15: [3, 3, 7, 0],
  V16: [1, 5, 4, 3, 3],
  V17: [1, 4, 2],
}

const ALL = Object.entries(REQUIREMENTS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, section) => Array.from({ length: count }, (_, at) => `${chapter}.${section + 1}.${at + 1}`)),
)

const ROWS = textOf('docs/asvs.md')
  .split('\n')
  .flatMap((line) => {
    const [, ids, , answer, where] = line.split('|').map((cell) => cell.trim())
    return ids?.startsWith('V') ? [{ ids, answer, where }] : []
  })

/** `V1.4.1–V1.4.3` names all that stand between in the standard. */
function named(ids: string): readonly string[] {
  const [first, last = first] = ids.split('–') as [string, string?]
  return ALL.slice(ALL.indexOf(first), ALL.indexOf(last as string) + 1)
}

describe('docs/asvs.md', () => {
  it('knows the 253 requirements of levels 1 and 2', () => {
    expect(ALL).toHaveLength(253)
  })

  it('answers each of them once', () => {
    expect(ROWS.flatMap(({ ids }) => named(ids))).toEqual(ALL)
  })

  it.each(ROWS)('$ids has an answer and a reason', ({ answer, where }) => {
    expect(['met', 'operator', 'n/a', 'not met']).toContain(answer)
    if (answer !== 'operator') expect(where).not.toBe('')
  })

  it.each(ROWS)('$ids names tests that exist', ({ where }) => {
    const tests = [...(where ?? '').matchAll(/`(test\/[\w./-]+)`/g)].map((match) => match[1] as string)
    expect(tests.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([])
  })
})
