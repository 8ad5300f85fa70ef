/** Blocks that are computed from published figures only, by name. */
import type { DerivedBlock } from '../document.ts'
import type { DerivedName, PlannedTable } from '../plan/planned.ts'
import type { Shelf } from '../shelf.ts'

type Make = (shelf: Shelf, table: PlannedTable) => readonly DerivedBlock[]

const NOTHING: Make = () => []

const MAKERS: Readonly<Record<DerivedName, Make>> = {
  'item-response': NOTHING,
  'official-series': NOTHING,
  concentration: NOTHING,
  'routes-drawn': NOTHING,
  'image-shift': NOTHING,
  'way-to-help': NOTHING,
  'three-counts': NOTHING,
  estimate: NOTHING,
  rules: NOTHING,
  'cells-shown': NOTHING,
}

export const derivedBlocks = (shelf: Shelf, table: PlannedTable, name: DerivedName) => MAKERS[name](shelf, table)
