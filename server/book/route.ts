/** The book of an edition, handed out as data: contents, one chapter at a time, fact sheets, changes. Pages and programs lay it out. */
import { Hono } from 'hono'
import { bookFrom, chapterOf, contentsOf } from '../../analysis/publication/book/book.ts'
import { changesOf } from '../../analysis/publication/book/changes.ts'
import { citationFor } from '../../analysis/publication/book/citations.ts'
import { factSheets } from '../../analysis/publication/book/fact-sheets/sheets.ts'
import { imprintOf } from '../../analysis/publication/book/imprint.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import type { Shelf } from '../../analysis/publication/book/shelf.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { BookChapter, BookContents, Change, FactSheet } from '../../survey-schema/release/book.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { textHash } from '../sealing/keyed.ts'
import { storedShelf } from './shelf.ts'

type Part = BookContents | BookChapter | { readonly sheets: readonly FactSheet[] } | { readonly changes: readonly Change[] }

export const book = ({ store }: Pick<Deps, 'store'>) =>
  new Hono().get('/editions/:edition/book', async (c) => {
    const query = new URL(c.req.url).searchParams
    if ([...query.keys()].some((name) => name !== 'part') || query.getAll('part').length > 1)
      throw new ProblemError('invalid-request', [{ pointer: '', rule: 'unknown_parameter' }])
    const part = query.get('part') ?? 'contents'
    if (!['contents', 'sheets', 'changes'].includes(part) && !PLAN.some(({ id }) => id === part)) throw new ProblemError('not-found')
    const shelf = await storedShelf(store, c.req.param('edition').toLowerCase())
    if (!shelf) throw new ProblemError('not-released')
    const text = JSON.stringify(partOf(shelf, part))
    const etag = `"${textHash(text)}"`
    const headers = { ETag: etag, 'Cache-Control': RELEASED_AGAIN }
    const held = (c.req.header('If-None-Match') ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''))
    if (held.includes(etag) || held.includes('*')) return c.body(null, 304, headers)
    return c.body(text, 200, { ...headers, 'Content-Type': 'application/json' })
  })

function partOf(shelf: Shelf, part: string): Part {
  const imprint = imprintOf(shelf)
  if (part === 'sheets') return { sheets: factSheets(bookFrom(shelf, PLAN)) }
  if (part === 'changes') return { changes: changesOf(shelf) }
  const planned = PLAN.find(({ id }) => id === part)
  if (!planned) return contentsOf(shelf, PLAN)
  const name = { ja: `第${planned.number}章「${planned.title.ja}」`, en: `Chapter ${planned.number}, ${planned.title.en}` }
  return {
    imprint,
    chapter: chapterOf(shelf, planned),
    citation: citationFor(imprint, { id: `chapter-${planned.number}`, name }, imprint.checksum),
  }
}
