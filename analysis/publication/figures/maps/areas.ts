/** Reads the cells of the areas of Japan from a table of two variables. In a file without map outlines, so that these load only with a map. */
import { AREAS } from '../../../../survey-schema/lists/prefectures.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import type { ReleasedView, ViewAxis } from '../views/released-view.ts'
import { baseOf, contentOf } from '../views/view-lines.ts'

export type AreaCells = ReadonlyMap<string, { readonly cell: ReleasedCell }>

/** Areas that show a figure: a map compares them, and one alone is a number. */
const LEAST = 2

/** The most small maps in one drawing; further categories are in the table only. */
const MOST = 9

/** The areas of a table, whichever way round it stands. @throws RangeError for a table without areas */
export function areasIn(view: ReleasedView, columns: ViewAxis) {
  const ids = new Set<string>(AREAS.map(({ id }) => id))
  const isAreas = (axis: ViewAxis) => contentOf(axis).some(({ code }) => ids.has(code))
  if (!isAreas(view.rows) && !isAreas(columns)) throw new RangeError('a map of Japan needs its areas')
  const [areas, others] = isAreas(columns) ? [columns, view.rows] : [view.rows, columns]
  const cellAt = (area: number, other: number) => (areas === columns ? view.cell(other, area) : view.cell(area, other))
  const cellsOf = (other: number): AreaCells =>
    new Map(contentOf(areas).flatMap(({ code, place }) => (ids.has(code) ? [[code, { cell: cellAt(place, other) }] as const] : [])))
  const whole = baseOf(others)
  return {
    all: whole ? cellsOf(whole.place) : new Map<string, { readonly cell: ReleasedCell }>(),
    panels: contentOf(others)
      .map(({ label, place }) => ({ label, cells: cellsOf(place) }))
      .filter(({ cells }) => [...cells.values()].filter(({ cell }) => cell.status === 'shown').length >= LEAST)
      .slice(0, MOST),
  }
}
