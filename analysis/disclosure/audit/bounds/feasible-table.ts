/**
 * Cheap proofs that a cell is not narrow. From one set of counts that fits, persons are moved one by one; every set on the way fits
 * too, so a cell that went up by so many and down by so many has at least that much room. Four persons who trade places (two of a row, two of
 * a column) change no margin, so no other block can contradict them. What finds no proof here is left to the solver.
 */

import type { Grid } from '../linked-tables/constraint-systems.ts'
import type { Strand } from '../linked-tables/partitions.ts'

export interface Walker {
  /** Whether the cell was seen to take values at least this far apart. */
  readonly roomOf: (cell: number, width: number) => boolean
}

/**
 * @param at a value for each cell of the grid's system, all of them made by one set of counts
 * @returns null where the cells do not say what single atoms hold
 */
export function walkerAt(grid: Grid, at: readonly number[]): Walker | null {
  const { rows, columns, system } = grid
  const counts = completed(grid, at)
  if (counts === null) return null
  const { value, lower, upper, on } = counts
  const start = Float64Array.from(value)

  /** One person more at some atoms and one less at others, if everything still fits. */
  function moved(plus: readonly number[], minus: readonly number[]): boolean {
    const change = new Map<number, number>()
    for (const atom of plus) for (const cell of on[atom]!) change.set(cell, (change.get(cell) ?? 0) + 1)
    for (const atom of minus) for (const cell of on[atom]!) change.set(cell, (change.get(cell) ?? 0) - 1)
    for (const [cell, by] of change) {
      const next = value[cell]! + by
      if (by !== 0 && (next < lower[cell]! - 1e-9 || next > upper[cell]! + 1e-9)) return false
    }
    for (const [cell, by] of change) value[cell]! += by
    return true
  }

  /** As many persons as are wanted into the cell (or out of it), in the ways that change least first. @returns how many */
  function walk(cell: number, wanted: number, into: boolean): number {
    const inside = new Set(system.cells[cell]!.atoms)
    const step = (here: readonly number[], there: readonly number[]) => (into ? moved(here, there) : moved(there, here))
    let done = 0
    for (const way of [trade, alongRow, alongColumn, anew]) {
      for (const atom of inside) {
        for (const [here, there] of way(atom, inside)) {
          while (done < wanted && step(here, there)) done++
          if (done >= wanted) return done
        }
      }
    }
    return done
  }

  const rowOf = (atom: number) => Math.floor(atom / columns.atoms)
  const columnOf = (atom: number) => atom % columns.atoms
  function* trade(atom: number, inside: ReadonlySet<number>): Generator<readonly [number[], number[]]> {
    for (let row = 0; row < rows.atoms; row++) {
      const below = row * columns.atoms + columnOf(atom)
      if (row === rowOf(atom) || inside.has(below)) continue
      for (let column = 0; column < columns.atoms; column++) {
        const [beside, across] = [rowOf(atom) * columns.atoms + column, row * columns.atoms + column]
        if (column === columnOf(atom) || inside.has(beside) || inside.has(across)) continue
        yield [
          [atom, across],
          [below, beside],
        ]
      }
    }
  }
  function* alongRow(atom: number, inside: ReadonlySet<number>): Generator<readonly [number[], number[]]> {
    for (let column = 0; column < columns.atoms; column++) {
      const beside = rowOf(atom) * columns.atoms + column
      if (!inside.has(beside)) yield [[atom], [beside]]
    }
  }
  function* alongColumn(atom: number, inside: ReadonlySet<number>): Generator<readonly [number[], number[]]> {
    for (let row = 0; row < rows.atoms; row++) {
      const below = row * columns.atoms + columnOf(atom)
      if (!inside.has(below)) yield [[atom], [below]]
    }
  }
  function* anew(atom: number): Generator<readonly [number[], number[]]> {
    yield [[atom], []]
  }

  return {
    roomOf(cell, width) {
      value.set(start)
      const up = walk(cell, width, true)
      value.set(start)
      return up >= width || up + walk(cell, width - up, false) >= width
    },
  }
}

interface Completed {
  readonly value: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** For each atom the cells on it. */
  readonly on: readonly (readonly number[])[]
}

/**
 * The printed cells, and those counts beneath them that they determine and that may not fall below 0 either. Where every printed
 * cell joins whole blocks in one direction, fine rows beside joined columns and joined rows beside fine columns are enough: whatever
 * these two agree on, some table of fine rows by fine columns has it (the transportation problem of each block).
 */
