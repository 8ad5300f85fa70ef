/** A printed block in the form that figures draw: its axes as printed, categories only, cells as they were published. */

import type { BookFigure, DerivedBlock, JourneysBlock, PrintedBlock, TableBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedAxis, ReleasedCell, ReleasedJourneyNode } from '../../../../survey-schema/release/released-table.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { cellAt, isContent, printedAxes } from '../../released-cells.ts'
import type { Flow } from '../charts/flows.ts'
import type { JourneyBranch } from '../charts/journey-tree.ts'
import type { ReleasedView, ViewAxis } from './released-view.ts'

/** A sum that stands for all its parts is drawn like a figure; one that does not is drawn like nothing. */
const drawn = (cell: ReleasedCell): ReleasedCell =>
  cell.status !== 'sum' ? cell : cell.parts === cell.of ? { status: 'shown', figure: cell.figure } : { status: 'withheld' }

/** Where a block stands: what a drawing itself never says. */
interface BlockEdition {
  readonly edition: string
  readonly fictional: boolean
}

export function viewOfBlock(block: TableBlock, { edition, fictional }: BlockEdition, language: Language): ReleasedView {
  const [down, across] = printedAxes(block.table, block.rowAxis)
  const axis = (one: ReleasedAxis, places: readonly number[]): ViewAxis => ({
    // Already in the order of print: a level that figures would sort again is not named, and one table of options neither.
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
    share: (row, column) => block.shares?.[row]?.[column]?.[language] ?? null,
    cell: (row, column) => drawn(cellAt(block.table, block.rowAxis, block.rows[row]!, block.columns[column] ?? 0)),
  }
}

/** The first column of a table by the codes of its lines, as maps take it. */
export const cellsOfView = ({ rows, cell }: ReleasedView): ReadonlyMap<string, { readonly label: string; readonly cell: ReleasedCell }> =>
  new Map(rows.lines.map(({ code, label }, place) => [code, { label, cell: cell(place, 0) }]))

/** The tree of journeys by published figure, what is not shown by itself last. */
export function branchesOf({ routes }: JourneysBlock, language: Language): readonly JourneyBranch[] {
  const branch = (node: ReleasedJourneyNode): JourneyBranch => ({
    code: node.code,
    label: node[language],
    further: node.role === 'further',
    figure: 'figure' in node.cell ? node.cell.figure : null,
    branches: sorted(node.children.map(branch)),
  })
  return sorted(routes.origins.map(branch))
}

/** Flows whose codes are paths, `TH>direct>kanto`, as a tree. */
export function branchesOfPaths({ rows }: DerivedBlock, language: Language): readonly JourneyBranch[] {
  const under = (parent: string): readonly JourneyBranch[] =>
    sorted(
      rows.flatMap(({ line, cells: [first] }): JourneyBranch[] => {
        const path = line.code.split('>')
        if (path.slice(0, -1).join('>') !== parent) return []
        const cell = first?.cell
        return [
          {
            code: path.at(-1) ?? '',
            label: line[language].split(' → ').at(-1) ?? '',
            further: path.at(-1) === 'further',
            figure: cell && 'figure' in cell ? cell.figure : null,
            branches: under(line.code),
          },
        ]
      }),
    )
  return under('')
}

const sorted = (branches: readonly JourneyBranch[]) =>
  [...branches].sort((a, b) => Number(a.further) - Number(b.further) || (b.figure ?? -1) - (a.figure ?? -1))

/** Flows whose codes name their step, `1 police>ngo`; none for a table of another kind. */
export function flowsOf({ rows }: DerivedBlock, language: Language): readonly Flow[] {
  return rows.flatMap(({ line, cells: [first] }): Flow[] => {
    const [, step, from, to] = /^(\d) (.+)>(.+)$/.exec(line.code) ?? []
    const [source, target] = line[language].split(' → ')
    const cell = first?.cell
    if (!step || !from || !to || !source || !target || !cell || !('figure' in cell)) return []
    return [{ step: Number(step), from: { code: from, label: source }, to: { code: to, label: target }, figure: cell.figure }]
  })
}

/** The first column of a computed table, if it holds figures, as a table of one variable. */
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

/** What is drawn of a block: a tree of journeys, flows from step to step, a table. Null for nothing but withheld cells. */
export function drawableAs({ kind }: BookFigure, block: PrintedBlock): 'tree' | 'flows' | 'table' | null {
  if (block.kind === 'routes') return block.routes.origins.some(({ cell }) => 'figure' in cell) ? 'tree' : null
  if (block.kind === 'table') {
    const [down, across] = printedAxes(block.table, block.rowAxis)
    const content = (axis: ReleasedAxis, places: readonly number[]) => places.filter((place) => isContent(axis.lines[place]!))
    const shown = (row: number, column: number) => 'figure' in cellAt(block.table, block.rowAxis, row, column)
    return content(down, block.rows).some((row) => (across ? block.columns : [0]).some((column) => shown(row, column))) ? 'table' : null
  }
  const shown = block.rows.filter(({ cells: [first] }) => first && 'figure' in first.cell)
  if (shown.length === 0) return null
  if (kind === 'sankey') return shown.some(({ line }) => /^\d /.test(line.code)) ? 'flows' : 'tree'
  return 'table'
}
