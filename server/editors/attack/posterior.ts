/** What the printed figures say about a number of persons, to a reader who knows their noise; such a reader looks for small numbers. */
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { assumedNoise } from './noise.ts'

/** For a number of persons, from 0, its probability where all numbers were alike before: the likelihood, scaled to 1. */
export type Posterior = ReadonlyMap<number, number>

/** The limits of the release model, section 3: no single small number more probable than not, and at most 19 to 1 for "few, each as likely" against nobody. */
export const CERTAINTY_LIMITS = { single: 0.5, somebody: 19 } as const

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

/**
 * The reader is too sure of a small number: of one of them, under the published law, or that somebody is there.
 * @param minimumCases of the policy: smaller numbers are small
 */
export function tooSure(likelihood: Posterior, minimumCases: number): { readonly single: number | null; readonly somebody: boolean } {
  const small = Array.from({ length: minimumCases - 1 }, (_, index) => index + 1)
  const weighed = new Map([...likelihood].map(([cases, p]) => [cases, p * (cases < minimumCases ? 2 ** -cases : 0.8 / cases ** 2)]))
  const all = [...weighed.values()].reduce((sum, weight) => sum + weight, 0)
  const single = small.find((cases) => (weighed.get(cases) ?? 0) > CERTAINTY_LIMITS.single * all) ?? null
  const mean = small.reduce((sum, cases) => sum + (likelihood.get(cases) ?? 0), 0) / small.length
  return { single, somebody: mean > CERTAINTY_LIMITS.somebody * (likelihood.get(0) ?? 0) }
}
