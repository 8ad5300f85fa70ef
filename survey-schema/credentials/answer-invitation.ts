/**
 * The invitation of an affected person to answer for herself. The partner makes a code, offline, and hands it over; a one-time key follows from it
 * (Ed25519). The partner signs the list of the public keys, and that list alone comes to the server: no code, and nothing of a person. Whoever holds
 * the code signs one answer with its key, so that a build can follow every answer: key of the organisation, list, one-time key, record.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { derived } from './derived.ts'
import { fields } from './fields.ts'

/** Of one list. */
export const MOST_INVITATIONS = 500

export interface InvitationKeys {
  /** 32 bytes each. */
  readonly privateKey: Uint8Array
  readonly publicKey: Uint8Array
}

/** The key behind a code, the same each time. @param code as `readInvitation` gives it */
export function invitationKeys(code: string): InvitationKeys {
  const privateKey = derived(utf8ToBytes(code.replaceAll('-', '')), 'jnatip/answer-invitation/1')
  return { privateKey, publicKey: ed25519.getPublicKey(privateKey) }
}

/** Stands in the place of the tag of a case reference: one code, one tag, one case. 32 bytes. @param publicKey of the one-time key */
export const invitationTag = (publicKey: Uint8Array): Uint8Array => sha256(fields('jnatip/answer-invitation-tag/1', publicKey))

/** What a partner signs. */
export interface InvitationList {
  /** Number in the register. */
  readonly organisation: number
  /** The codes end with it. */
  readonly edition: string
  /** Of the keys of the organisation that sign. */
  readonly generation: number
  /** One-time public keys, hexadecimal, sorted: their order tells nothing. */
  readonly keys: readonly string[]
}

const listMessage = ({ organisation, edition, generation, keys }: InvitationList): Uint8Array =>
  fields('jnatip/answer-invitations/1', String(organisation), edition, String(generation), concatBytes(...keys.map(hexToBytes)))

/** Name of a list: the same list has the same one, so that sent again it is known. 16 bytes, hexadecimal. */
export const listName = (list: InvitationList): string => bytesToHex(sha256(listMessage(list)).subarray(0, 16))

/** 64 bytes. @param privateKey of the organisation's signatures */
export const signList = (list: InvitationList, privateKey: Uint8Array): Uint8Array => ed25519.sign(listMessage(list), privateKey)

/** Whether the organisation signed exactly this list. @param publicKey of its signatures */
export const isListSignedBy = (list: InvitationList, signature: Uint8Array, publicKey: Uint8Array): boolean =>
  isSigned(signature, listMessage(list), publicKey)

/** What the holder of a code signs to show it. */
export const invitationProofMessage = (publicKey: Uint8Array): Uint8Array => fields('jnatip/answer-invitation-proof/1', publicKey)

/**
 * Shows that one holds the code. It is the same each time and stands nowhere: from it and the name of a request the receipt is made, which
 * nobody can find who holds the disk.
 */
export const proveInvitation = ({ privateKey, publicKey }: InvitationKeys): Uint8Array =>
  ed25519.sign(invitationProofMessage(publicKey), privateKey)

export const isInvitationProven = (publicKey: Uint8Array, proof: Uint8Array): boolean =>
  isSigned(proof, invitationProofMessage(publicKey), publicKey)

function isSigned(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
