/**
 * Challenges for passkeys. None is stored when it is given out, so that asking for one leaves no row: it carries its own end and a keyed hash, and
 * what is stored is that one was used.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { derived } from '../../survey-schema/credentials/derived.ts'
import { equalBytes, toHex } from './bytes.ts'
import { keyed, randomBytes } from './keyed.ts'

/** Seconds in which it may be answered. */
export const CHALLENGE_SECONDS = 300
const [NONCE, END, SUM] = [16, 8, 32]

const sumOf = (accountKey: Uint8Array, purpose: string, head: Uint8Array) => keyed(derived(accountKey, 'jnatip/challenge/1'), purpose, head)

/** 56 bytes. @param purpose what it may be used for, and by which session */
export function newChallenge(accountKey: Uint8Array, purpose: string, seconds: number): Uint8Array {
  const end = new DataView(new ArrayBuffer(END))
  end.setBigUint64(0, BigInt(seconds + CHALLENGE_SECONDS))
  const head = concatBytes(randomBytes(NONCE), new Uint8Array(end.buffer))
  return concatBytes(head, sumOf(accountKey, purpose, head))
}

/** The name under which its use is stored; null if we did not make it for this, or its time is over. */
export function challengeName(accountKey: Uint8Array, purpose: string, challenge: Uint8Array, seconds: number): string | null {
  if (challenge.length !== NONCE + END + SUM) return null
  const head = challenge.slice(0, NONCE + END)
  const until = Number(new DataView(head.buffer).getBigUint64(NONCE))
  if (!equalBytes(challenge.slice(NONCE + END), sumOf(accountKey, purpose, head)) || until <= seconds) return null
  return toHex(head.subarray(0, NONCE))
}
