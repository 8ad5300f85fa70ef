/**
 * The whole import of a partner's file, for the page and the command line alike: open, plan, decide, apply. It runs on the
 * partner's own machine; nothing is sent from here.
 */
import type { CheckContext } from '../answers/checks.ts'
import type { IdentifierDetector } from '../identifiers/detect.ts'
import { ProblemError } from '../problem.ts'
import type { Group } from '../questionnaire/question.ts'
import { casesCsvReader } from './cases-csv.ts'
import { type ColumnPlan, planTable } from './column-plan.ts'
import { ctdc2021Reader } from './ctdc-2021.ts'
import { MAPPED_COLUMNS } from './ctdc-2021-columns.ts'
import { CTDC_2024_COLUMNS, ctdc2024Reader } from './ctdc-2024.ts'
import type { FileRow } from './delimited.ts'
import { type FileReader, refuseFile, tidyCell } from './file-reader.ts'
import { type GroupRows, groupReader } from './group-rows.ts'
import { type ImportReport, Judge, type Outcome, type RowReader } from './judge.ts'
import { decidedWords, type Mapping, NO_MAPPING } from './mapping.ts'
import type { OpenedFile } from './open-file.ts'
import { tableReader } from './table.ts'

/** `table` is a sheet of no known kind: meanings of its columns are proposed for the partner to confirm. */
export const FILE_KINDS = ['cases', 'ctdc-2021', 'ctdc-2024', 'htcds', 'table', 'submissions'] as const
export type PartnerFileKind = (typeof FILE_KINDS)[number]

export interface ImportDecisions {
  readonly mapping?: Mapping
  /** Of a workbook, from 1. */
  readonly sheet?: number
  /** The two further files of our own CSV. */
  readonly routeLegs?: GroupRows
  readonly contactSteps?: GroupRows
  /** Positions from 1 of unknown columns of our own CSV. */
  readonly leaveOut?: readonly number[]
}

export interface Import {
  /** In the order of the file; each row once. */
  readonly outcomes: Iterable<Outcome>
  /** Complete once all outcomes were taken. */
  report(): ImportReport
}

/** The kind of a file, by its headings. */
export function kindOfFile(file: OpenedFile, sheet?: number): PartnerFileKind {
  if (file.bodies) return 'submissions'
  const first: (readonly string[])[] = []
  for (const { cells } of file.rows(sheet)) {
    first.push(cells.map(tidyCell))
    if (first.length >= 12) break
  }
  const heading = first[0] ?? []
  if (count(heading, MAPPED_COLUMNS) > 20) return 'ctdc-2021'
  if (count(heading, CTDC_2024_COLUMNS) > 15) return 'ctdc-2024'
  if (heading.includes('partner_case_key') && heading.includes('registration_year')) return 'cases'
  if (first.some((cells) => cells.filter((cell) => /^(?:\w+[/:])*(?:prs|vic|cas|con|hte|org|per|spl|cco)_\w+$/.test(cell)).length > 2))
    return 'htcds'
  return 'table'
}

const count = (cells: readonly string[], names: readonly string[]) => cells.filter((cell) => names.includes(cell)).length

/**
 * Which sheet of a workbook to read: the first whose headings are ours or a standard's, else the first visible one. Never several: a
 * copy of a sheet would double its cases.
 */
export function chooseSheet(file: OpenedFile): { readonly sheet: number | undefined; readonly description: readonly string[] } {
  if (file.sheets.length === 0) return { sheet: undefined, description: [] }
  const seen = file.sheets.filter((sheet) => !sheet.hidden)
  const filled = (seen.length > 0 ? seen : file.sheets).filter((sheet) => !isEmpty(file.rows(sheet.position)))
  const chosen = filled.find((sheet) => kindOfFile(file, sheet.position) !== 'table') ?? filled[0]
  if (!chosen) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  const others = file.sheets.length - 1
  return {
    sheet: chosen.position,
    description: [
      `sheet ${chosen.position} of ${file.sheets.length} is read${others > 0 ? `; ${others} others are not, so that a copy doubles nothing` : ''}`,
    ],
  }
}

function isEmpty(rows: Iterable<FileRow>): boolean {
  for (const _ of rows) return false
  return true
}

/** Plans a table whole: every word that waits for a yes is in it. @throws ProblemError `invalid-file` */
export const planFile = (
  file: OpenedFile,
  detector: IdentifierDetector,
  { mapping = NO_MAPPING, sheet }: ImportDecisions = {},
): ColumnPlan => planTable(file.rows(sheet), detector, mapping)

/**
 * Reads and judges a file of a kind. @throws ProblemError `invalid-file` before the first row where the file as a whole is
 * refused: a column unknown, doubled, missing or undecided
 */
