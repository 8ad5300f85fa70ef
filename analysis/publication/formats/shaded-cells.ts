/** Shaded grids as the shades of the printed table: volumes have no drawing of a grid besides the grid. */
import type { BookFigure, BookTable, PrintedBlock } from '../../../survey-schema/release/book.ts'
import { drawnFrom } from '../../../survey-schema/release/book.ts'
import { shadeAt } from '../figures/shades.ts'
import { crosstabAxes, isContent } from '../released-cells.ts'
import type { PrintedGrid } from './printed-grid.ts'

/** Kinds that a printed table shows by itself. */
const IN_TABLE: ReadonlySet<BookFigure['kind']> = new Set(['heat', 'matrix'])

/** What a volume draws of a block beside its table, and whether it shades the cells of the table. */
export function drawnInVolume(table: Pick<BookTable, 'figures'>, block: PrintedBlock) {
  const planned = drawnFrom(table, block)
  const figures = planned.filter(({ kind }) => !IN_TABLE.has(kind))
  return { figures, shaded: figures.length < planned.length }
}

export interface Shade {
  readonly fill: string
  /** Whether its figure is written in white. */
  readonly dark: boolean
}

/** The shade of a cell by its row and column: of its figure among those of all categories, as drawings have it; null for every other cell. */
export function shadesOf({ block, rows }: PrintedGrid): (row: number, column: number) => Shade | null {
  if (block.kind !== 'table' || block.table.axes.length !== 2) return () => null
  const [, across] = crosstabAxes(block.table, block.rowAxis)
  const columns = block.columns.map((line) => isContent(across.lines[line]!))
  const figure = (row: number, column: number) => {
    const { frame, cells } = rows[row]!
    const content = cells[column]?.content
    return !frame && columns[column] && content && 'figure' in content ? content.figure : null
  }
  const most = Math.max(1, ...rows.flatMap(({ cells }, row) => cells.map((_, column) => figure(row, column) ?? 0)))
  return (row, column) => {
    const found = figure(row, column)
    return found === null ? null : shadeAt(found / most)
  }
}
