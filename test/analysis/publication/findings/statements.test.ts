/** What a table lets one say, on small tables written by hand. */
import { describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../../../analysis/policy/policy.ts'
import { headline } from '../../../../analysis/publication/findings/headlines.ts'
import { candidatesOf, WELL_FOUNDED } from '../../../../analysis/publication/findings/lead.ts'
import { sentenceOfBlock } from '../../../../analysis/publication/findings/of-block.ts'
import { clearPairs } from '../../../../analysis/publication/findings/of-crosstab.ts'
import { shareStatement } from '../../../../analysis/publication/findings/of-single.ts'
import { ROUNDED } from '../../../../analysis/publication/findings/rounding.ts'
import { whySilent } from '../../../../analysis/publication/findings/silent-chapter.ts'
import type { TableBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { axisOf, blockOf, chapterOf } from '../../../support/drawn-table.ts'

const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })
const NONE: ReleasedCell = { status: 'not_applicable' }

/** A table of gender by itself: women, men, then those with an answer and without. */
function genders(women: number, men: number, silent: number): TableBlock {
  const axis = axisOf('gender@list', true, 2)
  const all = women + men + silent
  const cells = axis.lines.map(({ code }): ReleasedCell => {
    const figure = { woman: women, man: men, answered: women + men, no_answer: silent, total: all }[code]
    return figure === undefined || figure === 0 ? NONE : shown(figure)
  })
  return blockOf([axis], cells)
}

/** A crosstab whose groups all have 200 cases, by figures of one category and of those without an answer. */
function crossed(rows: string, columns: string, part: readonly number[], silent: readonly number[] = []): TableBlock {
  const axes = [axisOf(rows, false, 1), axisOf(columns, false, part.length)] as const
  const line = (figures: readonly number[]) => [
    ...figures.map((figure) => (figure === 0 ? NONE : shown(figure))),
    NONE,
    NONE,
    shown(figures.reduce((a, b) => a + b, 0)),
  ]
  const nobody = part.map(() => 0)
  return blockOf(axes, [...line(part), ...line(part.map((_, at) => silent[at] ?? 0)), ...line(nobody), ...line(part.map(() => 200))])
}

describe('a share', () => {
  it('is of those with an answer, and its title says "where known" only where more than a tenth gave none', () => {
    const [few, many] = [genders(80, 20, 10), genders(80, 20, 30)].map((block) => headline(shareStatement(block, POLICY_V2)!)!)
    expect(few!.en).toBe('About eight in ten reported cases concerned women or girls')
    expect(few!.ja).toBe('女性の事例が約8割')
    expect(many!.en).toBe('Where known, about eight in ten reported cases concerned women or girls')
    expect(many!.ja).toBe('分かる範囲では、女性の事例が約8割')
  })

  it('says "where known" also where the number without an answer is withheld, because all cases and the base are published', () => {
    const block = genders(80, 20, 30)
    const silent = block.table.axes[0].lines.findIndex(({ role }) => role === 'no_answer')
    const cells = block.table.cells.map((cell, place): ReleasedCell => (place === silent ? { status: 'withheld' } : cell))
    const hidden: TableBlock = { ...block, table: { ...block.table, cells } as TableBlock['table'] }
    expect(headline(shareStatement(hidden, POLICY_V2)!)!.en).toMatch(/^Where known, /)
  })

  it('leads only where at least half of the cases have an answer, and the chapter says so', () => {
    const read = (silent: number) => candidatesOf(chapterOf('people', genders(80, 20, silent)), POLICY_V2)
    expect(read(100).shares).toHaveLength(1)
    expect(read(101)).toMatchObject({ shares: [], weak: [{ kind: 'share' }] })
    expect(whySilent(chapterOf('people', genders(80, 20, 101)), read(101)).en).toContain('Fewer than half of the cases have an answer')
  })

  it('leads where its base and interval are wide enough for it, and is said without leading elsewhere', () => {
    const candidates = (women: number, men: number) => candidatesOf(chapterOf('people', genders(women, men, 0)), POLICY_V2)
    expect(candidates(45, 5).shares).toHaveLength(1)
    for (const [women, men] of [
      [44, 5],
      [30, 20],
    ] as const)
      expect(candidates(women, men)).toMatchObject({ shares: [], weak: [{ kind: 'share' }] })
    expect(candidates(44, 5).weak[0]!.sentence.en).toBe(
      'Of the 49 reported cases where the gender is known, 44 concerned women or girls (90%).',
    )
  })

  it('of a crosstab leads only where few have no answer, and after the table of the question by itself', () => {
    const crosstab = (silent: number) => crossed('gender@list', 'debt_band@group4', [120, 110], [silent, silent])
    const lead = (...blocks: readonly TableBlock[]) => candidatesOf(chapterOf('people', ...blocks), POLICY_V2).shares[0]
    expect(lead(crosstab(20))?.block).toBe('block-0')
    expect(lead(crosstab(21))).toBeUndefined()
    expect(lead(crosstab(0), genders(80, 20, 10))?.block).toBe('block-1')
  })
})

