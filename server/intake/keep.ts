/** A checked case is sealed and kept, or the reason why not is known: decided by the database in one atomic batch. */

import { asSealed } from '../../survey-schema/answers/signed-bytes.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import type { RequestKey } from '../http/request-key.ts'
import { equalBytes } from '../sealing/bytes.ts'
import { type CaseIdentity, signatureOrRefusal } from '../sealing/case-identity.ts'
import { seal } from '../sealing/seal.ts'
import type { OpenEdition } from '../store/open-edition.ts'
import { read, type StatementOutcome } from '../store/port.ts'
import { arrivalStanding, arrive, type Standing } from '../store/queries/cases.ts'

export interface Arriving {
  readonly identity: CaseIdentity
  readonly organisation: number
  readonly request: RequestKey
  /** The bytes as they came, to tell a request sent again from another under the same key. */
  readonly body: Uint8Array
  readonly receiptHash: Uint8Array
}

/** An edition may close between the seal and the commit; the case then goes to the next one. More than a few times is trouble. */
const TRIES = 3

export interface Kept {
  /** `stored`: the case is durable. `replayed`: it was already, by this very request. */
  readonly outcome: 'stored' | 'replayed'
  /** In which it is held now. */
  readonly version: number
}

/**
 * @throws ProblemError 'idempotency-mismatch', 'case-exists', 'already-counted', 'case-withdrawn', 'no-open-edition', 'busy', and what the signature
 * of the identity is refused for
 */
export async function keep(
  { identity, organisation, request, body, receiptHash }: Arriving,
  editionOpen: () => Promise<OpenEdition>,
  { store, commit, clock }: Pick<Deps, 'store' | 'commit' | 'clock'>,
): Promise<Kept> {
  const { tag, record, meaning } = identity
  const asked = { id: request.id, tag, ...(identity.earlier ? { earlier: identity.earlier } : {}), lookup: request.lookup }
  const digest = request.digest(meaning ?? body)
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const edition = await editionOpen()
      const signature = await signatureOrRefusal(identity, edition.id, 1)
      if (signature instanceof ProblemError) {
        // A request that was carried out is known again, also when its signature would not do any more.
        const [before] = await read(store, arrivalStanding(asked))
        const kept = before?.withdrawn || before?.body ? outcomeOf(before, digest) : null
        if (kept) return kept
        throw signature
      }
      const plaintext = asSealed(record, edition.layout, signature)
      const binding = { edition: edition.id, id: request.id, organisation, version: 1 }
      const sealed = await seal(plaintext, binding, edition.key).finally(() => plaintext.fill(0))
      const [inserted, , found] = await commit(
        arrive({
          ...asked,
          edition: edition.id,
          organisation,
          version: 1,
          month: clock.month(),
          ...sealed,
          receipt_hash: receiptHash,
          body: digest,
        }),
      )
      if (inserted?.changes === 1) return { outcome: 'stored', version: 1 }
      const [standing] = (found as StatementOutcome<Standing>).rows
      const kept = standing ? outcomeOf(standing, digest) : null
      if (kept) return kept
    }
    throw new ProblemError('busy')
  } finally {
    record.fill(0)
    meaning?.fill(0)
  }
}

/** Null where nothing stands in the way but an edition that closed meanwhile. */
function outcomeOf({ withdrawn, body, version, destroyed, held }: Standing, digest: Uint8Array): Kept | null {
  // Before a replay is answered: the receipt would name a case that is not held any more.
  if (withdrawn) throw new ProblemError('case-withdrawn')
  if (body) {
    if (equalBytes(body, digest)) return { outcome: 'replayed', version: version ?? 1 }
    throw new ProblemError('idempotency-mismatch')
  }
  if (destroyed) throw new ProblemError('already-counted')
  if (held) throw new ProblemError(held === 'open' ? 'case-exists' : 'already-counted')
  return null
}
