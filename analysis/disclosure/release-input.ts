/** What a build hands to disclosure control. Everything that needs a key, a file or a clock was computed before. */
import type { EditionCounted, Policy, Provenance } from '../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { CountedCase } from '../exact/counted-case.ts'
import type { Audits } from './audits.ts'
import type { Shuffle } from './noise/cell-key.ts'
import type { Checksum } from './released/release.ts'

/** The opened cases of one edition. */
export interface EditionCases extends EditionCounted {
  readonly cases: readonly CountedCase[]
  /** Draws the next 32-bit integer of a generator seeded under the edition's secret. */
  readonly shuffle: Shuffle
}

export interface ReleaseInput {
  /** Consecutive editions, oldest first: one, or those of a volume. */
  readonly editions: readonly EditionCases[]
  /** Single tables published before, by edition: such an edition gets no second figures. */
  readonly published: ReadonlyMap<string, readonly ReleasedTable[]>
  /** For an erratum: the single tables that are made again, by edition, as they were published. Their lines are kept. */
  readonly replaced?: ReadonlyMap<string, readonly ReleasedTable[]>
  /** Two editors decided, on record, that a volume may be as small as the policy allows by decision. */
  readonly byDecision: boolean
  /** As the shuffle of an edition, under the secrets of all editions together. Used where the volume holds several. */
  readonly volumeShuffle: Shuffle
  /** Record keys of look-alikes that an editor decided to be two persons. */
  readonly apart?: readonly (readonly [number, number])[]
  readonly fictional: boolean
  /** For each organisation the number of its holding, or null. */
  readonly holdings: readonly (number | null)[]
  /** Where the cases came from, as the manifest will say it. */
  readonly provenance?: Provenance
  /** Checksum of the newest published bundle, which this one follows; null for the first. */
  readonly previous: string | null
  readonly policy: Policy
  readonly checksum: Checksum
  /** The audits of the figures before they are released; what they find is withheld too. Left out only where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  readonly progress?: (done: number, of: number) => void
}
