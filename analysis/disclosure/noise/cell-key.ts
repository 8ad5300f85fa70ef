/**
 * The cell-key method (Fraser & Wooton 2005; Thompson, Broadfoot & Elazar 2013): each case has a record key, the key of a cell is
 * the sum of the keys of its cases, and the key alone picks the noise. So the same cases give the same figure in every table, and
 * asking again tells nothing. Keys are integers below 2^48, exact in a double; sums are reduced at every addition, never floats.
 */
import { type ExactCount, plainNumber } from '../../exact/exact-count.ts'
import { KEY_SPACE } from '../../exact/record-key.ts'
import { LONGEST_INTERVAL, type PerturbationTable } from '../../policy/perturbation-table.ts'

/** Draws the next whole number from 0 to 2^32 - 1 of a generator that the caller has seeded under the edition's secret. */
export type Shuffle = () => number

/** Noise by interval of the key space: `upTo[k]` is the first key beyond interval k. */
interface NoiseRow {
  readonly upTo: Float64Array
  readonly noise: Int8Array
}

/** The noise of a cell, fixed by its count and key alone. */
export type Noise = (cases: ExactCount, key: number) => number

/** Figures as they were counted. */
export const NO_NOISE: Noise = () => 0

/**
 * The noise of an edition: the table laid out over the key space in pieces of at most a fifth, in an order that only the
 * edition's secret gives away. Whoever has no secret knows the distribution and nothing else.
 */
export function keyedNoise(table: PerturbationTable, shuffle: Shuffle): Noise {
  const rows = table.map((row) => layOut(row, shuffle))
  return (cases, key) => {
    const { upTo, noise } = rows[Math.min(plainNumber(cases), rows.length - 1)]!
    let index = 0
    while (key >= upTo[index]!) index++
    return noise[index]!
  }
}

function layOut(row: PerturbationTable[number], shuffle: Shuffle): NoiseRow {
  const pieces = row.flatMap(({ v, p }) => {
    const parts = Math.max(1, Math.ceil(p / LONGEST_INTERVAL - 1e-9))
    return Array.from({ length: parts }, () => ({ v, share: p / parts }))
  })
  for (let last = pieces.length - 1; last > 0; last--) {
    const chosen = below(last + 1, shuffle)
    ;[pieces[last], pieces[chosen]] = [pieces[chosen]!, pieces[last]!]
  }
  const upTo = new Float64Array(pieces.length)
  let share = 0
  pieces.forEach((piece, index) => {
    share += piece.share
    upTo[index] = index === pieces.length - 1 ? KEY_SPACE : Math.round(share * KEY_SPACE)
  })
  return { upTo, noise: Int8Array.from(pieces, (piece) => piece.v) }
}

/** A whole number from 0 to `bound` - 1, each equally likely: draws beyond the last whole multiple are thrown away. */
function below(bound: number, shuffle: Shuffle): number {
  const limit = 2 ** 32 - (2 ** 32 % bound)
  for (;;) {
    const drawn = shuffle()
    if (drawn < limit) return drawn % bound
  }
}
