/** A device that makes one passkey (ECDSA with P-256, attestation none), in a program: WebAuthn level 3, chapter 6, without a browser. */
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64Url, toBase64Url } from '../../server/sealing/base64url.ts'
import { utf8 } from '../../server/sealing/bytes.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'

/** What it is asked, as the server sends it; only what it needs. */
interface Asked {
  readonly challenge: string
}

const [PRESENT, VERIFIED, ATTESTED] = [1, 4, 64]
const joined = (...parts: readonly (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const text = (bytes: Uint8Array): string => toBase64Url(bytes)
const given = (value: string): Uint8Array<ArrayBuffer> => Uint8Array.from(fromBase64Url(value) ?? [])
/** A text in CBOR (RFC 8949), of fewer than 24 bytes. */
const word = (value: string) => joined([0x60 + value.length], utf8(value))

/** An unsigned number in DER. */
function derNumber(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0)
  const digits = bytes.subarray(Math.max(from, 0))
  const padded = (digits[0] as number) > 127 ? joined([0], digits) : digits
  return joined([2, padded.length], padded)
}

/** @param origin of the page that asks, such as `http://localhost:8787` */
export async function softwareAuthenticator(origin: string) {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const jwk = await crypto.subtle.exportKey('jwk', keys.publicKey)
  const credential = randomBytes(16)
  // Map of key type, algorithm, curve, x and y (RFC 9052).
  const cose = joined([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], given(jwk.x as string), [0x22, 0x58, 32], given(jwk.y as string))
  const host = sha256(utf8(new URL(origin).hostname))
  const clientData = (type: string, challenge: string) => utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const id = text(credential)
  const named = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  let count = 0
  const data = (flags: number, rest: Uint8Array = new Uint8Array()) => joined(host, [flags, 0, 0, 0, count++], rest)
  return {
    /** What `navigator.credentials.create` would answer. */
    create({ challenge }: Asked) {
      const attested = joined(new Uint8Array(16), [0, credential.length], credential, cose)
      const authenticator = data(PRESENT | VERIFIED | ATTESTED, attested)
      const attestationObject = joined(
        [0xa3],
        ...[word('fmt'), word('none'), word('attStmt'), [0xa0], word('authData'), [0x58, authenticator.length], authenticator],
      )
      const clientDataJSON = text(clientData('webauthn.create', challenge))
      return { ...named, response: { clientDataJSON, attestationObject: text(attestationObject), transports: ['internal'] } }
    },
    /** What `navigator.credentials.get` would answer. */
    async get({ challenge }: Asked) {
      const authenticator = data(PRESENT | VERIFIED)
      const client = clientData('webauthn.get', challenge)
      const signed = joined(authenticator, sha256(client))
      const raw = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, signed))
      const numbers = joined(derNumber(raw.subarray(0, 32)), derNumber(raw.subarray(32)))
      const signature = text(joined([0x30, numbers.length], numbers))
      return { ...named, response: { clientDataJSON: text(client), authenticatorData: text(authenticator), signature } }
    },
  }
}
