/** Published figures of a printed table, with the place of each: what sentences are made from. */
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedAxis, ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import type { CellPlace, FigureToken } from '../../../survey-schema/release/sentence.ts'
import { basePlace, cellAt, cellPlace, printedAxes } from '../released-cells.ts'
import { type Share, shareOf, whole } from '../statistics/share.ts'

/** A figure that is published whole. */
export interface ReadFigure {
  readonly cells: readonly CellPlace[]
  readonly figure: number
}

export interface ReadShare {
  readonly part: ReadFigure
  readonly base: ReadFigure
  readonly share: Share
}

export const countToken = ({ cells, figure }: ReadFigure): FigureToken => ({ kind: 'count', cells, of: [], figure })
export const baseToken = ({ cells, figure }: ReadFigure): FigureToken => ({ kind: 'base', cells, of: [], figure })
export const shareToken = ({ part, base, share }: ReadShare): FigureToken => ({
  kind: 'share',
  cells: part.cells,
  of: base.cells,
  figure: share.percent,
})
export const roundedToken = (read: ReadShare): FigureToken => ({ ...shareToken(read), kind: 'rounded' })

/** A table as its shares are read: each category (`line`) as a share of each group. A single table is one group. */
export interface SharesRead {
  readonly lines: { readonly axis: ReleasedAxis; readonly places: readonly number[] }
  /** Null for a table of one variable. */
  readonly groups: { readonly axis: ReleasedAxis; readonly places: readonly number[] } | null
  readonly figure: (line: number, group: number) => ReadFigure | null
  readonly cell: (line: number, group: number) => ReleasedCell
  readonly share: (line: number, group: number) => ReadShare | null
  /** Of a group among all cases. */
  readonly shareOfGroup: (group: number) => ReadShare | null
  /** The place of all cases on the axis of groups; 0 for a single table. */
  readonly allGroups: number
}

/** @param policy whose smallest base shares have, and whose noise widens their intervals */
export function sharesRead({ table, rowAxis, rows, columns, shareOf: words }: TableBlock, policy: Policy): SharesRead {
  const [down, across] = printedAxes(table, rowAxis)
  const byRow = across !== null && (words?.en.includes('row') ?? false)
  const sides = { down: { axis: down, places: rows }, across: across && { axis: across, places: columns } }
  const [lines, groups] = byRow && sides.across ? [sides.across, sides.down] : [sides.down, sides.across]
  const at = (line: number, group: number) => (byRow ? ([group, line] as const) : ([line, group] as const))
  const cell = (line: number, group: number) => cellAt(table, rowAxis, ...at(line, group))
  const figure = (line: number, group: number): ReadFigure | null => {
    const found = whole(cell(line, group))
    const place = { slice: table.slice, table: table.id, place: cellPlace(table, rowAxis, ...at(line, group)) }
    return found && { cells: [place], figure: found.figure }
  }
  const shareAt = (part: readonly [number, number], base: readonly [number, number]): ReadShare | null => {
    const [some, all] = [figure(...part), figure(...base)]
    const found = some && all && shareOf(cell(...part), cell(...base), policy)
    // Both figures are adjusted, so a part can exceed its base by a few cases; no sentence says that.
    return found && some.figure <= all.figure ? { part: some, base: all, share: found } : null
  }
  const [allLines, allGroups] = [basePlace(lines.axis), groups ? basePlace(groups.axis) : 0]
  return {
    lines,
    groups,
    figure,
    cell,
    share: (line, group) => shareAt([line, group], [allLines, group]),
    shareOfGroup: (group) => shareAt([allLines, group], [allLines, allGroups]),
    allGroups,
  }
}

/**
 * Whether at most this share of a line have no answer, or are asked nothing, as far as that is shown: what is withheld counts as no case,
 * because a reader knows no more.
 * @param figure the cell of a line of the axis
 */
export function fewUnanswered({ lines }: ReleasedAxis, figure: (line: number) => ReadFigure | null, most: number): boolean {
  const all = figure(lines.findIndex(({ role }) => role === 'total'))
  const gaps = lines.map(({ role }, line) => (role === 'no_answer' || role === 'not_applicable' ? (figure(line)?.figure ?? 0) : 0))
  return all === null || gaps.reduce((sum, gap) => sum + gap, 0) <= most * all.figure
}
