/**
 * Three shares of an edition's secret, any two of which give it back; one alone tells nothing. A share is written as 24
 * words, so that it can be printed, read aloud and typed. Shamir's scheme itself notices no altered share: a check on
 * the text tells a slip or a share of another key apart, and the public key decides in the end.
 */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { combine, split } from 'shamir-secret-sharing'
import { equalBytes, toHex } from '../../sealing/bytes.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import { hashed } from '../../sealing/keyed.ts'
import { type EditionKey, editionKey } from './edition-key.ts'

const SHARES = 3
const NEEDED = 2

export interface KeyShare {
  readonly edition: string
  /** Of the edition's public key. */
  readonly fingerprint: string
  /** 32 bytes and, as the last, the place of the share on its line (1 to 255). */
  readonly bytes: Uint8Array
}

export type ShareFault = 'malformed' | 'check' | 'other-edition' | 'other-key' | 'too-few' | 'same-share' | 'not-the-key'

/** Why shares do not open an edition; never with anything of a share in it. */
export class ShareRefused extends Error {
  readonly fault: ShareFault
  /** Position of the share among those given, from 1; null if it is about all of them. */
  readonly position: number | null
  constructor(fault: ShareFault, position: number | null = null) {
    super(MESSAGES[fault])
    this.name = 'ShareRefused'
    this.fault = fault
    this.position = position
  }
}

const MESSAGES: Record<ShareFault, string> = {
  malformed: 'this is not a key share as `keys make` writes it',
  check: 'the check of this share does not fit: a word, the index or a name was altered',
  'other-edition': 'this share belongs to another edition',
  'other-key': 'this share belongs to another key of an edition with this name',
  'too-few': 'two different shares are needed; one was given',
  'same-share': 'the same share was given twice; two different ones are needed',
  'not-the-key': 'these shares together do not give the key of this edition',
}

/** Three shares as texts. */
export async function makeShares(edition: string, key: EditionKey): Promise<readonly string[]> {
  const made = await split(key.secret, SHARES, NEEDED)
  return made.map((bytes) => writeShare({ edition, fingerprint: fingerprint(key.publicKey), bytes }))
}

/** 40 bits over everything that the text says. */
const check = ({ edition, fingerprint: key, bytes }: KeyShare) => toHex(hashed('jnatip/share/1', edition, key, bytes)).slice(0, 10)

export function writeShare(share: KeyShare): string {
  const words = entropyToMnemonic(share.bytes.subarray(0, 32), wordlist).split(' ')
  const lines = [0, 6, 12, 18].map((from) => words.slice(from, from + 6).join(' '))
  return [
    'Key share. Any two of three open the edition. Keep it on paper, apart from the others.',
    '鍵の断片（3つのうち2つで開く）。紙に写し、ほかの断片とは別の場所に保管してください。',
    '',
    `edition: ${share.edition}`,
    `key: ${share.fingerprint}`,
    `index: ${share.bytes[32]}`,
    ...lines.map((line, index) => `words ${index + 1}: ${line}`),
    `check: ${check(share)}`,
    '',
  ].join('\n')
}

/** @throws ShareRefused 'malformed' or 'check' */
export function readShare(text: string, position = 1): KeyShare {
  const value = (name: string) => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, 'mi').exec(text)?.[1]?.toLowerCase().replaceAll(/\s+/g, ' ')
  const [edition, key, index, written] = ['edition', 'key', 'index', 'check'].map(value)
  const words = [1, 2, 3, 4].map((line) => value(`words ${line}`) ?? '').join(' ')
  if (!edition || !key || !written || !/^[1-9]\d{0,2}$/.test(index ?? '') || Number(index) > 255)
    throw new ShareRefused('malformed', position)
  let entropy: Uint8Array
  try {
    entropy = mnemonicToEntropy(words, wordlist)
  } catch {
    throw new ShareRefused('check', position)
  }
  if (entropy.length !== 32) throw new ShareRefused('malformed', position)
  const share = { edition, fingerprint: key, bytes: Uint8Array.from([...entropy, Number(index)]) }
  if (check(share) !== written) throw new ShareRefused('check', position)
  return share
}

/**
 * The keys of all editions of which two shares are given, proved by the fingerprint that stands on the shares. Of others nothing is opened.
 * @throws ShareRefused as `openShares`, where two or more of one edition do not belong together
 */
export async function openEveryEdition(texts: readonly string[]): Promise<ReadonlyMap<string, EditionKey>> {
  const byEdition = new Map<string, KeyShare[]>()
  for (const [index, text] of texts.entries()) {
    const share = readShare(text, index + 1)
    const own = byEdition.get(share.edition) ?? []
    byEdition.set(share.edition, [...own, share])
  }
  const keys = new Map<string, EditionKey>()
  for (const [edition, shares] of byEdition) {
    if (shares.length < NEEDED) continue
    if (shares.some((share) => share.fingerprint !== shares[0]!.fingerprint)) throw new ShareRefused('other-key')
    keys.set(edition, await combined(shares, (publicKey) => fingerprint(publicKey) === shares[0]!.fingerprint))
  }
  return keys
}

/**
 * The key of the edition, proved by its public half.
 * @throws ShareRefused when the shares are too few, strange, or do not belong together
 */
export async function openShares(texts: readonly string[], edition: string, publicKey: Uint8Array): Promise<EditionKey> {
  const shares = texts.map((text, index) => readShare(text, index + 1))
  shares.forEach((share, index) => {
    if (share.edition !== edition) throw new ShareRefused('other-edition', index + 1)
    if (share.fingerprint !== fingerprint(publicKey)) throw new ShareRefused('other-key', index + 1)
  })
  return combined(shares, (made) => equalBytes(made, publicKey))
}

async function combined(shares: readonly KeyShare[], isRight: (publicKey: Uint8Array) => boolean): Promise<EditionKey> {
  if (shares.length < NEEDED) throw new ShareRefused('too-few')
  if (new Set(shares.map(({ bytes }) => bytes[32])).size < shares.length) throw new ShareRefused('same-share')
  const key = await editionKey(await combine(shares.map(({ bytes }) => bytes)))
  // The scheme combines any bytes without complaint; only the public key shows that these were the right ones.
  if (!isRight(key.publicKey)) throw new ShareRefused('not-the-key')
  return key
}
