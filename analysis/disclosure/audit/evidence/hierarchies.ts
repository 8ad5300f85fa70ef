/** Which sums of a block speak of a cell, and which speak of what lies beneath it: worked out once, because every contributor asks. */
import { type CellFamily, cellFamiliesOf, partsOfCells } from '../linked-tables/cell-relations.ts'
import type { Block, BlockCell } from '../linked-tables/linked-tables.ts'

/** Cells of one level inside another cell, and whether they hold everybody there. */
interface Level {
  readonly parts: readonly BlockCell[]
  readonly covered: boolean
}

/** Along each axis the family that tells a cell most, and those that a cell is the whole of. */
export interface Ladders {
  readonly above: readonly ReadonlyMap<BlockCell, CellFamily>[]
  readonly below: readonly ReadonlyMap<BlockCell, readonly Level[]>[]
}

const remembered = new WeakMap<Block, Ladders>()

export function laddersOf(block: Block): Ladders {
  const known = remembered.get(block)
  if (known !== undefined) return known
  const families = cellFamiliesOf(block)
  const along = [0, 1].map((axis) => families.filter((family) => family.along === axis))
  const parts = partsOfCells(block)
  const below = along.map((full, axis) =>
    beneathEach(
      full,
      parts.filter((family) => family.along === axis),
    ),
  )
  const found = { above: along.map(smallest), below }
  remembered.set(block, found)
  return found
}

function beneathEach(full: readonly CellFamily[], partly: readonly CellFamily[]): ReadonlyMap<BlockCell, readonly Level[]> {
  const found = new Map<BlockCell, Level[]>()
  const add = ({ whole, parts }: CellFamily, covered: boolean) => found.set(whole, [...(found.get(whole) ?? []), { parts, covered }])
  for (const family of full) if (!family.parts.includes(family.whole)) add(family, true)
  for (const family of partly) add(family, false)
  return found
}

/** For each cell the family with the fewest parts among those that it is a part of: the others say less, with the same figures. */
function smallest(families: readonly CellFamily[]): ReadonlyMap<BlockCell, CellFamily> {
  const found = new Map<BlockCell, CellFamily>()
  for (const family of families) {
    if (family.parts.length === 1 && family.parts[0] === family.whole) continue
    for (const part of family.parts) {
      const before = found.get(part)
      if (before === undefined || family.parts.length < before.parts.length) found.set(part, family)
    }
  }
  return found
}
