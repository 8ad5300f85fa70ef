/**
 * The whole import of a partner's file, for the page and the command line alike: open, plan, decide, apply. It runs on the
 * partner's own machine; nothing is sent from here.
 */
import type { CheckContext } from '../answers/checks.ts'
import { RunningKeys } from '../identifiers/case-keys.ts'
import type { IdentifierDetector } from '../identifiers/detect.ts'
import { ProblemError } from '../problem.ts'
import { questionById } from '../questionnaire/index.ts'
import { fromHeading, kindOfFile, type NamedKind, type PartnerFileKind } from './file-kind.ts'
import { type FileReader, refuseFile } from './file-reader.ts'
import { type ImportReport, Judge, type JudgedRow, type RowReader } from './judge.ts'
import type { OpenedFile } from './open-file.ts'
import { casesCsvReader } from './own-columns/cases-csv.ts'
import { firstKeys, firstKeysOfBodies } from './own-columns/first-keys.ts'
import type { GroupRows } from './own-columns/group-rows.ts'
import { formExportReader } from './own-form/form-export.ts'
import { formColumnName } from './own-form/form-headings.ts'
import { planForm } from './own-form/form-plan.ts'
import { planTable } from './plan/column-plan.ts'
import { knownDecisions } from './plan/known-columns.ts'
import { type Mapping, NO_MAPPING } from './plan/mapping.ts'
import type { ColumnPlan } from './plan/planned-columns.ts'
import { ctdc2021Reader } from './published/ctdc-2021.ts'
import { ctdc2024Reader } from './published/ctdc-2024.ts'
import { NOTES, type ReadingNote } from './table/notes.ts'
import { tableReader } from './table/table.ts'
import type { FileRow } from './texts/delimited.ts'
import { evenRows, mayEndEarly, withoutEmptyEnd } from './texts/row-width.ts'

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
  /** The case references are running numbers: a server is told so. */
  readonly runningKeys: boolean
  /** In the order of the file; each row once. */
  readonly outcomes: Iterable<JudgedRow>
  /** Complete once all outcomes were taken. */
  report(): ImportReport
}

/** Plans a table whole: every word that waits for a yes is in it. @throws ProblemError `invalid-file` */
export function planFile(file: OpenedFile, detector: IdentifierDetector, decisions: ImportDecisions = {}): ColumnPlan {
  const { mapping = NO_MAPPING, sheet, leaveOut } = decisions
  if (kindOfFile(file, sheet) !== 'form') return planTable(file.rows(sheet), detector, mapping)
  return planForm(
    fromHeading(() => file.rows(sheet), 'form'),
    detector,
    mapping,
    leaveOut,
  )
}

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
  refuseUnused(kind, decisions)
  if (kind === 'submissions') {
    if (!file.bodies) throw refuseFile([{ pointer: '', rule: 'no_submissions' }])
    const runningKeys = firstKeysOfBodies(file.bodies()).running
    const judge = new Judge(withRunning(context, runningKeys))
    const outcomes = judge.bodies(file.bodies())
    const columns = { mapped: [], generalised: [], dropped: [], unknown: [] }
    return {
      runningKeys,
      outcomes,
      report: () => judge.report({ columns, unmapped: {}, notes: [], readings: {} }, file.description, []),
    }
  }
  if (kind === 'htcds' || kind === 'table') return importTable(file, context, detector, decisions)
  const { heading, above, data } = fromHeading(() => file.rows(decisions.sheet), kind)
  const reader = readerOf(kind, heading.cells, decisions)
  const keys = kind === 'cases' || kind === 'form' ? firstKeys(heading, data()) : null
  const runningKeys = keys?.running ?? false
  const judge = new Judge(withRunning(context, runningKeys))
  for (const row of [...above, heading]) judge.outside(row)
  const names = withoutEmptyEnd(heading.cells)
  reader.header(names)
  return {
    runningKeys,
    outcomes: finished(judge.table(evenRows(data(), names.length, mayEndEarly(file)), asRowReader(reader)), reader),
    report: () => judge.report(noted(asRowReader(reader).report(), file, keys?.names), file.description, []),
  }
}

