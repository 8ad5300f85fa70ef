/** The book of an edition, handed out as data: contents, findings, one chapter at a time, fact sheets, changes. Pages and programs lay it out. */
import { Hono } from 'hono'
import * as z from 'zod'
import { chapterOf, contentsOf } from '../../analysis/publication/book/book.ts'
import { changesOf } from '../../analysis/publication/book/changes.ts'
import { citationFor } from '../../analysis/publication/book/citations.ts'
import { factSheets } from '../../analysis/publication/book/fact-sheets/sheets.ts'
import { imprintOf } from '../../analysis/publication/book/imprint.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { newestOf, type PublishedEditions } from '../../analysis/publication/book/published-editions.ts'
import { findingsVolume } from '../../analysis/publication/findings/volume.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { BookChapter, BookContents, Change, Chapter, FactSheet, Imprint } from '../../survey-schema/release/book.ts'
import type { FindingsVolume } from '../../survey-schema/release/findings.ts'
import type { Deps } from '../deps.ts'
import { RELEASED_AGAIN } from '../http/headers.ts'
import { json, operation, UNCHANGED } from '../http/operation.ts'
import { editionOfPathInAnyCase } from '../http/parameters.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { oneOf, type Refusing, validated } from '../http/validated.ts'
import { read, type Store } from '../store/port.ts'
import { publishedCaseSets } from '../store/queries/releases.ts'
import { publishedEditions } from './published-editions.ts'

const PARTS = ['contents', 'findings', 'sheets', 'changes', ...PLAN.map(({ id }) => id)] as const

/** One that is unknown is not there; the query itself is refused when it says anything else. */
const REFUSING: Refusing = {
  problems: ['invalid-request', 'not-found'],
  refuse: ({ rule }) =>
    rule === 'unknown_value'
      ? new ProblemError('not-found')
      : new ProblemError('invalid-request', [{ pointer: '', rule: 'unknown_parameter' }]),
}

const BookQuery = z.strictObject({
  part: oneOf(PARTS, 'contents').describe('Contents, findings, fact sheets, changes, or the id of a chapter as the contents name it.'),
})

const BookPart = z.object({}).loose().meta({
  id: 'BookPart',
  description:
    'Contents, findings, a chapter, fact sheets or changes: sentences in `ja` and `en`, released tables as they are, and their shares.',
})
type BookPart =
  | BookContents
  | BookChapter
  | { readonly imprint: Imprint; readonly findings: FindingsVolume }
  | { readonly sheets: readonly FactSheet[] }
  | { readonly changes: readonly Change[] }

export const book = ({ store, answers }: Pick<Deps, 'store'> & { readonly answers: PublicAnswers }) => {
  const published = rememberedEditions(store)
  return new Hono().get(
    '/editions/:edition/book',
    operation({
      id: 'book',
      tag: 'book',
      summary: 'The data book of an edition, part by part',
      answers: {
        200: json('The part, in both languages at once.', BookPart, { ETag: 'Changes with what is published, and with the program.' }),
        304: UNCHANGED,
      },
      problems: ['not-released'],
    }),
    editionOfPathInAnyCase,
    validated('query', BookQuery, REFUSING),
    async (c) => {
      const { edition } = c.req.valid('param')
      const { part } = c.req.valid('query')
      const address = `/api/v1/editions/${encodeURIComponent(edition)}/book?part=${part}`
      return answers.of(c.req.raw.headers, address, async (state) => {
        const known = await read(store, publishedCaseSets())
        if (!known.some(({ id, kind }) => id === edition && kind === 'edition')) throw new ProblemError('not-released')
        return { headers: HEADERS, make: async () => JSON.stringify(await partOf(await published(state, edition), part)) }
      })
    },
  )
}

const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': RELEASED_AGAIN }

/** What was read last, for as long as memory allows: after a publication the parts of one edition are asked for one after the other. */
function rememberedEditions(store: Store): (state: string, edition: string) => Promise<PublishedEditions> {
  let last: { readonly name: string; readonly published: WeakRef<PublishedEditions> } | null = null
  return async (state, edition) => {
    const name = `${state} ${edition}`
    const known = last?.name === name ? last.published.deref() : undefined
    if (known) return known
    const made = await publishedEditions(store, edition)
    if (!made) throw new ProblemError('not-released')
    last = { name, published: new WeakRef(made) }
    return made
  }
}

/** Other requests are answered between two chapters. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

async function allChapters(published: PublishedEditions): Promise<readonly Chapter[]> {
  const chapters: Chapter[] = []
  for (const planned of PLAN) {
    chapters.push(chapterOf(published, planned))
    await breath()
  }
  return chapters
}

async function partOf(published: PublishedEditions, part: string): Promise<BookPart> {
  const imprint = imprintOf(published)
  if (part === 'sheets') return { sheets: factSheets({ chapters: await allChapters(published) }) }
  if (part === 'findings') {
    const chapters = await allChapters(published)
    return { imprint, findings: findingsVolume({ imprint, chapters }, newestOf(published).policy) }
  }
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
