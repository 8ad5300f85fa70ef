/** Each term of `docs/glossary.md` is the type, function or file that it names. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, textOf } from '../support/project-files.ts'
import { declares } from './declared.ts'

const rows = textOf('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Term'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, term = '', meaning = '', source = '', where = '']) => ({ term, meaning, source, where }))

describe('docs/glossary.md', () => {
  it('names each term once, with a meaning and a source', () => {
    const terms = rows.flatMap(({ term }) => term.split(', '))
    expect(terms.length).toBeGreaterThan(80)
    expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([])
    for (const { term, meaning, source } of rows)
      expect(
        [meaning, source].every((text) => text.length > 0),
        term,
      ).toBe(true)
  })

  it.each(rows)('$term is what the glossary names', ({ where }) => {
    const named = [...where.matchAll(/`(\w+)` in `([^`]+)`/g)].map((match) => [match[1]!, match[2]!] as const)
    const alone = [...where.matchAll(/(?<!in )`([^`]*[./][^`]*)`/g)].map((match) => match[1]!)
    expect(named.length + alone.length).toBeGreaterThan(0)
    expect(alone.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([])
    expect(named.filter(([name, path]) => !declares(path, name))).toEqual([])
  })
})
