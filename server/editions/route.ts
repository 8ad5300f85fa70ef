/** What editions there are, and the two doors of the editors' machine: sealed cases out, a bundle in. */
import { Hono } from 'hono'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Manifest } from '../../survey-schema/release/bundle.ts'
import type { Deps } from '../deps.ts'
import { readWhole, requireJson, utf8Text } from '../http/body.ts'
import { authenticate } from '../http/credential.ts'
import { read } from '../store/port.ts'
import { type EditionListed, editionsListed } from '../store/queries/editions.ts'
import { releasedIds, releasedManifest, volumeOf } from '../store/queries/releases.ts'
import { publishedTables, sealedHead } from '../store/sealed-edition.ts'
import { errataOf, publishErratum } from './errata.ts'
import { readNote } from './note.ts'
import { publishBundle } from './publish.ts'
import type { ReleaseAudit } from './release-audit.ts'
import { sealedLines } from './sealed-lines.ts'

/** Bytes of a bundle; one of every table has some 10 million. */
const LARGEST_BUNDLE = 64 * 1024 * 1024

type Needs = Pick<Deps, 'store' | 'tagKey' | 'clock' | 'events'> & { readonly audit?: ReleaseAudit }

/** A bundle travels under the name of the newest edition that it counts. */
function newestEdition(value: unknown): unknown {
  const counted = (value as { manifest?: { counted?: unknown } } | null)?.manifest?.counted
  return Array.isArray(counted) ? (counted.at(-1) as { id?: unknown } | undefined)?.id : undefined
}

function requireEdition(bundle: unknown, edition: string): void {
  if (newestEdition(bundle) !== edition) throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/counted', rule: 'other_edition' }])
}

/** The credential first: a stranger may not make us hold 64 MiB. Nothing is open while the body is read. */
async function publishersJson(request: Request, needs: Needs): Promise<unknown> {
  requireJson(request.headers)
  await authenticate(request.headers, 'publish', needs)
  return parseJson(utf8Text(await readWhole(request, LARGEST_BUNDLE)))
}

const listed = ({ id, state, fictional, questionnaire, published }: EditionListed) => ({
  id,
  state: published ? ('published' as const) : state,
  fictional: fictional === 1,
  questionnaire,
})

export const editions = (needs: Needs) => {
  const { store } = needs
  const found = async (id: string) => {
    const edition = (await read(store, editionsListed())).find((entry) => entry.id === id)
    if (!edition) throw new ProblemError('not-found')
    return listed(edition)
  }
  return new Hono()
    .get('/editions', async (c) => c.json({ editions: (await read(store, editionsListed())).map(listed) }))
    .get('/editions/:edition', async (c) => {
      const edition = await found(c.req.param('edition'))
      const [release] = await read(store, releasedManifest(edition.id))
      if (!release) return c.json({ ...edition, tables: [] as readonly string[] })
      const manifest = JSON.parse(release.manifest) as Manifest
      const [held] = await read(store, volumeOf(edition.id))
      const [volume] = held ? await read(store, releasedManifest(held.volume)) : []
      const named = [manifest, ...(volume ? [JSON.parse(volume.manifest) as Manifest] : [])].flatMap((one) => one.tables)
      const slices = [edition.id, ...(held ? [held.volume] : [])]
      const shown = new Set(
        (await Promise.all(slices.map(async (slice) => (await read(store, releasedIds(slice))).map(({ id }) => `${slice}/${id}`)))).flat(),
      )
      // In the order of the bundle, which is that of the questionnaire; withdrawn tables are no longer there.
      const tables = [...new Set(named)].filter((name) => shown.has(name)).map((name) => name.slice(name.indexOf('/') + 1))
      return c.json({ ...manifest, ...edition, tables, day: release.day, volume: held?.volume ?? null })
    })
    .get('/editions/:edition/published', async (c) => {
      const edition = await found(c.req.param('edition'))
      if (edition.state !== 'published') throw new ProblemError('not-released')
      return c.json({ tables: await publishedTables(store, edition.id) })
    })
    .get('/editions/:edition/sealed-cases', async (c) => {
      await authenticate(c.req.raw.headers, 'edit', needs)
      const head = await sealedHead(store, needs.tagKey, c.req.param('edition'))
      if (!head) throw new ProblemError('not-found')
      return c.body(sealedLines(store, head), 200, { 'Content-Type': 'application/x-ndjson', 'Jnatip-Digest': head.digest })
    })
    .get('/editions/:edition/errata', async (c) => {
      const edition = await found(c.req.param('edition'))
      return c.json({ errata: await errataOf(store, edition.id) })
    })
    .put('/editions/:edition/bundle', async (c) => {
      const value = await publishersJson(c.req.raw, needs)
      requireEdition(value, c.req.param('edition'))
      const published = await publishBundle(value, needs)
      return c.json(published, published.new ? 201 : 200)
    })
    .put('/editions/:edition/erratum', async (c) => {
      const value = await publishersJson(c.req.raw, needs)
      const { note, bundle, ...others } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
      if (Object.keys(others).length > 0) throw new ProblemError('invalid-request', [{ pointer: '', rule: 'unknown_key' }])
      const read = readNote(note)
      requireEdition(bundle, c.req.param('edition'))
      const published = await publishErratum(bundle, read, needs)
      return c.json(published, published.new ? 201 : 200)
    })
}
