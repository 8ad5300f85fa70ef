/**
 * The files of a book, as they were made from published bundles. A book is shown only while every table it was made from is the one that
 * readers see: after an erratum or a withdrawal it is not there until it is made again.
 */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { noneMatch } from '../http/if-none-match.ts'
import { BINARY, json, operation, UNCHANGED } from '../http/operation.ts'
import { ANY_NAME, EditionNameOfAnyCase, editionOfPathInAnyCase } from '../http/parameters.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { validated } from '../http/validated.ts'
import { checksum } from '../sealing/checksum.ts'
import { read, type Store } from '../store/port.ts'
import { shownChecksums } from '../store/queries/errata.ts'
import { releasedManifest } from '../store/queries/releases.ts'

const HEX = /^[0-9a-f]{64}$/
const File = z.object({
  name: z.string().regex(/^[A-Za-z0-9._-]+$/),
  format: z.string(),
  language: z.enum(['ja', 'en']).nullable().describe('Null where a file holds both.'),
  type: z.string().describe('Media type.'),
  bytes: z.int(),
  sha256: z.string().regex(HEX),
})
const Index = z.object({
  schema: z.literal('jnatip-book/1'),
  edition: z.string(),
  checksum: z.string().regex(HEX),
  /** Editions and volumes whose tables the book was made from. */
  slices: z.array(z.string()),
  /** Over the names and checksums of those tables. */
  tables: z.string().regex(HEX),
  files: z.array(File),
  /** What two editors added in their own words: a checksum apart from that of the bundle. */
  commentary: z.object({ sha256: z.string().regex(HEX), editors: z.tuple([z.string(), z.string()]) }).optional(),
})
export type BookIndex = z.infer<typeof Index>

/** One value for the tables of a book; another table, or another form of one, gives another value. @param shown `slice/table` and its checksum */
export const tablesDigest = (shown: readonly (readonly [name: string, checksum: string])[]): string =>
  checksum([...shown].sort(([one], [other]) => (one < other ? -1 : 1)))

const BookFiles = z
  .object({
    edition: z.string(),
    checksum: z.string().describe('Of the newest bundle that the book was made from.'),
    files: z.array(File.extend({ href: z.string() })),
  })
  .meta({ id: 'BookFiles' })

const NamedFile = EditionNameOfAnyCase.extend({ name: z.string().describe('As the list of files names it.') })

export const bookFiles = ({ store, books, answers }: Pick<Deps, 'store' | 'books'> & { readonly answers: PublicAnswers }) => {
  const shown = shownBooks(store, books, answers)
  return new Hono()
    .get(
      '/editions/:edition/files',
      operation({
        id: 'bookFiles',
        tag: 'book',
        summary: 'The files of the data book of an edition',
        answers: { 200: json('Names, formats, sizes and checksums.', BookFiles) },
        problems: ['not-released'],
      }),
      editionOfPathInAnyCase,
      async (c) => {
        const { edition, checksum: bundle, files } = await shown(c.req.valid('param').edition)
        const listed = files.map((file) => ({ ...file, href: `/api/v1/editions/${encodeURIComponent(edition)}/files/${file.name}` }))
        return c.json({ edition, checksum: bundle, files: listed }, 200, { 'Cache-Control': RELEASED_AGAIN })
      },
    )
    .get(
      '/editions/:edition/files/:name',
      operation({
        id: 'bookFile',
        tag: 'book',
        summary: 'One file of the data book',
        description: 'Not there while a table in it was replaced or withdrawn and the book has not been made again.',
        answers: {
          200: {
            description: 'The file, of the type that the list names.',
            content: { '*/*': BINARY },
            headers: { ETag: 'SHA-256 of the file.' },
          },
          304: UNCHANGED,
        },
        problems: ['not-released'],
      }),
      validated('param', NamedFile, ANY_NAME),
      async (c) => {
        const { edition: asked, name } = c.req.valid('param')
        const { edition, files } = await shown(asked)
        const file = files.find((one) => one.name === name)
        if (!file) throw new ProblemError('not-released')
        const headers = { ETag: `"${file.sha256}"`, 'Cache-Control': RELEASED_AGAIN }
        if (noneMatch(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers)
        const content = await books?.open(edition, file.name)
        if (!content) throw new ProblemError('not-released')
        return c.body(content, 200, {
          ...headers,
          'Content-Type': file.type,
          'Content-Length': String(file.bytes),
          'Content-Disposition': `attachment; filename="${file.name}"`,
        })
      },
    )
}

/** Nothing for a list that is spoiled. */
function readIndex(text: string): BookIndex | null {
  try {
    return Index.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Finds the book of an edition. @throws ProblemError 'not-released' where there is none, or one of other tables than readers see */
function shownBooks(store: Store, books: Deps['books'], answers: PublicAnswers): (edition: string) => Promise<BookIndex> {
  // The list may change at any time, the tables of one state never do: their checksums are read once for each.
  let known: { readonly state: string; readonly digests: Map<string, string> } = { state: '', digests: new Map() }
  const digestOf = async (slices: readonly string[]): Promise<string> => {
    const state = await answers.state()
    if (known.state !== state) known = { state, digests: new Map() }
    const { digests } = known
    const name = JSON.stringify(slices)
    const tables = async (slice: string) =>
      (await read(store, shownChecksums(slice))).map(({ id, checksum: one }) => [`${slice}/${id}`, one] as const)
    const found = digests.get(name) ?? tablesDigest((await Promise.all(slices.map(tables))).flat())
    if ((await answers.state()) === state) digests.set(name, found)
    return found
  }
  return async (edition) => {
    const [released] = await read(store, releasedManifest(edition))
    const text = released && books ? await books.index(edition) : null
    const index = text === null ? null : readIndex(text)
    if (!index || index.edition !== edition || (await digestOf(index.slices)) !== index.tables) throw new ProblemError('not-released')
    return index
  }
}
