/**
 * Which shown cells are withheld together with a withheld one whose count would follow from exact figures (secondary suppression). Found by
 * swaps that leave all margins as they are: whoever sees only cells that a swap does not change cannot tell whether it has taken place, so
 * the shown cells that it changes are withheld. Of all swaps the one that loses the fewest cases is taken.
 */

import { NOBODY, plainNumber } from '../../../exact/exact-count.ts'
import { cellsOnElements } from '../bounds/constraint-system.ts'
import { cheapestFirst, type Finding, nameOf } from '../findings.ts'
import type { LinkedSystem } from '../linked-tables/linked-systems.ts'
import type { LinkedCell, LinkedTables } from '../linked-tables/linked-tables.ts'
import { changesBy, type Move, marginPreservingSwaps, movesAlongColumn } from './swap-moves.ts'

/**
 * The cells of linked tables, by their place, that findings so far propose to withhold. One for each linked tables and run of the audits:
 * the audit of counts, that of each contributor and that of figures propose in turn, and what one has proposed costs the next nothing.
 */
export type PendingSuppressions = Set<number>

/**
 * Proposes shown cells to withhold together with a withheld one, and records them as pending. Empty where no swap protects the cell; null
 * where the pending cells suffice.
 * @param target index of a cell of the system
 */
export type SuppressionSearch = (target: number) => readonly LinkedCell[] | null

/** How many elementary cells of a large cell are tried; the first ones do as well as all. */
const MOST_ELEMENTS = 24

/** @param width how far apart the bounds of a withheld cell are to be, in cases */
export function suppressionSearch(
  linked: LinkedTables,
  { rows, columns, system, printed }: LinkedSystem,
  width: number,
  pending: PendingSuppressions,
): SuppressionSearch {
  const size = { rows: rows.size, columns: columns.size }
  const on = cellsOnElements(system)
  // No elementary cell holds more cases than the smallest cell that adds it up.
  const most = on.map((cells) => cells.reduce((least, cell) => Math.min(least, plainNumber(printed[cell]!.truth ?? NOBODY)), Infinity))
  const casesToMove = ({ more, fewer }: Move) =>
    Math.min(...fewer.map((element) => most[element]!)) + Math.min(...more.map((element) => most[element]!))
  const placeOf = ({ row, column }: LinkedCell) => row * linked.axes[1].lines.length + column

  return (target) => {
    let best: { readonly cells: readonly LinkedCell[]; readonly reach: number; readonly cost: number } | null = null
    for (const swap of swapsOf(system.cells[target]!.elements, size)) {
      const reach = Math.min(width, casesToMove(swap))
      if (reach < 1 || (best !== null && reach < best.reach)) continue
      const changed = [...changesBy(swap, on)].flatMap(([cell, change]) =>
        change !== 0 && printed[cell]!.status === 'shown' ? [printed[cell]!] : [],
      )
      const cells = changed.filter((cell) => !pending.has(placeOf(cell)))
      if (changed.length > 0 && cells.length === 0 && reach === width) return null
      const cost = cells.reduce((sum, { figure }) => sum + (figure ?? 0), 0)
      if (cells.length > 0 && (best === null || reach > best.reach || cost < best.cost)) best = { cells, reach, cost }
    }
    for (const cell of best?.cells ?? []) pending.add(placeOf(cell))
    return best?.cells ?? []
  }
}

/** The swaps that change a cell by one case. In a single column there is nothing to swap with: cases change their row. */
function* swapsOf(elements: readonly number[], size: { readonly rows: number; readonly columns: number }): Generator<Move> {
  const inside = new Set(elements)
  const moves = size.columns === 1 ? movesAlongColumn : marginPreservingSwaps
  for (const element of elements.slice(0, MOST_ELEMENTS)) yield* moves(element, inside, size)
}

/** Whether a search can be made: figures are exact, and so is what they are taken from. */
export const searchable = ({ printed }: LinkedSystem, band: number) => band === 0 && printed.every(({ truth }) => truth !== null)

/**
 * The evidence of a finding of the audit of counts or of equalities, in the order in which cells are best withheld: those that the search
 * proposes, then the shown cells of its row and column, then the rest of the interior.
 * @param proposed by the search: empty where no swap helps, null where cells that are pending already suffice, undefined where no search was made
 * @returns `suppressTogether` is absent where one cell is enough or none was proposed, and 0 where pending cells suffice
 */
export function remedyFor(
  linked: LinkedTables,
  { printed }: LinkedSystem,
  cell: LinkedCell,
  proposed: readonly LinkedCell[] | null | undefined,
  interior: readonly LinkedCell[],
): Pick<Finding, 'evidence' | 'suppressTogether'> {
  const onItsLines = printed.filter((one) => one.status === 'shown' && (one.row === cell.row || one.column === cell.column))
  const evidence = [...new Set([...(proposed ?? []), ...cheapestFirst(linked, onItsLines), ...interior])].map((one) => nameOf(linked, one))
  if (proposed === undefined || proposed?.length === 0 || proposed?.length === 1) return { evidence }
  return { evidence, suppressTogether: proposed?.length ?? 0 }
}

/**
 * The shown cells of linked tables that may be withheld here, cheapest first. Margins are left out, because they are single tables of their
 * own, and so is an option crossed with itself. Where none is left, whatever follows, follows from the margins alone.
 */
export function interiorOf(linked: LinkedTables): readonly LinkedCell[] {
  const [a, b] = linked.axes
  const isMargin = ({ row, column }: LinkedCell) => {
    const [rowLine, columnLine] = [a.lines[row]!, b.lines[column]!]
    if (linked.alone) return rowLine.role === 'total'
    const sameOption = a.column === b.column && rowLine.key === columnLine.key
    return rowLine.role === 'total' || columnLine.role === 'total' || sameOption
  }
  return cheapestFirst(
    linked,
    [...linked.cells.values()].filter((cell) => cell.status === 'shown' && !isMargin(cell)),
  )
}
