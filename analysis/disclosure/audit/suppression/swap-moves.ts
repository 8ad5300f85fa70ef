/**
 * Which shown cells must go with a withheld one under exact figures (complementary suppression). Persons trade places, two of a row and two
 * of a column, and no margin changes; every shown cell that would change must be withheld. The cheapest trade with enough room is taken.
 */

import { cheapestFirst } from '../findings.ts'
import type { Grid, Reading } from '../linked-tables/constraint-systems.ts'
import type { Block, BlockCell } from '../linked-tables/linked-tables.ts'

/**
 * Shown cells to withhold with a target, none where there is no trade; null where those suffice that go already for the sake of others.
 * Whatever it names is going from then on.
 */
export type Companions = (target: number) => readonly BlockCell[] | null

/** The cells of each block, by place, that its findings so far would have withheld: two audits, and each contributor, ask for the same. */
const GOING = new WeakMap<Block['axes'], Set<number>>()

interface Trade {
  readonly plus: readonly number[]
  readonly minus: readonly number[]
}

/** Atoms of a large cell that are looked at; the first ones do as well as all. */
const MOST_ATOMS = 24

/** For each withheld cell the shown cells of its cheapest trade that leaves bounds as far apart as `width`; null without the truth, or where figures have noise. */
export function companionsIn(block: Block, { rows, columns, system, printed }: Grid, { band }: Reading, width: number): Companions | null {
  if (band > 0 || printed.some(({ truth }) => truth === null)) return null
  const going = GOING.get(block.axes) ?? new Set()
  GOING.set(block.axes, going)
  const placeOf = ({ row, column }: BlockCell) => row * block.axes[1].lines.length + column
  const on: number[][] = Array.from({ length: system.atoms }, () => [])
  const holds = new Float64Array(system.atoms).fill(Infinity)
  system.cells.forEach(({ atoms }, index) => {
    for (const atom of atoms) {
      on[atom]!.push(index)
      holds[atom] = Math.min(holds[atom]!, printed[index]!.truth ?? 0)
    }
  })
  const least = (atoms: readonly number[]) => Math.min(...atoms.map((atom) => holds[atom]!))

  /** Shown cells that the trade changes. */
  function changedBy({ plus, minus }: Trade): BlockCell[] {
    const by = new Map<number, number>()
    for (const atom of plus) for (const cell of on[atom]!) by.set(cell, (by.get(cell) ?? 0) + 1)
    for (const atom of minus) for (const cell of on[atom]!) by.set(cell, (by.get(cell) ?? 0) - 1)
    return [...by].flatMap(([cell, change]) => (change !== 0 && printed[cell]!.status === 'shown' ? [printed[cell]!] : []))
  }

  function* tradesOf(target: number): Generator<Trade> {
    const inside = new Set(system.cells[target]!.atoms)
    for (const atom of system.cells[target]!.atoms.slice(0, MOST_ATOMS)) {
      const [row, column] = [Math.floor(atom / columns.atoms), atom % columns.atoms]
      for (let other = 0; other < rows.atoms; other++) {
        const below = other * columns.atoms + column
        if (other === row || inside.has(below)) continue
        // A column by itself has nothing to trade across.
        if (columns.atoms === 1) yield { plus: [atom], minus: [below] }
        for (let across = 0; across < columns.atoms; across++) {
          const [beside, opposite] = [row * columns.atoms + across, other * columns.atoms + across]
          if (across !== column && !inside.has(beside) && !inside.has(opposite)) yield { plus: [atom, opposite], minus: [below, beside] }
        }
      }
    }
  }

  return (target) => {
    let best: { readonly cells: readonly BlockCell[]; readonly room: number; readonly cost: number } | null = null
    for (const trade of tradesOf(target)) {
      const room = Math.min(width, least(trade.minus) + least(trade.plus))
      if (room < 1 || (best !== null && room < best.room)) continue
      const changed = changedBy(trade)
      const cells = changed.filter((cell) => !going.has(placeOf(cell)))
      if (changed.length > 0 && cells.length === 0 && room === width) return null
      const cost = cells.reduce((sum, { figure }) => sum + (figure ?? 0), 0)
      if (cells.length > 0 && (best === null || room > best.room || cost < best.cost)) best = { cells, room, cost }
    }
    for (const cell of best?.cells ?? []) going.add(placeOf(cell))
    return best?.cells ?? []
  }
}

/** As a finding says it: how many of the first go together, none where others suffice. */
export const togetherOf = (first: readonly BlockCell[] | null | undefined) =>
  first === undefined || first?.length === 1 || first?.length === 0 ? {} : { together: first?.length ?? 0 }

/**
 * Shown cells of a block that can be withheld here, cheapest first: not its margins, which are single tables, nor one option crossed with itself. Where
 * none is left, what follows follows from the margins alone, and no crosstab could take it back.
 */
export function interiorOf(block: Block): readonly BlockCell[] {
  const [a, b] = block.axes
  const margin = ({ row, column }: BlockCell) =>
    block.alone
      ? a.lines[row]!.role === 'total'
      : a.lines[row]!.role === 'total' ||
        b.lines[column]!.role === 'total' ||
        (a.column === b.column && a.lines[row]!.key === b.lines[column]!.key)
  return cheapestFirst(
    block,
    [...block.cells.values()].filter((cell) => cell.status === 'shown' && !margin(cell)),
  )
}
