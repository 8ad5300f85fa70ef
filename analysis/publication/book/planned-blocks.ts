/** Printed blocks from planned ones: one of all editions together and one of the newest, at a coarser level where too few cells are shown, none where no cell is. */

import type { PrintedBlock } from '../../../survey-schema/release/book.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import type { PlannedBlock, PlannedTable } from './plan/planned.ts'
import { axisName, coarserTables, showsHalf, storedId } from './print-level.ts'
import { type FoundTable, newestTable, type PublishedEditions, summedTable } from './published-editions.ts'
import { type BlockRequest, tableBlock } from './table-block.ts'

const COARSER = text(
  '計画した区分では示せる事例が半分に満たないため、より大きな区分で示す。',
  'Printed by larger groups, because at the planned ones less than half of the cases could be shown.',
)
const APART = text(
  '組み合わせた表では示せる事例が半分に満たないため、二つの単純集計に分けて示す。',
  'Printed as two tables of one question each, because side by side less than half of the cases could be shown.',
)

type PlannedCrosstab = Extract<PlannedBlock, { kind: 'table' }>
type FoundBlock = Omit<BlockRequest, 'id'> & { readonly found: FoundTable }

/** Blocks read from one released table each, in the order of the plan; no released table twice. */
export function releasedBlocks(published: PublishedEditions, table: PlannedTable): readonly PrintedBlock[] {
  const named = table.blocks.flatMap((block) =>
    block.kind === 'table'
      ? tablesToFind(table.editions).flatMap((look) =>
          block.columns === null ? singleTable(published, table, block, look) : crosstab(published, table, block, look),
        )
      : [],
  )
  const once = [...new Map(named.map((one) => [one.found.table.checksum, one])).values()]
  return once.map(({ found, ...asked }, place) => tableBlock(published, { ...asked, id: blockId(table.number, place) }, found))
}

/** @param number of the table @param place of the block in the table, from 0 @example blockId('5.3', 0) // 'table-5-3-a' */
export function blockId(number: string, place: number): string {
  const letter = String.fromCharCode(97 + (place % 26))
  return `table-${number.replace('.', '-')}-${place < 26 ? letter : `${letter}${Math.floor(place / 26)}`}`
}

type FindTable = (published: PublishedEditions, id: string) => FoundTable | undefined

/** How to find the table: the sum of all editions first, then the newest by itself. Of a single edition both are the same table, which is printed once. */
export function tablesToFind(editions: PlannedTable['editions']): readonly FindTable[] {
  return editions === 'none' ? [] : editions === 'sum' ? [summedTable] : editions === 'new' ? [newestTable] : [summedTable, newestTable]
}

function singleTable(
  published: PublishedEditions,
  { number }: PlannedTable,
  block: Pick<PlannedCrosstab, 'rows'>,
  look: FindTable,
  notes: readonly Text[] = [],
): FoundBlock[] {
  const id = storedId(block.rows, null)
  const found = id === undefined ? undefined : look(published, id)
  return found ? [{ number, rows: block.rows, columns: null, shareOf: 'column', notes, found }] : []
}

function crosstab(published: PublishedEditions, table: PlannedTable, block: PlannedCrosstab, look: FindTable): FoundBlock[] {
  const { number } = table
  const found = coarserTables(block.rows, block.columns!).flatMap((step) => {
    const one = look(published, step.id)
    return one ? [{ ...step, found: one }] : []
  })
  const printed = found.find((step) => showsHalf(step.found.table))
  if (printed) {
    const notes = printed.rows === block.rows && printed.columns === block.columns ? [] : [COARSER]
    return [{ number, rows: printed.rows, columns: printed.columns, shareOf: block.shareOf ?? 'column', notes, found: printed.found }]
  }
  if (found.length === 0) return []
  const singles = axisName(block.rows).variable === axisName(block.columns!).variable ? [block.rows] : [block.rows, block.columns!]
  return singles.flatMap((rows) => singleTable(published, table, { rows }, look, [APART]))
}
