/**
 * Every column of a stored case, made from the questionnaire: what it holds, its privacy class, and where it lies in the
 * fixed-length record. Nothing else of a case is stored.
 */

import { QUESTIONS, type QuestionId } from '../questionnaire/index.ts'
import type { Group, PrivacyClass } from '../questionnaire/question.ts'
import { answerCodes } from './answer-codes.ts'

/**
 * `code`: one byte, a state or a code. `year`: one byte, a state or years since 1980. `places`: one byte for each value
 * that may be named. `ticks`: three bits of state, then one bit a code.
 */
export type ColumnForm = 'code' | 'year' | 'places' | 'ticks'

export interface StoredColumn {
  /** The question, with the row from 1 where it stands in a group: `leg_purpose.2`. */
  readonly id: string
  readonly question: QuestionId
  readonly group: Group | null
  /** From 0 within the group; 0 outside groups. */
  readonly row: number
  readonly privacy: PrivacyClass
  readonly form: ColumnForm
  /** In the order of storage: the codes that a byte or a bit stands for. Empty for a year. */
  readonly codes: readonly string[]
  /** Bytes from the start of the record. */
  readonly offset: number
  readonly bytes: number
}

/** Before the answers: layout, questionnaire, number of legs, number of steps, flags (3), confirmed flags (3). */
export const HEADER_BYTES = 10

/** Most rows that a record can hold, for each of the two groups. */
export const GROUP_ROWS = { route_legs: 8, contact_steps: 6 } as const satisfies Readonly<Record<Group, number>>

export const COLUMNS: readonly StoredColumn[] = layOut()

/** Bytes in use; the rest of the record is zero. */
export const USED_BYTES = COLUMNS.reduce((sum, column) => sum + column.bytes, HEADER_BYTES)

function layOut(): readonly StoredColumn[] {
  const columns: StoredColumn[] = []
  let offset = HEADER_BYTES
  for (const question of QUESTIONS) {
    if (question.type === 'text') continue
    const form: ColumnForm =
      question.type === 'date_precision' ? 'year' : question.type === 'single' ? 'code' : question.list ? 'places' : 'ticks'
    const { codes } = answerCodes(question.id)
    const bytes = form === 'places' ? (question.max ?? 1) : form === 'ticks' ? Math.ceil((codes.length + 3) / 8) : 1
    const rows = question.group ? GROUP_ROWS[question.group] : 1
    for (let row = 0; row < rows; row++) {
      columns.push({
        id: question.group ? `${question.id}.${row + 1}` : question.id,
        question: question.id,
        group: question.group,
        row,
        privacy: question.privacy,
        form,
        codes,
        offset,
        bytes,
      })
      offset += bytes
    }
  }
  return columns
}
