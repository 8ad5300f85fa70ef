/** The cases of one edition or one volume, as disclosure control takes them. */
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { contributorsOf } from '../exact/contributors.ts'
import type { CountedCase } from '../exact/counted-case.ts'
import { gather, type Snapshot } from '../exact/snapshot.ts'
import type { Cases } from '../exact/tally.ts'
import { perturbationTable } from '../policy/perturbation-table.ts'
import { keyedNoise, NO_NOISE, type Noise, type Shuffle } from './noise/cell-key.ts'
import type { ReplacedTables } from './rules/kept-lines.ts'
import type { Reason } from './rules/verdict.ts'

export interface CaseSet {
  readonly snapshot: Snapshot
  readonly cases: Cases
  readonly policy: Policy
  readonly noise: Noise
  /** How many editions hold the cases: 1, or those of a volume. */
  readonly editions: number
  /** Single tables of these cases that an erratum replaces, by id: their lines are kept. */
  readonly replaced?: ReplacedTables | undefined
  /**
   * Secondary suppression: cells to withhold, by `cellId`, because a reader could subtract them from other figures or because an audit
   * found them. Empty at first; the fixed-point iteration adds to it.
   */
  readonly secondary: ReadonlyMap<string, Reason>
}

/**
 * The name of a cell, the same in every table that prints it: the columns that are counted and the keys of its lines.
 * @example cellId(['gender', 'citizenship'], ['=woman', 'total']) === 'gender citizenship | =woman | total'
 */
export const cellId = (columns: readonly string[], keys: readonly string[]) => `${columns.join(' ')} | ${keys.join(' | ')}`

/**
 * @param editions the cases of each edition: of one, or of all editions of a volume
 * @param replaced single tables of the edition that an erratum replaces
 * @param shuffle under the secret of the edition, or of all editions of the volume: it is drawn from once, here
 */
export function caseSetOf(
  editions: readonly (readonly CountedCase[])[],
  shuffle: Shuffle,
  { holdings, policy }: { readonly holdings: readonly (number | null)[]; readonly policy: Policy },
  replaced?: readonly ReleasedTable[],
): CaseSet {
  const cases = editions.flat()
  return {
    snapshot: gather(cases.map(({ reading }) => reading.at)),
    policy,
    noise: policy.noise === null ? NO_NOISE : keyedNoise(perturbationTable(policy.noise), shuffle),
    secondary: new Map(),
    editions: editions.length,
    replaced: policy.structure && replaced && new Map(replaced.map((table) => [table.id, table])),
    cases: {
      size: cases.length,
      contributors: contributorsOf(cases, holdings, { embassiesAsOne: policy.structure !== undefined }),
      keys: Float64Array.from(cases, (entry) => entry.key),
      parts: Uint8Array.from(editions.flatMap((edition, place) => edition.map(() => place))),
    },
  }
}
