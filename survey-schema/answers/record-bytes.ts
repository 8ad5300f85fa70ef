/**
 * A record as 256 bytes, whatever it says, so that all ciphertexts are equally long. One byte a code, bit sets for multiple
 * answers, in questionnaire order (`columns.ts`); what is not used is zero. The same record always gives the same bytes.
 */

import { QUESTIONNAIRE_VERSIONS, type QuestionId } from '../questionnaire/index.ts'
import { isUnanswered, type Unanswered } from '../questionnaire/question.ts'
import type { Answer, CaseRecord, CheckId, ContactStep, JourneyLeg, MultipleAnswer } from '../release/case-record.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { answerCodes } from './answer-codes.ts'
import { COLUMNS, type Column, GROUP_ROWS } from './columns.ts'

export const RECORD_BYTES = 256

/** Layouts and questionnaires are numbered from 1 for ever: a byte once written keeps its meaning. */
const LAYOUT = 1
const QUESTIONNAIRES: readonly string[] = ['', ...QUESTIONNAIRE_VERSIONS]

const STATES: readonly Unanswered[] = ['unknown', 'declined', 'not_asked', 'not_applicable']
const CODES_FROM = STATES.length
const STEPS_NOT_ASKED = 255
const EMPTY_SLOT = 255
/** Three low bits of a bit set: 0 answered, else 1 + the state. */
const STATE_BITS = 3

const [LAYOUT_AT, QUESTIONNAIRE_AT, LEGS_AT, STEPS_AT, FLAGS_AT, CONFIRMED_AT] = [0, 1, 2, 3, 4, 7]
const FLAG_BYTES = 3

const corrupt = (): RangeError => new RangeError('not a case record')

/** @throws RangeError where the record holds a code that the questionnaire does not have, or too many rows */
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
    if (answer !== undefined) write(bytes, column, answer)
  }
  return bytes
}

/** @throws RangeError for bytes that `encodeRecord` cannot have made */
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
      answers[column.question] = read(bytes, column)
      continue
    }
    const row = (column.group === 'route_legs' ? legs : steps)[column.row]
    if (row) row[column.question] = readCode(bytes, column)
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

function answerAt(record: CaseRecord, column: Column): Answer | undefined {
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

function fail(): never {
  throw corrupt()
}

function codeByte(id: QuestionId, code: string): number {
  const at = answerCodes(id).indexOf.get(code)
  return at === undefined ? fail() : CODES_FROM + at
}

function write(bytes: Uint8Array, { form, question, offset, bytes: width }: Column, answer: Answer): void {
  if (form === 'ticks') writeTicks(bytes, question, offset, width, answer)
  else if (form === 'places') {
    bytes.fill(EMPTY_SLOT, offset, offset + width)
    if (isUnanswered(answer)) bytes[offset] = STATES.indexOf(answer)
    else if (!Array.isArray(answer) || answer.length > width) throw corrupt()
    else
      answer.forEach((code: string, at) => {
        bytes[offset + at] = codeByte(question, code)
      })
  } else if (isUnanswered(answer)) bytes[offset] = STATES.indexOf(answer)
  else if (form === 'year') {
    if (typeof answer !== 'number' || !Number.isInteger(answer) || answer < FIRST_YEAR || answer > LAST_YEAR) throw corrupt()
    bytes[offset] = CODES_FROM + answer - FIRST_YEAR
  } else bytes[offset] = typeof answer === 'string' ? codeByte(question, answer) : fail()
}

function writeTicks(bytes: Uint8Array, question: QuestionId, offset: number, width: number, answer: Answer): void {
  let bits = 0
  if (isUnanswered(answer)) bits = 1 + STATES.indexOf(answer)
  else if (Array.isArray(answer)) for (const code of answer) bits |= 1 << (STATE_BITS + codeByte(question, code as string) - CODES_FROM)
  else throw corrupt()
  for (let at = 0; at < width; at++) bytes[offset + at] = (bits >>> (8 * at)) & 0xff
}

function read(bytes: Uint8Array, column: Column): Answer {
  if (column.form === 'ticks') return readTicks(bytes, column)
  if (column.form === 'places') return readPlaces(bytes, column)
  if (column.form === 'code') return readCode(bytes, column)
  const byte = bytes[column.offset] as number
  const year = FIRST_YEAR + byte - CODES_FROM
  return STATES[byte] ?? (year <= LAST_YEAR ? year : fail())
}

function readCode(bytes: Uint8Array, { codes, offset }: Column): string {
  const byte = bytes[offset] as number
  return (byte < CODES_FROM ? STATES[byte] : codes[byte - CODES_FROM]) ?? fail()
}

/** Codes ascend, and empty slots follow them. */
function readPlaces(bytes: Uint8Array, { codes, offset, bytes: width }: Column): MultipleAnswer {
  const state = STATES[bytes[offset] as number]
  const found: string[] = []
  let last = CODES_FROM - 1
  for (let at = state ? 1 : 0; at < width; at++) {
    const byte = bytes[offset + at] as number
    if (byte === EMPTY_SLOT) last = Infinity
    else if (state || byte <= last) throw corrupt()
    else {
      found.push(codes[byte - CODES_FROM] ?? fail())
      last = byte
    }
  }
  return state ?? found
}

function readTicks(bytes: Uint8Array, { codes, offset, bytes: width }: Column): MultipleAnswer {
  let bits = 0
  for (let at = 0; at < width; at++) bits |= (bytes[offset + at] as number) << (8 * at)
  const state = bits & 0b111
  const ticked = bits >>> STATE_BITS
  if (ticked >>> codes.length !== 0 || state > STATES.length || (state > 0 && ticked !== 0)) throw corrupt()
  if (state > 0) return STATES[state - 1] as Unanswered
  const found: string[] = []
  for (let rest = ticked; rest !== 0; rest &= rest - 1) found.push(codes[31 - Math.clz32(rest & -rest)] as string)
  return found
}

const CHECK_IDS: readonly CheckId[] = Array.from({ length: 23 }, (_, at) => `R${at + 1}` as const).map((id) =>
  id.length === 2 ? (`R0${id.slice(1)}` as CheckId) : id,
)

function writeChecks(bytes: Uint8Array, offset: number, ids: readonly CheckId[]): void {
  for (const id of ids) {
    const at = CHECK_IDS.indexOf(id)
    if (at < 0) throw corrupt()
    bytes[offset + (at >> 3)] = (bytes[offset + (at >> 3)] as number) | (1 << (at & 7))
  }
}

function readChecks(bytes: Uint8Array, offset: number): readonly CheckId[] {
  if ((bytes[offset + FLAG_BYTES - 1] as number) >>> 7 !== 0) throw corrupt()
  if (bytes[offset] === 0 && bytes[offset + 1] === 0 && bytes[offset + 2] === 0) return []
  return CHECK_IDS.filter((_, at) => ((bytes[offset + (at >> 3)] as number) >> (at & 7)) & 1)
}
