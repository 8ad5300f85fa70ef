/** Verifies signatures of cases and proofs of invitations as `isSignedBy` and `isInvitationProven` do, with the platform's own Ed25519 where it has one: a seventh of the processor time. */
import { ed25519 } from '@noble/curves/ed25519.js'
import { invitationProofMessage, isInvitationProven } from '../../survey-schema/credentials/answer-invitation.ts'
import { caseMessage, isSignedBy, type SignedCase } from '../../survey-schema/credentials/case-signature.ts'
import { toHex } from './bytes.ts'
import { buffer } from './suite.ts'

/** Keys that are ready, by their bytes; null where the platform has none, or the key is none under which a signature says anything. */
const ready = new Map<string, Promise<CryptoKey | null>>()
const MOST_READY = 1000

function keyOf(publicKey: Uint8Array): Promise<CryptoKey | null> {
  const name = toHex(publicKey)
  const known = ready.get(name)
  if (known) return known
  if (ready.size >= MOST_READY) ready.clear()
  const made = imported(publicKey)
  ready.set(name, made)
  return made
}

async function imported(publicKey: Uint8Array): Promise<CryptoKey | null> {
  try {
    // Under a point of small order one signature fits many messages; platforms differ in whether they refuse it.
    if (ed25519.Point.fromBytes(publicKey).isSmallOrder()) return null
    return await crypto.subtle.importKey('raw', buffer(publicKey), 'Ed25519', false, ['verify'])
  } catch {
    return null
  }
}

/** Whether the holder of the key signed exactly this case. @param publicKey 32 bytes */
export async function isCaseSignedBy(signed: SignedCase, signature: Uint8Array, publicKey: Uint8Array): Promise<boolean> {
  const key = await keyOf(publicKey)
  return key ? verified(key, signature, caseMessage(signed)) : isSignedBy(signed, signature, publicKey)
}

/** Whether whoever made the proof holds the code behind this key. @param publicKey 32 bytes */
export async function isCodeShown(publicKey: Uint8Array, proof: Uint8Array): Promise<boolean> {
  const key = await keyOf(publicKey)
  return key ? verified(key, proof, invitationProofMessage(publicKey)) : isInvitationProven(publicKey, proof)
}

const verified = (key: CryptoKey, signature: Uint8Array, message: Uint8Array): Promise<boolean> =>
  crypto.subtle.verify('Ed25519', key, buffer(signature), buffer(message))
