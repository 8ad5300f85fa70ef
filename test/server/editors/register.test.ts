/** The register as a value: what is well formed, what a draft follows, which key is good where; and the same of statements. */
import { describe, expect, it } from 'vitest'
import { changesOf } from '../../../server/editors/register/changes.ts'
import { decisionChecksum, leftOutBy, newDecision } from '../../../server/editors/register/decision.ts'
import { asTheServerSays, draftRegister, type NetworkListed } from '../../../server/editors/register/draft.ts'
import { keysInForce } from '../../../server/editors/register/keys-in-force.ts'
import { newPin, readPin, trusted } from '../../../server/editors/register/pin.ts'
import { type RegisterContent, readRegister, registerChecksum, registerText } from '../../../server/editors/register/register.ts'
import { RegisterRefused } from '../../../server/editors/register/register-refused.ts'
import { signDocument } from '../../../server/editors/register/signed-document.ts'
import { newSignerKey, readSigner, signerText } from '../../../server/editors/register/signer-key.ts'
import { readStatement, statementCommitment, statementPlaces, writeStatement } from '../../../survey-schema/credentials/statement.ts'
import { compareStatement, isWhole } from '../../../survey-schema/credentials/statement-comparison.ts'
import fc from '../../support/seeded-properties.ts'

const hex = (fill: number) => fill.toString(16).padStart(2, '0').repeat(32)
const key = (generation: number, fill: number, first: string | null = null, last: string | null = null) => ({
  generation,
  signing: hex(fill),
  statements: hex(fill + 100),
  first_edition: first,
  last_edition: last,
})
const listed: NetworkListed = {
  editions: [
    { id: 'e-1', public_key: hex(1), layout: 1 },
    { id: 'e-2', public_key: hex(2), layout: 2 },
    { id: 'e-3', public_key: hex(3), layout: 2 },
  ],
  organisations: [
    { number: 1, name: 'Invented Shelter', holding: null, keys: [key(1, 10, 'e-1', 'e-2'), key(2, 11, 'e-2')] },
    { number: 2, name: 'Invented Union', holding: 'Invented Umbrella', keys: [] },
  ],
}
const drafted = (from: NetworkListed, previous: RegisterContent | null = null, decided: ReadonlyMap<number, string> = new Map()) =>
  draftRegister(from, previous, { ...asTheServerSays(from), decided })
const content = drafted(listed)
const [shelter, union] = content.organisations as [RegisterContent['organisations'][number], RegisterContent['organisations'][number]]
const rule = (act: () => unknown) => {
  try {
    act()
    return 'done'
  } catch (error) {
    if (!(error instanceof RegisterRefused)) throw error
    return [error.rule, ...error.places.map((one) => `${one.place} ${one.rule}`)].join(' ')
  }
}
const read = (change: object) => rule(() => readRegister(JSON.stringify({ ...content, signatures: [], ...change })))

