/**
 * All that counting keeps of a record. A record is looked at once, when it has been opened, and goes: as objects a hundred thousand of them need
 * a gigabyte, read in this way a tenth of it (measured: 9.5 kB and 0.9 kB a record). The pages of columns need not hold the cases that are counted together, nor
 * their order: `gather` picks the rows.
 */
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { type AgreeingCodes, agreeingCodes } from './agreeing-codes.ts'
import { embassiesThatKnow, knownToState } from './observers.ts'
import { type SnapshotRow, snapshotWriter } from './snapshot.ts'

export interface RecordReading {
  readonly at: SnapshotRow
  /** By these two reports may be of one person. */
  readonly codes: AgreeingCodes
  /** Whether the partner says that another organisation reports the case too. */
  readonly reportedElsewhere: boolean
  readonly knownToState: boolean
  /** Countries whose embassy knows the person. */
  readonly embassies: readonly string[]
}

const ROWS_A_PAGE = 1024

/** A function that reads one record after the other. @throws RangeError for a record with a code outside its list */
export function recordReader(): (record: CaseRecord) => RecordReading {
  let page = snapshotWriter(ROWS_A_PAGE)
  let row = 0
  return (record) => {
    if (row === ROWS_A_PAGE) {
      page = snapshotWriter(ROWS_A_PAGE)
      row = 0
    }
    page.write(row, record)
    return {
      at: { page: page.snapshot, row: row++ },
      codes: agreeingCodes(record),
      reportedElsewhere: record.answers.other_report_known === 'yes',
      knownToState: knownToState(record),
      embassies: embassiesThatKnow(record),
    }
  }
}
