/** Which printed cells hold the same cases by their meaning, in whatever table they stand. */
import { cellRelationsOf } from './cell-relations.ts'
import type { LinkedCell, LinkedTables, PlacedCell } from './linked-tables.ts'
import { partitionsOf } from './partitions.ts'

/**
 * All printed cells, those of the same cases together. Cells of two tables are of the same cases if the same editions are counted and the
 * lines hold the same answers to the same questions; and a cell with a single possible part holds the cases of that part.
 */
export function equivalentCells(groups: readonly LinkedTables[]): readonly (readonly PlacedCell[])[] {
  const names = new Equivalences()
  const byName = new Map<string, PlacedCell[]>()
  for (const linked of groups) {
    const nameOf = cellNames(linked)
    for (const cell of linked.cells.values()) {
      const name = nameOf(cell)
      const same = byName.get(name)
      if (same) same.push({ linked, cell })
      else byName.set(name, [{ linked, cell }])
    }
    for (const { whole, parts } of cellRelationsOf(linked)) if (parts.length === 1) names.join(nameOf(whole), nameOf(parts[0]!))
  }
  const classes = new Map<string, PlacedCell[]>()
  for (const [name, cells] of byName) classes.set(names.of(name), [...(classes.get(names.of(name)) ?? []), ...cells])
  return [...classes.values()]
}

/** Names the cases of a cell in the same words in every table, as `edition-1 age:=18_20 & sex:=female`. */
function cellNames(linked: LinkedTables): (cell: LinkedCell) => string {
  const [rowNames, columnNames] = [lineNames(linked, 0), lineNames(linked, 1)]
  return ({ row, column }) => {
    const conditions = [rowNames[row]!, columnNames[column]!].filter((name) => name !== '').sort()
    return `${linked.counted} ${conditions.length === 0 ? 'everybody' : conditions.join(' & ')}`
  }
}

/** For each line of an axis the cases that it holds, as `column:key`; '' for all cases. */
function lineNames(linked: LinkedTables, side: 0 | 1): string[] {
  const axis = linked.axes[side]
  const { elementsOf } = partitionsOf(axis)[0]!
  return axis.lines.map((line, index) => {
    if (line.role === 'total') return ''
    const elements = elementsOf[index] ?? null
    // Where one category holds every answer, it has the name of "answered".
    const general = axis.lines.find((other, at) => other.codes === null && elements !== null && `${elementsOf[at]}` === `${elements}`)
    return `${axis.column}:${(general ?? line).key}`
  })
}

/** Names that mean the same, joined as this is found out (union-find). */
class Equivalences {
  readonly #parent = new Map<string, string>()

  /** One name for all that mean the same as this one. */
  of(name: string): string {
    const parent = this.#parent.get(name)
    if (parent === undefined || parent === name) return name
    const root = this.of(parent)
    this.#parent.set(name, root)
    return root
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)]
    if (a !== b) this.#parent.set(a, b)
  }
}
