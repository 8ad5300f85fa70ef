/** Cases from a file of any kind we read, one after the other, as submissions in the shape of section 3 of the questionnaire. */

import type { Group } from '../../../survey-schema/question.ts'
import { casesCsvReader } from '../../../survey-schema/reading/cases-csv.ts'
import { ctdc2021Reader } from '../../../survey-schema/reading/ctdc-2021.ts'
import type { ConvertReport, FileReader } from '../../../survey-schema/reading/file-reader.ts'
import { refuseFile } from '../../../survey-schema/reading/file-reader.ts'
import { type GroupRows, groupReader } from '../../../survey-schema/reading/group-rows.ts'
import { type CsvRow, csvRows } from './csv.ts'
import { explained } from './explain.ts'

export const KINDS = ['ctdc-2021', 'cases-csv'] as const
export type FileKind = (typeof KINDS)[number]

export interface FileOptions {
  readonly kind: FileKind
  readonly routeLegs?: string
  readonly contactSteps?: string
  /** Positions from 1 of unknown columns to leave out. */
  readonly leaveOut?: readonly number[]
}

export interface SubmissionsFile {
  /** In the order of the file. */
  readonly submissions: Iterable<object>
  /** What was dropped and coarsened; complete once all submissions were taken. */
  report(): ConvertReport
}

/** @throws Refusal naming row and column, while the submissions are taken */
export function submissionsOf(path: string, { kind, routeLegs, contactSteps, leaveOut = [] }: FileOptions): SubmissionsFile {
  const reader =
    kind === 'ctdc-2021'
      ? ctdc2021Reader()
      : casesCsvReader({
          leaveOut,
          ...(routeLegs ? { routeLegs: groupRows(routeLegs, 'route_legs') } : {}),
          ...(contactSteps ? { contactSteps: groupRows(contactSteps, 'contact_steps') } : {}),
        })
  return { submissions: rowsOf(path, reader), report: () => reader.report() }
}

function* rowsOf(path: string, reader: FileReader): Generator<object> {
  const names: string[] = []
  try {
    const rows = csvRows(path, (column) => ours(reader, names, column))
    for (const { cells, row } of withHeading(rows, (heading) => {
      reader.header(heading)
      names.push(...heading)
    }))
      yield reader.row(cells, row)
  } catch (error) {
    throw explained(error, path)
  }
}

function groupRows(path: string, group: Group): GroupRows {
  const reader = groupReader(group)
  try {
    for (const { cells, row } of withHeading(
      csvRows(path, () => null),
      (heading) => reader.header(heading),
    ))
      reader.row(cells, row)
    return reader.rows()
  } catch (error) {
    throw explained(error, path)
  }
}

function* withHeading(rows: Iterable<CsvRow>, header: (cells: readonly string[]) => void): Generator<CsvRow> {
  let headed = false
  for (const row of rows) {
    if (headed) yield row
    else header(row.cells)
    headed = true
  }
  if (!headed) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
}

/** The name of a column if it is one of ours; a heading that is not may be somebody's name. */
function ours(reader: FileReader, names: readonly string[], column: number): string | null {
  const name = names[column - 1]?.replace(/^\uFEFF/, '').trim()
  return name !== undefined && reader.report().columns.mapped.includes(name) ? name : null
}
