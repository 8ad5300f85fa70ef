/** The book over HTTP: the very document that is made of the bundle, part by part, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import type { BookChapter, BookContents, Change, FactSheet } from '../../survey-schema/release/book.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { bookFor } from '../support/book.ts'
import { problem } from './harness.ts'
import { type Closed, closedEdition, publish } from './published.ts'

let edition: Closed
let bundle: Bundle
beforeAll(async () => {
  edition = await closedEdition(240)
  bundle = edition.built.bundle
  await publish(edition, bundle)
})
afterAll(() => edition.close())

const address = (part?: string) => `/api/v1/editions/2026-1/book${part === undefined ? '' : `?part=${part}`}`
const part = async <Part>(name?: string) => (await (await edition.get(address(name))).json()) as Part

describe('GET /editions/{id}/book', () => {
  it('P80 hands out chapters as they are made of the bundle', async () => {
    const book = bookFor(bundle)
    for (const id of ['routes', 'sources', 'methods']) {
      const { chapter, imprint } = await part<BookChapter>(id)
      expect(chapter).toEqual(JSON.parse(JSON.stringify(book.chapters.find((one) => one.id === id))))
      expect(imprint).toEqual(JSON.parse(JSON.stringify(book.imprint)))
    }
  })

  it('names every chapter and table in the contents', async () => {
    const { chapters, citation, imprint } = await part<BookContents>()
    expect(chapters.map(({ id }) => id)).toEqual(PLAN.map(({ id }) => id))
    expect(chapters.flatMap(({ tables }) => tables)).toHaveLength(62)
    expect(citation.bibtex).toContain('@book{jnatip-2026-1,')
    expect(imprint.checksum).toBe(bundle.manifest.checksum)
  })

  it('has the findings of the book', async () => {
    const book = bookFor(bundle)
    expect(await part('findings')).toEqual(JSON.parse(JSON.stringify({ imprint: book.imprint, findings: book.findings })))
    expect(book.findings.chapters.some(({ finding }) => finding !== null)).toBe(true)
  })

  it('has fact sheets and changes', async () => {
    const { sheets } = await part<{ sheets: FactSheet[] }>('sheets')
    for (const { headline, sentences } of sheets) expect(sentences.length + (headline ? 1 : 0)).toBeLessThanOrEqual(4)
    const { changes } = await part<{ changes: Change[] }>('changes')
    expect(changes.map(({ edition: id }) => id)).toEqual(['2026-1'])
  })

  it('answers with a strong ETag of its text, and 304 to whoever holds it', async () => {
    const response = await edition.get(address('routes'))
    const etag = response.headers.get('ETag')!
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect(response.headers.get('Cache-Control')).toBe('public, no-cache')
    const again = await edition.app.request(address('routes'), { headers: { 'If-None-Match': `"other", ${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await edition.get(address('people'))).headers.get('ETag')).not.toBe(etag)
  })

  it('P16 refuses what it does not know without repeating it', async () => {
    for (const [path, slug] of [
      ['/api/v1/editions/2026-2/book', 'not-released'],
      ['/api/v1/editions/nowhere/book', 'not-released'],
      ['/api/v1/editions/2026-1/book?part=unheard', 'not-found'],
      ['/api/v1/editions/2026-1/book?chapter=routes', 'invalid-request'],
      ['/api/v1/editions/2026-1/book?part=routes&part=people', 'invalid-request'],
    ] as const) {
      const response = await edition.get(path)
      const text = await response.clone().text()
      expect((await problem(response)).type, path).toMatch(new RegExp(`[/:#]${slug}$`))
      expect(text).not.toContain('unheard')
    }
  })
})
