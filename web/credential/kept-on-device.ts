/**
 * A credential kept on a device of one's own, encrypted under what a passkey makes of a fixed salt (WebAuthn level 3, extension `prf`). Without the passkey, its
 * device and its PIN or fingerprint nothing of it can be read. Never under a password, which could be tried; where a browser has no such passkeys,
 * the credential is pasted each time. Loaded when somebody asks for it.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { inOneTable } from '../browser-store/one-table.ts'

/** Of our own, so that no other use of the same passkey makes the same key. */
const SALT = utf8ToBytes('jnatip/kept-credential/1')
const [DATABASE, ONLY] = ['kept-credential', 'one']

export interface KeptTexts {
  readonly access: string
  readonly secret: string
}

interface LockedTexts {
  /** Of the passkey. */
  readonly passkey: Uint8Array<ArrayBuffer>
  readonly iv: Uint8Array<ArrayBuffer>
  readonly ciphertext: Uint8Array<ArrayBuffer>
}

/** Why nothing was kept or opened. `cancelled` also stands for a person who took too long: browsers say no more. */
export type KeepFault = 'no-prf' | 'cancelled' | 'no-storage' | 'damaged'

export class NotKept extends Error {
  readonly fault: KeepFault
  constructor(fault: KeepFault) {
    super(fault)
    this.name = 'NotKept'
    this.fault = fault
  }
}

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

/** Whether this browser may have passkeys at all; whether one has the extension is known when it is used. */
export const mayKeep = (): boolean => 'PublicKeyCredential' in globalThis && 'indexedDB' in globalThis

/** Whether something is kept here. False also where storage is switched off. */
export const isKept = (): Promise<boolean> =>
  stored('readonly', (table) => table.count(ONLY)).then(
    (count) => count > 0,
    () => false,
  )

/** A new passkey of this device locks both texts. @throws NotKept */
export async function keep(texts: KeptTexts): Promise<void> {
  const made = (await navigator.credentials
    .create({
      publicKey: {
        challenge: random(32),
        // What the list of passkeys of the device shows: neither the network nor its subject.
        rp: { name: location.hostname },
        user: { id: random(16), name: 'work key', displayName: 'work key' },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: SALT } } },
      },
    })
    .catch(() => null)) as PublicKeyCredential | null
  if (!made) throw new NotKept('cancelled')
  const { prf } = made.getClientExtensionResults()
  if (prf?.enabled !== true && prf?.results === undefined) throw new NotKept('no-prf')
  const passkey = new Uint8Array(made.rawId)
  const key = await lockOf(prf.results?.first ?? (await evaluated(passkey)))
  const iv = random(12)
  const plaintext = utf8ToBytes(JSON.stringify({ access: texts.access, secret: texts.secret }))
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: SALT }, key, plaintext))
  plaintext.fill(0)
  const kept: LockedTexts = { passkey, iv, ciphertext }
  await stored('readwrite', (table) => table.put(kept, ONLY))
}

/** What was kept, once the passkey was used. @throws NotKept */
export async function unlock(): Promise<KeptTexts> {
  const kept = (await stored('readonly', (table) => table.get(ONLY))) as LockedTexts | undefined
  if (!kept) throw new NotKept('damaged')
  const key = await lockOf(await evaluated(kept.passkey))
  try {
    const plaintext = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv, additionalData: SALT }, key, kept.ciphertext)
    return JSON.parse(new TextDecoder().decode(plaintext)) as KeptTexts
  } catch {
    throw new NotKept('damaged')
  }
}

/** Nothing is kept on this device any more. */
export const forget = (): Promise<void> =>
  new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(DATABASE)
    asked.onsuccess = asked.onerror = asked.onblocked = () => resolve()
  })

/** 32 bytes, the same for this passkey each time. @throws NotKept */
async function evaluated(passkey: Uint8Array<ArrayBuffer>): Promise<BufferSource> {
  const used = (await navigator.credentials
    .get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id: passkey }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: SALT } } },
      },
    })
    .catch(() => null)) as PublicKeyCredential | null
  if (!used) throw new NotKept('cancelled')
  const first = used.getClientExtensionResults().prf?.results?.first
  if (first === undefined) throw new NotKept('no-prf')
  return first
}

async function lockOf(output: BufferSource): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: SALT },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const stored = <Result>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<Result>): Promise<Result> =>
  inOneTable(DATABASE, mode, work).catch(() => Promise.reject(new NotKept('no-storage')))
