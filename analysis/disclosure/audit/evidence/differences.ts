/**
 * What a contributor makes of two figures of which one lies in the other: he knows how many of those in between are his own, and asks how
 * many others there are.
 */
import { negative, sum } from './distribution.ts'
import type { Attacker, attackerWith } from './posterior.ts'
import { type Revealed, revealed } from './posterior.ts'

export interface Between {
  readonly outer: number
  readonly inner: number
  /** Cases in the outer cell, and in the inner one, that he knows because they are his. */
  readonly ownOuter: number
  readonly ownInner: number
  /** Whether the lines of a cell say that he knows everybody in it. */
  readonly allOuter: boolean
  readonly allInner: boolean
}

/**
 * How sure he is of a small number of others. The policy itself says that two nested figures are never one to four persons apart; where it thereby
 * says that there are others ("at least five, and four are mine"), that is no finding, and `anybody` is 0.
 */
export function beliefBetween({ minimumCases }: Attacker, shown: ReturnType<typeof attackerWith>['shown']) {
  const known = new Map<string, Revealed>()
  return ({ outer, inner, ownOuter, ownInner, allOuter, allInner }: Between): Revealed => {
    const name = `${outer} ${ownOuter} ${allOuter} ${inner} ${ownInner} ${allInner}`
    const found = known.get(name)
    if (found) return found
    const part = { parts: 1, missing: 0 }
    const { from, p } = sum(
      shown({ figure: outer, own: ownOuter, all: allOuter, ...part }),
      negative(shown({ figure: inner, own: ownInner, all: allInner, ...part })),
    )
    const own = ownOuter - ownInner
    const least = Math.max(own, minimumCases)
    const chances = new Float64Array(Math.max(1, from + p.length - own))
    let total = 0
    for (let count = least; count < from + p.length; count++) {
      const chance = p[count - from] ?? 0
      chances[count - own] = chance
      total += chance
    }
    const told = revealed(total > 0 ? chances.map((chance) => chance / total) : chances)
    const result = own < minimumCases ? { ...told, anybody: 0 } : told
    known.set(name, result)
    return result
  }
}
