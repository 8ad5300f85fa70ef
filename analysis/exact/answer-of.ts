/** One answer of a case that has been read. */
import type { RecordReading } from './record-reading.ts'
import { STATES } from './snapshot.ts'

/** The code that the case gave to a question with one answer; null where it gave none. @throws RangeError for a multiple answer */
export function answerOf({ at: { page, row } }: Pick<RecordReading, 'at'>, id: string): string | null {
  const column = page.columns.get(id)
  if (column?.kind !== 'single') throw new RangeError('no question with one answer')
  const code = column.data[row]!
  return code < STATES.length ? null : column.codes[code]!
}
