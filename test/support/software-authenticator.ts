/** A device that makes one passkey (ECDSA with P-256, attestation none), in a program: WebAuthn level 3, chapter 6, without a browser. */
import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64Url } from '../../server/sealing/base64url.ts'
import { utf8 } from '../../server/sealing/bytes.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'

/** What it is asked, as the server sends it; only what it needs. */
interface Asked {
  readonly challenge: string
}

const [PRESENT, VERIFIED, ATTESTED] = [1, 4, 64]
const joined = (...parts: readonly (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
/** A text in CBOR (RFC 8949), of fewer than 24 bytes. */
const word = (value: string) => joined([0x60 + value.length], utf8(value))

/** @param origin of the page that asks, such as `http://localhost:8787` */
export function softwareAuthenticator(origin: string) {
  const secret = p256.utils.randomSecretKey(randomBytes(48))
  const point = p256.getPublicKey(secret, false)
  const credential = randomBytes(16)
  // Map of key type, algorithm, curve, x and y (RFC 9052).
  const cose = joined([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], point.subarray(1, 33), [0x22, 0x58, 32], point.subarray(33))
  const host = sha256(utf8(new URL(origin).hostname))
  const clientData = (type: string, challenge: string) => utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const id = toBase64Url(credential)
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
      const clientDataJSON = toBase64Url(clientData('webauthn.create', challenge))
      return { ...named, response: { clientDataJSON, attestationObject: toBase64Url(attestationObject), transports: ['internal'] } }
    },
    /** What `navigator.credentials.get` would answer. */
    get({ challenge }: Asked) {
      const authenticator = data(PRESENT | VERIFIED)
      const client = clientData('webauthn.get', challenge)
      const signature = p256.sign(joined(authenticator, sha256(client)), secret, { format: 'der' })
      return {
        ...named,
        response: {
          clientDataJSON: toBase64Url(client),
          authenticatorData: toBase64Url(authenticator),
          signature: toBase64Url(signature),
        },
      }
    },
  }
}
