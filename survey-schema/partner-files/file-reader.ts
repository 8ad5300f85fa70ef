/** What every reader of partner files offers, and how it refuses: row numbers and our own column names, never a cell. */
import { kindOfHeading } from '../identifiers/identifier-kinds.ts'
import { type Issue, ProblemError } from '../problem.ts'
import { type KnownQuestion, type QuestionId, questionById } from '../questionnaire/index.ts'
import { type CellTally, isBlank } from './cell-fates.ts'

export interface ColumnReport {
  /** Names of ours, or of the published format that is read. */
  readonly mapped: readonly string[]
  readonly generalised: readonly string[]
  /** Positions count from 1. */
  readonly dropped: readonly { readonly position: number; readonly kind: string }[]
  /** Positions of columns that the partner leaves out. */
  readonly unknown: readonly number[]
}

export interface ConvertReport {
  readonly rows: number
  readonly columns: ColumnReport
  /** Cells whose value had no mapping, by column; each became "not asked". */
  readonly unmapped: Readonly<Record<string, number>>
  readonly notes: readonly string[]
}

/** What the workbook says of a row beside its plain values, by index: see `FileRow`. */
export interface SeenCells {
  readonly faults?: ReadonlyMap<number, string>
  readonly shown?: ReadonlyMap<number, string>
}

/** Takes cells, not bytes: whoever holds the file splits it. `rowNumber` is the line as a person counts it. */
export interface FileReader {
  /** @throws ProblemError `invalid-file` for missing, unknown or doubled columns */
  header(cells: readonly string[]): ColumnReport
  /** A submission in the shape of questionnaire, section 3. @throws ProblemError `invalid-file` with the row number */
  row(cells: readonly string[], rowNumber: number, fates?: CellTally, seen?: SeenCells): object
  /** After the last row. @throws ProblemError `invalid-file` where something that was handed in belongs to no row */
  finish?(): void
  report(): ConvertReport
  /** Counts what is left over of further files once all rows were read. @returns cells outside their tables */
  rest?(cells: CellTally): number
}

/** Full-width letters and digits become plain, blanks at either end go. */
export const tidyCell = (cell: string): string => cell.normalize('NFKC').trim()

export const refuseFile = (errors: readonly Issue[]) => new ProblemError('invalid-file', errors)

/** Positions of the wanted columns; what else stands in the file is dropped by kind, left out on request, or refused. */
export interface Placed {
  readonly at: ReadonlyMap<string, number>
  readonly dropped: readonly { readonly position: number; readonly kind: string }[]
  readonly unknown: readonly number[]
  /** Columns without a heading, from 0: nothing may stand in them. */
  readonly unheaded: readonly number[]
  readonly width: number
}

export function placeColumns(
  cells: readonly string[],
  isOurs: (name: string) => boolean,
  required: readonly string[],
  leaveOut: readonly number[],
): Placed {
  const at = new Map<string, number>()
  const dropped: { position: number; kind: string }[] = []
  const unknown: number[] = []
  const unheaded: number[] = []
  const issues: Issue[] = []
  cells.forEach((cell, index) => {
    const name = tidyCell(index === 0 ? cell.replace(/^\uFEFF/, '') : cell)
    const position = index + 1
    const kind = kindOfHeading(name)
    if (leaveOut.includes(position)) unknown.push(position)
    else if (isOurs(name)) {
      if (at.has(name)) issues.push({ pointer: `/columns/${name}`, rule: 'duplicate_column' })
      at.set(name, index)
    } else if (kind) dropped.push({ position, kind })
    // What has no heading is no column as long as it has no value.
    else if (name === '') unheaded.push(index)
    else issues.push({ pointer: `/columns/${position}`, rule: 'unknown_column' })
  })
  for (const position of leaveOut) if (position > cells.length) issues.push({ pointer: `/columns/${position}`, rule: 'no_such_column' })
  for (const name of required) if (!at.has(name)) issues.push({ pointer: `/columns/${name}`, rule: 'missing_column' })
  if (issues.length > 0) throw refuseFile(issues)
  return { at, dropped, unknown, unheaded, width: cells.length }
}

/** A row has the header's width and nothing beside its columns, every cell was read, and bytes that were not of the encoding show as U+FFFD. */
export function checkRow(cells: readonly string[], placed: Placed, rowNumber: number, faults?: SeenCells['faults']): void {
  if (cells.length !== placed.width) throw refuseFile([{ pointer: `/rows/${rowNumber}`, rule: 'ragged_row' }])
  if (placed.unheaded.some((index) => !isBlank(cells[index] ?? '')))
    throw refuseFile([{ pointer: `/rows/${rowNumber}`, rule: 'cell_without_heading' }])
  for (const [name, index] of placed.at) {
    const fault = faults?.get(index)
    if (fault) throw refuseFile([{ pointer: `/rows/${rowNumber}/${name}`, rule: fault }])
    if (cells[index]?.includes('\uFFFD')) throw refuseFile([{ pointer: `/rows/${rowNumber}/${name}`, rule: 'not_utf8' }])
  }
}

/** Counts the cells of the columns that are dropped or left out. */
export function countUnread(cells: readonly string[], { dropped, unknown }: Placed, fates: CellTally): void {
  for (const { position, kind } of dropped) if (!isBlank(cells[position - 1] ?? '')) fates.drop(kind)
  for (const position of unknown) if (!isBlank(cells[position - 1] ?? '')) fates.leftOut++
}

/** The question with an id that the type already vouches for. */
export const questionOf = (id: QuestionId): KnownQuestion => questionById(id) as KnownQuestion
