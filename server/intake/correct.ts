/** A corrected case takes the place of the sealed one: same id, same receipt, next version. Of the earlier one nothing is kept. */

import { asSealed } from '../../survey-schema/answers/signed-bytes.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { correctionKey } from '../http/request-key.ts'
import { equalBytes } from '../sealing/bytes.ts'
import { type CaseIdentity, signatureOrRefusal } from '../sealing/case-identity.ts'
import { seal } from '../sealing/seal.ts'
import type { OpenEdition } from '../store/open-edition.ts'
import { read, type StatementOutcome } from '../store/port.ts'
import { type CaseStanding, correct, correctionStanding } from '../store/queries/own-cases.ts'

export interface Correcting {
  readonly id: string
  readonly organisation: number
  /** That the sender saw. */
  readonly version: number
  readonly identity: CaseIdentity
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
 * 'invalid-submission' where the case reference is another, 'case-exists' where a second case has the newer tag, 'no-open-edition', and what the
 * signature of the identity is refused for
 */
export async function correctCase(
  { id, organisation, version, identity, body, credential }: Correcting,
  editionOpen: () => Promise<OpenEdition>,
  { store, commit, clock }: Pick<Deps, 'store' | 'commit' | 'clock'>,
): Promise<Corrected> {
  const { tag, record, meaning } = identity
  const { earlier } = identity
  const request = correctionKey(credential, id, version)
  const digest = request.digest(meaning ?? body)
  const next = version + 1
  try {
    const edition = await editionOpen()
    const signature = await signatureOrRefusal(identity, edition.id, next)
    if (signature instanceof ProblemError) {
      const [standing] = await read(store, correctionStanding({ id, organisation, tag, lookup: request.lookup }))
      const before = replayed(standing, digest)
      if (before) return before
      throw standing?.state === 'open' ? signature : whyNot(standing, version, identity)
    }
    const plaintext = asSealed(record, edition.layout, signature)
    const binding = { edition: edition.id, id, organisation, version: next }
    const sealed = await seal(plaintext, binding, edition.key).finally(() => plaintext.fill(0))
    const [replaced, , found] = await commit(
      correct({
        id,
        organisation,
        edition: edition.id,
        tag,
        ...(earlier ? { earlier } : {}),
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
    const before = replayed(standing, digest)
    if (before) return before
    throw whyNot(standing, version, identity)
  } finally {
    record.fill(0)
    meaning?.fill(0)
  }
}

/** Sent again after a lost answer: the answer names the current version, whoever made it. */
const replayed = (standing: CaseStanding | undefined, digest: Uint8Array): Corrected | null =>
  standing?.body && equalBytes(standing.body, digest) && standing.version !== null
    ? { outcome: 'replayed', version: standing.version }
    : null

function whyNot(standing: CaseStanding | undefined, version: number, { tag, earlier, pointer }: CaseIdentity): ProblemError {
  // What an affected person answered is hers: there is nothing to correct.
  if (!standing?.state || !standing.tag || standing.invited) return new ProblemError('not-found')
  if (standing.state === 'closed') return new ProblemError('edition-frozen')
  if (!equalBytes(standing.tag, tag)) {
    if (!earlier || !equalBytes(standing.tag, earlier))
      return new ProblemError('invalid-submission', [{ pointer, rule: 'other_code_word' }])
    if (standing.doubled) return new ProblemError('case-exists')
  }
  if (standing.version !== version) return new ProblemError('stale-version')
  // The edition closed between the seal and the commit.
  return new ProblemError('edition-frozen')
}
