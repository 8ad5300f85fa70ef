/**
 * Heads of the audit log. A head fixes a chain up to one entry and is signed with the key of the log (Ed25519, RFC 8032). What is signed is a
 * statement without any count: position and running hash stand in it as a hash with random bytes, which nobody can open or guess who does not
 * hold the log. So a partner may see and cosign a head, and learns from it neither how many cases came nor whether any came.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fields } from '../credentials/fields.ts'
import type { Chain } from './entry.ts'

/** `month`: the last one of a month, shown to partners and cosigned. `edition`, `publication`: in the chain of intake. `day`: in the other one. */
export const HEAD_REASONS = ['month', 'edition', 'publication', 'day'] as const
export type HeadReason = (typeof HEAD_REASONS)[number]

export interface HeadContent {
  readonly chain: Chain
  /** From 1 in each chain, without gaps. */
  readonly number: number
  readonly reason: HeadReason
  /** `YYYY-MM`, of a daily head `YYYY-MM-DD`. */
  readonly period: string
  /** Of the last entry that it covers; 0 for none. */
  readonly position: number
  /** Running hash after that entry. */
  readonly link: Uint8Array
  /** 16 random bytes. */
  readonly blind: Uint8Array
}

/** What is signed, and all that a partner sees. */
export interface HeadStatement {
  readonly chain: Chain
  readonly reason: HeadReason
  readonly period: string
  /** Hash of the whole content; 32 bytes. */
  readonly commitment: Uint8Array
  /** Hash of the statement of the last monthly head of the chain before this one, or `NOTHING_BEFORE`. */
  readonly previous: Uint8Array
}

export const commitmentTo = ({ chain, number, reason, period, position, link, blind }: HeadContent): Uint8Array =>
  sha256(fields('jnatip/audit-head/1', chain, String(number), reason, period, String(position), link, blind))

const statementBytes = ({ chain, reason, period, commitment, previous }: HeadStatement): Uint8Array =>
  fields('jnatip/audit-statement/1', chain, reason, period, commitment, previous)

/** By which the next monthly head names this one; 32 bytes. */
export const headHash = (statement: HeadStatement): Uint8Array => sha256(statementBytes(statement))

/** 64 bytes. @param logKey private key of the log, 32 bytes */
export const signHead = (statement: HeadStatement, logKey: Uint8Array): Uint8Array => ed25519.sign(statementBytes(statement), logKey)

export const logPublicKey = (logKey: Uint8Array): Uint8Array => ed25519.getPublicKey(logKey)

/** Another domain than that of the head itself, and of every other signature of an organisation. */
const cosigned = (statement: HeadStatement): Uint8Array => fields('jnatip/audit-cosignature/1', headHash(statement))

/** 64 bytes: an organisation has seen this head, and none in its place. @param signingKey private, of its secret */
export const cosignHead = (statement: HeadStatement, signingKey: Uint8Array): Uint8Array => ed25519.sign(cosigned(statement), signingKey)

/** False for bytes that are no signature or no key. */
export const isHeadSignedBy = (statement: HeadStatement, signature: Uint8Array, key: Uint8Array): boolean =>
  isSignatureOf(statementBytes(statement), signature, key)

export const isHeadCosignedBy = (statement: HeadStatement, signature: Uint8Array, key: Uint8Array): boolean =>
  isSignatureOf(cosigned(statement), signature, key)

function isSignatureOf(message: Uint8Array, signature: Uint8Array, key: Uint8Array): boolean {
  try {
    // Strict verification: points of small order, under which one signature fits many messages, are refused.
    return ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}
