/** The decisions of a partner as they are kept and shown: the shape alone, so that a page need not load what reads them. */
export const MAPPING_SCHEMA = 'jnatip-mapping/1'
export const LEAVE_OUT = 'leave out'

export interface MappedColumn {
  /** As it stands in the file; compared as headings are. */
  readonly heading: string
  /** An id of ours, `id=code` for a column that ticks one answer, or `leave out`. */
  readonly to: string
  /** Nothing here is applied without it. */
  readonly yes: boolean
  /** Words of the column, with their codes joined by `;`; an empty text leaves the answer out; one that begins with `?` waits. */
  readonly values?: Readonly<Record<string, string>>
  /** What every other word means that is on no list or waits: a state of the question, or empty to leave the answer out. */
  readonly rest?: string
  /** In a column of case references that look like names: they are kept, or the rows are numbered instead. */
  readonly keys?: 'keep' | 'number'
}

/** A word that waits for its meaning begins with this; the meanings it could have follow. */
export const WAITS = '?'

export interface Mapping {
  readonly schema: typeof MAPPING_SCHEMA
  /** Answers that hold for every case of the file, several joined by `;`. */
  readonly whole: Readonly<Record<string, string>>
  readonly columns: readonly MappedColumn[]
  /** A yes to every column below, read as it is written here. */
  readonly yes?: boolean
  /** `rest` of every column that says nothing of its own. Questions without states leave the answer out. */
  readonly rest?: string
}

export const NO_MAPPING: Mapping = { schema: MAPPING_SCHEMA, whole: {}, columns: [] }
