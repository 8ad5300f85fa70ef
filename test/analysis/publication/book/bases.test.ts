/** A table names its base, and says how far a share of it may lie below that of those who answered; derived tables name it too. */
import { beforeAll, describe, expect, it } from 'vitest'
import { baseName, CROSSED_NOTE, lowerBoundNote } from '../../../../analysis/publication/book/base-words.ts'
import { sentenceOfBlock } from '../../../../analysis/publication/findings/of-block.ts'
import { basePlace } from '../../../../analysis/publication/released-cells.ts'
import { shareOf, whole } from '../../../../analysis/publication/statistics/share.ts'
import { variablePhrases } from '../../../../survey-schema/phrases/index.ts'
import type { Book, TableBlock } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { LineRole } from '../../../../survey-schema/release/released-table.ts'
import { bookFor, bundleOf, isDerived, isTable, tableIn } from '../../../support/book.ts'
import { printedBlocksOf } from '../../../support/book-files.ts'

let bundle: Bundle
let book: Book
beforeAll(() => {
  bundle = bundleOf({ cases: 150, seed: 3 })
  book = bookFor(bundle)
})

const RULES = { minimumCases: 5, minimumBase: 20 }
const shown = (figure: number) => ({ status: 'shown', figure }) as const
const axis = (variable: string, ...roles: readonly LineRole[]) => ({ variable, lines: roles.map((role) => ({ role })) })
const roleOf = ({ table }: TableBlock) => table.axes[0].lines[basePlace(table.axes[0])]!.role

describe('the note on a lower bound', () => {
  it('gives the most that a share may lie below: at a base of 20 and four without an answer 50% are 62.5%', () => {
    const note = lowerBoundNote(axis('gender', 'value', 'applicable', 'not_applicable', 'total'), shown(20), RULES)!
    expect(note.en).toContain('with 4 of them by at most 20 percentage points, 50% being 62.5%')
    expect(note.ja).toMatch(/4件のとき、差は最大20ポイントで、50%は62\.5%/)
  })

  it('counts those to whom the question does not apply as well where they are part of the base', () => {
    const note = lowerBoundNote(axis('debt_band', 'value', 'total'), shown(100), RULES)!
    expect(note.en).toContain('or to which the question does not apply')
    expect(note.en).toContain('with 8 of them by at most 8 percentage points, 50% being 54.3%')
    expect(lowerBoundNote(axis('gender', 'value', 'total'), shown(100), RULES)!.en).toContain('with 4 of them')
  })

  it('is not there where all of the base answered, where the base is withheld, or is too small for shares', () => {
    expect(lowerBoundNote(axis('gender', 'value', 'answered', 'no_answer', 'total'), shown(100), RULES)).toBeNull()
    expect(lowerBoundNote(axis('gender', 'value', 'applicable', 'total'), { status: 'withheld' }, RULES)).toBeNull()
    expect(lowerBoundNote(axis('gender', 'value', 'applicable', 'total'), shown(19), RULES)).toBeNull()
  })
})

describe('the book', () => {
  it('P15 names the base of every table, gives shares of it, and says where it is a lower bound', () => {
    const seen = new Map<string, number>()
    for (const block of printedBlocksOf(book).filter(isTable)) {
      const { table, rows, shares, bases, notes } = block
      const [first, second] = table.axes
      if (second) {
        expect(notes).toContainEqual(CROSSED_NOTE)
        expect(bases[0]!.words.en).toBe('All cases')
        continue
      }
      const role = roleOf(block)
      const base = table.cells[basePlace(first)]!
      seen.set(role, (seen.get(role) ?? 0) + 1)
      expect(bases[0]).toEqual({ words: baseName(first), cell: base })
      const bound = lowerBoundNote(first, base, RULES)
      expect(bound === null).toBe(role === 'answered' || (whole(base)?.figure ?? 0) < RULES.minimumBase)
      if (bound) expect(notes).toContainEqual(bound)
      for (const [at, row] of rows.entries()) {
        const share = shareOf(table.cells[row]!, base, bundle.manifest.policy)
        expect(shares?.[at]?.[0]?.en ?? null).toBe(share && `${share.percent}% (${share.low}–${share.high})`)
      }
    }
    expect([...seen.keys()].sort()).toEqual(['answered', 'applicable', 'total'])
  })

  it('does not say of a table that all of its base answered where a block of it holds others', () => {
    let said = 0
    for (const { base, blocks } of book.chapters.flatMap(({ tables }) => tables)) {
      const others = blocks
        .filter(isTable)
        .some(({ table: { axes } }) => !axes.every(({ lines }) => lines.some(({ role }) => role === 'answered')))
      expect(base.en.endsWith('says so')).toBe(others)
      if (others) said++
    }
    expect(said).toBeGreaterThan(5)
  })

  it('speaks in its sentences of the base that the table has', () => {
    const said = printedBlocksOf(book)
      .filter(isTable)
      .flatMap((block) => {
        const sentence = block.table.axes.length === 1 ? sentenceOfBlock(block, bundle.manifest.policy) : null
        return sentence ? [{ block, sentence }] : []
      })
    for (const { block, sentence } of said) {
      const base = basePlace(block.table.axes[0])
      const bases = sentence.parts.en.flatMap((part) => (typeof part !== 'string' && part.kind === 'base' ? part.cells : []))
      expect(bases.map(({ place }) => place)).toEqual([base])
      const known = variablePhrases(block.table.axes[0].variable)!
      if (roleOf(block) === 'total') expect(sentence.en).toMatch(/^(Of all|The) [\d,]+ reported cases(,| include)/)
      if (roleOf(block) === 'applicable') expect(sentence.en).toContain(`reported cases${known.applicable.en && ` ${known.applicable.en}`}`)
      if (roleOf(block) === 'answered') expect(sentence.en).toMatch(new RegExp(`${known.answered.en}|where this is known`))
    }
    expect(new Set(said.map(({ block }) => roleOf(block)))).toEqual(new Set(['answered', 'applicable', 'total']))
  })

  it('P15 prints "no answer" and "not applicable" of a crosstab among its lines, unless the questionnaire leaves none', () => {
    let gaps = 0
    for (const { table, rowAxis, rows, columns } of printedBlocksOf(book).filter(isTable)) {
      if (columns.length === 0) continue
      const roles = [rows, columns].map((places, side) =>
        places.map((place) => table.axes[side === 0 ? rowAxis : 1 - rowAxis]!.lines[place]!.role),
      )
      for (const line of roles) expect([line.at(-1), line.includes('answered')]).toEqual(['total', false])
      gaps += roles.flat().filter((role) => role === 'no_answer' || role === 'not_applicable').length
    }
    expect(gaps).toBeGreaterThan(50)
  })

  it('P15 tells in table 1.3 of each question which states stand apart', () => {
    const [block] = tableIn(book, '1.3').blocks.filter(isDerived)
    expect(block!.head.map(({ en }) => en).slice(0, 3)).toEqual(['Question', 'Answered', 'With or without an answer'])
    for (const { line, cells } of block!.rows) {
      const table = bundle.tables.find(({ id, axes }) => axes.length === 1 && id.startsWith(`${line.code}@`))!
      const apart = table.axes[0].lines.some(({ role }) => role === 'answered')
      expect(
        cells.slice(0, 1).every(({ cell }) => (cell.status === 'text') === !apart),
        line.code,
      ).toBe(true)
      if (!apart) expect(cells[1]!.cell).toEqual(table.cells[basePlace(table.axes[0])])
    }
  })
})
