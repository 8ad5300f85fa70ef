/** What an affected person sends: her answers, signed with the one-time key of her code. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { type ReceiveContext, receive } from '../answers/receive.ts'
import { bytesToSign } from '../answers/signed-bytes.ts'
import { type InvitationKeys, invitationTag, proveInvitation } from './answer-invitation.ts'
import { signCase } from './case-signature.ts'
import type { SentSignatureText } from './sent-signature.ts'

/** What the server says of an invitation to whoever holds its code. */
export interface GoodInvitation {
  /** Number in the register of who invited. */
  readonly organisation: number
  readonly edition: string
  readonly generation: number
  /** By which the server judges years. */
  readonly year: number
}

/** One-time public key and proof of its code, hexadecimal. */
export interface ProvenCode {
  readonly key: string
  readonly proof: string
}

export const provenCode = (keys: InvitationKeys): ProvenCode => ({
  key: bytesToHex(keys.publicKey),
  proof: bytesToHex(proveInvitation(keys)),
})

/** A code is used once, so that there is no second version. */
const ONLY_VERSION = 1

/**
 * The body of `POST /api/v1/answers`.
 * @param submission without a case reference
 * @throws ProblemError as `receive`
 */
export function answerSubmission(submission: object, invitation: GoodInvitation, keys: InvitationKeys) {
  const { organisation, edition, generation, year } = invitation
  const context: ReceiveContext = { currentYear: year, existingRecordRule: false }
  const tag = invitationTag(keys.publicKey)
  const signed = (signature: string): SentSignatureText => ({ tag: bytesToHex(tag), signature, generation, edition })
  const { record } = receive({ ...submission, signed: signed('00'.repeat(64)) }, context)
  const bytes = bytesToSign(record)
  const signature = signCase({ organisation, edition, version: ONLY_VERSION, tag, record: bytes }, keys.privateKey)
  bytes.fill(0)
  return { invitation: provenCode(keys), case: { ...submission, signed: signed(bytesToHex(signature)) } }
}
