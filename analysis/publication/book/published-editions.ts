/** What a book is made from: the bundles that were published, the newest last, and every table in them by case set and name. */
import type { RecordsNamed } from '../../../survey-schema/release/book.ts'
import type { Bundle, Manifest } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { Checksum } from '../../disclosure/released/release.ts'
import { sumOfReleased } from '../../disclosure/released/sums.ts'

export interface PublishedEditions {
  /** Oldest first; at least one. */
  readonly manifests: readonly Manifest[]
  readonly table: (caseSet: string, id: string) => ReleasedTable | undefined
  readonly journeys: (volume: string) => ReleasedJourneys | null
  readonly checksum: Checksum
  /** Where the records come from, if others published them. No bundle says so: whoever makes the book does. */
  readonly records?: RecordsNamed
}

/** @param before published before the newest, in any order: the chain of their manifests decides */
export function publishedEditionsOf(newest: Bundle, before: readonly Bundle[], checksum: Checksum): PublishedEditions {
  const bundles = [...inChain(newest, before), newest]
  const tables = new Map(bundles.flatMap((bundle) => bundle.tables.map((table) => [`${table.slice}/${table.id}`, table] as const)))
  const routes = new Map(bundles.flatMap((bundle) => (bundle.routes ? [[bundle.routes.slice, bundle.routes] as const] : [])))
  return {
    manifests: bundles.map(({ manifest }) => manifest),
    table: (caseSet, id) => tables.get(`${caseSet}/${id}`),
    journeys: (volume) => routes.get(volume) ?? null,
    checksum,
  }
}

/** Oldest first, as far back as the bundles at hand reach. */
function inChain(newest: Bundle, before: readonly Bundle[]): Bundle[] {
  const known = new Map(before.map((bundle) => [bundle.manifest.checksum, bundle]))
  const found: Bundle[] = []
  for (let at = newest.manifest.previous; at !== null; ) {
    const bundle = known.get(at)
    if (bundle === undefined) break
    known.delete(at)
    found.unshift(bundle)
    at = bundle.manifest.previous
  }
  return found
}

export const newestOf = ({ manifests }: PublishedEditions): Manifest => manifests.at(-1)!

/** Every edition, oldest first. */
export const editionsOf = ({ manifests }: PublishedEditions): readonly string[] => [
  ...new Set(manifests.flatMap((manifest) => [...manifest.counted, ...manifest.editions].map(({ id }) => id))),
]

/** Every volume, oldest first. */
export const volumesOf = ({ manifests }: PublishedEditions): readonly string[] => [
  ...new Set(manifests.flatMap(({ volume }) => (volume ? [volume.id] : []))),
]

/** The editions whose cases a case set holds. */
export function editionsIn(published: PublishedEditions, caseSet: string): readonly string[] {
  const volume = published.manifests.find((manifest) => manifest.volume?.id === caseSet)?.volume
  return volume ? volume.editions : [caseSet]
}

/** A table as it is printed, with the caseSets that it counts. */
export interface FoundTable {
  readonly table: ReleasedTable
  readonly caseSets: readonly string[]
}

/** The table of the newest edition, or for a crosstab of the newest volume, or undefined. */
export function newestTable(published: PublishedEditions, id: string): FoundTable | undefined {
  const newest = caseSetsFor(published, id).at(-1)
  const table = newest === undefined ? undefined : published.table(newest, id)
  return table && { table, caseSets: [table.slice] }
}

/** The sum of what was published of every edition or volume; the table itself where there is one. */
export function summedTable(published: PublishedEditions, id: string): FoundTable | undefined {
  const tables = caseSetsFor(published, id).flatMap((caseSet) => published.table(caseSet, id) ?? [])
  const [first] = tables
  if (!first) return undefined
  const caseSets = tables.map(({ slice }) => slice)
  return tables.length === 1 ? { table: first, caseSets } : { table: sumOfReleased(tables, published.checksum), caseSets }
}

/** Single tables belong to editions, crosstabs to volumes. */
const caseSetsFor = (published: PublishedEditions, id: string): readonly string[] =>
  id.includes(',') ? volumesOf(published) : editionsOf(published)
