/**
 * One answer as the bytes of its column (`columns.ts`): a byte for a code, a year or a state; a byte for each place; bit sets for
 * multiple answers. Numbers from 0 are states, then codes in the order of storage.
 */

import type { QuestionId } from '../questionnaire/index.ts'
import { isUnanswered, type Unanswered } from '../questionnaire/question.ts'
import type { Answer, MultipleAnswer } from '../release/case-record.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { answerCodes } from './answer-codes.ts'
import type { StoredColumn } from './columns.ts'

const STATES: readonly Unanswered[] = ['unknown', 'declined', 'not_asked', 'not_applicable']
const CODES_FROM = STATES.length
const EMPTY_SLOT = 255
/** Three low bits of a bit set: 0 answered, else 1 + the state. */
const STATE_BITS = 3

/** The one error of reading and writing records: it says nothing about their content. */
export const corrupt = (): RangeError => new RangeError('not a case record')

export function fail(): never {
  throw corrupt()
}

function codeByte(id: QuestionId, code: string): number {
  const at = answerCodes(id).indexOf.get(code)
  return at === undefined ? fail() : CODES_FROM + at
}

/** Writes the answer into the bytes of its column. @throws RangeError for a code that the column does not have */
export function writeAnswer(bytes: Uint8Array, { form, question, offset, bytes: width }: StoredColumn, answer: Answer): void {
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

/** The answer in the bytes of a column. @throws RangeError for bytes that `writeAnswer` cannot have made */
export function answerIn(bytes: Uint8Array, column: StoredColumn): Answer {
  if (column.form === 'ticks') return readTicks(bytes, column)
  if (column.form === 'places') return readPlaces(bytes, column)
  if (column.form === 'code') return codeIn(bytes, column)
  const byte = bytes[column.offset] as number
  const year = FIRST_YEAR + byte - CODES_FROM
  return STATES[byte] ?? (year <= LAST_YEAR ? year : fail())
}

/** As `answerIn`, for a column of one code. */
export function codeIn(bytes: Uint8Array, { codes, offset }: StoredColumn): string {
  const byte = bytes[offset] as number
  return (byte < CODES_FROM ? STATES[byte] : codes[byte - CODES_FROM]) ?? fail()
}

/** Codes ascend, and empty slots follow them. */
function readPlaces(bytes: Uint8Array, { codes, offset, bytes: width }: StoredColumn): MultipleAnswer {
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

function readTicks(bytes: Uint8Array, { codes, offset, bytes: width }: StoredColumn): MultipleAnswer {
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
