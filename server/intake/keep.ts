/** A checked case is sealed and kept, or the reason why not is known: decided by the database in one atomic batch. */

import { encodeRecord } from '../../survey-schema/answers/record-bytes.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { Deps } from '../deps.ts'
import type { RequestKey } from '../http/request-key.ts'
import { equalBytes } from '../sealing/bytes.ts'
import { referenceTag } from '../sealing/reference-tag.ts'
import { seal } from '../sealing/seal.ts'
import type { OpenEdition } from '../store/open-edition.ts'
import type { StatementOutcome } from '../store/port.ts'
import { arrive, type Standing } from '../store/queries/cases.ts'

export interface Arriving {
  readonly record: CaseRecord
  readonly partnerCaseKey: string
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

/** @throws ProblemError 'idempotency-mismatch', 'case-exists', 'already-counted', 'case-withdrawn', 'no-open-edition', 'busy' */
export async function keep(
  arriving: Arriving,
  editionOpen: () => Promise<OpenEdition>,
  { commit, tagKey, clock }: Pick<Deps, 'commit' | 'tagKey' | 'clock'>,
): Promise<Kept> {
  const { record, partnerCaseKey, organisation, request, body, receiptHash } = arriving
  const plaintext = encodeRecord(record)
  const tag = referenceTag(tagKey, organisation, partnerCaseKey)
  const digest = request.digest(body)
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const edition = await editionOpen()
      const sealed = await seal(plaintext, { edition: edition.id, id: request.id, organisation, version: 1 }, edition.key)
      const [inserted, , found] = await commit(
        arrive({
          id: request.id,
          edition: edition.id,
          organisation,
          version: 1,
          month: clock.month(),
          ...sealed,
          tag,
          receipt_hash: receiptHash,
          lookup: request.lookup,
          body: digest,
        }),
      )
      if (inserted?.changes === 1) return { outcome: 'stored', version: 1 }
      const [standing] = (found as StatementOutcome<Standing>).rows
      // Before a replay is answered: the receipt would name a case that is not held any more.
      if (standing?.withdrawn) throw new ProblemError('case-withdrawn')
      if (standing?.body) {
        if (equalBytes(standing.body, digest)) return { outcome: 'replayed', version: standing.version ?? 1 }
        throw new ProblemError('idempotency-mismatch')
      }
      if (standing?.destroyed) throw new ProblemError('already-counted')
      if (standing?.held) throw new ProblemError(standing.held === 'open' ? 'case-exists' : 'already-counted')
    }
    throw new ProblemError('busy')
  } finally {
    plaintext.fill(0)
  }
}
