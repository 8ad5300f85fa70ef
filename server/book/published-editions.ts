/** What is published, as the book reads it: the bundles up to an edition, and their tables as they stand now, errata included. */

import { readJourneys, readTable } from '../../analysis/disclosure/released/bundle.ts'
import type { PublishedEditions } from '../../analysis/publication/book/published-editions.ts'
import type { Manifest } from '../../survey-schema/release/bundle.ts'
import { checksum } from '../sealing/checksum.ts'
import { read, type Store } from '../store/port.ts'
import { publishedCaseSets, releasedManifest, releasedNamedTables } from '../store/queries/releases.ts'

/** Null for an edition without figures. */
export async function publishedEditions(store: Store, edition: string): Promise<PublishedEditions | null> {
  const manifests: Manifest[] = []
  for (const { id } of await read(store, publishedCaseSets())) {
    const [release] = await read(store, releasedManifest(id))
    const manifest = release && (JSON.parse(release.manifest) as Manifest)
    if (manifest && !manifests.some((one) => one.checksum === manifest.checksum)) manifests.push(manifest)
  }
  const newest = manifests.findIndex((manifest) => manifest.editions.some(({ id }) => id === edition))
  if (newest < 0) return null
  const known = manifests.slice(0, newest + 1)
  const slices = known.flatMap(({ editions, volume }) => [...editions.map(({ id }) => id), ...(volume ? [volume.id] : [])])
  const stored = new Map<string, string>()
  for (const slice of slices) for (const { id, json } of await read(store, releasedNamedTables(slice))) stored.set(`${slice}/${id}`, json)
  return {
    manifests: known,
    table: remembered((slice, id) => {
      const json = stored.get(`${slice}/${id}`)
      return json === undefined ? undefined : readTable(JSON.parse(json))
    }),
    journeys: (volume) => {
      const json = stored.get(`${volume}/routes`)
      return json === undefined ? null : readJourneys(JSON.parse(json))
    },
    checksum,
  }
}

/** A table is parsed when it is first asked for. */
function remembered<T>(make: (slice: string, id: string) => T): (slice: string, id: string) => T {
  const made = new Map<string, T>()
  return (slice, id) => {
    const name = `${slice}/${id}`
    if (!made.has(name)) made.set(name, make(slice, id))
    return made.get(name) as T
  }
}
