/**
 * What a contributor learns from two figures of which one lies within the other (a risky difference): he knows how many of the cases in
 * between are his own, and asks how many others there are.
 */
import type { Attacker } from './attacker.ts'
import type { AttackerKnowledge } from './count-given-figure.ts'
import { negative, sum } from './distribution.ts'
import { type DisclosureRisk, disclosureRisk } from './posterior.ts'

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
 * How sure a contributor may be of a small number of others in between. The policy itself says that two nested figures are never one to four
 * cases apart. Where it thereby says that there are others ("at least five in between, and four are mine"), that is no finding, and
 * `anybody` is 0.
 * @param countGiven what a figure says about its count, of an attacker who knows the same policy
 */
export function riskOfDifference({ minimumCases }: AttackerKnowledge, countGiven: Attacker['countGiven']) {
  const known = new Map<string, DisclosureRisk>()
  return ({ outer, inner, ownOuter, ownInner, allOuter, allInner }: NestedFigures): DisclosureRisk => {
    const name = `${outer} ${ownOuter} ${allOuter} ${inner} ${ownInner} ${allInner}`
    const before = known.get(name)
    if (before) return before
    const single = { parts: 1, missing: 0 }
    const { from, p } = sum(
      countGiven({ figure: outer, own: ownOuter, allOwn: allOuter, ...single }),
      negative(countGiven({ figure: inner, own: ownInner, allOwn: allInner, ...single })),
    )
    const own = ownOuter - ownInner
    const least = Math.max(own, minimumCases)
    const weights = new Float64Array(Math.max(1, from + p.length - own))
    let total = 0
    for (let count = least; count < from + p.length; count++) {
      const weight = p[count - from] ?? 0
      weights[count - own] = weight
      total += weight
    }
    const risk = disclosureRisk(total > 0 ? weights.map((weight) => weight / total) : weights)
    const found = own < minimumCases ? { ...risk, anybody: 0 } : risk
    known.set(name, found)
    return found
  }
}
