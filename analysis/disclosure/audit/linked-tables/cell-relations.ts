/** Which cells of linked tables add up to another: each additive relation of one axis, along every line of the other. */
import { type AxisRelation, additiveRelationsOf, partialRelationsOf } from './additive-relations.ts'
import type { LinkedAxis, LinkedCell, LinkedTables } from './linked-tables.ts'

/** The count of `whole` is the sum of the counts of `parts`. */
export interface CellRelation {
  /** The axis along which the parts lie. 0: the first, so that they are rows of one column. */
  readonly along: 0 | 1
  readonly whole: LinkedCell
  /** Cells that the questionnaire makes impossible are left out. */
  readonly parts: readonly LinkedCell[]
  /** How many categories of the whole have no line among the parts: 0 where the parts hold all of its cases. */
  readonly unlisted: number
}

const remembered = new WeakMap<LinkedTables, readonly CellRelation[]>()

/** The additive relations all of whose cells are printed in some table, each once. Remembered, because several audits ask for them. */
export function cellRelationsOf(linked: LinkedTables): readonly CellRelation[] {
  const found = remembered.get(linked) ?? relationsAlongBoth(linked, additiveRelationsOf)
  remembered.set(linked, found)
  return found
}

/** Cells with others inside them that do not hold all of their cases: `whole` counts at least as many as `parts` together. */
export const partialCellRelationsOf = (linked: LinkedTables): CellRelation[] => relationsAlongBoth(linked, partialRelationsOf)

function relationsAlongBoth({ axes: [a, b], cells }: LinkedTables, relationsOf: (axis: LinkedAxis) => AxisRelation[]): CellRelation[] {
  const columns = b.lines.length
  const found = new Map<string, CellRelation>()
  const add = (along: 0 | 1, { whole, parts, unlisted = 0 }: AxisRelation, placeOf: (line: number) => number) => {
    const [wholePlace, partPlaces] = [placeOf(whole), parts.map(placeOf)]
    const name = `${along} ${wholePlace} ${[...partPlaces].sort((x, y) => x - y)}`
    const [wholeCell, partCells] = [cells.get(wholePlace), partPlaces.map((place) => cells.get(place))]
    if (found.has(name) || wholeCell === undefined || !partCells.every((part) => part !== undefined)) return
    found.set(name, { along, whole: wholeCell, parts: partCells.filter((part) => part.status !== 'not_applicable'), unlisted })
  }
  for (const relation of relationsOf(a))
    for (let column = 0; column < columns; column++) add(0, relation, (line) => line * columns + column)
  for (const relation of relationsOf(b)) for (let row = 0; row < a.lines.length; row++) add(1, relation, (line) => row * columns + line)
  return [...found.values()]
}
