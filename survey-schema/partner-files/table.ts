/**
 * Rows of a planned table as submissions. What no column answers becomes "not asked"; what follows from a column by its meaning (an
 * exploitation in a prefecture took place in Japan) is added, and counted in the report.
 */

import type { IdentifierDetector } from '../identifiers/detect.ts'
import { type Issue, ProblemError } from '../problem.ts'
import type { QuestionId } from '../questionnaire/index.ts'
import { type CellContext, readCell } from './cell.ts'
import { type ColumnReport, questionOf, refuseFile, tidyCell } from './file-reader.ts'
import { kept } from './group-rows.ts'
import { type HtcdsParts, togetherInHtcds } from './htcds.ts'
import { htcdsWords } from './htcds-words.ts'
import { decidedWords, type Mapping, wholeAnswers } from './mapping.ts'
import { NOTES, type ReadingNote } from './notes.ts'
import type { ColumnPlan, PlannedColumn } from './planned-columns.ts'
import { type RowAnswers, submissionOf } from './row-submission.ts'
import { TICKS } from './tick-marks.ts'

export interface TableReader {
  /** @throws ProblemError `invalid-submission`: this row is refused, the others are not concerned */
  row(cells: readonly string[], rowNumber: number): object
  columns(): ColumnReport
  /** What was read in a way that the partner should know, in words, with how often. */
  notes(): readonly string[]
  /** The same, counted by name. */
  readings(): Readonly<Partial<Record<ReadingNote, number>>>
}

interface Collected extends RowAnswers {
  readonly parts: Record<string, string>
  readonly issues: Issue[]
}

/** @throws ProblemError `invalid-file` while a column waits for its "leave out" or its yes, or the file for an answer as a whole */
export function tableReader(plan: ColumnPlan, mapping: Mapping, detector: IdentifierDetector): TableReader {
  refuseUndecided(plan, mapping)
  const context: CellContext = {
    decided: decidedWords(mapping),
    detector,
    ...(plan.standard ? { declared: htcdsWords } : { handwritten: true as const }),
  }
  const whole = wholeAnswers(mapping)
  const counts = new Map<ReadingNote, number>()
  const generalised = new Set<string>()
  const seen = new Set<string>()
  const count = (note: ReadingNote) => void counts.set(note, (counts.get(note) ?? 0) + 1)
  let rows = 0
  const read = plan.columns.filter((column) => column.fate === 'mapped')
  // A row may end before columns that are left out; one that ends earlier has lost cells.
  const headed = Math.max(0, ...plan.columns.filter(({ fate }) => fate !== 'left_out').map(({ position }) => position))
  const hasKey = read.some((column) => column.target?.question === 'partner_case_key')
  return {
    row(cells, rowNumber) {
      rows++
      const found: Collected = { answers: { ...whole }, leg: {}, step: {}, parts: {}, issues: [] }
      const beyond = cells.slice(plan.columns.length).some((cell) => tidyCell(cell) !== '')
      if (beyond || cells.length < headed) found.issues.push({ pointer: `/rows/${rowNumber}`, rule: 'ragged_row' })
      for (const column of read)
        collect(column, cells[column.position - 1] ?? '', found, context, (id, reading) => {
          if (reading.cut) {
            generalised.add(id)
            count(reading.cut)
          }
          if (reading.calendar) count(reading.calendar)
        })
      if (!hasKey) {
        found.answers.partner_case_key = `row-${String(rowNumber).padStart(6, '0')}`
        count('keys')
      }
      const key = found.answers.partner_case_key
      if (typeof key === 'string') {
        if (seen.has(kept(key))) found.issues.push({ pointer: '/answers/partner_case_key', rule: 'duplicate_key' })
        seen.add(kept(key))
      }
      if (plan.standard) togetherInHtcds(found.parts as HtcdsParts, found)
      if (found.issues.length > 0) throw new ProblemError('invalid-submission', found.issues)
      return submissionOf(found, count)
    },
    columns: () => columnReport(plan, generalised),
    readings: () => Object.fromEntries(counts),
    notes: () => [
      ...(plan.standard && rows > 0 ? HTCDS_READINGS : []),
      ...(Object.keys(NOTES) as ReadingNote[]).filter((note) => counts.has(note)).map((note) => `${counts.get(note)} ${NOTES[note].en}`),
    ],
  }
}

