/** Many records in little memory: 256 bytes each, decoded one at a time when they are counted. */

import { decodeRecord, encodeRecord, RECORD_BYTES } from '../../../survey-schema/answers/record-bytes.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'

const RECORDS_A_PAGE = 4096

export class PackedRecords {
  #pages: Uint8Array[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  /** @returns the row of the record */
  push(record: CaseRecord): number {
    const row = this.#length++
    const at = row % RECORDS_A_PAGE
    if (at === 0) this.#pages.push(new Uint8Array(RECORDS_A_PAGE * RECORD_BYTES))
    this.#pages.at(-1)?.set(encodeRecord(record), at * RECORD_BYTES)
    return row
  }

  /** @throws RangeError when the row is not there */
  record(row: number): CaseRecord {
    const page = this.#pages[Math.floor(row / RECORDS_A_PAGE)]
    if (!page || row >= this.#length) throw new RangeError('no such row')
    const from = (row % RECORDS_A_PAGE) * RECORD_BYTES
    return decodeRecord(page.subarray(from, from + RECORD_BYTES))
  }

  forEach(visit: (record: CaseRecord, row: number) => void): void {
    for (let row = 0; row < this.#length; row++) visit(this.record(row), row)
  }
}

/** All of them, packed. */
export function packed(records: Iterable<CaseRecord>): PackedRecords {
  const held = new PackedRecords()
  for (const record of records) held.push(record)
  return held
}
