/**
 * What a build hands to the public: released tables, the policy under which they were made, and a manifest. A bundle is
 * public as it stands; truth, reasons and contributors never enter it.
 */
import type { ReleasedCell, ReleasedJourneys, ReleasedTable } from './released-table.ts'

/** The policy, a versioned value, printed on every table: noise on every figure, or exact figures and more cells withheld. */
export type Policy = NoisePolicy | WithholdPolicy

export interface NoisePolicy extends PolicyRules {
  readonly kind: 'noise'
  /** Largest noise, its variance, and the largest figure that is never published. */
  readonly noise: { readonly d: number; readonly v: number; readonly js: number }
}

/** Figures are exact and add up; cells are withheld until no withheld one can be worked out. */
export interface WithholdPolicy extends PolicyRules {
  readonly kind: 'withhold'
  readonly noise: null
}

/** What both kinds ask of a cell. Counts are cases. */
interface PolicyRules {
  readonly id: string
  /** A cell or complement below this is never shown. */
  readonly minimumCases: number
  /** A category below this, or from fewer contributors, is joined with others of its coarser category. */
  readonly minimumCategory: number
  readonly minimumContributors: number
  /** What must remain of a cell when any one contributor subtracts its own. */
  readonly minimumOthers: number
  /** Three-way figures: cases and contributors. */
  readonly threeWay: { readonly minimumCases: number; readonly minimumContributors: number }
  /** Percentages need a base of this many cases. */
  readonly minimumBase: number
  readonly smallestEdition: number
  /** Crosstabs wait until a volume holds this many cases. */
  readonly smallestVolume: number
  /** … or this many, by the recorded decision of two editors. */
  readonly smallestVolumeByDecision: number
  /**
   * The rules of structure (promise P89): which lines, bases and differences a table has. Absent in policies of version 1, under which
   * structure followed from exact counts.
   */
  readonly structure?: StructureRules | undefined
}

/** What the structure of tables may depend on. Counts are cases. */
export interface StructureRules {
  /** What must remain of an edition when any one organisation or holding takes its own cases away. */
  readonly smallestEditionOthers: number
}

/** The cases of one edition, as the store held them when they were opened. */
export interface EditionCounted {
  readonly id: string
  readonly questionnaire: string
  /** Keyed digest of the ids and versions of the cases counted, made by the store: `publish` compares it with what is held now. */
  readonly digest: string
  /** Keyed digest of the persons counted among them, made by the build under the edition's secret: reports joined by an editor are one person. */
  readonly persons: string
}

/** Consecutive editions whose crosstabs are counted together. Single tables belong to an edition, crosstabs to a volume. */
export interface Volume {
  readonly id: string
  readonly editions: readonly string[]
  /** Two editors decided, on record, that a volume of fewer cases than usual is enough. */
  readonly byDecision: boolean
}

/**
 * How many persons the cases of a case set are: at most `most`, and fewer by at most `lookAlikes`, the cases whose codes agree with
 * another partner's so that they may be the same person. Both are published figures: withheld where too few.
 */
export interface PersonsCounted {
  /** An edition of this bundle, or its volume. */
  readonly slice: string
  readonly most: ReleasedCell
  readonly lookAlikes: ReleasedCell
}

/**
 * Where the cases of a bundle came from. Facts of the register and of decisions; of cases it says only how many were left out because they were not
 * what an organisation had sent.
 */
export interface Provenance {
  /** The register of organisations and keys that two people signed. */
  readonly register: {
    readonly number: number
    /** SHA-256 of its canonical JSON, hexadecimal. */
    readonly checksum: string
    /** Fingerprints of the keys of those who signed it. */
    readonly signers: readonly string[]
  }
  /** For each counted edition. */
  readonly editions: readonly {
    readonly id: string
    /** Organisations of the register that had no key yet: their cases are accepted without a signature. */
    readonly organisationsWithoutKey: number
    /** Cases that were opened and not counted, by a decision that two people signed. */
    readonly leftOut: number
    /** Commitments to the statements of this build, sorted, hexadecimal: an organisation finds its own among them. Empty where an earlier bundle holds them. */
    readonly statements: readonly string[]
  }[]
}

/** Version 2 came with the rules of structure; bundles of version 1 stay readable. */
export type BundleSchema = 'jnatip-bundle/1' | 'jnatip-bundle/2'

export interface Manifest {
  readonly schema: BundleSchema
  /** Editions whose single tables this bundle brings; those of an edition published before are not made again. */
  readonly editions: readonly EditionCounted[]
  /** The volume whose crosstabs this bundle brings, with every edition in it; null while they wait for more cases. */
  readonly volume: Volume | null
  /** What the editions of the volume held, published before or now. */
  readonly counted: readonly EditionCounted[]
  /** For each edition and for the volume of this bundle. */
  readonly persons: readonly PersonsCounted[]
  readonly policy: Policy
  /** A fictional network says so on every page and file. */
  readonly fictional: boolean
  /** Absent in bundles of networks whose organisations do not sign their cases. */
  readonly provenance?: Provenance | undefined
  /** Checksum of the newest bundle published before, hexadecimal; null for the first: releases form a chain. */
  readonly previous: string | null
  /** `slice/table` in order. */
  readonly tables: readonly string[]
  /** SHA-256 over the manifest and the checksums of tables and routes in that order, hexadecimal. */
  readonly checksum: string
}

export interface Bundle {
  readonly manifest: Manifest
  readonly tables: readonly ReleasedTable[]
  /** The tree of journeys is a three-way figure and comes with a volume. */
  readonly routes: ReleasedJourneys | null
}
