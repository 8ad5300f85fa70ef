/**
 * A record as 256 bytes, whatever it says, so that all ciphertexts are equally long. One byte a code, bit sets for multiple
 * answers, in questionnaire order (`columns.ts`); what is not used is zero. The same record always gives the same bytes.
 */

import { QUESTIONNAIRE_VERSIONS } from '../questionnaire/index.ts'
import type { Answer, CaseRecord, ContactStep, JourneyLeg } from '../release/case-record.ts'
import { answerIn, codeIn, corrupt, fail, writeAnswer } from './answer-bytes.ts'
import { FLAG_BYTES, readChecks, writeChecks } from './check-bits.ts'
import { COLUMNS, GROUP_ROWS, type StoredColumn } from './columns.ts'

export const RECORD_BYTES = 256

/** Layouts and questionnaires are numbered from 1 for ever: a byte once written keeps its meaning. */
const LAYOUT = 1
const QUESTIONNAIRES: readonly string[] = ['', ...QUESTIONNAIRE_VERSIONS]

const STEPS_NOT_ASKED = 255

const [LAYOUT_AT, QUESTIONNAIRE_AT, LEGS_AT, STEPS_AT, FLAGS_AT, CONFIRMED_AT] = [0, 1, 2, 3, 4, 7]

/**
 * The record as `RECORD_BYTES` bytes, the same for the same record.
 * @throws RangeError where the record holds a code that the questionnaire does not have, or too many rows
 * @example encodeRecord(receive(body, context).record).length // 256
 */
export function encodeRecord(record: CaseRecord): Uint8Array {
  const bytes = new Uint8Array(RECORD_BYTES)
  const steps = record.contact_steps
  if (record.route_legs.length > GROUP_ROWS.route_legs || steps.length > (steps === 'not_asked' ? Infinity : GROUP_ROWS.contact_steps))
    throw corrupt()
  bytes[LAYOUT_AT] = LAYOUT
  bytes[QUESTIONNAIRE_AT] = positionOf(QUESTIONNAIRES, record.questionnaire)
  bytes[LEGS_AT] = record.route_legs.length
  bytes[STEPS_AT] = steps === 'not_asked' ? STEPS_NOT_ASKED : steps.length
  writeChecks(bytes, FLAGS_AT, record.flags)
  writeChecks(bytes, CONFIRMED_AT, record.confirmed)
  for (const column of COLUMNS) {
    const answer = answerAt(record, column)
    if (answer !== undefined) writeAnswer(bytes, column, answer)
  }
  return bytes
}

/**
 * The record that these bytes hold.
 * @throws RangeError for bytes that `encodeRecord` cannot have made
 * @example decodeRecord(encodeRecord(record)) // equals record
 */
export function decodeRecord(bytes: Uint8Array): CaseRecord {
  if (bytes.length !== RECORD_BYTES || bytes[LAYOUT_AT] !== LAYOUT) throw corrupt()
  const questionnaire = QUESTIONNAIRES[bytes[QUESTIONNAIRE_AT] as number]
  const legCount = bytes[LEGS_AT] as number
  const stepCount = bytes[STEPS_AT] as number
  if (!questionnaire || legCount > GROUP_ROWS.route_legs || (stepCount > GROUP_ROWS.contact_steps && stepCount !== STEPS_NOT_ASKED))
    throw corrupt()
  const answers: Record<string, Answer> = {}
  const legs: Record<string, string>[] = Array.from({ length: legCount }, () => ({}))
  const steps: Record<string, string>[] = Array.from({ length: stepCount === STEPS_NOT_ASKED ? 0 : stepCount }, () => ({}))
  let used = CONFIRMED_AT + FLAG_BYTES
  for (const column of COLUMNS) {
    used = column.offset + column.bytes
    if (column.group === null) {
      answers[column.question] = answerIn(bytes, column)
      continue
    }
    const row = (column.group === 'route_legs' ? legs : steps)[column.row]
    if (row) row[column.question] = codeIn(bytes, column)
    else if (bytes[column.offset] !== 0) throw corrupt()
  }
  for (let at = used; at < RECORD_BYTES; at++) if (bytes[at] !== 0) throw corrupt()
  return {
    questionnaire,
    answers,
    route_legs: legs as unknown as readonly JourneyLeg[],
    contact_steps: stepCount === STEPS_NOT_ASKED ? 'not_asked' : (steps as unknown as readonly ContactStep[]),
    flags: readChecks(bytes, FLAGS_AT),
    confirmed: readChecks(bytes, CONFIRMED_AT),
  }
}

function positionOf(list: readonly string[], entry: string): number {
  const at = list.indexOf(entry)
  if (at < 1) throw corrupt()
  return at
}

function answerAt(record: CaseRecord, column: StoredColumn): Answer | undefined {
  if (column.group === null) {
    const answer = record.answers[column.question]
    if (answer === undefined) throw corrupt()
    return answer
  }
  const rows = record[column.group]
  if (rows === 'not_asked') return undefined
  const row = rows[column.row] as Readonly<Record<string, string>> | undefined
  return row && (row[column.question] ?? fail())
}