const HTCDS_READINGS = [
  'con_Consent TRUE is read as person_informed with agreement to aggregate_tables, FALSE as no_basis: such a case is refused',
  'org_Type NGO is read as ngo_shelter, CentralGovernmentOrganisation as embassy; without org_Type the source is other',
  'vic_RelationshipToTrafficker and vic_MethodOfRecruitment are read as recruitment_mode recruited; Familial as relative, Acquainted as neighbour_acquaintance',
  'vic_TraffickingStatus decided by an authority is read as state_recognition, any other as org_judgement',
  'ChildLabour is read as forced_labour of a minor; ForcedMilitaryByNonStateActors as other',
  'vic_Vulnerabilities: Poverty, Discrimination and WorkEnvironment have no code among the circumstances',
  'prs_Birthdate is dropped: an age at registration must be banded by the partner first',
]

function refuseUndecided(plan: ColumnPlan, mapping: Mapping): void {
  const issues: Issue[] = []
  for (const { position, fate } of plan.columns) {
    if (fate === 'unknown') issues.push({ pointer: `/columns/${position}`, rule: 'unknown_column' })
    if (fate === 'proposed') issues.push({ pointer: `/columns/${position}`, rule: 'undecided_column' })
  }
  for (const id of plan.wholeFile) if (mapping.whole[id] === undefined) issues.push({ pointer: `/columns/${id}`, rule: 'missing_column' })
  if (issues.length > 0) throw refuseFile(issues)
}

type Cut = { readonly cut?: 'year' | 'band'; readonly calendar?: 'era' | 'buddhist' }

function collect(
  column: PlannedColumn,
  cell: string,
  found: Collected,
  context: CellContext,
  noted: (id: string, reading: Cut) => void,
): void {
  if (column.part !== null) {
    found.parts[column.part] = tidyCell(cell)
    return
  }
  if (!column.target) return
  const { question: id, code } = column.target
  if (code !== undefined) {
    tick(id, code, tidyCell(cell), found)
    return
  }
  if (id === 'exploitation_types') found.parts.types = tidyCell(cell)
  const reading = readCell(id, cell, context)
  const pointer = `/answers/${id}`
  if (reading.is === 'waiting') found.issues.push({ pointer, rule: 'undecided_word' })
  if (reading.is === 'refused') found.issues.push({ pointer, rule: reading.rule, ...(reading.kind ? { kind: reading.kind } : {}) })
  if (reading.is !== 'answer') return
  noted(id, reading)
  const { group } = questionOf(id)
  const into = group === 'route_legs' ? found.leg : group === 'contact_steps' ? found.step : found.answers
  into[id] = reading.value
}

/** A mark ticks the answer; an empty cell says nothing about it. */
function tick(id: QuestionId, code: string, cell: string, found: Collected): void {
  const ticked = Array.isArray(found.answers[id]) ? (found.answers[id] as string[]) : []
  if (cell === '') return
  if (TICKS.has(cell.toLowerCase())) found.answers[id] = [...new Set([...ticked, code])]
  else if (/^(?:0|n|no|false|×|無|なし|いいえ|-)$/i.test(cell)) found.answers[id] = found.answers[id] ?? ticked
  else found.issues.push({ pointer: `/answers/${id}`, rule: 'invalid_code' })
}

function columnReport(plan: ColumnPlan, generalised: ReadonlySet<string>): ColumnReport {
  const of = (fate: PlannedColumn['fate']) => plan.columns.filter((column) => column.fate === fate)
  return {
    mapped: [...new Set(of('mapped').map(({ target, part }) => target?.question ?? (part as string)))],
    generalised: [...generalised],
    dropped: of('dropped').map(({ position, kind }) => ({ position, kind: kind as string })),
    unknown: of('left_out').map(({ position }) => position),
  }
}
