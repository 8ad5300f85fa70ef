/**
 * The attacks that need nothing but bundles, all of one network. The exact counts of the editors, where they are given, score them;
 * without them a reader's own certainty is the score, and what it is worth is not scored.
 */
import { type ExactCount, isFew, minus, plainNumber } from '../../../analysis/exact/exact-count.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { averaged, estimatesOf } from './estimates.ts'
import { figureOf, nameOf, type SeenCell, seenCells } from './meaning.ts'
import { nestedPairs } from './nested.ts'
import { posteriorsUnder, tooSure } from './posterior.ts'
import type { Score } from './scores.ts'

/** Share of cells by which averaging may be right more often than the printed figure. */
const MORE_OFTEN = 0.03

/** @param truth exact cases of a cell by `nameOf`; cells that it lacks are not scored @param policy of the newest bundle */
export function publicAttacks(bundles: readonly Bundle[], truth: ReadonlyMap<string, ExactCount> | null): Score[] {
  const { policy } = bundles.at(-1)!.manifest
  const cells = seenCells(
    bundles.flatMap(({ tables }) => tables),
    bundles.map(({ manifest }) => manifest),
  )
  const persons = (seen: SeenCell) => truth?.get(nameOf(seen)) ?? null
  const { shown, difference } = posteriorsUnder(policy)
  const known = new Map<string, boolean>()
  /** The same two figures always give the same answer. */
  const certain = (outer: number, inner: number) => {
    const answer = known.get(`${outer} ${inner}`) ?? tooSure(difference(shown(outer), shown(inner)), policy.minimumCases).single !== null
    known.set(`${outer} ${inner}`, answer)
    return answer
  }
  let [pairs, few, between, sure] = [0, 0, 0, 0]
  for (const { outer, inner } of nestedPairs(cells)) {
    pairs++
    const slices = outer.editions.length !== inner.editions.length
    if (slices) between++
    const [large, small] = [persons(outer), persons(inner)]
    if (large !== null && small !== null && isFew(minus(large, small), policy.minimumCases)) few++
    if (certain(figureOf(outer.cell)!, figureOf(inner.cell)!)) sure++
  }
  const scores: Score[] = [
    // Under noise a reader who is sure may be wrong; an exact difference is known.
    score(
      'nested differencing, sure of one number',
      `${pairs} pairs, ${between} between editions and volumes`,
      sure,
      '0',
      sure === 0 ? true : truth === null && policy.kind === 'noise' ? null : false,
    ),
  ]
  if (truth) scores.push(score('nested differencing, 1 to 4 persons', `${pairs} pairs`, few, '0', few === 0))

  const targets = estimatesOf(cells)
  const shownCells = targets.filter(({ seen }) => figureOf(seen.cell) !== null)
  const several = shownCells.filter(({ estimates }) => estimates.length > 1)
  const withheld = targets.filter(({ seen, estimates }) => seen.cell.status === 'withheld' && estimates.length > 0)
  if (!truth) {
    scores.push(score('averaging', 'cells with several estimates', several.length, 'needs --editor', null))
    scores.push(score('margin minus shown', 'withheld cells with an estimate', withheld.length, 'needs --editor', null))
    return scores
  }
  // Of all shown cells, as the attack suite counts: of a few dozen with several estimates one more by chance would be three points.
  const scored = shownCells.filter(({ seen }) => persons(seen) !== null)
  const right = (guess: (target: (typeof scored)[number]) => number) =>
    scored.length === 0 ? 0 : scored.filter((target) => guess(target) === plainNumber(persons(target.seen)!)).length / scored.length
  const before = right(({ seen }) => figureOf(seen.cell)!)
  const after = right(({ estimates }) => averaged(estimates))
  const most = before + MORE_OFTEN
  scores.push(
    score('averaging', `${scored.length} cells, ${several.length} with several estimates`, after, `<= ${most.toFixed(4)}`, after <= most),
  )
  const small = withheld.flatMap(({ seen, estimates }) => {
    const cases = persons(seen)
    return cases !== null && isFew(cases, policy.minimumCases) ? [{ cases: plainNumber(cases), estimates }] : []
  })
  const recovered = small.filter(({ cases, estimates }) => averaged(estimates) === cases).length
  const blind = Math.max(
    ...Array.from({ length: policy.minimumCases - 1 }, (_, index) => index + 1).map(
      (number) => small.filter(({ cases }) => cases === number).length,
    ),
  )
  const mark = Math.floor(blind + MORE_OFTEN * small.length)
  scores.push(
    score('margin minus shown', `${small.length} withheld cells of 1 to 4`, recovered, `<= ${mark} by guessing`, recovered <= mark),
  )
  return scores
}

const score = (attack: string, on: string, reached: number, mark: string, passes: Score['passes']): Score => ({
  attack,
  on,
  score: reached,
  mark,
  passes,
})
