/**
 * Makes the book, in Japanese and English at once, from published bundles and the plan of its tables. Only published figures are read; a
 * planned table that cannot be printed is replaced by the reason.
 */

import type { Book, BookContents, BookTable, Chapter, PrintedBlock, RecordsNamed } from '../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { text } from '../../../survey-schema/text.ts'
import type { Checksum } from '../../disclosure/released/release.ts'
import { sentencesOf } from '../findings/of-table.ts'
import { findingsVolume } from '../findings/volume.ts'
import { withStatistics } from '../statistics/statistic-line.ts'
import { baseOfBlocks } from './base-words.ts'
import { citationFor } from './citations.ts'
import { derivedBlocks } from './derived/blocks.ts'
import { editionComparisons } from './derived/edition-comparison.ts'
import { drawingsOf } from './drawings.ts'
import { citationOf, imprintOf, notesOfEveryTable } from './imprint.ts'
import { journeysBlock } from './journeys-block.ts'
import { whyNotPrinted } from './not-printed.ts'
import { packsOf } from './packs/packs.ts'
import type { Plan, PlannedChapter, PlannedTable } from './plan/planned.ts'
import { blockId, releasedBlocks } from './planned-blocks.ts'
import { newestOf, type PublishedEditions, publishedEditionsOf } from './published-editions.ts'

/** @param before bundles published before the newest, in any order @param records where they come from, if others published them */
export const bookOf = (newest: Bundle, before: readonly Bundle[], plan: Plan, checksum: Checksum, records?: RecordsNamed): Book =>
  bookFrom({ ...publishedEditionsOf(newest, before, checksum), ...(records ? { records } : {}) }, plan)

export function bookFrom(published: PublishedEditions, plan: Plan): Book {
  const tables = { imprint: imprintOf(published), chapters: plan.map((chapter) => chapterOf(published, chapter)) }
  const findings = findingsVolume(tables, newestOf(published).policy)
  return { ...tables, findings, packs: packsOf(published, { ...tables, findings }) }
}

/** Title page, names of all chapters and tables, and the citation of the book, without a single block. */
export const contentsOf = (published: PublishedEditions, plan: Plan): BookContents => {
  const imprint = imprintOf(published)
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

export const chapterOf = (published: PublishedEditions, { id, number, title, tables }: PlannedChapter): Chapter => ({
  id,
  number,
  title,
  tables: withStatistics(
    tables.map((table) => bookTable(published, table)),
    tables,
    newestOf(published).policy,
  ),
})

function bookTable(published: PublishedEditions, table: PlannedTable): BookTable {
  const printed = blocksOf(published, table)
  const beside = table.later ? [] : editionComparisons(published, table)
  const blocks = [...printed, ...beside.map((block, place) => ({ ...block, id: blockId(table.number, printed.length + place) }))]
  const { number, title, learns, base } = table
  return {
    number,
    title,
    learns,
    base: baseOfBlocks(base, printed),
    // Comparisons of editions repeat figures of the other blocks, so no drawing and no sentence is made from them.
    blocks,
    sentences: sentencesOf(number, printed, newestOf(published).policy),
    figures: drawingsOf(table, printed, published.records !== undefined),
    notes: [...table.notes, ...notesOfEveryTable(published)],
    silent: blocks.length === 0 ? whyNotPrinted(published, table) : null,
    citation: citationOf(published, text(`表${number}`, `Table ${number}`), newestOf(published).checksum),
  }
}

/** In this order: blocks of one released table each, the tree of journeys, blocks computed from several published tables. */
function blocksOf(published: PublishedEditions, table: PlannedTable): readonly PrintedBlock[] {
  if (table.later) return []
  const released = releasedBlocks(published, table)
  const next = (place: number) => blockId(table.number, place)
  const routes = table.blocks.some(({ kind }) => kind === 'routes') ? journeysBlock(published, table.number, next(released.length)) : null
  const above = [...released, ...(routes ? [routes] : [])]
  const derived = table.blocks.flatMap((block) => (block.kind === 'derived' ? derivedBlocks(published, table.number, block.from) : []))
  return [...above, ...derived.filter(({ rows }) => rows.length > 0).map((block, place) => ({ ...block, id: next(above.length + place) }))]
}