function completed({ rows, columns, system, printed }: Grid, at: readonly number[]): Completed | null {
  const blocks = blocksFor(rows, columns, printed)
  if (blocks === null) return null
  const place = new Map(printed.map((cell, index) => [`${cell.row} ${cell.column}`, index]))
  const plans = [planner(rows), planner(columns)] as const
  const value = [...at]
  const lower = system.cells.map((cell) => cell.lower)
  const upper = system.cells.map((cell) => cell.upper)
  const on: number[][] = Array.from({ length: system.atoms }, () => [])
  system.cells.forEach((cell, index) => {
    for (const atom of cell.atoms) on[atom]!.push(index)
  })
  const singles = [rows, columns].map(({ atoms }) => Array.from({ length: atoms }, (_, atom) => [atom])) as [number[][], number[][]]
  const needed = new Map<string, readonly [readonly number[], readonly number[]]>()
  for (const [some, others] of [
    [singles[0], blocks[1]],
    [blocks[0], singles[1]],
  ] as const)
    for (const row of some) for (const column of others) needed.set(`${row}|${column}`, [row, column])
  for (const [row, column] of needed.values()) {
    const [down, across] = [plans[0](row), plans[1](column)]
    if (down === null || across === null) return null
    if (down.length === 1 && across.length === 1 && place.has(`${down[0]!.line} ${across[0]!.line}`)) continue
    let left = 0
    for (const a of down) {
      for (const b of across) {
        const cell = place.get(`${a.line} ${b.line}`)
        if (cell === undefined) return null
        left += a.sign * b.sign * at[cell]!
      }
    }
    for (const one of row) for (const other of column) on[one * columns.atoms + other]!.push(value.length)
    value.push(left)
    lower.push(0)
    upper.push(Infinity)
  }
  if (value.some((one, cell) => one < lower[cell]! - 1e-6 || one > upper[cell]! + 1e-6)) return null
  return { value: Float64Array.from(value), lower: Float64Array.from(lower), upper: Float64Array.from(upper), on }
}

type Sets = readonly (readonly number[])[]

/** The fewest blocks of rows and of columns for which every printed cell is made of whole blocks in one direction; null if there are none. */
function blocksFor(rows: Strand, columns: Strand, printed: Grid['printed']): readonly [Sets, Sets] | null {
  const pairs = rows.joined.flatMap((some) => columns.joined.map((others) => [some, others] as const))
  const fewest = pairs.sort(([a, b], [c, d]) => a.length * b.length - c.length * d.length)
  for (const [some, others] of fewest) {
    const whole = [wholeOf(some, rows), wholeOf(others, columns)] as const
    if (printed.every(({ row, column }) => whole[0](row) || whole[1](column))) return [some, others]
  }
  return null
}

/** Whether a line is made of whole blocks. */
function wholeOf(blocks: Sets, { held, atoms }: Strand): (line: number) => boolean {
  const size = new Int32Array(atoms)
  for (const block of blocks) for (const atom of block) size[atom] = block.length
  const whole = held.map((set) => {
    if (set === null) return false
    const inside = new Set(set)
    return blocks.every((block) => block.every((atom) => inside.has(atom)) || !block.some((atom) => inside.has(atom)))
  })
  return (line) => whole[line]!
}

/** How a set of atoms follows from lines: one line by itself, or a line less others. Null where it does not. */
function planner({ held }: Strand): (set: readonly number[]) => readonly { line: number; sign: 1 | -1 }[] | null {
  const lineOf = new Map(held.flatMap((set, line) => (set === null ? [] : [[`${set}`, line] as const])))
  const known = new Map<string, readonly { line: number; sign: 1 | -1 }[] | null>()
  const found = (set: readonly number[]) => {
    const own = lineOf.get(`${set}`)
    if (own !== undefined) return [{ line: own, sign: 1 as const }]
    const wider = held.flatMap((one, line) => (one !== null && set.every((atom) => one.includes(atom)) ? [line] : []))
    for (const line of wider.sort((a, b) => held[a]!.length - held[b]!.length)) {
      const rest = held[line]!.filter((atom) => !set.includes(atom))
      const less = lineOf.has(`${rest}`) ? [lineOf.get(`${rest}`)!] : rest.map((atom) => lineOf.get(`${atom}`) ?? -1)
      if (less.every((one) => one >= 0)) return [{ line, sign: 1 as const }, ...less.map((one) => ({ line: one, sign: -1 as const }))]
    }
    return null
  }
  return (set) => {
    const name = `${set}`
    if (!known.has(name)) known.set(name, found(set))
    return known.get(name)!
  }
}
