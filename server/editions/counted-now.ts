/** Whether a bundle counts exactly the cases that are held now. */

import { ProblemError } from '../../survey-schema/problem.ts'
import type { EditionCounted } from '../../survey-schema/release/bundle.ts'
import type { Deps } from '../deps.ts'
import { editionDigest } from '../store/edition-digest.ts'
import { read } from '../store/port.ts'
import { editionCounted } from '../store/queries/editions.ts'
import { newestRelease } from '../store/queries/releases.ts'

/**
 * The counted editions with the number of cases that each holds.
 * @throws ProblemError 'invalid-bundle' when nothing was counted, 'not-found', 'edition-open', or 'stale-bundle' when other cases are held now
 */
export async function countedNow(
  counted: readonly EditionCounted[],
  { store, serverKey }: Pick<Deps, 'store' | 'serverKey'>,
): Promise<readonly { readonly edition: string; readonly cases: number }[]> {
  if (counted.length === 0) throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/counted', rule: 'required' }])
  const held: { edition: string; cases: number }[] = []
  for (const { id, digest } of counted) {
    const [edition] = await read(store, editionCounted(id))
    if (!edition) throw new ProblemError('not-found')
    if (edition.state === 'open') throw new ProblemError('edition-open')
    const now = await editionDigest(store, serverKey, id)
    if (now.digest !== digest) throw new ProblemError('stale-bundle', [{ pointer: '/manifest/counted', rule: 'other_cases' }])
    held.push({ edition: id, cases: now.cases })
  }
  return held
}

/** @throws ProblemError 'stale-bundle' unless this is the checksum of the newest bundle */
export async function requireNewest(previous: string | null, { store }: Pick<Deps, 'store'>): Promise<void> {
  const [newest] = await read(store, newestRelease())
  if ((newest?.checksum ?? null) !== previous)
    throw new ProblemError('stale-bundle', [{ pointer: '/manifest/previous', rule: 'other_bundle_before' }])
}