describe('a register', () => {
  it('comes back as it was, and has one checksum with and without signatures', () => {
    const signed = { ...content, signatures: [signDocument(registerChecksum(content), newSignerKey().privateKey)] }
    expect(readRegister(registerText(signed))).toEqual(signed)
    expect(registerChecksum(signed)).toBe(registerChecksum(content))
  })

  it.each([
    ['an edition twice', { editions: [content.editions[0], content.editions[0]] }, 'malformed /editions edition_twice'],
    ['organisations out of order', { organisations: [union, shelter] }, 'malformed /organisations order'],
    ['a name twice', { organisations: [shelter, { ...union, name: shelter.name }] }, 'malformed /organisations name_twice'],
    ['a key of two organisations', { organisations: [shelter, { ...union, keys: [key(1, 10)] }] }, 'malformed organisation 2 key_twice'],
    [
      'an edition that is not listed',
      { organisations: [{ ...shelter, keys: [key(1, 10, 'e-9')] }] },
      'malformed organisation 1 unknown_edition',
    ],
    [
      'a key that ends before it begins',
      { organisations: [{ ...shelter, keys: [key(1, 10, 'e-3', 'e-2')] }] },
      'malformed organisation 1 editions_of_a_key',
    ],
    [
      'generations out of order',
      { organisations: [{ ...shelter, keys: [key(2, 10), key(1, 11)] }] },
      'malformed organisation 1 order_of_generations',
    ],
    [
      'a name that moves what stands beside it',
      { organisations: [{ ...shelter, name: 'A\u001b[2K\rB' }] },
      'malformed /organisations/0/name custom',
    ],
    [
      'a key without an end that a newer one follows',
      { organisations: [{ ...shelter, keys: [key(1, 10, 'e-1'), key(2, 11, 'e-2')] }] },
      'end-missing organisation 1 generation_1',
    ],
    ['a name written from right to left', { organisations: [{ ...shelter, name: 'A\u202eB' }] }, 'malformed /organisations/0/name custom'],
    ['a field of somebody else', { more: 1 }, 'malformed  unrecognized_keys'],
    ['a number below 1', { number: 0 }, 'malformed /number too_small'],
  ])('P64 refuses %s', (_, change, expected) => {
    expect(read(change)).toBe(expected)
  })

  it('P64 is trusted with two pinned signatures, each by another person, and never after a newer one', () => {
    const people = [newSignerKey(), newSignerKey(), newSignerKey()]
    const pin = newPin(people.slice(0, 2).map(({ publicKey }) => publicKey))
    const by = (of: RegisterContent, ...who: number[]) => ({
      ...of,
      signatures: who.map((at) => signDocument(registerChecksum(of), people[at]!.privateKey)),
    })
    expect(rule(() => trusted(by(content, 0, 0), pin))).toBe('signatures-missing')
    expect(rule(() => trusted(by(content, 0, 2), pin))).toBe('signatures-missing')
    const { pin: used } = trusted(by(content, 0, 1), pin)
    expect(readPin(JSON.stringify(used))).toEqual(used)
    const next = { ...content, number: 2, previous: registerChecksum(content) }
    const { pin: newest } = trusted(by(next, 0, 1), used)
    expect(rule(() => trusted(by(content, 0, 1), newest))).toBe('older')
    expect(rule(() => trusted(by({ ...next, organisations: [] }, 0, 1), newest))).toBe('another')
    const { signatures } = by(content, 0, 1)
    expect(rule(() => trusted({ ...next, signatures }, used))).toBe('signature-wrong')
    // A signature under one kind of document is none under another.
    const decision = newDecision('e-1', ['0'.repeat(32)])
    expect(rule(() => leftOutBy([{ ...decision, signatures }], pin.signers))).toBe('signature-wrong')
    const signed = { ...decision, signatures: [0, 1].map((at) => signDocument(decisionChecksum(decision), people[at]!.privateKey)) }
    expect([...(leftOutBy([signed], pin.signers).get('e-1') ?? [])]).toEqual(['0'.repeat(32)])
    expect(rule(() => newPin([pin.signers[0]!, pin.signers[0]!]))).toBe('pin-malformed')
  })

  it('a signing key with a slip is none', () => {
    const text = signerText(newSignerKey())
    expect(signerText(readSigner(text))).toBe(text)
    for (let at = text.indexOf('public'); at < text.length - 1; at++) {
      const other = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
      expect(rule(() => readSigner(other))).toBe('signer-malformed')
    }
  })
})

describe('a draft', () => {
  it('P64 begins a key with the first edition whose layout has a place for signatures', () => {
    expect(shelter.keys.map(({ first_edition }) => first_edition)).toEqual(['e-2', 'e-2'])
    const soon = drafted({ ...listed, editions: listed.editions.slice(0, 1), organisations: [{ ...shelter, keys: [key(1, 10, 'e-1')] }] })
    expect(soon.organisations[0]?.keys[0]?.first_edition).toBeNull()
    const chosen = drafted(listed, null, new Map([[1, 'e-1']]))
    expect(chosen.organisations[0]?.keys.map(({ first_edition }) => first_edition)).toEqual(['e-1', 'e-2'])
  })

  it('P64 keeps what was signed: an organisation and a key that the server drops, and the first edition of a key', () => {
    const without = { ...listed, organisations: [{ ...listed.organisations[0]!, keys: [key(2, 11, 'e-3')] }] }
    const next = drafted(without, content)
    expect([next.number, next.organisations]).toEqual([2, content.organisations])
    expect(changesOf(next, content)).toEqual([])
    const replaced = { ...listed, organisations: [{ ...listed.organisations[0]!, keys: [{ ...key(1, 10), statements: hex(77) }] }] }
    expect(rule(() => drafted(replaced, content))).toBe('key-replaced organisation 1 generation_1')
    const other = { ...listed, editions: [{ ...listed.editions[0]!, public_key: hex(9) }, ...listed.editions.slice(1)] }
    expect(rule(() => drafted(other, content))).toBe('other-network edition e-1 other_edition')
    expect(rule(() => drafted({ ...listed, editions: listed.editions.slice(1) }, content))).toBe('other-network edition e-1 other_edition')
  })

  it('P64 says every new organisation, umbrella and key', () => {
    const said = changesOf(content, null).map(
      ({ organisation, change }) => `${organisation} ${change.replaceAll(/(?:[0-9a-f]{4} ?){5}/g, 'FP')}`,
    )
    expect(said).toEqual([
      '1 is new, no umbrella',
      '1 key 1 is new: signing FP, statements FP; cases are signed from e-2 on, until e-2',
      '1 key 2 is new: signing FP, statements FP; cases are signed from e-2 on',
      '2 is new, umbrella "Invented Umbrella"',
    ])
  })
})

