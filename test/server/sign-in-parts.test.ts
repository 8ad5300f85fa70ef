/** What signing in is made of, against values that others published, and what of it lies on the disk. */
import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { CompiledQuery } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { passwordRefusal } from '../../server/accounts/password-rules.ts'
import { boundedScrypt } from '../../server/runtime/scrypt.ts'
import { fromBase64Url, toBase64Url } from '../../server/sealing/base64url.ts'
import { toHex, utf8 } from '../../server/sealing/bytes.ts'
import { CHALLENGE_SECONDS, challengeName, newChallenge } from '../../server/sealing/challenge.ts'
import { HASH_BYTES, SCRYPT_COST } from '../../server/sealing/password-hash.ts'
import { box, unbox } from '../../server/sealing/secret-box.ts'
import { base32, totpCode, totpStep } from '../../server/sealing/totp.ts'
import { read } from '../../server/store/port.ts'
import fc from '../support/seeded-properties.ts'
import { server } from './harness.ts'
import { fromBase32, PASSWORD } from './people.ts'
import { smallNetwork } from './small-network.ts'

const key = (fill: number) => new Uint8Array(32).fill(fill)

describe('scrypt', () => {
  it('P62 is that of RFC 7914, section 12, and the same on both platforms with the cost that we ask for', async () => {
    const stretch = boundedScrypt()
    const known = await stretch(utf8('pleaseletmein'), utf8('SodiumChloride'), { n: 16_384, r: 8, p: 1 })
    expect(toHex(known)).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2')
    const { n, r, p } = SCRYPT_COST
    expect([n, r, p]).toEqual([16_384, 8, 5])
    const [password, salt] = [utf8(PASSWORD), key(3).slice(0, 16)]
    expect(await stretch(password, salt, SCRYPT_COST)).toEqual(await scryptAsync(password, salt, { N: n, r, p, dkLen: HASH_BYTES }))
  })

  it('P18 few are made at a time, few wait, and whoever leaves a full queue is picked and told so', async () => {
    const cost = { n: 1024, r: 8, p: 1 }
    const atATime = availableParallelism() > 2 ? 2 : 1
    for (const [pick, place] of [
      [(waiting: number) => waiting - 1, (at: number) => at < 9 * atATime],
      [() => 0, (at: number) => at < atATime || at >= 60 - 8 * atATime],
    ] as const) {
      const stretch = boundedScrypt(pick)
      let [under, most] = [0, 0]
      const one = () =>
        stretch(utf8('x'), key(1), cost, async () => {
          most = Math.max(most, ++under)
        }).finally(() => under--)
      const all = await Promise.allSettled(Array.from({ length: 60 }, one))
      expect(all.map(({ status }) => status === 'fulfilled')).toEqual(all.map((_, at) => place(at)))
      expect([most, all.find(({ status }) => status === 'rejected')]).toMatchObject([atATime, { reason: { slug: 'busy' } }])
      await expect(stretch(utf8('x'), key(1), cost, () => Promise.reject(new RangeError('first')))).rejects.toThrow('first')
      expect(await stretch(utf8('x'), key(1), cost)).toHaveLength(32)
    }
  })
})

describe('codes of an authenticator app', () => {
  it('P62 are those of RFC 6238, appendix B', () => {
    const secret = utf8('12345678901234567890')
    const published = [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
      [20_000_000_000, '353130'],
    ] as const
    for (const [seconds, code] of published) expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code)
  })

  it('P62 are good for 90 seconds, and nothing else is', () => {
    const secret = key(9).slice(0, 20)
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }), fc.integer({ min: -4, max: 4 }), (seconds, offset) => {
        const step = Math.floor(seconds / 30) + offset
        const found = totpStep(secret, totpCode(secret, step), seconds)
        // Two steps may share a code by chance; then another of the three is found.
        if (Math.abs(offset) <= 1) expect(found).not.toBeNull()
        else expect(found === null || totpCode(secret, found) === totpCode(secret, step)).toBe(true)
      }),
    )
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(totpStep(secret, typed, 1_795_000_000)).toBeNull()
  })

  it('are shown in base 32 that reads back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        expect(fromBase32(base32(bytes))).toEqual(bytes)
      }),
    )
  })
})

