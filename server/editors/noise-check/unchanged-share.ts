/**
 * The share of figures that equal their count, against what the perturbation table says: it finds noise that was switched off, or drawn from
 * another table. The same persons are drawn for once, however many cells hold them, so each count and cell key is one draw.
 */
import type { PerturbationTable } from '../../../analysis/policy/perturbation-table.ts'

/** A shown cell of the editors. */
export interface Draw {
  readonly cases: number
  readonly key: number
  readonly figure: number
}

/** So many standard errors are no chance. */
const BEYOND_CHANCE = 6

/** Fewer draws than this say nothing about the noise. */
const ENOUGH_DRAWS = 30

/** From this much above the last row of the table a count is shown whatever its noise; the noise of smaller ones decides whether they are shown. */
const ALWAYS_SHOWN = 5

export interface UnchangedShare {
  readonly draws: number
  readonly unchanged: number
  readonly expected: number
  readonly believable: boolean
}

/** @param draws shown cells of one or several editions and volumes */
export function unchangedShare(draws: Iterable<Draw>, table: PerturbationTable): UnchangedShare {
  const distinct = new Map<string, boolean>()
  for (const { cases, key, figure } of draws)
    if (cases >= table.length + ALWAYS_SHOWN) distinct.set([cases, key].join(' '), figure === cases)
  const expected = table.at(-1)!.find(({ v }) => v === 0)?.p ?? 0
  const unchanged = [...distinct.values()].filter(Boolean).length
  const standardError = Math.sqrt((expected * (1 - expected)) / Math.max(1, distinct.size))
  const away = Math.abs(unchanged / Math.max(1, distinct.size) - expected)
  return { draws: distinct.size, unchanged, expected, believable: distinct.size < ENOUGH_DRAWS || away <= BEYOND_CHANCE * standardError }
}
