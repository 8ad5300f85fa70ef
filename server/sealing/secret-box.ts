/** Short secrets that the server itself must read again: AES-256-GCM under a key that lies beside the database. */
import { derived } from '../../survey-schema/credentials/derived.ts'
import { utf8 } from './bytes.ts'
import { randomBytes } from './keyed.ts'
import { buffer } from './suite.ts'

export interface Boxed {
  /** 12 bytes, random. */
  readonly nonce: Uint8Array
  /** 16 bytes longer than the secret. */
  readonly sealed: Uint8Array
}

const keyOf = (accountKey: Uint8Array) =>
  crypto.subtle.importKey('raw', buffer(derived(accountKey, 'jnatip/secret-box/1')), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** @param owner to whom the secret belongs: in the row of another it does not open */
export async function box(accountKey: Uint8Array, owner: string, secret: Uint8Array): Promise<Boxed> {
  const nonce = randomBytes(12)
  const parameters = { name: 'AES-GCM', iv: buffer(nonce), additionalData: buffer(utf8(owner)) }
  return { nonce, sealed: new Uint8Array(await crypto.subtle.encrypt(parameters, await keyOf(accountKey), buffer(secret))) }
}

/** Null under another key, for another owner, or where a byte was changed. */
export async function unbox(accountKey: Uint8Array, owner: string, { nonce, sealed }: Boxed): Promise<Uint8Array | null> {
  const parameters = { name: 'AES-GCM', iv: buffer(nonce), additionalData: buffer(utf8(owner)) }
  return crypto.subtle
    .decrypt(parameters, await keyOf(accountKey), buffer(sealed))
    .then((bytes) => new Uint8Array(bytes))
    .catch(() => null)
}
