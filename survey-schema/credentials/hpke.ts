/** HPKE with X25519, HKDF-SHA256 and AES-256-GCM. @see RFC 9180 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'

type Bytes = ArrayBufferLike | ArrayBufferView

/** The same bytes as the platform's HKDF, computed here: of the four in each seal a platform makes four jobs for another thread, which cost far more. */
class HkdfInPlace extends HkdfSha256 {
  override extractAndExpand(salt: Bytes, ikm: Bytes, info: Bytes, length: number): Promise<ArrayBuffer> {
    return Promise.resolve(buffer(hkdf(sha256, bytesOf(ikm), bytesOf(salt), bytesOf(info), length)))
  }
}

class KemInPlace extends DhkemX25519HkdfSha256 {
  constructor() {
    super()
    const kdf = new HkdfInPlace()
    // "KEM" and the number of the KEM (RFC 9180, section 4.1).
    kdf.init(Uint8Array.of(0x4b, 0x45, 0x4d, 0x00, 0x20))
    this._kdf = kdf
  }
}

export const suite = new CipherSuite({ kem: new KemInPlace(), kdf: new HkdfInPlace(), aead: new Aes256Gcm() })

/** @hpke/core takes buffers of their own; a view may be a part of a larger one. */
export const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

const bytesOf = (bytes: Bytes): Uint8Array =>
  ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes)
