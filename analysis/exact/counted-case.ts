import type { RecordReading } from './record-reading.ts'

/** One person as an edition counts her. */
export interface CountedCase {
  /** Of the report that is counted. */
  readonly reading: RecordReading
  /** The organisation that made it, as an index into the list of holdings. */
  readonly organisation: number
  /** Organisations that reported the same person, by an editor's decision on duplicates: they too could subtract her. */
  readonly alsoReportedBy?: readonly number[]
  /** Of what these reported. It is not counted, but an observer who stands on any of these records knows her. */
  readonly alsoRead?: readonly RecordReading[]
  /** Record key: a whole number from 0 to 2^48 - 1, made under the edition's secret. */
  readonly key: number
}
