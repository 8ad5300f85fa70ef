/** The secret half of a credential: its text, and the keys that follow from it. */
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { caseTag } from '../../../survey-schema/credentials/case-tag.ts'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'
import { readSecret, SECRET_BYTES, secretText } from '../../../survey-schema/credentials/secret-text.ts'
import fc from '../../support/seeded-properties.ts'

const secret = new Uint8Array(SECRET_BYTES).map((_, at) => at)

describe('the text of a secret', () => {
  it('P64 comes back as it was, however it was wrapped or capitalised', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const text = secretText(bytes)
        expect(readSecret(text)).toEqual(bytes)
        expect(readSecret(` ${text.slice(0, 40)}\n${text.slice(40).toUpperCase()}\r\n`)).toEqual(bytes)
      }),
    )
  })

  it('P64 with a character that is wrong, missing or out of place is no secret', () => {
    const text = secretText(secret)
    for (let at = 0; at < text.length; at++) {
      expect(readSecret(text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1))).toBeNull()
      expect(readSecret(text.slice(0, at) + text.slice(at + 1))).toBeNull()
    }
    for (const other of ['', 'jns1_', `jnk_${'A'.repeat(32)}`, `${text}0`]) expect(readSecret(other)).toBeNull()
    expect(() => secretText(new Uint8Array(31))).toThrow(RangeError)
  })
})

describe('the keys of a secret', () => {
  it('P64 are the same each time, one for each purpose, and none is the secret', () => {
    const { tagKey, signing, statements } = keysOf(secret)
    expect(keysOf(secret)).toEqual(keysOf(secret.slice()))
    const all = [secret, tagKey, signing.privateKey, signing.publicKey, statements.privateKey, statements.publicKey].map(bytesToHex)
    expect(new Set(all).size).toBe(6)
    expect(signing.publicKey).toEqual(ed25519.getPublicKey(signing.privateKey))
    expect(statements.publicKey).toEqual(x25519.getPublicKey(statements.privateKey))
    expect(() => keysOf(new Uint8Array(16))).toThrow(RangeError)
  })

  it('P64 are those that were fixed once: an organisation that comes back with its secret finds its cases', () => {
    const { tagKey, signing, statements } = keysOf(secret)
    expect([tagKey, signing.publicKey, statements.publicKey, caseTag(tagKey, 'A-1')].map(bytesToHex)).toMatchInlineSnapshot(`
      [
        "ea739f1ee98d64ec15dbba4507a18b6802d14d3323ad4d8c38a9b1b66ca45e4d",
        "611bed79dc15ea1015167e96f758d54d3223132cffd7c766229528cb20ec09ea",
        "a781a5c3b53b89f92fcaa4f47ea2d2d69eb2b1ca8924d8e66766ba16cb1af06d",
        "ea077ef2b6fe3b3ff5b6af6c38f250838da7442d7eafa10eefd3bf53b6460eda",
      ]
    `)
  })

  it('P64 a tag is the same for the same reference as intake reads it, and another under another secret', () => {
    const { tagKey } = keysOf(secret)
    const tag = caseTag(tagKey, 'A-12')
    expect([tag.length, caseTag(tagKey, ' Ａ－１２ ')]).toEqual([32, tag])
    const others = ['A-1', 'A-123', 'a-12', ''].map((reference) => bytesToHex(caseTag(tagKey, reference)))
    expect(new Set([...others, bytesToHex(tag), bytesToHex(caseTag(keysOf(hexToBytes('ff'.repeat(32))).tagKey, 'A-12'))]).size).toBe(6)
  })
})
