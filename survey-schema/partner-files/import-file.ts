/**
 * The whole import of a partner's file, for the page and the command line alike: open, plan, decide, apply. It runs on the
 * partner's own machine; nothing is sent from here.
 */
import type { CheckContext } from '../answers/checks.ts'
import type { IdentifierDetector } from '../identifiers/detect.ts'
import { ProblemError } from '../problem.ts'
import { casesCsvReader } from './cases-csv.ts'
import { planTable } from './column-plan.ts'
import { ctdc2021Reader } from './ctdc-2021.ts'
import { ctdc2024Reader } from './ctdc-2024.ts'
import type { FileRow } from './delimited.ts'
import { fromHeading, type NamedKind, type PartnerFileKind } from './file-kind.ts'
import { type FileReader, refuseFile } from './file-reader.ts'
import { formExportReader } from './form-export.ts'
import type { GroupRows } from './group-rows.ts'
import { type ImportReport, Judge, type JudgedRow, type RowReader } from './judge.ts'
import { decidedWords, type Mapping, NO_MAPPING } from './mapping.ts'
import type { OpenedFile } from './open-file.ts'
import type { ColumnPlan } from './planned-columns.ts'
import { evenRows, mayEndEarly, withoutEmptyEnd } from './row-width.ts'
import { tableReader } from './table.ts'

export interface ImportDecisions {
  readonly mapping?: Mapping
  /** Of a workbook, from 1. */
  readonly sheet?: number
  /** The two further files or sheets of our own cases, or of an exported form. */
  readonly routeLegs?: GroupRows
  readonly contactSteps?: GroupRows
  /** Positions from 1 of unknown columns of our own cases, or of an exported form. */
  readonly leaveOut?: readonly number[]
}

export interface FileImport {
  /** In the order of the file; each row once. */
  readonly outcomes: Iterable<JudgedRow>
  /** Complete once all outcomes were taken. */
  report(): ImportReport
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
): FileImport {
  const judge = new Judge(context)
  if (kind === 'submissions') {
    if (!file.bodies) throw refuseFile([{ pointer: '', rule: 'no_submissions' }])
    const outcomes = judge.bodies(file.bodies())
    const columns = { mapped: [], generalised: [], dropped: [], unknown: [] }
    return { outcomes, report: () => judge.report({ columns, unmapped: {}, notes: [], readings: {} }, file.description, []) }
  }
  if (kind === 'htcds' || kind === 'table') return importTable(file, judge, detector, decisions)
  const { heading, data } = fromHeading(() => file.rows(decisions.sheet), kind)
  const names = withoutEmptyEnd(heading.cells)
  const reader = readerOf(kind, decisions)
  reader.header(names)
  return {
    outcomes: finished(judge.table(evenRows(data, names.length, mayEndEarly(file)), asRowReader(reader)), reader),
    report: () => judge.report(asRowReader(reader).report(), file.description, []),
  }
}

function* finished(outcomes: Iterable<JudgedRow>, reader: FileReader): Generator<JudgedRow> {
  yield* outcomes
  reader.finish?.()
}

function importTable(
  file: OpenedFile,
  judge: Judge,
  detector: IdentifierDetector,
  { mapping = NO_MAPPING, sheet }: ImportDecisions,
): FileImport {
  const plan = planTable(file.rows(sheet), detector, mapping)
  const table = tableReader(plan, mapping, detector)
  const reader: RowReader = {
    row: (cells, row) => table.row(cells, row),
    report: () => ({ columns: table.columns(), unmapped: {}, notes: table.notes(), readings: table.readings() }),
  }
  return {
    outcomes: judge.table(evenRows(below(file.rows(sheet), plan.firstRow), plan.columns.length, mayEndEarly(file)), reader),
    report: () => judge.report(reader.report(), file.description, plan.columns),
  }
}

function* below(rows: Iterable<FileRow>, firstRow: number): Generator<FileRow> {
  for (const row of rows) if (row.row >= firstRow) yield row
}

function readerOf(kind: NamedKind, { mapping, routeLegs, contactSteps, leaveOut = [] }: ImportDecisions): FileReader {
  switch (kind) {
    case 'ctdc-2021':
      return ctdc2021Reader()
    case 'ctdc-2024':
      return ctdc2024Reader()
    case 'form':
      return formExportReader({
        leaveOut,
        ...(routeLegs ? { routeLegs } : {}),
        ...(contactSteps ? { contactSteps } : {}),
      })
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

/** Whether the error says that the file as a whole waits for decisions, rather than that it cannot be read. */
export const waitsForDecisions = (error: unknown): boolean =>
  error instanceof ProblemError &&
  error.slug === 'invalid-file' &&
  error.errors.length > 0 &&
  error.errors.every(
    ({ rule, pointer }) => ['unknown_column', 'undecided_column', 'missing_column'].includes(rule) && pointer.startsWith('/columns/'),
  )
