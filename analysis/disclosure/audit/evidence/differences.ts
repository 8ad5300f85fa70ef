/**
 * What a contributor learns from two figures of which one lies within the other (a risky difference): he knows how many of the cases in
 * between are his own, and asks how many others there are.
 */
import type { Attacker } from './attacker.ts'
import { type Evidence, evidenceIn } from './bayes-factor.ts'
import { remainderOf } from './remainder.ts'

/** Two figures; every case of the inner cell is a case of the outer one. */
export interface NestedFigures {
  readonly outer: number
  readonly inner: number
  /** How many cases of the outer cell, and of the inner one, are the contributor's own. */
  readonly ownOuter: number
  readonly ownInner: number
  /** Whether the lines of a cell say that all of its cases are his own. */
  readonly allOuter: boolean
  readonly allInner: boolean
}

/**
 * What a contributor learns about the number of others in between. The policy itself says that two nested figures are never fewer cases apart than
 * the minimum. Where it thereby says that there are others ("at least five in between, and four are mine"), that is no finding, and the factor is 1.
 */
export function evidenceOfDifference({ knowledge: { minimumCases }, law, countGiven }: Attacker) {
  const known = new Map<string, Evidence>()
  return ({ outer, inner, ownOuter, ownInner, allOuter, allInner }: NestedFigures): Evidence => {
    const name = `${outer} ${ownOuter} ${allOuter} ${inner} ${ownInner} ${allInner}`
    const before = known.get(name)
    if (before) return before
    const single = { parts: 1, missing: 0 }
    const own = ownOuter - ownInner
    const between = remainderOf(
      countGiven({ figure: outer, own: ownOuter, allOwn: allOuter, ...single }),
      countGiven({ figure: inner, own: ownInner, allOwn: allInner, ...single }),
      own,
    )
    const likelihood = (between ?? new Float64Array(1)).map((weight, others) => (own + others < minimumCases ? 0 : weight))
    const evidence = evidenceIn(likelihood, law.weights('withheld', likelihood.length), minimumCases)
    const found = own < minimumCases ? { ...evidence, factor: 1 } : evidence
    known.set(name, found)
    return found
  }
}
