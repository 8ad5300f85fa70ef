/** A corrected case takes the place of the sealed one: same id, same receipt, next version. Of the earlier one nothing is kept. */

import { encodeRecord } from '../../survey-schema/answers/record-bytes.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { Deps } from '../deps.ts'
import { correctionKey } from '../http/request-key.ts'
import { equalBytes } from '../sealing/bytes.ts'
import { referenceTag } from '../sealing/reference-tag.ts'
import { seal } from '../sealing/seal.ts'
import type { OpenEdition } from '../store/open-edition.ts'
import type { StatementOutcome } from '../store/port.ts'
import { type CaseStanding, correct } from '../store/queries/own-cases.ts'

export interface Correcting {
  readonly id: string
  readonly organisation: number
  /** That the sender saw. */
  readonly version: number
  readonly record: CaseRecord
  readonly partnerCaseKey: string
  readonly body: Uint8Array
  readonly credential: string
}

export interface Corrected {
  /** `replayed`: this very correction was made before, and its answer got lost. */
  readonly outcome: 'corrected' | 'replayed'
  readonly version: number
}

/**
 * @throws ProblemError 'not-found' (the same for nobody's case and another organisation's), 'edition-frozen', 'stale-version',
 * 'invalid-submission' where the case reference is another, 'no-open-edition'
 */
export async function correctCase(
  { id, organisation, version, record, partnerCaseKey, body, credential }: Correcting,
  editionOpen: () => Promise<OpenEdition>,
  { commit, tagKey, clock }: Pick<Deps, 'commit' | 'tagKey' | 'clock'>,
): Promise<Corrected> {
  const plaintext = encodeRecord(record)
  const tag = referenceTag(tagKey, organisation, partnerCaseKey)
  const request = correctionKey(credential, id, version)
  const digest = request.digest(body)
  const next = version + 1
  try {
    const edition = await editionOpen()
    const sealed = await seal(plaintext, { edition: edition.id, id, organisation, version: next }, edition.key)
    const [replaced, , found] = await commit(
      correct({
        id,
        organisation,
        edition: edition.id,
        tag,
        version,
        next,
        ...sealed,
        lookup: request.lookup,
        body: digest,
        month: clock.month(),
      }),
    )
    if (replaced?.changes === 1) return { outcome: 'corrected', version: next }
    const [standing] = (found as StatementOutcome<CaseStanding>).rows
    // Sent again after a lost answer: the answer names the current version, whoever made it.
    if (standing?.body && equalBytes(standing.body, digest) && standing.version !== null)
      return { outcome: 'replayed', version: standing.version }
    throw whyNot(standing, version, tag)
  } finally {
    plaintext.fill(0)
  }
}

function whyNot(standing: CaseStanding | undefined, version: number, tag: Uint8Array): ProblemError {
  if (!standing?.state || !standing.tag) return new ProblemError('not-found')
  if (standing.state === 'closed') return new ProblemError('edition-frozen')
  if (!equalBytes(standing.tag, tag))
    return new ProblemError('invalid-submission', [{ pointer: '/answers/partner_case_key', rule: 'other_code_word' }])
  if (standing.version !== version) return new ProblemError('stale-version')
  // The edition closed between the seal and the commit.
  return new ProblemError('edition-frozen')
}
