/** The plan of the book: complete, in both languages, and every block of it a table that the catalogue holds or that is named as not made yet. */
import { describe, expect, it } from 'vitest'
import { grammarTables } from '../../../../analysis/catalogue/every-table.ts'
import { askFor } from '../../../../analysis/catalogue/grammar.ts'
import { PLAN } from '../../../../analysis/publication/book/plan/plan.ts'
import { coarserTables, storedId } from '../../../../analysis/publication/book/print-level.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { VARIABLES } from '../../../../survey-schema/variables/index.ts'

const TABLES = PLAN.flatMap(({ tables }) => tables)
const BLOCKS = TABLES.flatMap((table) =>
  table.blocks.flatMap((block) => (block.kind === 'table' ? [{ number: table.number, ...block }] : [])),
)

const wordsIn = (value: unknown): Text[] =>
  typeof value !== 'object' || value === null
    ? []
    : 'ja' in value && 'en' in value
      ? [value as Text]
      : Object.values(value).flatMap(wordsIn)

describe('the plan', () => {
  it('has fourteen chapters and 62 tables, numbered without a gap; the official figures open chapter 12', () => {
    expect(PLAN.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, place) => place + 1))
    expect(TABLES).toHaveLength(62)
    for (const { number, tables } of PLAN) {
      const [first, ...others] = tables.map((table) => table.number)
      const inOrder = number === 12 ? [...others.slice(0, 3), first, ...others.slice(3)] : [first, ...others]
      expect(inOrder).toEqual(tables.map((_, place) => `${number}.${place + 1}`))
    }
    expect(TABLES.find(({ number }) => number === '12.4')!.title.en).toBe('Official figures beside ours')
  })

  it.each(BLOCKS)('$number $rows × $columns is a table that a build makes', ({ rows, columns }) => {
    const judged = askFor({ rows, columns })
    expect(judged.kind).toBe('table')
    const id = judged.kind === 'table' ? judged.id : ''
    expect(grammarTables().some((table) => table.id === id)).toBe(true)
    expect(storedId(rows, columns)).toBe(id)
  })

  it('prints every question at least once, but for those that stand in a table not made yet', () => {
    const printed = new Set(BLOCKS.flatMap(({ rows, columns }) => [rows, ...(columns ? [columns] : [])]).map((axis) => axis.split('@')[0]))
    expect(VARIABLES.map(({ id }) => id).filter((id) => !printed.has(id))).toEqual([])
  })

  it('says everything in both languages, Japanese in Japanese and English in English', () => {
    for (const { ja, en } of wordsIn(PLAN)) {
      expect(ja, en).toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
      expect(en, ja).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
    }
  })

  it('never joins police and NGOs as one group of actors', () => {
    expect(JSON.stringify(PLAN)).not.toContain('actor@group4')
  })
})

describe('a step coarser', () => {
  it('leads from the planned table to smaller ones that a build makes', () => {
    expect(
      coarserTables('route_origin@country', 'exploitation_prefectures@area8').map(({ rows, columns }) => `${rows} ${columns}`),
    ).toEqual(['route_origin@country exploitation_prefectures@area8', 'route_origin@subregion exploitation_prefectures@area8'])
    for (const { columns, rows } of BLOCKS.filter((block) => block.columns !== null))
      expect(coarserTables(rows, columns!)[0]).toMatchObject({ rows, columns })
  })
})