describe('keys in force', () => {
  it('P64 follow from the order of editions', () => {
    const inForce = (edition: string) =>
      keysInForce(content, edition)
        ?.inForce(shelter)
        .map(({ generation }) => generation)
    expect([inForce('e-1'), inForce('e-2'), inForce('e-3'), inForce('e-9')]).toEqual([[], [1, 2], [2], undefined])
    const must = (edition: string) => [keysInForce(content, edition)?.mustSign(shelter), keysInForce(content, edition)?.mustSign(union)]
    expect([must('e-1'), must('e-2'), must('e-3')]).toEqual([
      [false, false],
      [true, false],
      [true, false],
    ])
  })
})

describe('statements', () => {
  const entry = fc.record({ tag: fc.integer({ min: 0, max: 255 }).map(hex), version: fc.integer({ min: 1, max: 9 }) })
  const statement = { edition: 'e-1', register: hex(5), organisation: 3 }
  const opening = new Uint8Array(32).fill(4)

  it('P64 are equally long whatever an organisation sent, come back as they were, and an altered byte is another commitment', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.integer({ min: 40, max: 200 }), (entries, cases) => {
        const places = statementPlaces(cases)
        const bytes = writeStatement({ ...statement, entries }, opening, places)
        expect(bytes.length).toBe(writeStatement({ ...statement, entries: [] }, opening, places).length)
        expect(readStatement(bytes, 'e-1', 3)?.entries).toHaveLength(entries.length)
        expect(compareStatement(readStatement(bytes, 'e-1', 3)!.entries, []).foreign).toBe(entries.length)
        expect([readStatement(bytes, 'e-2', 3), readStatement(bytes, 'e-1', 4), readStatement(bytes.subarray(1), 'e-1', 3)]).toEqual([
          null,
          null,
          null,
        ])
        const other = bytes.map((byte, at) => (at === cases % bytes.length ? byte ^ 1 : byte))
        expect(statementCommitment(other)).not.toBe(statementCommitment(bytes))
      }),
    )
    expect([0, 1, 2, 3, 64, 65].map(statementPlaces)).toEqual([1, 1, 2, 4, 64, 128])
    expect(() => writeStatement({ ...statement, entries: Array(3).fill({ tag: hex(1), version: 1 }) }, opening, 2)).toThrow(RangeError)
  })

  it('P64 are whole exactly when each own case was counted once, in its newest version, and nothing else', () => {
    const rows = fc.uniqueArray(entry, { selector: ({ tag }) => tag, minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(rows, fc.nat(), (own, at) => {
        const sent = own.map((one, row) => ({ ...one, row: String(row) }))
        const one = own[at % own.length]!
        const without = own.filter((other) => other !== one)
        expect(isWhole(compareStatement(own, sent))).toBe(true)
        expect(isWhole(compareStatement(own, [...sent.map((row) => ({ ...row, version: 1 })), ...sent]))).toBe(true)
        expect(compareStatement(without, sent).missing).toHaveLength(1)
        expect(compareStatement([...own, one], sent).twice).toHaveLength(1)
        expect(compareStatement([...without, { ...one, version: 10 }], sent).otherVersion).toMatchObject([{ counted: 10 }])
        expect(
          isWhole(
            compareStatement(
              own,
              sent.filter(({ tag }) => tag !== one.tag),
            ),
          ),
        ).toBe(false)
      }),
    )
  })

  it('P64 a correction under a newer secret is the same case', () => {
    const sent = [
      { row: '1', tag: hex(1), version: 1, id: 'a' },
      { row: '2', tag: hex(2), version: 2, id: 'a' },
    ]
    expect(isWhole(compareStatement([{ tag: hex(2), version: 2 }], sent))).toBe(true)
    expect(compareStatement([{ tag: hex(1), version: 1 }], sent)).toMatchObject({ missing: ['2'], foreign: 1 })
  })
})
