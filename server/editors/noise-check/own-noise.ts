/**
 * The noise of a count and a cell key, a second time. Row by row the pieces of the published table lie one after the other over the shares from 0
 * to 1: each probability in the fewest equal pieces of at most a fifth, and the pieces of a row in an order that is drawn under the secret. A
 * key picks the piece in which its share of 2^48 lies.
 */
import type { PerturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import { drawsUnder } from './own-secrets.ts'

interface Piece {
  readonly shift: number
  readonly length: number
}

const LONGEST_PIECE = 1 / 5

/** Lengths such as 0.6000000000000001 are three fifths. */
const ROUNDING = 1e-9

export type OwnNoise = (cases: number, key: number) => number

/** @param secret of the edition, or of the volume (`caseSetSecretOf`) */
export function ownNoise(table: PerturbationTable, secret: Uint8Array): OwnNoise {
  const draws = drawsUnder(secret)
  const rows = table.map((row) =>
    inDrawnOrder(
      row.flatMap(({ v, p }): Piece[] => {
        const pieces = Math.max(1, Math.ceil(p / LONGEST_PIECE - ROUNDING))
        return new Array<Piece>(pieces).fill({ shift: v, length: p / pieces })
      }),
      draws,
    ),
  )
  return (cases, key) => {
    const pieces = rows[cases] ?? rows.at(-1)!
    let left = key / 2 ** 48
    for (const { shift, length } of pieces) {
      if (left < length) return shift
      left -= length
    }
    return pieces.at(-1)!.shift
  }
}

/** Fisher and Yates from the last place to the second: each is exchanged with a drawn place up to itself. */
function inDrawnOrder(pieces: readonly Piece[], draws: Iterator<number, never>): Piece[] {
  const order = [...pieces]
  for (let place = order.length; place > 1; place--) {
    const whole = Math.floor(2 ** 32 / place) * place
    let drawn = draws.next().value
    // Numbers beyond the last whole multiple would favour the first places.
    while (drawn >= whole) drawn = draws.next().value
    const [chosen, last] = [order[drawn % place]!, order[place - 1]!]
    order[drawn % place] = last
    order[place - 1] = chosen
  }
  return order
}
