/** A bundle becomes public: whole, once, and only if it counts exactly the cases that are held now. */
import { readBundle } from '../../analysis/disclosure/bundle.ts'
import type { Bundle, Manifest } from '../../survey-schema/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { checksum } from '../sealing/checksum.ts'
import { read } from '../store/port.ts'
import { publishedSlices, publishRelease, releasedManifest, releaseNamed } from '../store/queries/releases.ts'
import { countedNow, requireNewest } from './counted-now.ts'
import { type ReleaseAudit, requireSafe } from './release-audit.ts'

export interface Published {
  readonly editions: readonly string[]
  readonly volume: string | null
  readonly tables: number
  /** False if the same bundle was published before. */
  readonly new: boolean
}

/**
 * All tables of the bundle are released, or none.
 * @throws ProblemError 'invalid-bundle' (also when an edition in it was published under another policy), 'not-found' (no such edition), 'edition-open', 'stale-bundle' (other cases are held now, or another
 * bundle came between), 'edition-exists' when figures of an edition or volume in it are published already: a figure is made once, or
 * 'unsafe-release' when the audit finds what these and earlier figures tell together
 */
export async function publishBundle(
  value: unknown,
  needs: Pick<Deps, 'store' | 'tagKey' | 'events' | 'clock'> & { readonly audit?: ReleaseAudit | undefined },
): Promise<Published> {
  const { store, events, clock, audit } = needs
  const { manifest, tables, routes }: Bundle = readBundle(value, checksum)
  const editions = manifest.editions.map(({ id }) => id)
  const published = { editions, volume: manifest.volume?.id ?? null, tables: tables.length + (routes ? 1 : 0) }
  const [same] = await read(store, releaseNamed(manifest.checksum))
  if (same) return { ...published, new: false }
  const counted = await countedNow(manifest.counted, needs)
  const slices = new Set((await read(store, publishedSlices())).map(({ id }) => id))
  if ([...editions, published.volume].some((slice) => slice !== null && slices.has(slice)))
    throw new ProblemError('edition-exists', [{ pointer: '/manifest/editions', rule: 'already_published' }])
  await requireOnePolicy(manifest, needs)
  await requireNewest(manifest.previous, needs)
  const figures = [...tables, ...(routes ? [routes] : [])]
  await requireSafe(store, audit, figures)
  const stored = figures.map((table) => ({
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

/** Nothing that these cases told before stands under another policy. @throws ProblemError 'invalid-bundle' */
async function requireOnePolicy({ counted, policy }: Manifest, { store }: Pick<Deps, 'store'>): Promise<void> {
  for (const { id } of counted) {
    const [before] = await read(store, releasedManifest(id))
    if (before && checksum((JSON.parse(before.manifest) as Manifest).policy) !== checksum(policy))
      throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/policy', rule: 'other_than_published' }])
  }
}
