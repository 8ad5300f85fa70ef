/** From the blocks of the plan to printed ones: the newest slice and all together, coarser where too little is shown, silent where nothing is. */

import type { PrintedBlock } from '../../../survey-schema/release/book.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import type { PlannedBlock, PlannedTable } from './plan/planned.ts'
import { axisName, holdsHalf, steps, storedId } from './print-level.ts'
import { type Found, newestTable, type Shelf, summedTable } from './published-editions.ts'
import { type AskedBlock, tableBlock } from './table-block.ts'

const COARSER = text(
  '計画した区分では示せる事例が半分に満たないため、より大きな区分で示す。',
  'Printed by larger groups, because at the planned ones less than half of the cases could be shown.',
)
const APART = text(
  '組み合わせた表では示せる事例が半分に満たないため、二つの単純集計に分けて示す。',
  'Printed as two tables of one question each, because side by side less than half of the cases could be shown.',
)

type Planned = Extract<PlannedBlock, { kind: 'table' }>
type Named = Omit<AskedBlock, 'id'> & { readonly found: Found }

/** Blocks read from one released table each, in the order of the plan; no released table twice. */
export function releasedBlocks(shelf: Shelf, table: PlannedTable): readonly PrintedBlock[] {
  const named = table.blocks.flatMap((block) =>
    block.kind === 'table'
      ? looks(table.slice).flatMap((look) =>
          block.columns === null ? alone(shelf, table, block, look) : crossed(shelf, table, block, look),
        )
      : [],
  )
  const once = [...new Map(named.map((one) => [one.found.table.checksum, one])).values()]
  return once.map(({ found, ...asked }, place) => tableBlock(shelf, { ...asked, id: blockId(table.number, place) }, found))
}

/** `table-5-3-a`. */
export function blockId(number: string, place: number): string {
  const letter = String.fromCharCode(97 + (place % 26))
  return `table-${number.replace('.', '-')}-${place < 26 ? letter : `${letter}${Math.floor(place / 26)}`}`
}

type Look = (shelf: Shelf, id: string) => Found | undefined

/** All together first, then the newest by itself; where there is one slice the two are one. */
export function looks(slice: PlannedTable['slice']): readonly Look[] {
  return slice === 'none' ? [] : slice === 'sum' ? [summedTable] : slice === 'new' ? [newestTable] : [summedTable, newestTable]
}

function alone(shelf: Shelf, { number }: PlannedTable, block: Pick<Planned, 'rows'>, look: Look, notes: readonly Text[] = []): Named[] {
  const id = storedId(block.rows, null)
  const found = id === undefined ? undefined : look(shelf, id)
  return found ? [{ number, rows: block.rows, columns: null, shareOf: 'column', notes, found }] : []
}

function crossed(shelf: Shelf, table: PlannedTable, block: Planned, look: Look): Named[] {
  const { number } = table
  const found = steps(block.rows, block.columns!).flatMap((step) => {
    const one = look(shelf, step.id)
    return one ? [{ ...step, found: one }] : []
  })
  const printed = found.find((step) => holdsHalf(step.found.table))
  if (printed) {
    const notes = printed.rows === block.rows && printed.columns === block.columns ? [] : [COARSER]
    return [{ number, rows: printed.rows, columns: printed.columns, shareOf: block.shareOf ?? 'column', notes, found: printed.found }]
  }
  if (found.length === 0) return []
  const singles = axisName(block.rows).variable === axisName(block.columns!).variable ? [block.rows] : [block.rows, block.columns!]
  return singles.flatMap((rows) => alone(shelf, table, { rows }, look, [APART]))
}
