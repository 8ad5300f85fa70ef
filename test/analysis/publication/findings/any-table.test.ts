/** What is said of a table, whatever its published figures are: numbers are those of its cells, and no difference is claimed that they do not bear. */

import { describe, expect, it } from 'vitest'
import { POLICY_V2, POLICY_V2_WITHHOLD } from '../../../../analysis/policy/policy.ts'
import { headline, mainPoint } from '../../../../analysis/publication/findings/headlines.ts'
import { sentenceOfBlock } from '../../../../analysis/publication/findings/of-block.ts'
import { clearPairs } from '../../../../analysis/publication/findings/of-crosstab.ts'
import { listStatement, shareStatement } from '../../../../analysis/publication/findings/of-single.ts'
import { worded } from '../../../../analysis/publication/findings/wordings.ts'
import type { TableBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import type { Sentence } from '../../../../survey-schema/release/sentence.ts'
import { axisOf, blockOf } from '../../../support/drawn-table.ts'
import { intervalOf, recomputed, tokensIn } from '../../../support/said-figures.ts'
import fc from '../../../support/seeded-properties.ts'

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
    expect(sentences).toBeGreaterThan(60)
    expect(titles).toBeGreaterThan(40)
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
