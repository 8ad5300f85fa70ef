/** What is said of a table, whatever its published figures are: numbers are those of its cells, and no difference is claimed that they do not bear. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POLICY_V2, POLICY_V2_WITHHOLD } from '../../analysis/policy/policy.ts'
import { headline, mainPoint } from '../../analysis/publication/findings/headlines.ts'
import { WELL_FOUNDED } from '../../analysis/publication/findings/lead.ts'
import { sentenceOfBlock } from '../../analysis/publication/findings/of-block.ts'
import { clearPairs } from '../../analysis/publication/findings/of-crosstab.ts'
import { listStatement, shareStatement } from '../../analysis/publication/findings/of-single.ts'
import { ROUNDED } from '../../analysis/publication/findings/rounding.ts'
import { worded } from '../../analysis/publication/findings/wordings.ts'
import type { TableBlock } from '../../survey-schema/release/book.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import type { Sentence } from '../../survey-schema/release/sentence.ts'
import { axisOf, blockOf } from '../support/drawn-table.ts'
import { intervalOf, recomputed, tokensIn } from '../support/said-figures.ts'

const shown = (figure: number): ReleasedCell => ({ status: 'shown', figure })

/** Figures near the smallest base, the interval that is wide enough to matter, and far from both. */
const cell: fc.Arbitrary<ReleasedCell> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 120 }).map(shown) },
  { weight: 2, arbitrary: fc.integer({ min: 100, max: 3000 }).map(shown) },
  fc.constant<ReleasedCell>({ status: 'withheld' }),
  fc.constant<ReleasedCell>({ status: 'sum', figure: 40, parts: 1, of: 2 }),
  fc.constant<ReleasedCell>({ status: 'sum', figure: 400, parts: 2, of: 2 }),
)

const SINGLES = [
  'means_of_control@ctdc8',
  'citizenship@subregion',
  'debt_band@band',
  'contact_first_actor@group5',
  'registration_year@period3',
]
const PAIRS = [
  ['gender@list', 'registration_year@period3'],
  ['exploitation_prefectures@area8', 'citizenship@subregion'],
  ['means_of_control@ctdc8', 'exploitation_types@group3'],
  ['state_recognition@group3', 'contact_first_actor@group5'],
] as const

const single = fc
  .tuple(fc.constantFrom(...SINGLES), fc.array(cell, { minLength: 24, maxLength: 24, size: 'max' }))
  .map(([name, cells]) => blockOf([axisOf(name, true, 12)], cells))
const pair = fc
  .tuple(
    fc.constantFrom(...PAIRS),
    fc.constantFrom('row' as const, 'column' as const),
    fc.array(cell, { minLength: 64, maxLength: 64, size: 'max' }),
  )
  .map(([[one, other], of, cells]) => blockOf([axisOf(one, false, 5), axisOf(other, false, 5)], cells, of))

function holds(block: TableBlock, sentence: Sentence | null) {
  if (!sentence) return
  for (const token of tokensIn(sentence)) {
    expect(recomputed(token, () => block.table.cells)).toBe(token.figure)
    if (token.kind === 'count' || token.kind === 'base') expect(sentence.en).toContain(token.figure.toLocaleString('en-US'))
  }
}

describe('of any published figures', () => {
  it('a sentence, a title and a main point have numbers of their table alone', () => {
    let [sentences, titles] = [0, 0]
    fc.assert(
      fc.property(fc.oneof(single, pair), (block) => {
        const statements = [shareStatement(block, POLICY_V2), listStatement(block, POLICY_V2), ...clearPairs(block, POLICY_V2).slice(0, 2)]
        for (const statement of statements.filter((one) => one !== null)) {
          for (const words of [worded(statement), headline(statement), mainPoint(statement)]) holds(block, words)
          const title = headline(statement)
          if (!title) continue
          titles++
          expect(title.en.split(' ').length).toBeLessThanOrEqual(15)
          expect([...title.ja].length).toBeLessThanOrEqual(40)
        }
        const sentence = sentenceOfBlock(block, POLICY_V2)
        holds(block, sentence)
        if (sentence) sentences++
      }),
      { numRuns: 300 },
    )
    expect(sentences).toBeGreaterThan(100)
    expect(titles).toBeGreaterThan(100)
  })

  it('a difference or change is claimed only where the intervals of both shares lie apart', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(pair, fc.constantFrom(POLICY_V2, POLICY_V2_WITHHOLD), (block, policy) => {
        const [first] = clearPairs(block, policy)
        const sentence = sentenceOfBlock(block, policy)
        const claims = /more often|clearly (differ|change)|rose|fell/.exec(sentence?.en ?? '')?.[0]
        if (!sentence || !claims) return
        const denied = /not clearly/.test(sentence.en)
        const [one, other] = sharesIn(sentence, policy.noise?.v ?? 0)
        const apart = one![0] > other![1] || other![0] > one![1]
        seen.set(denied ? 'denied' : 'claimed', (seen.get(denied ? 'denied' : 'claimed') ?? 0) + 1)
        if (!denied) expect(apart && first !== undefined, sentence.en).toBe(true)
        if (denied) expect(sentence.parts.en.length).toBeGreaterThan(1)
      }),
      { numRuns: 400 },
    )
    expect(seen.get('claimed') ?? 0).toBeGreaterThan(8)
  })

  /** The intervals of the first two shares whose counts and bases a sentence names. */
  function sharesIn(sentence: Sentence, noise: number) {
    const tokens = sentence.parts.en.filter((part) => typeof part !== 'string')
    const counts = tokens.filter(({ kind }) => kind === 'count')
    const bases = tokens.filter(({ kind }) => kind === 'base')
    return counts.slice(0, 2).map(({ figure }, at) => intervalOf(figure, bases[at]!.figure, noise))
  }
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
    expect(half.en).toMatch(/^About half of reported cases of women or girls and of men or boys/)
    expect(half.ja).toContain('ともに約半数が')
    for (const { en } of [near, half]) expect(en.replace('not clearly', '')).not.toMatch(/more often|clearly/)
  })

  it('are not called alike where one of them is small', () => {
    expect(said([20, 40], [22, 45]).en).not.toMatch(/differ|half of reported cases of women or girls and/)
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
