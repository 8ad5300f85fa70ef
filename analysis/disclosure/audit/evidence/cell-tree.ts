/**
 * Linked tables as two trees of cells, one along each axis. In a tree each cell is part of at most one additive relation, whose whole is its
 * parent; of several the one with the fewest parts, because the others say less with the same figures. Worked out once for all rounds of a
 * build and all attackers: it depends on which cells are printed, and on no figure.
 */
import { type CellRelation, cellRelationsOf, partialCellRelationsOf } from '../linked-tables/cell-relations.ts'
import { isListed, type LinkedCell, type LinkedTables } from '../linked-tables/linked-tables.ts'
import type { LawKind } from './law.ts'

/** An additive relation; its cells by their place among all cells. */
export interface TreeRelation {
  readonly whole: number
  readonly parts: Int32Array
  /** The parts of which this is the relation in the tree. */
  readonly children: Int32Array
}

/** Cells of one level inside another cell. */
export interface ChildLevel {
  readonly parts: Int32Array
  /** How many categories inside that cell have no line on this level: they hold its other cases. */
  readonly unlisted: number
}

export interface AxisTree {
  /** The relations, that of a whole before those of its parts. */
  readonly relations: readonly TreeRelation[]
  /** For each cell the place of the relation that it is part of; -1 for a root. */
  readonly relationOf: Int32Array
  /** For each cell its children, level by level. */
  readonly levels: readonly (readonly ChildLevel[])[]
  /** The cells that have children, children before parents. */
  readonly upward: readonly number[]
}

export interface CellTrees {
  readonly along: readonly [AxisTree, AxisTree]
  /** For each cell the law of its count where it is withheld. */
  readonly law: readonly LawKind[]
}

export function cellTreesOf(linked: LinkedTables): CellTrees {
  const cells = [...linked.cells.values()]
  const places = new Map(cells.map((cell, place) => [cell, place]))
  const full = cellRelationsOf(linked)
  const partial = partialCellRelationsOf(linked)
  const along = ([0, 1] as const).map((axis) => {
    const ofAxis = (relations: readonly CellRelation[]) => relations.filter((relation) => relation.along === axis)
    return axisTree(cells.length, placed(ofAxis(full), places), placed(ofAxis(partial), places))
  }) as [AxisTree, AxisTree]
  return { along, law: cells.map((cell) => (isMargin(linked, cell) ? 'listed' : 'withheld')) }
}

/** Whether a cell is the margin of a category that has a line of its own: a line stands only with enough cases behind it. */
function isMargin({ axes: [a, b] }: LinkedTables, { row, column }: LinkedCell): boolean {
  const [rowLine, columnLine] = [a.lines[row]!, b.lines[column]!]
  return (columnLine.role === 'total' && isListed(a.column, rowLine)) || (rowLine.role === 'total' && isListed(b.column, columnLine))
}

interface PlacedRelation extends ChildLevel {
  readonly whole: number
}

function placed(relations: readonly CellRelation[], places: ReadonlyMap<LinkedCell, number>): PlacedRelation[] {
  return relations
    .filter(({ whole, parts }) => parts.length > 0 && !parts.includes(whole))
    .map(({ whole, parts, unlisted }) => ({
      whole: places.get(whole)!,
      parts: Int32Array.from(parts, (part) => places.get(part)!),
      unlisted,
    }))
}

function axisTree(size: number, full: readonly PlacedRelation[], partial: readonly PlacedRelation[]): AxisTree {
  const smallest = new Array<PlacedRelation | undefined>(size)
  for (const relation of full)
    for (const part of relation.parts)
      if (smallest[part] === undefined || relation.parts.length < smallest[part].parts.length) smallest[part] = relation
  const levels = Array.from({ length: size }, (): ChildLevel[] => [])
  for (const { whole, parts, unlisted } of [...full, ...partial]) levels[whole]!.push({ parts, unlisted })
  const relations: PlacedRelation[] = []
  const placeOf = new Map<PlacedRelation, number>()
  // Lines that hold the same answers are parents of each other: what is being placed already is left out, so there is no circle.
  const place = (relation: PlacedRelation, passed: ReadonlySet<PlacedRelation>): boolean => {
    if (placeOf.has(relation)) return true
    if (passed.has(relation)) return false
    const parent = smallest[relation.whole]
    if (parent !== undefined && !place(parent, new Set([...passed, relation]))) smallest[relation.whole] = undefined
    placeOf.set(relation, relations.push(relation) - 1)
    return true
  }
  for (const relation of smallest) if (relation !== undefined) place(relation, new Set())
  const relationOf = Int32Array.from({ length: size }, (_, cell) => (smallest[cell] === undefined ? -1 : placeOf.get(smallest[cell])!))
  return {
    relations: relations.map(({ whole, parts }, at) => ({ whole, parts, children: parts.filter((part) => relationOf[part] === at) })),
    relationOf,
    levels,
    upward: childrenFirst(levels),
  }
}

/** The cells with children in an order in which each comes after its own children. */
function childrenFirst(levels: readonly (readonly ChildLevel[])[]): number[] {
  const order: number[] = []
  const seen = new Uint8Array(levels.length)
  const visit = (cell: number): void => {
    if (seen[cell] === 1 || levels[cell]!.length === 0) return
    seen[cell] = 1
    for (const { parts } of levels[cell]!) for (const part of parts) visit(part)
    order.push(cell)
  }
  for (const cell of levels.keys()) visit(cell)
  return order
}
