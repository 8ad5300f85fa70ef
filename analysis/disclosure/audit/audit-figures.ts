/**
 * The audit of figures: what published figures give away by being equal, whatever the noise. Cells that hold the same cases must show the
 * same, and exact figures must not determine a withheld cell by sums and differences.
 */

import { determinedCells } from './bounds/elimination.ts'
import { type Finding, nameOf } from './findings.ts'
import { type FigurePrecision, type LinkedSystem, linkedSystemsOf } from './linked-tables/linked-systems.ts'
import type { LinkedCell, LinkedTables, PlacedCell } from './linked-tables/linked-tables.ts'
import { interiorOf, type PendingSuppressions, remedyFor, searchable, suppressionSearch } from './suppression/secondary-suppression.ts'

/** Withheld cells whose cases stand under a figure elsewhere, and figures of the same cases that differ. @param equivalent cells of the same cases together */
export function auditEquivalentCells(equivalent: readonly (readonly PlacedCell[])[]): Finding[] {
  return equivalent.flatMap((cells) => {
    const shown = cells.find(({ cell }) => cell.status === 'shown')
    if (!shown) return []
    const figure = shown.cell.figure!
    const wrong = cells.filter(({ cell }) => cell.status === 'withheld' || (cell.status === 'shown' && cell.figure !== figure))
    return wrong.map(({ linked, cell }) => findingOf(linked, cell, figure, [nameOf(shown.linked, shown.cell)]))
  })
}

/** Withheld cells that exact figures determine. Under noise sums and differences determine nothing. */
export function auditEqualities(linked: LinkedTables, precision: FigurePrecision, pending: PendingSuppressions): Finding[] {
  const interior = interiorOf(linked)
  if (interior.length === 0) return []
  return linkedSystemsOf(linked, precision).flatMap((system) => {
    const known = knownCells(system)
    const search = known.length > 0 && searchable(system, precision.band) ? suppressionSearch(linked, system, 1, pending) : null
    return known.map(({ index, value }) => {
      const cell = system.printed[index]!
      const { evidence, ...together } = remedyFor(linked, system, cell, search?.(index), interior)
      return { ...findingOf(linked, cell, value, evidence), ...together }
    })
  })
}

/** The judged cells that have one possible value, with it. Where that is 0, or all of a sum is shown, nothing is given away. */
function knownCells({ system, judged, printed }: LinkedSystem): { readonly index: number; readonly value: number }[] {
  if (judged.length === 0) return []
  const values = determinedCells(system)
  return judged.flatMap((index) => {
    const value = values.get(index)
    return value !== undefined && value > (printed[index]!.figure ?? 0) ? [{ index, value }] : []
  })
}

function findingOf(linked: LinkedTables, cell: LinkedCell, value: number, evidence: Finding['evidence']): Finding {
  return { cell: nameOf(linked, cell), reason: 'audit', audit: 'figures', lower: value, upper: value, probability: 1, evidence }
}
