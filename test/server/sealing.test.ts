import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { combine, split } from 'shamir-secret-sharing'
import { describe, expect, it } from 'vitest'
import { keyedShuffle, recordKey } from '../../server/editors/build/record-keys.ts'
import { editionKey, newEditionKey } from '../../server/editors/keys/edition-key.ts'
import { open, SealBroken } from '../../server/editors/keys/open.ts'
import { makeShares, openShares, readShare, ShareRefused, writeShare } from '../../server/editors/keys/shares.ts'
import { fromHex, toHex } from '../../server/sealing/bytes.ts'
import { fingerprint } from '../../server/sealing/fingerprint.ts'
import { keyed, keyedList, randomBytes } from '../../server/sealing/keyed.ts'
import { aad, type Binding, INFO, seal, sealingKey } from '../../server/sealing/seal.ts'
import { buffer } from '../../server/sealing/suite.ts'
import { derived } from '../../survey-schema/credentials/derived.ts'
import { fields } from '../../survey-schema/credentials/fields.ts'
import fc from '../support/seeded-properties.ts'

const binding: Binding = { edition: '2026-1', id: 'a'.repeat(32), organisation: 3, version: 1 }

describe('the seal', () => {
  it('P40 opens with the key of the edition and with no other', async () => {
    const [key, other] = await Promise.all([newEditionKey(), newEditionKey()])
    const plaintext = randomBytes(256)
    const sealed = await seal(plaintext, binding, await sealingKey(key.publicKey))
    expect([sealed.enc.length, sealed.ciphertext.length]).toEqual([32, 272])
    expect(toHex(await open(sealed, binding, key.opening))).toBe(toHex(plaintext))
    await expect(open(sealed, binding, other.opening)).rejects.toThrow(SealBroken)
  })

  it('P40 refuses another edition, id, organisation or version, and any altered byte', async () => {
    const key = await newEditionKey()
    const sealed = await seal(randomBytes(256), binding, await sealingKey(key.publicKey))
    for (const change of [{ edition: '2026-2' }, { id: 'b'.repeat(32) }, { organisation: 4 }, { version: 2 }]) {
      await expect(open(sealed, { ...binding, ...change }, key.opening)).rejects.toThrow(SealBroken)
    }
    for (const at of [0, 100, 271]) {
      const ciphertext = sealed.ciphertext.slice()
      ciphertext[at] = (ciphertext[at] as number) ^ 1
      await expect(open({ ...sealed, ciphertext }, binding, key.opening)).rejects.toThrow(SealBroken)
    }
  })

  it('P40 is that of the library alone, whose HKDF the platform computes: each opens what the other sealed', async () => {
    const library = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
    const pair = await library.kem.deriveKeyPair(new Uint8Array(32).fill(7))
    const plaintext = randomBytes(384)
    const { enc, ciphertext } = await seal(plaintext, binding, pair.publicKey)
    const recipient = await library.createRecipientContext({ recipientKey: pair.privateKey, enc: buffer(enc), info: INFO })
    expect(toHex(new Uint8Array(await recipient.open(buffer(ciphertext), aad(binding))))).toBe(toHex(plaintext))
    const key = await newEditionKey()
    const sender = await library.createSenderContext({ recipientPublicKey: await sealingKey(key.publicKey), info: INFO })
    const sealed = new Uint8Array(await sender.seal(buffer(plaintext), aad(binding)))
    expect(toHex(await open({ enc: new Uint8Array(sender.enc), ciphertext: sealed }, binding, key.opening))).toBe(toHex(plaintext))
  })

  it('P40 never makes the same bytes of the same case twice', async () => {
    const key = await sealingKey((await newEditionKey()).publicKey)
    const made = await Promise.all(Array.from({ length: 20 }, () => seal(new Uint8Array(256), binding, key)))
    expect(new Set(made.map(({ ciphertext }) => toHex(ciphertext))).size).toBe(20)
  })

  it('joins fields so that no two lists share their bytes', () => {
    const list = fc.array(fc.string(), { maxLength: 5 })
    fc.assert(
      fc.property(list, list, (a, b) => (toHex(fields(...a)) === toHex(fields(...b))) === (JSON.stringify(a) === JSON.stringify(b))),
    )
    expect(toHex(fields('ab', 'c'))).not.toBe(toHex(fields('a', 'bc')))
  })

  it('derives the key of a secret as RFC 9180 does (appendix A.1, base mode, recipient)', async () => {
    const { publicKey } = await editionKey(fromHex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037', 32))
    expect(toHex(publicKey)).toBe('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d')
  })

  it('derives as RFC 5869 and RFC 2104 do', () => {
    expect(derived(new Uint8Array(32), 'a')).toHaveLength(32)
    expect(toHex(derived(new Uint8Array(32), 'a'))).not.toBe(toHex(derived(new Uint8Array(32), 'b')))
    expect(toHex(keyed(new Uint8Array(32), 'a', 'b'))).not.toBe(toHex(keyed(new Uint8Array(32), 'ab')))
  })

  it('sums over as many cases as an edition may hold', () => {
    const ids = Array.from({ length: 200_000 }, (_, at) => String(at))
    expect(keyedList(new Uint8Array(32), ids)).toHaveLength(32)
    expect(toHex(keyedList(new Uint8Array(32), ids.slice(0, 3)))).toBe(toHex(keyed(new Uint8Array(32), '0', '1', '2')))
  })
})

describe('Shamir’s scheme as the library does it', () => {
  /** Products in the field of AES: FIPS 197, section 4.2, gives 57 × 83 = c1 and 57 × 13 = fe. */
  it('combines points of a line in the field of AES (known products)', async () => {
    for (const secret of [0x00, 0x2a, 0xff]) {
      const shares = [Uint8Array.from([secret ^ 0xc1, 0x83]), Uint8Array.from([secret ^ 0xfe, 0x13])]
      expect([...(await combine(shares))]).toEqual([secret])
    }
    expect([...(await combine([Uint8Array.from([0x57 ^ 0x10, 1]), Uint8Array.from([0xae ^ 0x10, 2])]))]).toEqual([0x10])
  })

  it('gives the secret back from any two of three, and shows nothing of it in one', async () => {
    for (let round = 0; round < 50; round++) {
      const secret = randomBytes(32)
      const [a, b, c] = (await split(secret, 3, 2)) as [Uint8Array, Uint8Array, Uint8Array]
      for (const pair of [
        [a, b],
        [b, c],
        [c, a],
      ] as const)
        expect(toHex(await combine([...pair]))).toBe(toHex(secret))
    }
    const firsts = new Set<number>()
    for (let round = 0; round < 400; round++) firsts.add(((await split(new Uint8Array(1), 3, 2))[0] as Uint8Array)[0] as number)
    expect(firsts.size).toBeGreaterThan(150)
  })

  it('says nothing about an altered share, which is why the public key decides', async () => {
    const [a, b] = (await split(randomBytes(32), 3, 2)) as [Uint8Array, Uint8Array, Uint8Array]
    a[0] = (a[0] as number) ^ 1
    await expect(combine([a, b])).resolves.toHaveLength(32)
  })
})

describe('shares of an edition', () => {
  const fault = (given: Promise<unknown>) =>
    given.then(
      () => 'opened',
      (error: unknown) => (error instanceof ShareRefused ? `${error.fault} ${error.position ?? ''}`.trim() : String(error)),
    )

  it('P40 opens with any two of three, in any order, and gives the same edition secret', async () => {
    const key = await newEditionKey()
    const shares = await makeShares('2026-1', key)
    expect(shares).toHaveLength(3)
    for (const [one, two] of [
      [0, 1],
      [2, 0],
      [1, 2],
    ] as const) {
      const opened = await openShares([shares[one] as string, shares[two] as string], '2026-1', key.publicKey)
      expect(toHex(opened.editionSecret)).toBe(toHex(key.editionSecret))
    }
    expect((await openShares(shares, '2026-1', key.publicKey)).publicKey).toEqual(key.publicKey)
  })

  it('P40 tells one share, the same share twice, a share of another key and a mistyped share apart', async () => {
    const [key, other] = await Promise.all([newEditionKey(), newEditionKey()])
    const [a, b] = (await makeShares('2026-1', key)) as [string, string, string]
    const [foreign] = (await makeShares('2026-2', other)) as [string, string, string]
    const [remade] = (await makeShares('2026-1', other)) as [string, string, string]
    const attempt = (...texts: string[]) => fault(openShares(texts, '2026-1', key.publicKey))
    expect(await attempt(a)).toBe('too-few')
    expect(await attempt()).toBe('too-few')
    expect(await attempt(a, a)).toBe('same-share')
    expect(await attempt(a, foreign)).toBe('other-edition 2')
    expect(await attempt(remade, b)).toBe('other-key 1')
    expect(await attempt(a, 'a shopping list')).toBe('malformed 2')
    const words = /words 2: (\w+) (\w+)/.exec(b) as RegExpExecArray
    expect(await attempt(a, b.replace(words[0], `words 2: ${words[2]} ${words[1]}`))).toMatch(/^(check 2|opened)$/)
    expect(await attempt(a, b.replace(/index: \d+/, 'index: 256'))).toBe('malformed 2')
    expect(
      await attempt(
        a,
        b.replace(/index: (\d+)/, (_all, index) => `index: ${Number(index) === 9 ? 8 : 9}`),
      ),
    ).toMatch(/^(check 2|opened)$/)
    expect(await attempt(a, b.replace('edition: 2026-1', 'edition: 2026-9'))).toBe('check 2')
    expect(await attempt(a.toUpperCase(), b.replaceAll('\n', '\r\n'))).toBe('opened')
  })

  it('P40 refuses shares that do not make the key, even when each looks right by itself', async () => {
    const [key, other] = await Promise.all([newEditionKey(), newEditionKey()])
    const [a] = (await makeShares('2026-1', key)) as [string, string, string]
    const [, strange] = (await makeShares('2026-1', other)) as [string, string, string]
    const relabelled = writeShare({ ...readShare(strange), fingerprint: fingerprint(key.publicKey) })
    expect(await fault(openShares([a, relabelled], '2026-1', key.publicKey))).toMatch(/^(not-the-key|same-share)$/)
  })

  it('P40 reads back every share it writes, and no message holds anything of a share', () => {
    const bytes = fc.uint8Array({ minLength: 33, maxLength: 33 }).filter((made) => (made[32] as number) > 0)
    fc.assert(
      fc.property(bytes, (made) => {
        const share = { edition: '2026-1', fingerprint: '0000 1111 2222 3333 4444', bytes: made }
        expect(readShare(writeShare(share))).toEqual(share)
      }),
    )
    const text = writeShare({ edition: '2026-1', fingerprint: '0000 1111 2222 3333 4444', bytes: new Uint8Array(33).fill(7) })
    const broken = text.replace(/check: ./, 'check: z')
    expect(() => readShare(broken, 2)).toThrow(/altered/)
  })
})

describe('record keys and shuffles', () => {
  it('are 48-bit integers that repeat under one secret and differ under another', () => {
    const [secret, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
    const ids = Array.from({ length: 1000 }, (_, number) => number.toString(16).padStart(32, '0'))
    const keys = ids.map((id) => recordKey(secret, id))
    expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0 && key < 2 ** 48)).toBe(true)
    expect(keys).toEqual(ids.map((id) => recordKey(secret, id)))
    expect(new Set(keys).size).toBe(1000)
    expect(ids.filter((id) => recordKey(other, id) === recordKey(secret, id))).toEqual([])
    const mean = keys.reduce((sum, key) => sum + key / 2 ** 48, 0) / 1000
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05)
  })

  it('are the first six bytes of HMAC-SHA256 (value of `openssl dgst -sha256 -mac HMAC`)', () => {
    expect(recordKey(new Uint8Array(32).fill(0x0b), '48692054686572654869205468657265')).toBe(0x0ecbb9b4944a)
  })

  it('give every 32-bit integer in a fixed order', () => {
    const [a, b] = [keyedShuffle(new Uint8Array(32)), keyedShuffle(new Uint8Array(32))]
    const drawn = Array.from({ length: 100 }, () => a())
    expect(drawn).toEqual(Array.from({ length: 100 }, () => b()))
    expect(new Set(drawn).size).toBe(100)
    expect(drawn.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true)
  })
})