export function importFile(
  file: OpenedFile,
  kind: PartnerFileKind,
  context: CheckContext,
  detector: IdentifierDetector,
  decisions: ImportDecisions = {},
): Import {
  const judge = new Judge(context)
  if (kind === 'submissions') {
    if (!file.bodies) throw refuseFile([{ pointer: '', rule: 'no_submissions' }])
    const outcomes = judge.bodies(file.bodies())
    const columns = { mapped: [], generalised: [], dropped: [], unknown: [] }
    return { outcomes, report: () => judge.report({ columns, unmapped: {}, notes: [], readings: {} }, file.description, []) }
  }
  if (kind === 'htcds' || kind === 'table') return importTable(file, judge, detector, decisions)
  const rows = file.rows(decisions.sheet)[Symbol.iterator]()
  const first = rows.next()
  if (first.done) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  const reader = readerOf(kind, decisions)
  reader.header(first.value.cells)
  const width = first.value.cells.length
  return {
    outcomes: judge.table(padded(rest(rows), file.format === 'xlsx' ? width : 0), asRowReader(reader)),
    report: () => judge.report(asRowReader(reader).report(), file.description, []),
  }
}

function importTable(
  file: OpenedFile,
  judge: Judge,
  detector: IdentifierDetector,
  { mapping = NO_MAPPING, sheet }: ImportDecisions,
): Import {
  const plan = planTable(file.rows(sheet), detector, mapping)
  const table = tableReader(plan, mapping, detector)
  const reader: RowReader = {
    row: (cells, row) => table.row(cells, row),
    report: () => ({ columns: table.columns(), unmapped: {}, notes: table.notes(), readings: table.readings() }),
  }
  return {
    outcomes: judge.table(below(file.rows(sheet), plan.firstRow), reader),
    report: () => judge.report(reader.report(), file.description, plan.columns),
  }
}

function* below(rows: Iterable<FileRow>, firstRow: number): Generator<FileRow> {
  for (const row of rows) if (row.row >= firstRow) yield row
}

function readerOf(
  kind: 'cases' | 'ctdc-2021' | 'ctdc-2024',
  { mapping, routeLegs, contactSteps, leaveOut = [] }: ImportDecisions,
): FileReader {
  switch (kind) {
    case 'ctdc-2021':
      return ctdc2021Reader()
    case 'ctdc-2024':
      return ctdc2024Reader()
    case 'cases':
      return casesCsvReader({
        leaveOut,
        ...(routeLegs ? { routeLegs } : {}),
        ...(contactSteps ? { contactSteps } : {}),
        ...(mapping ? { decided: decidedWords(mapping) } : {}),
      })
  }
}

function asRowReader(reader: FileReader): RowReader {
  return {
    row: (cells, row) => reader.row(cells, row),
    report() {
      const { columns, unmapped, notes } = reader.report()
      return { columns, unmapped, notes, readings: {} }
    },
  }
}

function* rest(rows: Iterator<FileRow>): Generator<FileRow> {
  for (let next = rows.next(); !next.done; next = rows.next()) yield next.value
}

/** A workbook does not write empty cells at the end of a row. */
function* padded(rows: Iterable<FileRow>, width: number): Generator<FileRow> {
  for (const { cells, row } of rows) {
    if (width === 0 || cells.length >= width) yield { cells: width > 0 ? trimmed(cells, width) : cells, row }
    else yield { cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')], row }
  }
}

const trimmed = (cells: readonly string[], width: number) =>
  cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : cells

/** Whether the error says that the file as a whole waits for decisions, rather than that it cannot be read. */
export const waitsForDecisions = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.slug === 'invalid-file' &&
  error.errors.length > 0 &&
  error.errors.every(
    ({ rule, pointer }) => ['unknown_column', 'undecided_column', 'missing_column'].includes(rule) && pointer.startsWith('/columns/'),
  )

/** Legs and steps of a workbook of ours: the sheets that carry these names. */
export function groupsOfWorkbook(file: OpenedFile): Pick<ImportDecisions, 'routeLegs' | 'contactSteps'> {
  const legs = groupOfSheet(file, 'route_legs')
  const steps = groupOfSheet(file, 'contact_steps')
  return { ...(legs ? { routeLegs: legs } : {}), ...(steps ? { contactSteps: steps } : {}) }
}

function groupOfSheet(file: OpenedFile, group: Group): GroupRows | undefined {
  const sheet = file.sheets.find(({ name }) => tidyCell(name) === group)
  if (!sheet) return undefined
  const reader = groupReader(group)
  let width = 0
  for (const { cells, row } of file.rows(sheet.position)) {
    if (width > 0) reader.row([...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')], row)
    else reader.header(cells)
    width ||= cells.length
  }
  return reader.rows()
}
