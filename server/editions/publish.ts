/** A bundle becomes public: whole, once, and only if it counts exactly the cases that are held now. */
import { readBundle } from '../../analysis/disclosure/bundle.ts'
import type { Bundle } from '../../survey-schema/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { checksum } from '../sealing/checksum.ts'
import { editionDigest } from '../store/edition-digest.ts'
import { read } from '../store/port.ts'
import { editionCounted } from '../store/queries/editions.ts'
import { newestRelease, publishedSlices, publishRelease, releaseNamed } from '../store/queries/releases.ts'

export interface Published {
  readonly editions: readonly string[]
  readonly volume: string | null
  readonly tables: number
  /** False if the same bundle was published before. */
  readonly new: boolean
}

/**
 * All tables of the bundle are released, or none.
 * @throws ProblemError 'invalid-bundle', 'not-found' (no such edition), 'edition-open', 'stale-bundle' (other cases are held now, or another
 * bundle came between), or 'edition-exists' when figures of an edition or volume in it are published already: a figure is made once
 */
export async function publishBundle(
  value: unknown,
  { store, tagKey, events, clock }: Pick<Deps, 'store' | 'tagKey' | 'events' | 'clock'>,
): Promise<Published> {
  const { manifest, tables, routes }: Bundle = readBundle(value, checksum)
  const editions = manifest.editions.map(({ id }) => id)
  const published = { editions, volume: manifest.volume?.id ?? null, tables: tables.length + (routes ? 1 : 0) }
  if (manifest.counted.length === 0) throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/counted', rule: 'required' }])
  const [same] = await read(store, releaseNamed(manifest.checksum))
  if (same) return { ...published, new: false }
  const counted: { edition: string; cases: number }[] = []
  for (const { id, digest } of manifest.counted) {
    const [edition] = await read(store, editionCounted(id))
    if (!edition) throw new ProblemError('not-found')
    if (edition.state === 'open') throw new ProblemError('edition-open')
    const now = await editionDigest(store, tagKey, id)
    if (now.digest !== digest) throw new ProblemError('stale-bundle', [{ pointer: '/manifest/counted', rule: 'other_cases' }])
    counted.push({ edition: id, cases: now.cases })
  }
  const slices = new Set((await read(store, publishedSlices())).map(({ id }) => id))
  if ([...editions, published.volume].some((slice) => slice !== null && slices.has(slice)))
    throw new ProblemError('edition-exists', [{ pointer: '/manifest/editions', rule: 'already_published' }])
  const [newest] = await read(store, newestRelease())
  if ((newest?.checksum ?? null) !== manifest.previous)
    throw new ProblemError('stale-bundle', [{ pointer: '/manifest/previous', rule: 'other_bundle_before' }])
  const stored = [...tables, ...(routes ? [routes] : [])].map((table) => ({
    slice: table.slice,
    id: table.id,
    json: JSON.stringify(table),
  }))
  const [written] = await store.batch(
    publishRelease({
      checksum: manifest.checksum,
      manifest: JSON.stringify(manifest),
      day: clock.day(),
      previous: manifest.previous,
      counted,
      editions,
      volume: manifest.volume,
      tables: stored,
    }),
  )
  if (written?.changes !== 1) throw new ProblemError('stale-bundle')
  events.published({ tables: published.tables })
  return { ...published, new: true }
}
