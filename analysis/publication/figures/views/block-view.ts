/** A printed block as the view that drawings read: the axes and lines that are printed, with cells as they were published. */

import type { BookFigure, DerivedBlock, PrintedBlock, TableBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedAxis, ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { cellAt, isContent, printedAxes } from '../../released-cells.ts'
import type { ReleasedView, ViewAxis } from './released-view.ts'

/** A complete sum is drawn like a figure. A sum of which a part is withheld is drawn as withheld: a length would show its shown part as the whole. */
const drawn = (cell: ReleasedCell): ReleasedCell =>
  cell.status !== 'sum' ? cell : cell.parts === cell.of ? { status: 'shown', figure: cell.figure } : { status: 'withheld' }

/** What a view needs to know of the book that the block is from. */
interface BlockEdition {
  readonly edition: string
  readonly fictional: boolean
}

export function viewOfBlock(block: TableBlock, { edition, fictional }: BlockEdition, language: Language): ReleasedView {
  const [down, across] = printedAxes(block.table, block.rowAxis)
  const axis = (one: ReleasedAxis, places: readonly number[]): ViewAxis => ({
    // The lines are in the order of print. Without the level in the id, and as kind "single", drawings do not sort them again.
    id: one.variable,
    label: one[language],
    kind: across ? one.kind : 'single',
    lines: places.map((place) => ({ code: one.lines[place]!.code, role: one.lines[place]!.role, label: one.lines[place]![language] })),
    children: {},
  })
  return {
    edition,
    policy: block.table.policy,
    checksum: block.checksum,
    fictional,
    rows: axis(down, block.rows),
    columns: across && axis(across, block.columns),
    ...(block.shareOf ? { shareOf: block.shareOf.en.includes('row') ? ('row' as const) : ('column' as const) } : {}),
    base: across ? null : baseOf(block),
    share: (row, column) => block.shares?.[row]?.[column]?.[language] ?? null,
    cell: (row, column) => drawn(cellAt(block.table, block.rowAxis, block.rows[row]!, block.columns[column] ?? 0)),
  }
}

const baseOf = ({ bases: [base] }: TableBlock): number | null => (base?.cell.status === 'shown' ? base.cell.figure : null)

/** Label and cell of each line in the first column, by the code of the line, as maps take them. */
export const cellsOfView = ({ rows, cell }: ReleasedView): ReadonlyMap<string, { readonly label: string; readonly cell: ReleasedCell }> =>
  new Map(rows.lines.map(({ code, label }, place) => [code, { label, cell: cell(place, 0) }]))

/** The first column of a computed table as a view of one variable; cells that hold words are withheld in it. */
export function viewOfDerived(block: DerivedBlock, { edition, fictional }: BlockEdition, language: Language): ReleasedView {
  return {
    edition,
    policy: '',
    checksum: block.checksum,
    fictional,
    rows: {
      id: block.id,
      label: block.head[0]?.[language] ?? '',
      kind: 'single',
      lines: block.rows.map(({ line }) => ({ code: line.code, role: 'value', label: line[language] })),
      children: {},
    },
    columns: null,
    cell: (row) => {
      const cell = block.rows[row]?.cells[0]?.cell
      return cell === undefined || cell.status === 'text' ? { status: 'withheld' } : drawn(cell)
    },
  }
}

/** Kinds that compare categories with one another, and so need two with a figure: one alone is a number, and stands in the table. */
const COMPARING: ReadonlySet<BookFigure['kind']> = new Set(['bars', 'dots', 'world-map', 'japan-map'])

/** As what a block is drawn: a tree of journeys, flows from step to step, or a table; null where too few cells show a figure. */
export function drawableAs({ kind }: BookFigure, block: PrintedBlock): 'tree' | 'flows' | 'table' | null {
  const least = COMPARING.has(kind) ? 2 : 1
  if (block.kind === 'routes') return block.routes.origins.some(({ cell }) => 'figure' in cell) ? 'tree' : null
  if (block.kind === 'table') {
    const [down, across] = printedAxes(block.table, block.rowAxis)
    const content = (axis: ReleasedAxis, places: readonly number[]) => places.filter((place) => isContent(axis.lines[place]!))
    const shown = (row: number, column: number) => 'figure' in cellAt(block.table, block.rowAxis, row, column)
    const rows = content(down, block.rows)
    const columns = across ? block.columns : [0]
    // Of a table of two variables the map with names shows the totals of its areas, whichever way round they stand.
    const compared =
      across && kind === 'japan-map' && isAreas(across)
        ? content(across, block.columns).filter((column) => rows.some((row) => shown(row, column)))
        : rows.filter((row) => columns.some((column) => shown(row, column)))
    return compared.length >= least ? 'table' : null
  }
  const shown = block.rows.filter(({ cells: [first] }) => first && 'figure' in first.cell)
  if (shown.length < least) return null
  if (kind === 'sankey') return shown.some(({ line }) => /^\d /.test(line.code)) ? 'flows' : 'tree'
  return 'table'
}

const isAreas = ({ level }: ReleasedAxis) => level === 'area8'
