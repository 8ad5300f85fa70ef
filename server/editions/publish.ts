/** A bundle becomes public: whole, once, and only if it counts exactly the cases that are held now. */
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Bundle, Manifest, Policy } from '../../survey-schema/release/bundle.ts'
import type { Deps } from '../deps.ts'
import { checksum } from '../sealing/checksum.ts'
import { read } from '../store/port.ts'
import type { Actor } from '../store/queries/audit.ts'
import { editionsInOrder } from '../store/queries/editions.ts'
import { caseSetAges } from '../store/queries/errata.ts'
import { publishedCaseSets, publishRelease, releasedManifest, releaseNamed, volumeOf } from '../store/queries/releases.ts'
import type { Published } from './answers.ts'
import { countedNow, requireNewest } from './counted-now.ts'
import { type ReleaseAudit, requireSafe } from './release-audit.ts'

/**
 * Where the cases of an edition are those of its single tables, so are the persons: crosstabs that join two reports as one person would say what that
 * person answered. @throws ProblemError 'unsafe-release'
 */
async function requireSamePersons({ counted, editions }: Manifest, { store }: Pick<Deps, 'store'>): Promise<void> {
  const before = counted.filter(({ id }) => !editions.some((fresh) => fresh.id === id))
  const ages = before.length > 0 ? await read(store, caseSetAges(before.map(({ id }) => id))) : []
  const published = ages.flatMap(({ manifest }) => (JSON.parse(manifest) as Manifest).counted)
  const other = before.some((now) =>
    published.some(({ id, digest, persons }) => id === now.id && digest === now.digest && persons !== now.persons),
  )
  if (other) throw new ProblemError('unsafe-release', [{ pointer: '/manifest/counted', rule: 'other_persons_than_published' }])
}

/**
 * Crosstabs of an edition are published once, in one volume; a late volume that holds it too is refused for that, whatever came between.
 * @throws ProblemError 'edition-exists'
 */
async function requireFreeEditions({ volume }: Manifest, { store }: Pick<Deps, 'store'>): Promise<void> {
  for (const [index, edition] of (volume?.editions ?? []).entries()) {
    const [held] = await read(store, volumeOf(edition))
    if (held) throw new ProblemError('edition-exists', [{ pointer: `/manifest/volume/editions/${index}`, rule: 'in_another_volume' }])
  }
}

/** A volume leaves no edition out between its first and its last. @throws ProblemError 'invalid-bundle' */
async function requireConsecutive({ volume }: Manifest, { store }: Pick<Deps, 'store'>): Promise<void> {
  if (!volume || volume.editions.length === 1) return
  const order = (await read(store, editionsInOrder())).map(({ id }) => id)
  const first = order.indexOf(volume.editions[0]!)
  if (volume.editions.some((id, index) => order[first + index] !== id))
    throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/volume', rule: 'not_consecutive' }])
}

/**
 * Fewer cases than a volume usually holds need the recorded decision of two editors. The size is what its editions published as all cases; under version 1 it was
 * the cases that are held. @throws ProblemError 'invalid-bundle'
 */
function requireEnough(
  { volume, policy, persons }: Manifest,
  counted: readonly { readonly edition: string; readonly cases: number }[],
): void {
  if (!volume) return
  const least = volume.byDecision ? policy.smallestVolumeByDecision : policy.smallestVolume
  const held = new Map(counted.map(({ edition, cases }) => [edition, cases]))
  const most = persons.find(({ slice }) => slice === volume.id)?.most
  const published = most?.status === 'shown' || most?.status === 'sum' ? most.figure : 0
  const size =
    policy.structure === undefined ? [...new Set(volume.editions)].reduce((sum, edition) => sum + (held.get(edition) ?? 0), 0) : published
  if (size < least) throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/volume', rule: 'too_few_cases' }])
}

/**
 * All tables of the bundle are released, or none.
 * @throws ProblemError 'invalid-bundle' (also when an edition in it was published under another policy, or its volume holds too few cases), 'not-found' (no such edition), 'edition-open', 'stale-bundle' (other cases are held now, or another
 * bundle came between), 'edition-exists' when figures of an edition or volume in it are published already, or an edition of its volume has crosstabs in another: a figure is made once, or
 * 'unsafe-release' when the audit finds what these and earlier figures tell together
 */
export async function publishBundle(
  value: unknown,
  needs: Pick<Deps, 'store' | 'serverKey' | 'events' | 'clock'> & { readonly audit?: ReleaseAudit | undefined; readonly by?: Actor },
): Promise<Published> {
  const { store, events, clock, audit, by } = needs
  const { manifest, tables, routes }: Bundle = readBundle(value, checksum)
  const editions = manifest.editions.map(({ id }) => id)
  const published = { editions, volume: manifest.volume?.id ?? null, tables: tables.length + (routes ? 1 : 0) }
  const [same] = await read(store, releaseNamed(manifest.checksum))
  if (same) return { ...published, new: false }
  const counted = await countedNow(manifest.counted, needs)
  const slices = new Set((await read(store, publishedCaseSets())).map(({ id }) => id))
  if ([...editions, published.volume].some((slice) => slice !== null && slices.has(slice)))
    throw new ProblemError('edition-exists', [{ pointer: '/manifest/editions', rule: 'already_published' }])
  await requireOnePolicy(manifest, needs)
  await requireFreeEditions(manifest, needs)
  await requireNewest(manifest.previous, needs)
  await requireSamePersons(manifest, needs)
  await requireConsecutive(manifest, needs)
  requireEnough(manifest, counted)
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
      ...(by ? { by } : {}),
    }),
  )
  if (written?.changes !== 1) throw new ProblemError('stale-bundle')
  events.published({ tables: published.tables })
  return { ...published, new: true }
}

/**
 * Earlier figures of these cases were published under the same policy, or under the same rules before those of structure came: the margins of
 * crosstabs are read as they were published. @throws ProblemError 'invalid-bundle'
 */
async function requireOnePolicy({ counted, policy }: Manifest, { store }: Pick<Deps, 'store'>): Promise<void> {
  for (const { id } of counted) {
    const [release] = await read(store, releasedManifest(id))
    if (!release) continue
    const before = (JSON.parse(release.manifest) as Manifest).policy
    const compared = before.structure === undefined ? withoutStructure : (same: Policy) => same
    if (checksum(compared(before)) !== checksum(compared(policy)))
      throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/policy', rule: 'other_than_published' }])
  }
}

const withoutStructure = ({ id: _id, structure: _structure, ...rules }: Policy) => rules
