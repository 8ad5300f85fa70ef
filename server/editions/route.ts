/** What editions there are, and the two exchanges with the editors' machine: sealed cases out, a bundle in. */
import { type Context, Hono, type TypedResponse } from 'hono'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Manifest } from '../../survey-schema/release/bundle.ts'
import type { Deps } from '../deps.ts'
import { announced, jsonBody, jsonIn } from '../http/body.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { editionOfPath } from '../http/parameters.ts'
import type { PublicAnswers } from '../http/public-answers.ts'
import { whileKeysAreRight } from '../http/shut.ts'
import { read, type Store } from '../store/port.ts'
import { byMachine } from '../store/queries/audit.ts'
import { type EditionListed, editionsListed } from '../store/queries/editions.ts'
import { releasedIds, releasedManifest, volumeOf } from '../store/queries/releases.ts'
import { publishedTables, sealedHead } from '../store/sealed-edition.ts'
import {
  BundleBody,
  type Edition,
  EditionDetail,
  Editions,
  Errata,
  ErratumBody,
  Published,
  PublishedTables,
  Replaced,
  SealedLines,
} from './answers.ts'
import { errataOf, publishErratum } from './errata.ts'
import { readNote } from './note.ts'
import { publishBundle } from './publish.ts'
import type { ReleaseAudit } from './release-audit.ts'
import { sealedLines } from './sealed-lines.ts'

/** Bytes of a bundle; one of every table has some 10 million. */
const LARGEST_BUNDLE = 64 * 1024 * 1024

type Needs = Pick<Deps, 'store' | 'serverKey' | 'clock' | 'events' | 'shut'> & {
  readonly audit?: ReleaseAudit
  readonly answers: PublicAnswers
}

/** A bundle travels under the name of the newest edition that it counts. */
function newestEdition(value: unknown): unknown {
  const counted = (value as { manifest?: { counted?: unknown } } | null)?.manifest?.counted
  return Array.isArray(counted) ? (counted.at(-1) as { id?: unknown } | undefined)?.id : undefined
}

function requireEdition(bundle: unknown, edition: string): void {
  if (newestEdition(bundle) !== edition) throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/counted', rule: 'other_edition' }])
}

const listed = ({ id, state, fictional, questionnaire, published }: EditionListed): Edition => ({
  id,
  state: published ? 'published' : state,
  fictional: fictional === 1,
  questionnaire,
})

/** With its manifest and the tables that readers may ask for, once it is published. */
async function detailOf(store: Store, edition: Edition) {
  const [release] = await read(store, releasedManifest(edition.id))
  if (!release) return { ...edition, tables: [] as readonly string[] }
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
  return { ...manifest, ...edition, tables, day: release.day, volume: held?.volume ?? null }
}

