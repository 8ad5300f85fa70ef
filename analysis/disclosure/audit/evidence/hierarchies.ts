/** For each cell of linked tables which additive relation it is part of, and which cells are its children. Worked out once, because every contributor asks. */
import { type CellRelation, cellRelationsOf, partialCellRelationsOf } from '../linked-tables/cell-relations.ts'
import type { LinkedCell, LinkedTables } from '../linked-tables/linked-tables.ts'

/** Cells of one level inside another cell. */
export interface ChildLevel {
  readonly parts: readonly LinkedCell[]
  /** Whether they hold all cases of that cell. */
  readonly covered: boolean
}

/** By axis, 0 and 1. */
export interface CellHierarchies {
  /** For each cell the relation that it is part of: its parent, and its siblings. Of several, the one with the fewest parts. */
  readonly parentRelation: readonly ReadonlyMap<LinkedCell, CellRelation>[]
  /** For each cell its children, level by level. */
  readonly childLevels: readonly ReadonlyMap<LinkedCell, readonly ChildLevel[]>[]
}

const remembered = new WeakMap<LinkedTables, CellHierarchies>()

export function cellHierarchiesOf(linked: LinkedTables): CellHierarchies {
  const known = remembered.get(linked)
  if (known !== undefined) return known
  const full = cellRelationsOf(linked)
  const partial = partialCellRelationsOf(linked)
  const ofAxis = (relations: readonly CellRelation[], axis: number) => relations.filter(({ along }) => along === axis)
  const found = {
    parentRelation: [0, 1].map((axis) => smallestRelations(ofAxis(full, axis))),
    childLevels: [0, 1].map((axis) => childLevelsOf(ofAxis(full, axis), ofAxis(partial, axis))),
  }
  remembered.set(linked, found)
  return found
}

function childLevelsOf(full: readonly CellRelation[], partial: readonly CellRelation[]): ReadonlyMap<LinkedCell, readonly ChildLevel[]> {
  const found = new Map<LinkedCell, ChildLevel[]>()
  const add = ({ whole, parts }: CellRelation, covered: boolean) => found.set(whole, [...(found.get(whole) ?? []), { parts, covered }])
  for (const relation of full) if (!relation.parts.includes(relation.whole)) add(relation, true)
  for (const relation of partial) add(relation, false)
  return found
}

/** For each cell the relation with the fewest parts that it is part of: the others say less, with the same figures. */
function smallestRelations(relations: readonly CellRelation[]): ReadonlyMap<LinkedCell, CellRelation> {
  const found = new Map<LinkedCell, CellRelation>()
  for (const relation of relations) {
    if (relation.parts.length === 1 && relation.parts[0] === relation.whole) continue
    for (const part of relation.parts) {
      const before = found.get(part)
      if (before === undefined || relation.parts.length < before.parts.length) found.set(part, relation)
    }
  }
  return found
}
