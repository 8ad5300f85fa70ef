/**
 * At which level a crosstab is printed: one level coarser while its shown cells hold less than half of its cases, and as its two single
 * tables where even the coarsest level shows too little. All levels are published; files and pages hold each of them.
 */

import { sum } from 'simple-statistics'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { isBuilt } from '../../catalogue/every-table.ts'
import { tableId } from '../../catalogue/grammar.ts'
import { basePlace, cellAt, dividingPlaces } from '../released-cells.ts'

/** @example axisName('citizenship@country') // { variable: 'citizenship', level: 'country' } */
export function axisName(text: string): { readonly variable: string; readonly level: string } {
  const at = text.indexOf('@')
  return { variable: text.slice(0, at), level: text.slice(at + 1) }
}

/**
 * The name under which the table of these axes is stored, whichever is named first; undefined if no build makes such a table.
 * @example storedId('citizenship@country', null) // 'citizenship@country'
 */
export function storedId(rows: string, columns: string | null): string | undefined {
  const axes = columns === null ? [axisName(rows)] : [axisName(rows), axisName(columns)]
  return [tableId(axes), tableId(axes.toReversed())].find(isBuilt)
}

/** The planned table, then coarser ones in the order in which they are tried: fewest steps first, and columns made coarser before rows. */
export function coarserTables(
  rows: string,
  columns: string,
): readonly { readonly rows: string; readonly columns: string; readonly id: string }[] {
  const up = (text: string) => {
    const { variable, level } = axisName(text)
    const levels = variableById(variable)?.levels.map(({ id }) => id) ?? []
    return levels.slice(Math.max(0, levels.indexOf(level))).map((id) => `${variable}@${id}`)
  }
  return up(rows)
    .flatMap((down, far) => up(columns).map((across, wide) => ({ rows: down, columns: across, far, wide })))
    .sort((a, b) => a.far + a.wide - (b.far + b.wide) || a.far - b.far)
    .flatMap((step) => {
      const id = storedId(step.rows, step.columns)
      return id === undefined ? [] : [{ rows: step.rows, columns: step.columns, id }]
    })
}

/**
 * Whether shown cells hold at least half of the base. Where options do not exclude one another, what counts is
 * half of the answers in the margins; where neither axis is exclusive, half of the cells.
 */
export function showsHalf(table: ReleasedTable): boolean {
  const [a, b] = table.axes
  if (!b) return true
  const [rows, columns] = [dividingPlaces(a), dividingPlaces(b)]
  const inner = rows.flatMap((row) => columns.map((column) => cellAt(table, 0, row, column)))
  const figures = (cells: readonly ReturnType<typeof cellAt>[]) => sum(cells.map((cell) => ('figure' in cell ? cell.figure : 0)))
  const [allA, allB] = [basePlace(a), basePlace(b)]
  if (a.kind === 'multiple' && b.kind === 'multiple') {
    const possible = inner.filter(({ status }) => status !== 'not_applicable')
    return 2 * possible.filter((cell) => 'figure' in cell).length >= possible.length
  }
  const margin =
    a.kind === 'multiple'
      ? rows.map((row) => cellAt(table, 0, row, allB))
      : b.kind === 'multiple'
        ? columns.map((column) => cellAt(table, 0, allA, column))
        : [cellAt(table, 0, allA, allB)]
  const all = figures(margin)
  return all > 0 && 2 * figures(inner) >= all
}
