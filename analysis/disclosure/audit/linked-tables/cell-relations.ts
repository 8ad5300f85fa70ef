/** The sums of printed cells that a reader sees in a block: each family of an axis along each line of the other. */
import type { Block, BlockAxis, BlockCell } from './linked-tables.ts'
import { type Family, familiesOf, partlyCovered } from './partitions.ts'

export interface CellFamily {
  /** Whether the parts lie along the first axis (0: one column, several rows) or the second. */
  readonly along: 0 | 1
  readonly whole: BlockCell
  /** Without those that are impossible by structure. */
  readonly parts: readonly BlockCell[]
}

const remembered = new WeakMap<Block, readonly CellFamily[]>()

/** Families all of whose cells are printed somewhere, each once. Several audits ask for them. */
export function cellFamiliesOf(block: Block): readonly CellFamily[] {
  const found = remembered.get(block) ?? along(block, familiesOf)
  remembered.set(block, found)
  return found
}

/** Cells with others that lie inside them and do not hold everybody there. */
export const partsOfCells = (block: Block): CellFamily[] => along(block, partlyCovered)

function along({ axes, cells }: Block, families: (axis: BlockAxis) => Family[]): CellFamily[] {
  const [a, b] = axes
  const found = new Map<string, CellFamily>()
  const add = (direction: 0 | 1, wholeKey: number, partKeys: readonly number[]) => {
    const name = `${direction} ${wholeKey} ${[...partKeys].sort((x, y) => x - y)}`
    if (found.has(name)) return
    const whole = cells.get(wholeKey)
    const parts = partKeys.map((key) => cells.get(key))
    if (whole === undefined || parts.some((part) => part === undefined)) return
    found.set(name, {
      along: direction,
      whole,
      parts: parts.flatMap((part) => (part === undefined || part.status === 'not_applicable' ? [] : [part])),
    })
  }
  const columns = b.lines.length
  for (const { whole, parts } of families(a)) {
    for (let column = 0; column < columns; column++)
      add(
        0,
        whole * columns + column,
        parts.map((part) => part * columns + column),
      )
  }
  for (const { whole, parts } of families(b)) {
    for (let row = 0; row < a.lines.length; row++)
      add(
        1,
        row * columns + whole,
        parts.map((part) => row * columns + part),
      )
  }
  return [...found.values()]
}
