/** Which lines of a released table the book prints, and in which order. The book prints answers and their total; files hold every line. */

import type { ReleasedAxis, ReleasedCell, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { basePlace, cellAt, dividingPlaces, isContent, isOther, placesOf, printedAxes } from '../released-cells.ts'

/** Levels whose categories have no order of their own, so that they are printed by size. */
const UNORDERED: ReadonlySet<string> = new Set(['country', 'subregion', 'region', 'prefecture', 'language'])

/**
 * Categories in the order of their list; places, languages and the options of a multiple answer by published figure, largest first.
 * Withheld lines follow in the order of their codes, so that the order says nothing about their size. "Other" and joined small categories come last. A
 * table of two variables prints its base below them; where that is all cases, also those without an answer and those to whom the question does
 * not apply, unless the questionnaire leaves none.
 */
export function printedLines(
  table: ReleasedTable,
  rowAxis: 0 | 1,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const [down, across] = printedAxes(table, rowAxis)
  const order = (axis: ReleasedAxis, figureAt: (place: number) => ReleasedCell, bySize: boolean) => {
    const values = placesOf(axis, (line) => line.role === 'value' && !isOther(line))
    const other = placesOf(axis, (line) => line.role === 'value' && isOther(line))
    const rest = placesOf(axis, ({ role }) => role === 'rest')
    const content = [...values, ...other, ...rest]
    const gaps = dividingPlaces(axis).filter((place) => !content.includes(place) && figureAt(place).status !== 'not_applicable')
    return [...(bySize ? byFigure(values, axis, figureAt) : values), ...other, ...rest, ...gaps]
  }
  if (!across) {
    const rows = order(down, (place) => table.cells[place]!, UNORDERED.has(down.level) || down.kind === 'multiple')
    return { rows: rows.filter((place) => isContent(down.lines[place]!)), columns: [] }
  }
  const [allDown, allAcross] = [basePlace(down), basePlace(across)]
  return {
    rows: [...order(down, (place) => cellAt(table, rowAxis, place, allAcross), UNORDERED.has(down.level)), allDown],
    columns: [...order(across, (place) => cellAt(table, rowAxis, allDown, place), UNORDERED.has(across.level)), allAcross],
  }
}

function byFigure(places: readonly number[], { lines }: ReleasedAxis, figureAt: (place: number) => ReleasedCell): number[] {
  const figure = (place: number) => {
    const cell = figureAt(place)
    return 'figure' in cell ? cell.figure : -1
  }
  const code = (place: number) => lines[place]!.code
  return [...places].sort((a, b) => figure(b) - figure(a) || (code(a) < code(b) ? -1 : 1))
}
