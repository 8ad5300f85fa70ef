/**
 * What must not compile. Each line under an `@ts-expect-error` is a mistake that the types catch; if one starts to compile, the
 * check of the types fails here.
 */
import type { ExactTable } from '../../analysis/exact/exact-table.ts'
import type { ExportContext } from '../../analysis/publication/formats/data/export-context.ts'
import { tableCsv } from '../../analysis/publication/formats/data/table-csv.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { ReleasedCell, ReleasedTable } from '../../survey-schema/release/released-table.ts'

declare const exact: ExactTable
declare const table: ReleasedTable
declare const record: CaseRecord
declare const context: ExportContext

// @ts-expect-error an exact table has no way out
tableCsv(exact, context)

// @ts-expect-error nothing but disclosure control makes a released table
const forged: ReleasedTable = { id: 'gender@list', slice: 'e', axes: table.axes, cells: table.cells, policy: 'v1', checksum: '' }

// @ts-expect-error a withheld cell has no figure
const sized: ReleasedCell = { status: 'withheld', figure: 0 }

// @ts-expect-error a stored case has no name
const named: CaseRecord = { ...record, name: 'somebody' }

export const caught = [forged, sized, named]
