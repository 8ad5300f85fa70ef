/** A bundle becomes public: whole, once, and only if it counts exactly the cases that are held now. */
import { readBundle } from '../../analysis/disclosure/bundle.ts'
import type { Bundle } from '../../survey-schema/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { checksum } from '../sealing/checksum.ts'
import { editionDigest } from '../store/edition-digest.ts'
import { read } from '../store/port.ts'
import { editionCounted } from '../store/queries/editions.ts'
import { publishRelease, releasedManifest } from '../store/queries/releases.ts'

export interface Published {
  readonly edition: string
  readonly tables: number
  /** False if the same bundle was published before. */
  readonly new: boolean
}

/**
 * All tables of the bundle are released, or none.
 * @throws ProblemError 'invalid-bundle', 'not-found' (no such edition), 'edition-open', 'stale-bundle', or 'edition-exists'
 * when other figures of this edition are published already: a figure is made once
 */
export async function publishBundle(
  value: unknown,
  { store, tagKey, events }: Pick<Deps, 'store' | 'tagKey' | 'events'>,
): Promise<Published> {
  const { manifest, tables, routes }: Bundle = readBundle(value, checksum)
  const published = { edition: manifest.edition, tables: tables.length + 1 }
  const [edition] = await read(store, editionCounted(manifest.edition))
  if (!edition) throw new ProblemError('not-found')
  if (edition.state === 'open') throw new ProblemError('edition-open')
  const text = JSON.stringify(manifest)
  const [released] = await read(store, releasedManifest(manifest.edition))
  if (released) {
    if (released.manifest === text) return { ...published, new: false }
    throw new ProblemError('edition-exists', [{ pointer: '/manifest/edition', rule: 'already_published' }])
  }
  const { digest, cases } = await editionDigest(store, tagKey, manifest.edition)
  if (digest !== manifest.digest) throw new ProblemError('stale-bundle')
  const stored = [...tables, routes].map((table) => ({ id: table.id, json: JSON.stringify(table) }))
  const [written] = await store.batch(publishRelease({ edition: manifest.edition, manifest: text, tables: stored }, cases))
  if (written?.changes !== 1) throw new ProblemError('stale-bundle')
  events.published({ tables: published.tables })
  return { ...published, new: true }
}
