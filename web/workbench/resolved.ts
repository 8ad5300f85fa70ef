/** The picked blocks as the book has them now, each with what its table says beside it. */
import type { BookChapter, BookTable, Imprint, PrintedBlock } from '../../survey-schema/book.ts'
import { client } from '../client.ts'
import { keyOf, type Picked } from './collection.ts'

export interface Resolved {
  readonly picked: Picked
  readonly imprint: Imprint
  readonly table: BookTable
  readonly block: PrintedBlock
  /** The table was replaced by an erratum after it was picked. */
  readonly replaced: boolean
}

type Chapters = ReadonlyMap<string, BookChapter>

const chapterOf = ({ edition, chapter }: Picked) => `${edition} ${chapter}`

/** Names the chapters that are needed, whatever is picked from them and in which order. */
export const chaptersOf = (tables: readonly Picked[]): string => [...new Set(tables.map(chapterOf))].sort().join('|')

/** Each chapter is asked for once. @throws Refused */
export const loadChapters = async (tables: readonly Picked[]): Promise<Chapters> =>
  new Map(
    await Promise.all(
      [...new Map(tables.map((picked) => [chapterOf(picked), picked]))].map(
        async ([key, { edition, chapter }]) => [key, await client.bookChapter(edition, chapter)] as const,
      ),
    ),
  )

/** By key; a block that the book does not hold is not there. */
export const resolvedIn = (chapters: Chapters, tables: readonly Picked[]): ReadonlyMap<string, Resolved> =>
  new Map(
    tables.flatMap((picked) => {
      const found = chapters.get(chapterOf(picked))
      const table = found?.chapter.tables.find(({ number }) => number === picked.number)
      const block = table?.blocks.find(({ id }) => id === picked.block)
      if (!found || !table || !block) return []
      return [[keyOf(picked), { picked, imprint: found.imprint, table, block, replaced: block.checksum !== picked.checksum }] as const]
    }),
  )