export const editions = (needs: Needs) => {
  const { store, answers } = needs
  /** For everybody the same, under the address without what the route does not know. */
  const same = <Answer extends object>({ req }: Context, address: string, look: () => Promise<Answer>) =>
    answers.of(req.raw.headers, `/api/v1/editions${address}`, async () => {
      const answer = await look()
      return { headers: { 'Content-Type': 'application/json' }, make: () => JSON.stringify(answer) }
    }) as Promise<Response & TypedResponse<Answer, 200, 'json'>>
  const found = async (id: string) => {
    const edition = (await read(store, editionsListed())).find((entry) => entry.id === id)
    if (!edition) throw new ProblemError('not-found')
    return listed(edition)
  }
  return new Hono()
    .get(
      '/editions',
      operation({
        id: 'editions',
        tag: 'editions',
        summary: 'All editions, newest first',
        answers: { 200: json('Editions.', Editions) },
      }),
      (c) => same(c, '', async () => ({ editions: (await read(store, editionsListed())).map(listed) })),
    )
    .get(
      '/editions/:edition',
      operation({
        id: 'edition',
        tag: 'editions',
        summary: 'One edition and the tables it published',
        answers: { 200: json('The edition.', EditionDetail) },
        problems: ['not-found'],
      }),
      editionOfPath,
      (c) => {
        const { edition } = c.req.valid('param')
        return same(c, `/${encodeURIComponent(edition)}`, async () => detailOf(store, await found(edition)))
      },
    )
    .get(
      '/editions/:edition/published',
      operation({
        id: 'publishedTables',
        tag: 'publishing',
        summary: 'The published single tables of an edition, as they stand in its bundle',
        answers: { 200: json('Released tables. A volume takes its margins from them.', PublishedTables) },
        problems: ['not-found', 'not-released'],
      }),
      editionOfPath,
      (c) => {
        const { edition } = c.req.valid('param')
        return same(c, `/${encodeURIComponent(edition)}/published`, async () => {
          if ((await found(edition)).state !== 'published') throw new ProblemError('not-released')
          return { tables: await publishedTables(store, edition) }
        })
      },
    )
    .get(
      '/editions/:edition/sealed-cases',
      operation({
        id: 'sealedCases',
        tag: 'publishing',
        summary: 'Sealed cases for the build on the editors’ machine',
        audited: { entry: 'read-sealed-cases' },
        answers: {
          200: {
            description: 'The edition and its sealed cases.',
            content: { 'application/x-ndjson': SealedLines },
            headers: { 'Jnatip-Digest': 'Keyed digest of the cases held.' },
          },
        },
      }),
      whileKeysAreRight(needs),
      editionOfPath,
      holderOf('edit', needs),
      async (c) => {
        const { edition } = c.req.valid('param')
        const by = byMachine(c.var.credential.organisation)
        const head = await sealedHead(store, needs.serverKey, edition, { ...by, day: needs.clock.day() })
        if (!head) throw new ProblemError('not-found')
        return c.body(sealedLines(store, head), 200, { 'Content-Type': 'application/x-ndjson', 'Jnatip-Digest': head.digest })
      },
    )
    .get(
      '/editions/:edition/errata',
      operation({
        id: 'errata',
        tag: 'editions',
        summary: 'What was replaced or withdrawn of an edition and of its volume, and why',
        answers: { 200: json('Oldest first.', Errata) },
        problems: ['not-found'],
      }),
      editionOfPath,
      (c) => {
        const { edition } = c.req.valid('param')
        return same(c, `/${encodeURIComponent(edition)}/errata`, async () => ({ errata: await errataOf(store, (await found(edition)).id) }))
      },
    )
    .put(
      '/editions/:edition/bundle',
      operation({
        id: 'publish',
        tag: 'publishing',
        summary: 'Publish a bundle, once and whole',
        audited: { entry: 'publish' },
        answers: {
          200: json('This very bundle was published before.', Published),
          201: json('Published.', Published),
        },
        problems: ['invalid-bundle', 'edition-open', 'edition-exists', 'stale-bundle', 'unsafe-release'],
      }),
      whileKeysAreRight(needs),
      editionOfPath,
      // The credential before the body: without one nobody makes the server hold 64 MiB. No transaction is open while the body is read.
      announced('application/json', BundleBody),
      holderOf('publish', needs),
      jsonBody(LARGEST_BUNDLE, BundleBody),
      async (c) => {
        const value = jsonIn(c.var.body)
        requireEdition(value, c.req.valid('param').edition)
        const published = await publishBundle(value, { ...needs, by: byMachine(c.var.credential.organisation) })
        return c.json(published, published.new ? 201 : 200)
      },
    )
    .put(
      '/editions/:edition/erratum',
      operation({
        id: 'publishErratum',
        tag: 'publishing',
        summary: 'Within 90 days: replace the published tables that differ in a new bundle of the same editions and volume',
        audited: { entry: 'erratum' },
        answers: {
          200: json('This very bundle was published before.', Replaced),
          201: json('Replaced; the earlier tables stay archived.', Replaced),
        },
        problems: ['invalid-bundle', 'not-released', 'edition-open', 'frozen', 'stale-bundle', 'unsafe-release'],
      }),
      whileKeysAreRight(needs),
      editionOfPath,
      announced('application/json', ErratumBody),
      holderOf('publish', needs),
      jsonBody(LARGEST_BUNDLE, ErratumBody),
      async (c) => {
        const value = jsonIn(c.var.body)
        const { note, bundle, ...others } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
        if (Object.keys(others).length > 0) throw new ProblemError('invalid-request', [{ pointer: '', rule: 'unknown_key' }])
        const noteRead = readNote(note)
        requireEdition(bundle, c.req.valid('param').edition)
        const published = await publishErratum(bundle, noteRead, { ...needs, by: byMachine(c.var.credential.organisation) })
        return c.json(published, published.new ? 201 : 200)
      },
    )
}
