/** The book of an edition, handed out as data: contents, one chapter at a time, fact sheets, changes. Pages and programs lay it out. */
import { Hono } from 'hono'
import * as z from 'zod'
import { bookFrom, chapterOf, contentsOf } from '../../analysis/publication/book/book.ts'
import { changesOf } from '../../analysis/publication/book/changes.ts'
import { citationFor } from '../../analysis/publication/book/citations.ts'
import { factSheets } from '../../analysis/publication/book/fact-sheets/sheets.ts'
import { imprintOf } from '../../analysis/publication/book/imprint.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import type { PublishedEditions } from '../../analysis/publication/book/published-editions.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { BookChapter, BookContents, Change, FactSheet } from '../../survey-schema/release/book.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { noneMatch } from '../http/if-none-match.ts'
import { json, operation, UNCHANGED } from '../http/operation.ts'
import { editionOfPathInAnyCase } from '../http/parameters.ts'
import { oneOf, type Refusing, validated } from '../http/validated.ts'
import { textHash } from '../sealing/keyed.ts'
import { publishedEditions } from './published-editions.ts'

const PARTS = ['contents', 'sheets', 'changes', ...PLAN.map(({ id }) => id)] as const

/** One that is unknown is not there; the query itself is refused when it says anything else. */
const REFUSING: Refusing = {
  problems: ['invalid-request', 'not-found'],
  refuse: ({ rule }) =>
    rule === 'unknown_value'
      ? new ProblemError('not-found')
      : new ProblemError('invalid-request', [{ pointer: '', rule: 'unknown_parameter' }]),
}

const BookQuery = z.strictObject({
  part: oneOf(PARTS, 'contents').describe('Contents, fact sheets, changes, or the id of a chapter as the contents name it.'),
})

const BookPart = z.object({}).loose().meta({
  id: 'BookPart',
  description: 'Contents, a chapter, fact sheets or changes: sentences in `ja` and `en`, released tables as they are, and their shares.',
})
type BookPart = BookContents | BookChapter | { readonly sheets: readonly FactSheet[] } | { readonly changes: readonly Change[] }

export const book = ({ store }: Pick<Deps, 'store'>) =>
  new Hono().get(
    '/editions/:edition/book',
    operation({
      id: 'book',
      tag: 'book',
      summary: 'The data book of an edition, part by part',
      answers: { 200: json('The part, in both languages at once.', BookPart, { ETag: 'Digest of the answer.' }), 304: UNCHANGED },
      problems: ['not-released'],
    }),
    editionOfPathInAnyCase,
    validated('query', BookQuery, REFUSING),
    async (c) => {
      const published = await publishedEditions(store, c.req.valid('param').edition)
      if (!published) throw new ProblemError('not-released')
      const text = JSON.stringify(partOf(published, c.req.valid('query').part))
      const etag = `"${textHash(text)}"`
      const headers = { ETag: etag, 'Cache-Control': RELEASED_AGAIN }
      if (noneMatch(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers)
      return c.body(text, 200, { ...headers, 'Content-Type': 'application/json' })
    },
  )

function partOf(published: PublishedEditions, part: string): BookPart {
  const imprint = imprintOf(published)
  if (part === 'sheets') return { sheets: factSheets(bookFrom(published, PLAN)) }
  if (part === 'changes') return { changes: changesOf(published) }
  const planned = PLAN.find(({ id }) => id === part)
  if (!planned) return contentsOf(published, PLAN)
  const name = { ja: `第${planned.number}章「${planned.title.ja}」`, en: `Chapter ${planned.number}, ${planned.title.en}` }
  return {
    imprint,
    chapter: chapterOf(published, planned),
    citation: citationFor(imprint, { id: `chapter-${planned.number}`, name }, imprint.checksum),
  }
}
