/**
 * What a build hands to the public: released tables, the policy under which they were made, and a manifest. A bundle is
 * public as it stands; truth, reasons and contributors never enter it.
 */
import type { ReleasedRoutes, ReleasedTable } from './released-table.ts'

/** The policy, a versioned value, printed on every table. Counts are cases. */
export interface Policy {
  readonly id: string
  readonly kind: 'noise'
  /** A cell or complement below this is never shown. */
  readonly minimumCases: number
  /** A category below this, or from fewer contributors, is joined upward on its ladder. */
  readonly minimumCategory: number
  readonly minimumContributors: number
  /** What must remain of a cell when any one contributor subtracts its own. */
  readonly minimumOthers: number
  /** Three-way figures: cases and contributors. */
  readonly threeWay: { readonly minimumCases: number; readonly minimumContributors: number }
  /** Largest noise, its variance, and the largest figure that is never published. */
  readonly noise: { readonly d: number; readonly v: number; readonly js: number }
  /** Percentages need a base of this many cases. */
  readonly minimumBase: number
  readonly smallestEdition: number
}

export interface Manifest {
  readonly schema: 'jnatip-bundle/1'
  readonly edition: string
  readonly questionnaire: string
  readonly policy: Policy
  /** A fictional network says so on every page and file. */
  readonly fictional: boolean
  /** Cases of the slice, as published (with noise). */
  readonly cases: number
  /** Keyed digest of the ids and versions of the cases counted, made by the store: `publish` compares it with what is held now. */
  readonly digest: string
  /** Ids of the tables in canonical order. */
  readonly tables: readonly string[]
  /** SHA-256 over the checksums of tables and routes in that order, hexadecimal. */
  readonly checksum: string
}

export interface Bundle {
  readonly manifest: Manifest
  readonly tables: readonly ReleasedTable[]
  readonly routes: ReleasedRoutes
}