describe('secrets and challenges', () => {
  it('P62 a secret opens under its key, for its owner, unaltered, and in no other case', async () => {
    const [secret, boxed] = [key(5).slice(0, 20), await box(key(1), 'one', key(5).slice(0, 20))]
    expect([boxed.nonce.length, boxed.sealed.length, await unbox(key(1), 'one', boxed)]).toEqual([12, 36, secret])
    expect([await unbox(key(2), 'one', boxed), await unbox(key(1), 'other', boxed)]).toEqual([null, null])
    for (let at = 0; at < boxed.sealed.length; at++) {
      const sealed = boxed.sealed.slice()
      sealed[at] = (sealed[at] as number) ^ 1
      expect(await unbox(key(1), 'one', { ...boxed, sealed })).toBeNull()
    }
  })

  it('P62 a challenge is good for its purpose and its time, and every byte of it counts', () => {
    const challenge = newChallenge(key(1), 'sign-in', 1000)
    const name = (given: Uint8Array, purpose = 'sign-in', seconds = 1000, of = key(1)) => challengeName(of, purpose, given, seconds)
    expect(name(challenge)).toMatch(/^[0-9a-f]{32}$/)
    expect(name(challenge, 'sign-in', 1000 + CHALLENGE_SECONDS - 1)).not.toBeNull()
    expect([
      name(challenge, 'sign-in', 1000 + CHALLENGE_SECONDS),
      name(challenge, 'add:x'),
      name(challenge, 'sign-in', 1000, key(2)),
    ]).toEqual([null, null, null])
    for (let at = 0; at < challenge.length; at++) {
      const altered = challenge.slice()
      altered[at] = (altered[at] as number) ^ 1
      expect(name(altered)).toBeNull()
    }
    expect(name(challenge.slice(1))).toBeNull()
  })

  it('base64url reads back what it wrote, and nothing that is none', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
      }),
    )
    for (const text of ['+', 'a', 'ab=', 'あ', 'a b c']) expect(fromBase64Url(text)).toBeNull()
  })
})

describe('common passwords', () => {
  it('P62 are refused whatever stands between their pieces, and random words are not', () => {
    for (const password of [
      'p@ssword P@ssword',
      'dragon.monkey.shadow',
      '123456789012345',
      'qwerty-asdfgh-zxcvbn',
      '2024 tokyo sakura!',
      'invented shelter 2026',
    ])
      expect(passwordRefusal(password, ['Invented Shelter'])?.rule, password).toBe('common')
    for (const password of [PASSWORD, 'ふくろうは月夜に静かに舟をこぐ', 'tJ7#qv!2Lm9@xRw4'])
      expect(passwordRefusal(password, ['shelter-one'])).toBeNull()
  })
})

describe('what lies on the disk', () => {
  let running: Awaited<ReturnType<typeof server>>
  afterEach(() => running.close())

  it('P01 P62 P63 holds no password, token, code or app secret, and no time finer than a day outside one table', async () => {
    running = await server()
    const { people, invitee } = await smallNetwork(running)
    await people.partner.browser.ask('POST', '/organisation/access-keys', { months: 1 })
    const secrets = Object.values(people).flatMap(({ app, codes, browser }) => [
      ...codes,
      ...codes.map((code) => code.replaceAll('-', '')),
      browser.cookie?.split('=')[1] ?? '',
      base32(app),
      Buffer.from(app).toString('latin1'),
    ])
    const needles = [PASSWORD, invitee.code, ...secrets].filter((text) => text !== '')
    const bytes = readdirSync(running.dataDir)
      .map((name) => readFileSync(join(running.dataDir, name)).toString('latin1'))
      .join('\n')
    expect(needles.filter((needle) => bytes.includes(needle))).toEqual([])
    expect(running.log.join('\n')).not.toMatch(/admin-one|shelter|jnatip=/)
    const tables = await read(
      running.store,
      CompiledQuery.raw(
        "SELECT m.name AS tbl, p.name AS col FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND p.type = 'INTEGER'",
      ) as CompiledQuery<{ tbl: string; col: string }>,
    )
    const times: string[] = []
    for (const { tbl, col } of tables) {
      const query = CompiledQuery.raw(`SELECT count(*) AS n FROM ${tbl} WHERE ${col} BETWEEN 1000000000 AND 5000000000`) as CompiledQuery<{
        n: number
      }>
      const [found] = await read(running.store, query)
      if (found && found.n > 0) times.push(`${tbl}.${col}`)
    }
    expect(times).toEqual(['deadline.until'])
  })
})
