/** Which case it is that an affected person sends by invitation: the tag of her code, under the signature of its one-time key. */
import type { Received } from '../../survey-schema/answers/receive.ts'
import { bytesToSign } from '../../survey-schema/answers/signed-bytes.ts'
import { invitationTag } from '../../survey-schema/credentials/answer-invitation.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { equalBytes } from './bytes.ts'
import { type CaseIdentity, meaningOf } from './case-identity.ts'
import { isCaseSignedBy } from './verify-case.ts'

/** As the organisation signed for it. */
export interface InvitedBy {
  readonly organisation: number
  readonly edition: string
  readonly generation: number
}

/** @param publicKey of the code  @throws ProblemError 'invalid-signature' where the signature names another code or list */
export function invitedIdentity(received: Received, publicKey: Uint8Array, { organisation, edition, generation }: InvitedBy): CaseIdentity {
  const { signed, stripped, generalised } = received
  const tag = invitationTag(publicKey)
  if (!signed) throw new ProblemError('invalid-signature', [{ pointer: '/case/signed', rule: 'required' }])
  if (!equalBytes(signed.tag, tag) || signed.generation !== generation)
    throw new ProblemError('invalid-signature', [{ pointer: '/case/signed', rule: 'other_invitation' }])
  const record = bytesToSign(received.record)
  return {
    tag,
    pointer: '/signed/tag',
    earlier: null,
    record,
    meaning: meaningOf({ tag, record, stripped, generalised }),
    async signature(open, version) {
      if (signed.edition !== open || edition !== open) throw new ProblemError('edition-changed')
      if (!(await isCaseSignedBy({ organisation, edition, version, tag, record }, signed.signature, publicKey)))
        throw new ProblemError('record-differs')
      return { tag, signature: signed.signature, generation, invited: true }
    },
  }
}
