/**
 * The lines of a table that an erratum replaces. They stay as they were published, whatever was withdrawn or added: lines that come or go between two published
 * tables of nearly the same persons would tell of the few between.
 */
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { Variable } from '../../../survey-schema/variables/index.ts'
import { type Frame, frameOf } from '../../catalogue/frame.ts'
import type { Line } from '../../catalogue/line.ts'
import { publishedTable } from '../audit/linked-tables/audit-table.ts'
import type { Stands } from './line-threshold.ts'

/** Single tables as they were published, by id. */
export type ReplacedTables = ReadonlyMap<string, ReleasedTable>

/** The categories and joined categories of a single table. What was joined and does not stand is withheld. @param stands for the cases that are counted now */
export function keptLines(table: ReleasedTable, stands: Stands): Line[] {
  const read = publishedTable(table).axes[0].lines
  return table.axes[0].lines.flatMap(({ code, role, en, ja }, at): Line[] => {
    const { codes, key } = read[at]!
    if (codes === null) return []
    return [{ code, role, en, ja, codes, key, blocked: role === 'rest' && !stands([...codes]) }]
  })
}

/** The lines beside the categories. */
export function keptFrame(variable: Variable, { axes: [{ lines }] }: ReleasedTable): Frame {
  const has = (role: string) => lines.some((line) => line.role === role)
  return frameOf(variable, has('answered') ? 'answered' : has('applicable') ? 'applicable' : 'all')
}
