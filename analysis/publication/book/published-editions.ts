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
  /** Who published the records, if others did. It is given by whoever makes the book, because no bundle says it. */
  readonly records?: RecordsNamed
}

/** @param before bundles published earlier, in any order: each manifest names the bundle before it */
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

/** Bundles oldest first, from the newest back until an earlier one is not among `before`. */
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

/** A table as it is printed, with the case sets that it counts. */
export interface FoundTable {
  readonly table: ReleasedTable
  readonly caseSets: readonly string[]
}

/** The table of the newest edition, or of the newest volume for a crosstab; undefined if that has no such table. */
export function newestTable(published: PublishedEditions, id: string): FoundTable | undefined {
  const newest = caseSetsFor(published, id).at(-1)
  const table = newest === undefined ? undefined : published.table(newest, id)
  return table && { table, caseSets: [table.slice] }
}

/** The sum of the published tables of all editions, or of all volumes for a crosstab; a single table is returned as it is. */
export function summedTable(published: PublishedEditions, id: string): FoundTable | undefined {
  const tables = caseSetsFor(published, id).flatMap((caseSet) => published.table(caseSet, id) ?? [])
  const [first] = tables
  if (!first) return undefined
  const caseSets = tables.map(({ slice }) => slice)
  return tables.length === 1 ? { table: first, caseSets } : { table: sumOfReleased(tables, published.checksum), caseSets }
}

/** Names of all editions for a single table, of all volumes for a crosstab. */
const caseSetsFor = (published: PublishedEditions, id: string): readonly string[] =>
  id.includes(',') ? volumesOf(published) : editionsOf(published)
