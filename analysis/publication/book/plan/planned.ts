/** The plan of the book as data: which tables stand in which chapter, over which base, and what a reader learns from each. No figure is in it. */
import type { BookFigure } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'

/** `sum+new`: all editions added up, and the newest, side by side; `sum`: all editions only; `new`: the newest only. */
export type PlannedEditions = 'sum+new' | 'sum' | 'new' | 'none'

/** Computations for tables whose rows come from several published tables. */
export type DerivedName =
  | 'item-response'
  | 'official-series'
  | 'concentration'
  | 'journey-flows'
  | 'image-shift'
  | 'path-to-help'
  | 'three-counts'
  | 'official-beside'
  | 'protocol'
  | 'estimate'
  | 'rules'
  | 'cells-shown'

export type PlannedBlock =
  | {
      readonly kind: 'table'
      /** `variable@level`. */
      readonly rows: string
      readonly columns: string | null
      /** Whether a percentage is a share of the cases of its column (default) or of its row. */
      readonly shareOf?: 'row' | 'column'
    }
  | { readonly kind: 'routes' }
  | { readonly kind: 'derived'; readonly from: DerivedName }

export interface PlannedTable {
  /** `5.3` */
  readonly number: string
  readonly editions: PlannedEditions
  readonly title: Text
  readonly learns: Text
  readonly base: Text
  readonly blocks: readonly PlannedBlock[]
  readonly statistic: 'crosstab' | 'trend' | null
  readonly figures: readonly BookFigure['kind'][]
  readonly notes: readonly Text[]
  /** Why nothing of it is printed in this version; null for a table that is printed. */
  readonly later: Text | null
}

export interface PlannedChapter {
  readonly id: string
  readonly number: number
  readonly title: Text
  readonly tables: readonly PlannedTable[]
}

export type Plan = readonly PlannedChapter[]