/** Decisions that a kind of file does not take are refused, not passed over. */
function refuseUnused(kind: PartnerFileKind, { mapping = NO_MAPPING, leaveOut = [] }: ImportDecisions): void {
  const known = kind === 'cases' || kind === 'form'
  const list = kind === 'table' || kind === 'htcds'
  if (leaveOut.length > 0 && !known)
    throw refuseFile([{ pointer: '/leaveOut', rule: list ? 'leave_out_in_decisions' : 'decisions_not_used' }])
  const decided = mapping.columns.length > 0 || mapping.rest !== undefined
  if ((decided && !known && !list) || (Object.keys(mapping.whole).length > 0 && !list))
    throw refuseFile([{ pointer: '/mapping', rule: 'decisions_not_used' }])
}

function* finished(outcomes: Iterable<JudgedRow>, reader: FileReader): Generator<JudgedRow> {
  yield* outcomes
  reader.finish?.()
}

const withRunning = (context: CheckContext, running: boolean): CheckContext =>
  running ? { ...context, runningKeys: new RunningKeys() } : context

/**
 * Notes that no row tells: our own files are read without a question, so references that look like names are noted; and a workbook may hold
 * rows and columns that a person does not see.
 */
function noted(report: ReturnType<RowReader['report']>, { hidden }: OpenedFile, names = 0): ReturnType<RowReader['report']> {
  const more: readonly (readonly [ReadingNote, number])[] = [
    ['names', names],
    ['hidden', hidden?.rows ?? 0],
    ['hidden_columns', hidden?.columns.length ?? 0],
  ]
  const found = more.filter(([, count]) => count > 0)
  return {
    ...report,
    notes: [...report.notes, ...found.map(([note, count]) => `${count} ${NOTES[note].en}`)],
    readings: { ...report.readings, ...Object.fromEntries(found) },
  }
}

function importTable(
  file: OpenedFile,
  context: CheckContext,
  detector: IdentifierDetector,
  { mapping = NO_MAPPING, sheet }: ImportDecisions,
): FileImport {
  const plan = planTable(file.rows(sheet), detector, mapping)
  const table = tableReader(plan, mapping, detector)
  const runningKeys = plan.columns.some(({ keys, fate, numbered }) => fate === 'mapped' && !numbered && keys?.running)
  const judge = new Judge(withRunning(context, runningKeys))
  const reader: RowReader = {
    lineKind: (row) => table.lineKind(row),
    row: (row, cells) => table.row(row, cells),
    report: () => ({ columns: table.columns(), unmapped: {}, notes: table.notes(), readings: table.readings() }),
  }
  return {
    runningKeys,
    outcomes: judge.table(evenRows(below(file.rows(sheet), plan.firstRow, judge), plan.columns.length, mayEndEarly(file)), reader),
    report: () => judge.report(noted(reader.report(), file), file.description, plan.columns),
  }
}

function* below(rows: Iterable<FileRow>, firstRow: number, judge: Judge): Generator<FileRow> {
  for (const row of rows)
    if (row.row >= firstRow) yield row
    else judge.outside(row)
}

function readerOf(
  kind: NamedKind,
  headings: readonly string[],
  { mapping = NO_MAPPING, routeLegs, contactSteps, leaveOut = [] }: ImportDecisions,
): FileReader {
  if (kind === 'ctdc-2021') return ctdc2021Reader()
  if (kind === 'ctdc-2024') return ctdc2024Reader()
  const name = kind === 'form' ? formColumnName : (heading: string) => questionById(heading)?.id ?? null
  const { leaveOut: left, ...words } = knownDecisions(headings, name, mapping, leaveOut)
  const given = { leaveOut: left, ...(routeLegs ? { routeLegs } : {}), ...(contactSteps ? { contactSteps } : {}) }
  return kind === 'form' ? formExportReader({ ...given, words }) : casesCsvReader({ ...given, decided: words.decided })
}

function asRowReader(reader: FileReader): RowReader {
  return {
    row: (row, fates) => reader.row(row.cells, row.row, fates, row),
    rest: (cells) => reader.rest?.(cells) ?? 0,
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
    ({ rule, pointer }) =>
      ['unknown_column', 'undecided_column', 'missing_column', 'keys_look_like_names'].includes(rule) && pointer.startsWith('/columns/'),
  )
