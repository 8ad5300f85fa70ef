/** The picked tables as they are published now, each with what its table says beside it. */
import type { AskedTable, BookChapter, BookTable, PrintedBlock } from '../../survey-schema/release/book.ts'
import { client, Refused } from '../client.ts'
import { FOUND, keyOf, type Picked } from './collection.ts'
import { WORDS } from './words.ts'

export interface Resolved {
  readonly picked: Picked
  readonly imprint: AskedTable['imprint']
  /** Without a number where the book has no such table. */
  readonly table: Pick<BookTable, 'number' | 'title' | 'notes' | 'figures'>
  readonly block: PrintedBlock
  /** The table was replaced by an erratum after it was picked. */
  readonly replaced: boolean
}

/** What was answered for a chapter or a table; null where it is not published any more. */
type Sources = ReadonlyMap<string, BookChapter | AskedTable | null>

const sourceOf = ({ edition, chapter, number }: Picked) => (chapter === FOUND ? `${edition} ${FOUND} ${number}` : `${edition} ${chapter}`)

/** Names what must be asked for, whatever is picked from it and in which order. */
export const sourcesOf = (tables: readonly Picked[]): string => [...new Set(tables.map(sourceOf))].sort().join('|')

/** Each chapter and each table is asked for once. @throws Refused but for a table that is not available */
export const loadSources = async (tables: readonly Picked[]): Promise<Sources> =>
  new Map(
    await Promise.all(
      [...new Map(tables.map((picked) => [sourceOf(picked), picked]))].map(async ([key, picked]) => [key, await load(picked)] as const),
    ),
  )

async function load({ edition, chapter, number }: Picked): Promise<BookChapter | AskedTable | null> {
  if (chapter !== FOUND) return client.bookChapter(edition, chapter)
  const [rows = '', columns = null] = number.split(',')
  try {
    const found = await client.tableBlock({ edition, rows, columns })
    return { ...found, block: asAsked(found.block, rows) }
  } catch (error) {
    if (error instanceof Refused && NOT_AVAILABLE.includes(error.slug)) return null
    throw error
  }
}

const NOT_AVAILABLE: readonly string[] = ['not-released', 'table-withdrawn', 'refused-table', 'unknown-variable']

/** With the rows that were asked for: a released table has its axes in the order of the questionnaire. */
export function asAsked(block: AskedTable['block'], rows: string): AskedTable['block'] {
  if (block.kind !== 'table' || block.columns.length === 0) return block
  const [first, second = first] = block.table.axes
  if (`${first.variable}@${first.level}` === rows) return block
  return {
    ...block,
    caption: { ja: `${second.ja} × ${first.ja}`, en: `${second.en} × ${first.en}` },
    rowAxis: 1,
    rows: block.columns,
    columns: block.rows,
    // The same shares, which are now of the other lines.
    shares: block.shares && block.columns.map((_, column) => block.shares!.map((row) => row[column] ?? null)),
    shareOf: block.shareOf && WORDS.ofEachColumn,
  }
}

/** By key; what is not published any more is not there. */
export const resolvedIn = (sources: Sources, tables: readonly Picked[]): ReadonlyMap<string, Resolved> =>
  new Map(
    tables.flatMap((picked) => {
      const found = sources.get(sourceOf(picked))
      if (!found) return []
      const table =
        'block' in found
          ? { number: '', title: found.block.caption, notes: [], figures: [] }
          : found.chapter.tables.find(({ number }) => number === picked.number)
      const blocks = 'block' in found ? [found.block] : found.chapter.tables.flatMap((one) => (one === table ? one.blocks : []))
      const block = blocks.find(({ id }) => id === picked.block)
      if (!table || !block) return []
      return [[keyOf(picked), { picked, imprint: found.imprint, table, block, replaced: block.checksum !== picked.checksum }] as const]
    }),
  )
