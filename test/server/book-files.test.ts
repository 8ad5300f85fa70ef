/** Files of the book over HTTP: those that were made, as long as their tables are the ones that readers see. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishErratum, withdrawTable } from '../../server/editions/errata.ts'
import { eventLog } from '../../server/http/events.ts'
import { bookFolder } from '../../server/runtime/book-folder.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { corrected } from '../support/corrected.ts'
import { problem } from './harness.ts'
import { type Closed, closedEdition, publish } from './published.ts'
import { jnatip } from './spawned.ts'

interface Listed {
  readonly edition: string
  readonly checksum: string
  readonly files: readonly {
    readonly name: string
    readonly format: string
    readonly language: string | null
    readonly type: string
    readonly bytes: number
    readonly sha256: string
    readonly href: string
  }[]
}

const SINGLE = '2026-1/gender@list'
const NOTE = { en: 'One line stood in the wrong place.', ja: '一つの行の位置が誤っていました。' }
const ADDRESS = '/api/v1/editions/2026-1/files'
const folder = mkdtempSync(join(tmpdir(), 'jnatip-book-files-'))
let edition: Closed
let bundle: Bundle
beforeAll(async () => {
  edition = await closedEdition(240)
  bundle = edition.built.bundle
  await publish(edition, bundle)
  await makeBook(bundle)
})
afterAll(() => {
  edition.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The book as editors make it, into the data folder of the server. */
async function makeBook(...bundles: readonly Bundle[]) {
  const paths = bundles.map((one, at) => {
    const path = join(folder, `bundle-${at}.json`)
    writeFileSync(path, JSON.stringify(one))
    return path
  })
  const { code, stderr } = await jnatip(['book', ...paths, '--data', edition.dataDir, '--to', 'csv,bibtex,ris,fact-sheets'])
  if (code !== 0) throw new Error(stderr)
}
const listed = async () => (await (await edition.get(ADDRESS)).json()) as Listed
const refusal = async (path: string) => {
  const response = await edition.get(path)
  return [response.status, (await problem(response)).type]
}

describe('GET /editions/{id}/files', () => {
  it('lists what was made, and gives each file by its name, whole', async () => {
    const { files, edition: id, checksum } = await listed()
    expect([id, checksum]).toEqual(['2026-1', bundle.manifest.checksum])
    expect(new Set(files.map(({ format }) => format))).toEqual(new Set(['csv', 'bibtex', 'ris', 'fact-sheets']))
    expect(new Set(files.filter(({ format }) => format === 'fact-sheets').map(({ language }) => language))).toEqual(new Set(['ja', 'en']))
    for (const { name, href, bytes, sha256, type } of files) {
      const response = await edition.get(href)
      const content = Buffer.from(await response.arrayBuffer())
      expect([response.status, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([200, bytes, sha256])
      expect(response.headers.get('ETag')).toBe(`"${sha256}"`)
      expect(response.headers.get('Content-Type')).toBe(type)
      expect(response.headers.get('Cache-Control')).toBe('public, no-cache')
      expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`)
      expect(name).toMatch(/^fictional_data-book_2026-1\./)
    }
  })

  it('answers 304 to whoever holds the file, and 200 to whoever holds another', async () => {
    const [file] = (await listed()).files
    const asked = (held: string) => edition.app.request(file!.href, { headers: { 'If-None-Match': held } })
    for (const held of [`"${file!.sha256}"`, `"other", W/"${file!.sha256}"`, '*']) {
      const response = await asked(held)
      expect([held, response.status, await response.text()]).toEqual([held, 304, ''])
    }
    expect((await asked(`"${'0'.repeat(64)}"`)).status).toBe(200)
  })

  it('P16 knows no other name, and no way out of the folder', async () => {
    for (const name of ['nothing.pdf', 'index.json', '..%2Findex.json', '%2e%2e%2f%2e%2e%2fcases.sqlite', 'tag-key', 'ledger-key', '..'])
      expect((await edition.get(`${ADDRESS}/${name}`)).status, name).toBe(404)
    for (const id of ['2026-2', 'nowhere', '..', '%2e%2e']) expect((await edition.get(`/api/v1/editions/${id}/files`)).status, id).toBe(404)
    expect(await refusal(`${ADDRESS}/nothing.pdf`)).toEqual([404, '/problems/not-released'])
  })
})

describe('the files after a change', () => {
  it('P86 are gone with an erratum until they are made again, and then are others', async () => {
    const before = await listed()
    const { store, serverKey } = edition
    const right = corrected({ ...bundle }, [SINGLE], bundle.manifest.checksum)
    const clock = { day: () => '2026-11-22', month: () => '2026-11', year: () => 2026 }
    await publishErratum(right, NOTE, { store, serverKey, clock, events: eventLog(() => {}) })
    expect(await refusal(ADDRESS)).toEqual([404, '/problems/not-released'])
    expect(await refusal(before.files[0]!.href)).toEqual([404, '/problems/not-released'])
    await makeBook(bundle, right)
    const after = await listed()
    expect(after.checksum).toBe(right.manifest.checksum)
    const csv = (all: Listed) => all.files.find(({ format }) => format === 'csv')!
    expect(csv(after).sha256).not.toBe(csv(before).sha256)
    expect((await edition.app.request(csv(after).href, { headers: { 'If-None-Match': `"${csv(before).sha256}"` } })).status).toBe(200)
  })

  it('P86 are gone with a table that was withdrawn, also for a book that is made again', async () => {
    const { store } = edition
    const clock = { day: () => '2026-11-22', month: () => '2026-11', year: () => 2026 }
    const index = readFileSync(join(bookFolder(edition.dataDir, '2026-1'), 'index.json'), 'utf8')
    expect((await edition.get(ADDRESS)).status).toBe(200)
    await withdrawTable('2026-1', 'gender@list', NOTE, { store, clock })
    expect(await refusal(ADDRESS)).toEqual([404, '/problems/not-released'])
    writeFileSync(join(bookFolder(edition.dataDir, '2026-1'), 'index.json'), index)
    expect(await refusal(ADDRESS)).toEqual([404, '/problems/not-released'])
  })

  it('are not there where the list was spoiled', async () => {
    const path = join(bookFolder(edition.dataDir, '2026-1'), 'index.json')
    for (const text of ['{}', '{"schema":', JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), edition: 'another' })]) {
      writeFileSync(path, text)
      expect(await refusal(ADDRESS)).toEqual([404, '/problems/not-released'])
    }
  })
})
