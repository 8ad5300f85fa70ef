/**
 * From published bundles and the plan to the book, in both languages at once. Nothing but published figures enters; where a table is
 * not there, its place says why.
 */

import type { Book, BookContents, BookTable, Chapter, PrintedBlock, RecordsNamed } from '../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { text } from '../../../survey-schema/text.ts'
import type { Checksum } from '../../disclosure/released/release.ts'
import { withStatistics } from '../statistics/statistic-line.ts'
import { citationFor } from './citations.ts'
import { derivedBlocks } from './derived/blocks.ts'
import { editionsBeside } from './derived/edition-comparison.ts'
import { figuresOf } from './drawings.ts'
import { alwaysSaid, citationOf, imprintOf } from './imprint.ts'
import { journeysBlock } from './journeys-block.ts'
import { silenceOf } from './not-printed.ts'
import type { Plan, PlannedChapter, PlannedTable } from './plan/planned.ts'
import { blockId, releasedBlocks } from './planned-blocks.ts'
import { newestOf, type Shelf, shelfOf } from './published-editions.ts'
import { sentencesOf } from './sentences/sentences.ts'

/** @param before bundles published before the newest, in any order @param records where they come from, if others published them */
export const bookOf = (newest: Bundle, before: readonly Bundle[], plan: Plan, checksum: Checksum, records?: RecordsNamed): Book =>
  bookFrom({ ...shelfOf(newest, before, checksum), ...(records ? { records } : {}) }, plan)

export const bookFrom = (shelf: Shelf, plan: Plan): Book => ({
  imprint: imprintOf(shelf),
  chapters: plan.map((chapter) => chapterOf(shelf, chapter)),
})

/** Everything but the chapters themselves. */
export const contentsOf = (shelf: Shelf, plan: Plan): BookContents => {
  const imprint = imprintOf(shelf)
  return {
    imprint,
    chapters: plan.map(({ id, number, title, tables }) => ({
      id,
      number,
      title,
      tables: tables.map((table) => ({ number: table.number, title: table.title })),
    })),
    citation: citationFor(imprint, null, imprint.checksum),
  }
}

export const chapterOf = (shelf: Shelf, { id, number, title, tables }: PlannedChapter): Chapter => ({
  id,
  number,
  title,
  tables: withStatistics(
    tables.map((table) => bookTable(shelf, table)),
    tables,
    newestOf(shelf).policy,
  ),
})

function bookTable(shelf: Shelf, table: PlannedTable): BookTable {
  const printed = blocksOf(shelf, table)
  const beside = table.later ? [] : editionsBeside(shelf, table)
  const blocks = [...printed, ...beside.map((block, place) => ({ ...block, id: blockId(table.number, printed.length + place) }))]
  const { number, title, learns, base } = table
  return {
    number,
    title,
    learns,
    base,
    // Editions side by side repeat figures of the blocks above: nothing is drawn of them, and nothing said.
    blocks,
    sentences: sentencesOf(number, printed),
    figures: figuresOf(table, printed),
    notes: [...table.notes, ...alwaysSaid(shelf)],
    silent: blocks.length === 0 ? silenceOf(shelf, table) : null,
    citation: citationOf(shelf, text(`表${number}`, `Table ${number}`), newestOf(shelf).checksum),
  }
}

/** Those read from one released table first, then the tree of routes, then what is computed from published figures. */
function blocksOf(shelf: Shelf, table: PlannedTable): readonly PrintedBlock[] {
  if (table.later) return []
  const released = releasedBlocks(shelf, table)
  const next = (place: number) => blockId(table.number, place)
  const routes = table.blocks.some(({ kind }) => kind === 'routes') ? journeysBlock(shelf, table.number, next(released.length)) : null
  const above = [...released, ...(routes ? [routes] : [])]
  const derived = table.blocks.flatMap((block) => (block.kind === 'derived' ? derivedBlocks(shelf, table.number, block.from) : []))
  return [...above, ...derived.filter(({ rows }) => rows.length > 0).map((block, place) => ({ ...block, id: next(above.length + place) }))]
}
