/**
 * Ways of moving one case among the elementary cells of a grid, so that the count of one cell changes by one. A swap of two cases between two
 * rows and two columns leaves all margins as they are; the other moves change some of them.
 */

/** One case more in each of these elementary cells, one fewer in each of those. */
export interface Move {
  readonly more: readonly number[]
  readonly fewer: readonly number[]
}

/** A grid of elementary cells, numbered row by row. */
export interface GridSize {
  readonly rows: number
  readonly columns: number
}

/**
 * Moves that add a case to an elementary cell.
 * @param inside elementary cells of the cell whose count is to change by one: none of the others that a move touches is among them
 */
export type Moves = (element: number, inside: ReadonlySet<number>, size: GridSize) => Iterable<Move>

/**
 * Swaps of two cases between two rows and two columns: no margin changes.
 * @example
 * // in a grid of two rows and two columns, for the first elementary cell
 * [...marginPreservingSwaps(0, new Set([0]), { rows: 2, columns: 2 })] // [{ more: [0, 3], fewer: [2, 1] }]
 */
export function* marginPreservingSwaps(element: number, inside: ReadonlySet<number>, { rows, columns }: GridSize): Generator<Move> {
  const [row, column] = [Math.floor(element / columns), element % columns]
  for (let otherRow = 0; otherRow < rows; otherRow++) {
    const sameColumn = otherRow * columns + column
    if (otherRow === row || inside.has(sameColumn)) continue
    for (let otherColumn = 0; otherColumn < columns; otherColumn++) {
      const [sameRow, opposite] = [row * columns + otherColumn, otherRow * columns + otherColumn]
      if (otherColumn === column || inside.has(sameRow) || inside.has(opposite)) continue
      yield { more: [element, opposite], fewer: [sameColumn, sameRow] }
    }
  }
}

/** A case from another column of the same row: the sums of rows stay. */
export function* movesAlongRow(element: number, inside: ReadonlySet<number>, { columns }: GridSize): Generator<Move> {
  const first = element - (element % columns)
  for (let other = first; other < first + columns; other++) if (!inside.has(other)) yield { more: [element], fewer: [other] }
}

/** A case from another row of the same column: the sums of columns stay. */
export function* movesAlongColumn(element: number, inside: ReadonlySet<number>, { rows, columns }: GridSize): Generator<Move> {
  for (let other = element % columns; other < rows * columns; other += columns)
    if (!inside.has(other)) yield { more: [element], fewer: [other] }
}

/** A case that was counted nowhere: even the total changes. */
export function* addedCase(element: number): Generator<Move> {
  yield { more: [element], fewer: [] }
}

/**
 * By how many each cell changes in a move; cells that stay as they are may be listed with 0.
 * @param on for each elementary cell the cells that add it up
 */
export function changesBy({ more, fewer }: Move, on: readonly (readonly number[])[]): Map<number, number> {
  const changes = new Map<number, number>()
  for (const element of more) for (const cell of on[element]!) changes.set(cell, (changes.get(cell) ?? 0) + 1)
  for (const element of fewer) for (const cell of on[element]!) changes.set(cell, (changes.get(cell) ?? 0) - 1)
  return changes
}
