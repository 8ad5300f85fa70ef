/**
 * Corrections of published figures. For 90 days an erratum replaces whole tables by those of a new bundle; afterwards figures are frozen and a
 * table can only be withdrawn. What was replaced or withdrawn stays archived, because readers keep what they have.
 */
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Bundle, Manifest } from '../../survey-schema/release/bundle.ts'
import type { Deps } from '../deps.ts'
import { checksum } from '../sealing/checksum.ts'
import { read, type Store } from '../store/port.ts'
import type { Actor } from '../store/queries/audit.ts'
import {
  archivedMarks,
  type CaseSetAge,
  caseSetAges,
  editionsOf,
  type Note,
  replaceTables,
  shownChecksums,
  withdraw,
  withdrawnIn,
} from '../store/queries/errata.ts'
import { releaseNamed, volumeOf } from '../store/queries/releases.ts'
import type { ErratumListed, Replaced } from './answers.ts'
import { countedNow, requireNewest } from './counted-now.ts'
import { isFrozen, oldestOpenDay } from './freezing.ts'
import { type Figures, type ReleaseAudit, requireSafe } from './release-audit.ts'

type Needs = Pick<Deps, 'store' | 'serverKey' | 'events' | 'clock'> & { readonly audit?: ReleaseAudit | undefined; readonly by?: Actor }

/**
 * The tables of the bundle that differ from the published ones stand in their place, or none does. A withdrawn table stays withdrawn.
 * @throws ProblemError 'invalid-bundle' (also when it is of other editions, another volume, policy or set of tables, or changes nothing),
 * 'not-released', 'frozen', 'stale-bundle', or 'unsafe-release'
 */
export async function publishErratum(value: unknown, note: Note, needs: Needs): Promise<Replaced> {
  const { store, clock, events, audit, by } = needs
  const bundle: Bundle = readBundle(value, checksum)
  const { manifest } = bundle
  const [same] = await read(store, releaseNamed(manifest.checksum))
  if (same) return { replaced: [], new: false }
  const slices = await publishedBefore(store, manifest)
  const changed = await changedTables(store, bundle, slices)
  if (changed.length === 0) throw new ProblemError('invalid-bundle', [{ pointer: '/tables', rule: 'nothing_changed' }])
  const today = clock.day()
  const frozen = slices.filter(({ id, day }) => isFrozen(day, today) && changed.some(({ slice }) => slice === id))
  if (frozen.length > 0)
    throw new ProblemError(
      'frozen',
      frozen.map(({ kind }) => ({ pointer: kind === 'volume' ? '/manifest/volume' : '/manifest/editions', rule: 'frozen' })),
    )
  const counted = await countedNow(manifest.counted, needs)
  await requireNewest(manifest.previous, needs)
  // Old and new of other cases differ by exactly the people who came or went; without an audit of both together none is taken.
  if (!audit) requireSameCases(slices, manifest)
  await requireSafe(store, audit, changed)
  const [written] = await store.batch(
    replaceTables({
      checksum: manifest.checksum,
      manifest: JSON.stringify(manifest),
      day: today,
      previous: manifest.previous,
      counted,
      tables: changed.map((table) => ({ slice: table.slice, id: table.id, json: JSON.stringify(table) })),
      note,
      oldestDay: oldestOpenDay(today),
      ...(by ? { by } : {}),
    }),
  )
  if (written?.changes !== 1) throw new ProblemError('stale-bundle')
  events.published({ tables: changed.length })
  return { replaced: changed.map(({ slice, id }) => `${slice}/${id}`), new: true }
}

/** The editions and the volume of the bundle, as they were published first, under the same policy. */
async function publishedBefore(store: Store, { editions, volume, policy, fictional }: Manifest): Promise<readonly CaseSetAge[]> {
  const ids = [...editions.map(({ id }) => id), ...(volume ? [volume.id] : [])]
  const slices = ids.length > 0 ? await read(store, caseSetAges(ids)) : []
  if (slices.length === 0 || slices.length !== ids.length) throw new ProblemError('not-released')
  // Crosstabs take their margins from single tables: both are corrected together, or one figure would become two.
  for (const { id } of editions) {
    const [held] = await read(store, volumeOf(id))
    if ((held?.volume ?? null) !== (volume?.id ?? null)) throw other('volume')
  }
  const joined = volume ? (await read(store, editionsOf(volume.id))).map(({ edition }) => edition) : []
  if (JSON.stringify(joined) !== JSON.stringify(volume?.editions ?? [])) throw other('volume')
  for (const slice of slices) {
    const before = JSON.parse(slice.manifest) as Manifest
    if (checksum(before.policy) !== checksum(policy)) throw other('policy')
    if (before.fictional !== fictional) throw other('fictional')
    if (slice.id === volume?.id && before.volume?.byDecision !== volume.byDecision) throw other('volume')
  }
  return slices
}

