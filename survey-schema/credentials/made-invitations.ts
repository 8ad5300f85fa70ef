/** Invitations as a partner makes them, in the page and in the command line: codes that stay here, and the signed list that goes to the server. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { invitationCode } from '../receipt-code.ts'
import { type InvitationList, invitationKeys, invitationTag, signList } from './answer-invitation.ts'

export interface MadeInvitations {
  readonly codes: readonly string[]
  /** By which a statement knows the answers, hexadecimal and sorted: their order is not that of the codes. */
  readonly tags: readonly string[]
  /** The body of `POST /api/v1/answer-invitations`. */
  readonly body: Omit<InvitationList, 'organisation'> & { readonly signature: string }
}

/** @param bits 12 random bytes for each code  @param privateKey of the organisation's signatures */
export function makeInvitations(
  bits: readonly Uint8Array[],
  { organisation, edition, generation }: Omit<InvitationList, 'keys'>,
  privateKey: Uint8Array,
): MadeInvitations {
  const codes = bits.map(invitationCode)
  const publicKeys = codes.map((code) => invitationKeys(code).publicKey)
  const keys = publicKeys.map(bytesToHex).sort()
  const signature = bytesToHex(signList({ organisation, edition, generation, keys }, privateKey))
  return { codes, tags: publicKeys.map((key) => bytesToHex(invitationTag(key))).sort(), body: { edition, generation, keys, signature } }
}
