/**
 * A draft under a passphrase: PBKDF2 with HMAC-SHA-256 makes a key that cannot be read out, AES-256-GCM locks the text. Rounds after OWASP,
 * Password Storage Cheat Sheet (2023); our content security policy allows no WebAssembly, and so no memory-hard function that is fast enough.
 */
export const ROUNDS = 600_000
/** More than this is no draft of ours, and would keep the page busy. */
const MOST_ROUNDS = 5_000_000

/** Characters; counted as they are typed. */
export const SHORTEST_PASSPHRASE = 12

/** Ciphertexts are multiples of this, so that their length says little of the answers. */
const BLOCK_BYTES = 4096

const PURPOSE = new TextEncoder().encode('draft/1')

type Bytes = Uint8Array<ArrayBuffer>

/** What stands in the browser, or in a file: nothing of it can be read without the passphrase. */
export interface LockedDraft {
  readonly rounds: number
  readonly salt: Bytes
  readonly iv: Bytes
  readonly ciphertext: Bytes
}

/** Made once from a passphrase: each saving takes a new `iv` and no new rounds. */
export interface DraftKey {
  readonly rounds: number
  readonly salt: Bytes
  readonly key: CryptoKey
}

const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes))

/** The same letters typed on two keyboards are the same passphrase. */
const plain = (passphrase: string) => new TextEncoder().encode(passphrase.normalize('NFKC').trim())

export const longEnough = (passphrase: string): boolean => [...passphrase.normalize('NFKC').trim()].length >= SHORTEST_PASSPHRASE

export async function draftKey(passphrase: string, salt: Bytes = random(16), rounds = ROUNDS): Promise<DraftKey> {
  const root = await crypto.subtle.importKey('raw', plain(passphrase), 'PBKDF2', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
  return { rounds, salt, key }
}

export async function lockDraft({ rounds, salt, key }: DraftKey, text: string): Promise<LockedDraft> {
  const bytes = new TextEncoder().encode(text)
  // JSON takes blanks behind it.
  const padded = new Uint8Array(Math.ceil(bytes.length / BLOCK_BYTES) * BLOCK_BYTES).fill(0x20)
  padded.set(bytes)
  const iv = random(12)
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: PURPOSE }, key, padded))
  padded.fill(0)
  return { rounds, salt, iv, ciphertext }
}

/** The text and the key to go on saving with; null under another passphrase, and where a byte was changed. */
export async function openDraft(passphrase: string, locked: LockedDraft): Promise<{ text: string; key: DraftKey } | null> {
  if (locked.rounds < ROUNDS || locked.rounds > MOST_ROUNDS) return null
  const key = await draftKey(passphrase, locked.salt, locked.rounds)
  try {
    const algorithm = { name: 'AES-GCM', iv: locked.iv, additionalData: PURPOSE }
    return { text: new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key.key, locked.ciphertext)), key }
  } catch {
    return null
  }
}
