/** From one round to the next: of which cells the evidence may have changed, because a figure did on which it depends. Only those are worked out again. */
import type { CellTrees } from './cell-tree.ts'

/** For each cell whether it shows something else than before. */
export const changedIn = (before: readonly (number | null)[], now: readonly (number | null)[]) =>
  Uint8Array.from(now, (figure, place) => Number(figure !== before[place]))

/** The cells whose evidence depends on a changed figure, in either tree or by the exchange between them. */
export function touchedCells(trees: CellTrees, changed: Uint8Array): Uint8Array {
  const touched = touchedInRelations(trees, changed)
  const all = touched.slice()
  for (const { relations } of trees.along)
    for (const { parts, children } of relations) if (parts.some((part) => touched[part] === 1)) for (const child of children) all[child] = 1
  return all
}

function touchedInRelations({ along }: CellTrees, changed: Uint8Array): Uint8Array {
  const touched = changed.slice()
  for (const { relations, relationOf, levels, upward } of along) {
    const within = changed.slice()
    for (const cell of upward) if (levels[cell]!.some(({ parts }) => parts.some((part) => within[part] === 1))) within[cell] = 1
    const dirty = new Uint8Array(relations.length)
    for (const [place, { whole, parts }] of relations.entries()) {
      const parent = relationOf[whole]!
      if (changed[whole] !== 1 && (parent < 0 || dirty[parent] !== 1) && !parts.some((part) => within[part] === 1)) continue
      dirty[place] = 1
      for (const part of parts) if (relationOf[part] === place) touched[part] = 1
    }
  }
  return touched
}
