/** What an author has picked and written: tables by name, in the author's order, and texts that are nobody else's. */
import type { PrintedBlock } from '../../survey-schema/release/book.ts'
import type { Text } from '../../survey-schema/text.ts'

/** Instead of a chapter: a table found by its variables. Its number is then its axes, rows first, `citizenship@country,gender@list`. */
export const FOUND = 'tables'

/** A block of the book, by where it stands, or a table that was found; its figures are read anew each time. */
export interface Picked {
  readonly edition: string
  readonly chapter: string
  /** Number of its table, `5.3`, or its axes. */
  readonly number: string
  /** Id of the block in that edition. */
  readonly block: string
  /** Of the block when it was picked: another one now means an erratum since. */
  readonly checksum: string
  /** Named while its figures are on their way. */
  readonly caption: Text
  /** The author's own; empty where the caption stands. */
  readonly title: string
  /** Markdown. */
  readonly commentary: string
}

export interface Collection {
  readonly title: string
  /** Markdown, before the first table. */
  readonly commentary: string
  readonly tables: readonly Picked[]
}

export const EMPTY: Collection = { title: '', commentary: '', tables: [] }
/** More than anybody hands out; keeps a page and its storage small. */
export const MOST = 60

export const isEmpty = ({ title, commentary, tables }: Collection) => title === '' && commentary === '' && tables.length === 0

/** Two editions name their blocks alike. */
export const keyOf = ({ edition, block }: Pick<Picked, 'edition' | 'block'>) => `${edition} ${block}`

export const pickedFrom = (edition: string, chapter: string, number: string, block: PrintedBlock): Picked => ({
  edition,
  chapter,
  number,
  block: block.id,
  checksum: block.checksum,
  caption: { ja: block.caption.ja, en: block.caption.en },
  title: '',
  commentary: '',
})

export const holds = ({ tables }: Collection, key: string) => tables.some((picked) => keyOf(picked) === key)

/** Last, once. */
export const added = (collection: Collection, picked: Picked): Collection =>
  holds(collection, keyOf(picked)) || collection.tables.length >= MOST
    ? collection
    : { ...collection, tables: [...collection.tables, picked] }

export const removed = (collection: Collection, key: string): Collection => ({
  ...collection,
  tables: collection.tables.filter((picked) => keyOf(picked) !== key),
})

/** One place up (-1) or down (1); as it is where there is no such place. */
export function moved(collection: Collection, key: string, by: -1 | 1): Collection {
  const from = collection.tables.findIndex((picked) => keyOf(picked) === key)
  const [one, other] = [collection.tables[from], collection.tables[from + by]]
  if (!one || !other) return collection
  return { ...collection, tables: collection.tables.map((picked) => (picked === one ? other : picked === other ? one : picked)) }
}

export const rewritten = (collection: Collection, key: string, texts: Partial<Pick<Picked, 'title' | 'commentary'>>): Collection => ({
  ...collection,
  tables: collection.tables.map((picked) => (keyOf(picked) === key ? { ...picked, ...texts } : picked)),
})

/** What was kept, read by name: anything else in the storage is left out. Null for what is no collection. */
export function collectionOf(value: unknown): Collection | null {
  const held = fields(value)
  if (!held || !Array.isArray(held.tables)) return null
  const tables = held.tables.flatMap((entry: unknown): Picked[] => {
    const one = fields(entry)
    const caption = fields(one?.caption)
    if (!one || !caption || !['edition', 'chapter', 'number', 'block'].every((name) => text(one[name]) !== '')) return []
    return [
      {
        edition: text(one.edition),
        chapter: text(one.chapter),
        number: text(one.number),
        block: text(one.block),
        checksum: text(one.checksum),
        caption: { ja: text(caption.ja), en: text(caption.en) },
        title: text(one.title),
        commentary: text(one.commentary),
      },
    ]
  })
  return { title: text(held.title), commentary: text(held.commentary), tables: tables.slice(0, MOST) }
}

const fields = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null
const text = (value: unknown) => (typeof value === 'string' ? value : '')
