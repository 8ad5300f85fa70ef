/** How probable each number of persons is to a reader who has the printed figures and knows their noise; such a reader looks for small numbers. */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { assumedNoise } from './noise.ts'

/** For a number of persons, from 0, its probability. */
export type Posterior = ReadonlyMap<number, number>

/** The limits of the release model, section 3: no single small number above the first, "somebody is there" never above the second. */
export const CERTAINTY_LIMITS = { single: 0.5, somebody: 0.95 } as const

export function posteriorsUnder({ noise, minimumCases, minimumOthers }: Policy) {
  const shifts = assumedNoise(noise)
  const d = noise?.d ?? 0
  const chance = (cases: number, figure: number) => shifts(cases).find(({ v }) => v === figure - cases)?.p ?? 0
  return {
    /** Of the cases behind a printed figure, every number alike before; whoever knows `own` of them knows the rule for others too. */
    shown(figure: number, own = 0): Posterior {
      const counts = new Map<number, number>()
      const least = own > 0 ? own + minimumOthers : 0
      for (let cases = Math.max(minimumCases, least, figure - d); cases <= figure + d; cases++) counts.set(cases, chance(cases, figure))
      return normal(counts)
    },
    /**
     * Of what lies in the outer cell and not in the inner, beyond `own` persons there whom the reader knows. The policy says that two
     * such cells are never one to four persons apart.
     */
    difference(outer: Posterior, inner: Posterior, own = 0): Posterior {
      const counts = new Map<number, number>()
      for (const [one, p] of outer) {
        for (const [other, q] of inner) {
          const apart = one - other
          if (apart < own || (apart > 0 && apart < minimumCases)) continue
          counts.set(apart - own, (counts.get(apart - own) ?? 0) + p * q)
        }
      }
      return normal(counts)
    },
  }
}

function normal(counts: ReadonlyMap<number, number>): Posterior {
  const sum = [...counts.values()].reduce((total, one) => total + one, 0)
  return new Map(sum > 0 ? [...counts].map(([cases, p]) => [cases, p / sum]) : [])
}

/** The reader is too sure of a small number: of one of 1 to 4, or that somebody is there. */
export function tooSure(posterior: Posterior): { readonly single: number | null; readonly somebody: boolean } {
  const single = [1, 2, 3, 4].find((cases) => (posterior.get(cases) ?? 0) > CERTAINTY_LIMITS.single) ?? null
  return { single, somebody: posterior.size > 0 && 1 - (posterior.get(0) ?? 0) > CERTAINTY_LIMITS.somebody }
}