/** The bundle counts the very cases that were published, and the very persons among them. @throws ProblemError 'unsafe-release' */
function requireSameCases(slices: readonly CaseSetAge[], { counted }: Manifest): void {
  const now = new Map(counted.map((edition) => [edition.id, edition]))
  for (const before of slices.flatMap(({ manifest }) => (JSON.parse(manifest) as Manifest).counted)) {
    const same = now.get(before.id)
    const rule = same === undefined ? null : same.digest !== before.digest ? 'cases' : same.persons !== before.persons ? 'persons' : null
    if (rule) throw new ProblemError('unsafe-release', [{ pointer: '/manifest/counted', rule: `other_${rule}_than_published` }])
  }
}

const other = (part: 'volume' | 'policy' | 'fictional') =>
  new ProblemError('invalid-bundle', [{ pointer: `/manifest/${part}`, rule: 'other_than_published' }])

/** Tables whose checksum is not that of the published one. @throws ProblemError 'invalid-bundle' when a case set would get or lose a table */
async function changedTables(store: Store, { tables, routes }: Bundle, slices: readonly CaseSetAge[]): Promise<Figures> {
  const neu: Figures = [...tables, ...(routes ? [routes] : [])]
  const changed = new Set<string>()
  for (const { id: slice } of slices) {
    const shown = new Map((await read(store, shownChecksums(slice))).map((table) => [table.id, table.checksum]))
    const gone = new Set((await read(store, withdrawnIn(slice))).map(({ id }) => id))
    const brought = new Map(neu.filter((table) => table.slice === slice).map((table) => [table.id as string, table.checksum]))
    const missing = [...shown.keys()].filter((id) => !brought.has(id))
    const added = [...brought.keys()].filter((id) => !shown.has(id) && !gone.has(id))
    if (missing.length + added.length > 0) throw new ProblemError('invalid-bundle', [{ pointer: '/tables', rule: 'other_tables' }])
    for (const [id, sum] of brought) if (!gone.has(id) && shown.get(id) !== sum) changed.add(`${slice}/${id}`)
  }
  return neu.filter(({ slice, id }) => changed.has(`${slice}/${id}`))
}

/**
 * The table is no longer shown; the note stands in its place. Possible at any time.
 * @throws ProblemError 'not-released', or 'table-withdrawn' when it was withdrawn before
 */
export async function withdrawTable(
  slice: string,
  table: string,
  note: Note,
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
): Promise<void> {
  const [archived] = await store.batch(withdraw(slice, table, clock.day(), note))
  if (archived.changes === 1) return
  const withdrawn = await read(store, withdrawnIn(slice))
  throw new ProblemError(withdrawn.some(({ id }) => id === table) ? 'table-withdrawn' : 'not-released')
}

/** What was replaced or withdrawn of an edition and of its volume, oldest first. */
export async function errataOf(store: Store, edition: string): Promise<readonly ErratumListed[]> {
  const [held] = await read(store, volumeOf(edition))
  const marks = await read(store, archivedMarks([edition, ...(held ? [held.volume] : [])]))
  const listed = new Map<string, Omit<ErratumListed, 'tables'> & { readonly tables: ErratumListed['tables'][number][] }>()
  for (const { slice, id, checksum, day, bundle, note_en: en, note_ja: ja } of marks) {
    const key = JSON.stringify([day, bundle, en, ja])
    const entry = listed.get(key) ?? { kind: bundle ? 'replaced' : 'withdrawn', day, note: { en, ja }, bundle, tables: [] }
    entry.tables.push({ slice, id, checksum })
    listed.set(key, entry)
  }
  return [...listed.values()]
}
