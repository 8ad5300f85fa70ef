/** The cells of one row of a planned table: each becomes an answer, a gap, or is dropped, left out or refused at its place. */
import type { Issue } from '../../problem.ts'
import type { QuestionId } from '../../questionnaire/index.ts'
import { isUnanswered } from '../../questionnaire/question.ts'
import type { CellTally } from '../cell-fates.ts'
import { questionOf, tidyCell } from '../file-reader.ts'
import type { PlannedColumn } from '../plan/planned-columns.ts'
import type { FileRow } from '../texts/delimited.ts'
import { type CellContext, type CellReading, readCell } from './cell.ts'
import type { RowAnswers } from './row-submission.ts'
import { readTick, type TickReading } from './tick-marks.ts'

/** What the cells of a row said so far. */
export interface Collected extends RowAnswers {
  readonly parts: Record<string, string>
  readonly issues: Issue[]
  /** Cells behind each answer. */
  readonly behind: Map<string, number>
}

/** What was given up of an answer while it was read. */
export type Cut = { readonly cut?: 'year' | 'band'; readonly calendar?: 'era' | 'buddhist' }

/** Reads one cell of a row into its answers, its parts or its issues, and counts it. */
export function collect(
  column: PlannedColumn,
  { cells, shown, faults }: FileRow,
  found: Collected,
  context: CellContext,
  fates: CellTally,
  noted: (id: string, reading: Cut) => void,
): void {
  const at = column.position - 1
  const cell = cells[at] ?? ''
  const fault = faults?.get(at)
  if (column.part !== null) {
    found.parts[column.part] = tidyCell(cell)
    if (fault) refuse(column.part, fault, found, fates)
    return
  }
  if (!column.target) return
  const { question: id, code } = column.target
  if (fault) refuse(id, fault, found, fates)
  else if (column.numbered) fates.drop('personal_name')
  else if (code !== undefined) tick(column, readTick(column.target, cell, context.decided), found, fates)
  else {
    if (id === 'exploitation_types') found.parts.types = tidyCell(cell)
    const reading = readCell(id, questionOf(id).type === 'text' ? (shown?.get(at) ?? cell) : cell, context)
    if (unread(column, reading, found, fates) || reading.is !== 'answer') return
    noted(id, reading)
    keep(reading.of ?? id, reading.value, found, fates)
  }
}

function keep(id: string, value: unknown, found: Collected, fates: CellTally): void {
  const { group } = questionOf(id as QuestionId)
  const into = group === 'route_legs' ? found.leg : group === 'contact_steps' ? found.step : found.answers
  into[id] = value
  if (isUnanswered(value)) fates.gaps++
  else {
    fates.answers++
    found.behind.set(id, (found.behind.get(id) ?? 0) + 1)
  }
}

function refuse(id: string, rule: string, { issues }: Collected, fates: CellTally, kind?: string): void {
  issues.push({ pointer: `/answers/${id}`, rule, ...(kind ? { kind } : {}) })
  fates.refuse(rule)
}

/** What is no answer: left out, or on no list and meant as the partner said of all such words, or refused at its place. */
function unread({ target, rest }: PlannedColumn, reading: CellReading, found: Collected, fates: CellTally): boolean {
  const id = target?.question as QuestionId
  if (reading.is === 'left_out') {
    fates.leftOut++
    return true
  }
  if (reading.is !== 'waiting' && reading.is !== 'refused') return reading.is === 'empty'
  if (rest === null)
    refuse(
      id,
      reading.is === 'waiting' ? 'undecided_word' : reading.rule,
      found,
      fates,
      reading.is === 'refused' ? reading.kind : undefined,
    )
  else if (reading.is === 'refused' && reading.kind) fates.drop(reading.kind)
  else if (reading.is === 'refused' && !reading.rule.startsWith('invalid')) refuse(id, reading.rule, found, fates)
  else if (rest === '') fates.leftOut++
  else keep(id, rest, found, fates)
  return true
}

/** A mark ticks the answer; an empty cell says nothing about it. */
function tick(column: PlannedColumn, reading: TickReading, found: Collected, fates: CellTally): void {
  const { question: id, code } = column.target as { readonly question: QuestionId; readonly code: string }
  const ticked = Array.isArray(found.answers[id]) ? (found.answers[id] as string[]) : null
  if (reading === 'empty') return
  if (reading === 'ticked' || reading === 'not_ticked') {
    fates.answers++
    found.behind.set(id, (found.behind.get(id) ?? 0) + 1)
    found.answers[id] = reading === 'ticked' ? [...new Set([...(ticked ?? []), code])] : (ticked ?? [])
    return
  }
  if (unread(column, reading, { ...found, answers: ticked ? {} : found.answers }, fates) || reading.is !== 'answer') return
  fates.gaps++
  if (!ticked) found.answers[id] = reading.value
}