describe('a comparison', () => {
  it('of a category within itself, or of people from Japan with others, leads no chapter', () => {
    const found = (block: TableBlock) => candidatesOf(chapterOf('people', block), POLICY_V2).differences
    const axes = 'citizenship@abroad'
    expect(clearPairs(crossed('gender@list', axes, [40, 160]), POLICY_V2)).toHaveLength(1)
    expect(found(crossed('gender@list', axes, [40, 160]))).toEqual([])
    expect(found(crossed('gender@list', 'exploitation_types@group3', [40, 160])).length).toBe(1)
    expect(clearPairs(crossed('exploitation_types@group3', 'exploitation_types@group3', [160, 40]), POLICY_V2)).toEqual([])
  })

  it('of periods says that a share rose or fell, from the first to the last', () => {
    const said = (...part: readonly number[]) => sentenceOfBlock(crossed('gender@list', 'registration_year@period3', part), POLICY_V2)!
    const rose = said(40, 100, 160)
    expect(rose.en).toMatch(/^The share of reported cases that concerned women or girls rose /)
    expect(rose.en).toContain('40 of 200')
    expect(rose.ja).toMatch(/^女性の事例の割合は、.*上がった/)
    expect(said(160, 40).ja).toContain('下がった')
    expect(said(100, 160, 104).en).toContain('did not clearly change')
  })

  it('names places in the order of their list, whichever has more', () => {
    const said = (...part: readonly number[]) => sentenceOfBlock(crossed('gender@list', 'citizenship@subregion', part), POLICY_V2)!
    for (const part of [
      [40, 160],
      [160, 40],
    ] as const) {
      expect(said(...part).en).toMatch(/Northern Africa.*Eastern Africa/)
      expect(said(...part).en).not.toContain('more often')
    }
  })
})

describe('two groups', () => {
  const axes = [axisOf('means_of_control@ctdc8', false, 1), axisOf('gender@list', false, 2)] as const
  /** One category (debt), the ways of not answering, all cases; women, men, the same three. */
  const block = (women: readonly [number, number], men: readonly [number, number]) => {
    const none: ReleasedCell = { status: 'not_applicable' }
    const line = (a: number, b: number) => [shown(a), shown(b), none, none, shown(a + b)]
    const empty = [none, none, none, none, none]
    return blockOf(axes, [...line(women[0], men[0]), ...empty, ...empty, ...line(women[1], men[1])])
  }
  const said = (women: readonly [number, number], men: readonly [number, number]) => sentenceOfBlock(block(women, men), POLICY_V2)!

  it('clearly differ where their intervals lie apart, the higher one named first', () => {
    expect(said([120, 200], [40, 200]).en).toMatch(/^Reported cases of women or girls .* more often than those of men or boys/)
    expect(said([40, 200], [120, 200]).en).toMatch(/^Reported cases of men or boys .* more often than those of women or girls/)
  })

  it('do not clearly differ where they overlap, and are both "about half" where that is true of both', () => {
    const [near, half] = [said([80, 200], [88, 200]), said([100, 200], [98, 200])]
    expect(near.en).toMatch(/do not clearly differ|^About four in ten/)
    expect(half.en).toMatch(/^About half of the reported cases of women or girls and of men or boys/)
    expect(half.ja).toContain('女性の事例でも男性の事例でも約半数だった')
    for (const { en } of [near, half]) expect(en.replace('not clearly', '')).not.toMatch(/more often|clearly/)
  })

  it('are not called alike where one of them is small', () => {
    expect(said([20, 40], [22, 45]).en).not.toMatch(/differ|half of the reported cases of women or girls and/)
  })

  it('are not compared where many of one have no answer', () => {
    const cells = block([120, 200], [40, 200]).table.cells.map((one, at) => (at === 5 ? shown(90) : one))
    expect(clearPairs(blockOf(axes, cells), POLICY_V2)).toEqual([])
    expect(clearPairs(block([120, 200], [40, 200]), POLICY_V2)).toHaveLength(1)
  })
})

describe('easy words for a share', () => {
  it('are within five points of what they say, and their rows follow one another', () => {
    const said: Readonly<Record<string, number>> = {
      half: 50,
      'one in three': 100 / 3,
      'two in three': 200 / 3,
      'three in four': 75,
      'one in four': 25,
      'one in five': 20,
      'one in seven': 100 / 7,
    }
    const value = (words: string): number => {
      const tens: Readonly<Record<string, number>> = { one: 10, three: 30, four: 40, six: 60, eight: 80, nine: 90 }
      const ten = tens[/(\w+) in ten/.exec(words)?.[1] ?? '']
      return ten || Object.entries(said).find(([name]) => words.includes(name))![1]
    }
    for (const [at, [from, { en }]] of ROUNDED.entries()) {
      const to = at === 0 ? 100 : ROUNDED[at - 1]![0] - 1
      const middle = en.includes('nearly') || en.includes('fewer') ? null : value(en)
      expect(to).toBeGreaterThanOrEqual(from)
      if (middle !== null) expect([Math.abs(from - middle) <= 5.5, Math.abs(to - middle) <= 5.5], en).toEqual([true, true])
    }
    expect(ROUNDED.at(-1)![0]).toBe(0)
    expect(WELL_FOUNDED.smallestBase).toBeGreaterThanOrEqual(POLICY_V2.minimumBase)
  })
})
