/**
 * Rows of a planned table as submissions. What no column answers becomes "not asked"; what follows from a column by its meaning (an
 * exploitation in a prefecture took place in Japan) is added, and counted in the report.
 */

import type { IdentifierDetector } from '../../identifiers/detect.ts'
import { type Issue, ProblemError } from '../../problem.ts'
import { CellTally, isBlank } from '../cell-fates.ts'
import { type ColumnReport, refuseFile } from '../file-reader.ts'
import { kept } from '../own-columns/group-rows.ts'
import { decidedWords, type Mapping, wholeAnswers } from '../plan/mapping.ts'
import type { ColumnPlan, PlannedColumn } from '../plan/planned-columns.ts'
import { type HtcdsParts, togetherInHtcds } from '../published/htcds.ts'
import { htcdsWords } from '../published/htcds-words.ts'
import type { FileRow } from '../texts/delimited.ts'
import type { CellContext } from './cell.ts'
import { type LineKind, lineOfTable } from './footer-lines.ts'
import { NOTES, type ReadingNote } from './notes.ts'
import { submissionOf } from './row-submission.ts'
import { type Collected, type Cut, collect } from './table-cells.ts'

export interface TableReader {
  /** Whether the row is no case, by its words alone: a total, a note, a row of tags. */
  lineKind(row: FileRow): LineKind | null
  /** @throws ProblemError `invalid-submission`: this row is refused, the others are not concerned */
  row(row: FileRow, cells?: CellTally): object
  columns(): ColumnReport
  /** What was read in a way that the partner should know, in words, with how often. */
  notes(): readonly string[]
  /** The same, counted by name. */
  readings(): Readonly<Partial<Record<ReadingNote, number>>>
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
  const known = new Set(plan.columns.map(({ position }) => position))
  const read = plan.columns.filter((column) => column.fate === 'mapped')
  // A row may end before columns that are left out; one that ends earlier has lost cells.
  const headed = Math.max(0, ...plan.columns.filter(({ fate }) => fate !== 'left_out').map(({ position }) => position))
  const byKind = plan.columns.filter((column) => column.fate === 'dropped')
  const leftOut = plan.columns.filter((column) => column.fate === 'left_out')
  const hasKey = read.some((column) => column.target?.question === 'partner_case_key' && !column.numbered)
  const noted = (id: string, reading: Cut) => {
    if (reading.cut) {
      generalised.add(id)
      count(reading.cut)
    }
    if (reading.calendar) count(reading.calendar)
  }
  return {
    lineKind: ({ cells }) => lineOfTable(cells, plan.columns, context),
    row(row, fates = new CellTally()) {
      const { cells, row: rowNumber, shown } = row
      rows++
      const found: Collected = { answers: { ...whole }, leg: {}, step: {}, parts: {}, issues: [], behind: new Map() }
      if (cells.length < headed || cells.some((cell, at) => !known.has(at + 1) && !isBlank(cell)))
        found.issues.push({ pointer: `/rows/${rowNumber}`, rule: 'ragged_row' })
      for (const column of byKind) if (fills(row, column)) fates.drop(column.kind as string)
      for (const column of leftOut) if (fills(row, column)) fates.leftOut++
      for (const column of read) if (fills(row, column)) collect(column, row, found, context, fates, noted)
      if (!hasKey) {
        found.answers.partner_case_key = `row-${String(rowNumber).padStart(6, '0')}`
        count('keys')
      } else if (shown && read.some(({ target, position }) => target?.question === 'partner_case_key' && shown.has(position - 1)))
        count('shown')
      const key = found.answers.partner_case_key
      if (typeof key === 'string') {
        if (seen.has(kept(key))) found.issues.push({ pointer: '/answers/partner_case_key', rule: 'duplicate_key' })
        seen.add(kept(key))
      }
      if (plan.standard) partFates(found.parts, togetherInHtcds(found.parts as HtcdsParts, found), fates)
      if (found.issues.length > 0) throw new ProblemError('invalid-submission', found.issues)
      return submissionOf(found, count, (id) => fates.takeBack('does_not_arise', found.behind.get(id) ?? 0, `/answers/${id}`))
    },
    columns: () => columnReport(plan, generalised),
    readings: () => Object.fromEntries(counts),
    notes: () => [
      ...(plan.standard && rows > 0 ? HTCDS_READINGS : []),
      ...(Object.keys(NOTES) as ReadingNote[]).filter((note) => counts.has(note)).map((note) => `${counts.get(note)} ${NOTES[note].en}`),
    ],
  }
}

const fills = ({ cells, faults }: FileRow, { position }: PlannedColumn) =>
  !isBlank(cells[position - 1] ?? '') || (faults?.has(position - 1) ?? false)

/** A part that said nothing together with the others is left out, as the standard's crosswalk has nothing for it. */
function partFates(parts: Readonly<Record<string, string>>, used: ReadonlySet<string>, fates: CellTally): void {
  for (const [part, cell] of Object.entries(parts)) {
    if (part === 'types' || cell === '') continue
    if (used.has(part)) fates.answers++
    else fates.leftOut++
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
  for (const { position, fate, keys } of plan.columns) {
    if (fate === 'unknown') issues.push({ pointer: `/columns/${position}`, rule: 'unknown_column' })
    if (fate === 'proposed')
      issues.push({ pointer: `/columns/${position}`, rule: (keys?.names ?? 0) > 0 ? 'keys_look_like_names' : 'undecided_column' })
  }
  for (const id of plan.wholeFile) if (mapping.whole[id] === undefined) issues.push({ pointer: `/columns/${id}`, rule: 'missing_column' })
  if (issues.length > 0) throw refuseFile(issues)
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
