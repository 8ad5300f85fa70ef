/** A register that its drafter or the server has made to say something else than the two who sign believe. */
import { describe, expect, it } from 'vitest'
import { OrganisationName } from '../../../server/accounts/answers.ts'
import { changesOf, editionChangesOf, umbrellasOf } from '../../../server/editors/register/changes.ts'
import { memoryOf, requireContinued, requireFollowing } from '../../../server/editors/register/continuity.ts'
import { isDecision } from '../../../server/editors/register/decision.ts'
import { asTheServerSays, draftRegister, unsoundKeys } from '../../../server/editors/register/draft.ts'
import { newPin, readPin, trusted } from '../../../server/editors/register/pin.ts'
import { type RegisterContent, readRegister, registerChecksum } from '../../../server/editors/register/register.ts'
import { RegisterRefused } from '../../../server/editors/register/register-refused.ts'
import { signDocument } from '../../../server/editors/register/signed-document.ts'
import { newSignerKey } from '../../../server/editors/register/signer-key.ts'

const hex = (fill: number) => fill.toString(16).padStart(2, '0').repeat(32)
const key = (generation: number, fill: number) => ({
  generation,
  signing: hex(fill),
  statements: hex(fill + 100),
  first_edition: 'e-1' as string | null,
  last_edition: null,
})
const before: RegisterContent = {
  schema: 'jnatip-register/1',
  number: 1,
  previous: null,
  editions: [
    { id: 'e-1', public_key: hex(1) },
    { id: 'e-2', public_key: hex(2) },
  ],
  organisations: [
    { number: 1, name: 'Invented Shelter', holding: null, keys: [key(1, 10)] },
    { number: 2, name: 'Invented Union', holding: null, keys: [] },
  ],
}
const [shelter, union] = before.organisations as [RegisterContent['organisations'][number], RegisterContent['organisations'][number]]
const withShelter = (keys: RegisterContent['organisations'][number]['keys']) => ({ organisations: [{ ...shelter, keys }, union] })

const following = (one: RegisterContent) => ({ number: one.number + 1, previous: registerChecksum(one) })
const people = [newSignerKey(), newSignerKey()]
const signed = (of: RegisterContent) => ({
  ...of,
  signatures: people.map(({ privateKey }) => signDocument(registerChecksum(of), privateKey)),
})
const { pin } = trusted(signed(before), newPin(people.map(({ publicKey }) => publicKey)))
const places = (act: () => unknown) => {
  try {
    act()
    return 'done'
  } catch (error) {
    if (!(error instanceof RegisterRefused)) throw error
    return [error.rule, ...error.places.map(({ place, rule }) => `${place} ${rule}`)].join(' ')
  }
}
const shown = (text: string) => text.replaceAll(/[0-9a-f]{4}(?: [0-9a-f]{4}){4}/g, 'FP')

describe('a register that loses or replaces what was signed', () => {
  it.each<[string, Partial<RegisterContent>, string, string]>([
    [
      'the keys of an organisation',
      withShelter([]),
      'organisation 1 generation_1_gone',
      '1 Invented Shelter key 1 (signing FP, statements FP) IS GONE',
    ],
    [
      'a key by another of its generation',
      withShelter([{ ...key(1, 10), signing: hex(42) }]),
      'organisation 1 generation_1_replaced',
      '1 Invented Shelter key 1 WAS REPLACED: signing FP, statements FP; cases are signed from e-1 on; was signing FP, statements FP',
    ],
    [
      'the first edition of a key',
      withShelter([{ ...key(1, 10), first_edition: 'e-2' }]),
      'organisation 1 generation_1_other_first_edition',
      '1 Invented Shelter key 1 (signing FP): cases are signed from e-2 on; was from e-1',
    ],
    [
      'an organisation',
      { organisations: [union] },
      'organisation 1 organisation_gone',
      '1 Invented Shelter IS GONE; with it key 1 (signing FP, statements FP)',
    ],
    ['an edition', { editions: [before.editions[0]!] }, 'edition e-2 other_edition', 'e-2 IS GONE; public key FP'],
    [
      'the key of an edition',
      { editions: [before.editions[0]!, { id: 'e-2', public_key: hex(42) }] },
      'edition e-2 other_edition',
      'e-2 HAS ANOTHER PUBLIC KEY: FP; was FP',
    ],
  ])('P64 is named, signed by nobody and used by no build: %s', (_, change, refused, said) => {
    const next = { ...before, ...following(before), ...change }
    const named = [
      ...changesOf(next, before).map((one) => `${one.organisation} ${one.name} ${one.change}`),
      ...editionChangesOf(next, before).map((one) => `${one.edition} ${one.change}`),
    ]
    expect(named.map(shown)).toEqual([said])
    expect(places(() => requireContinued(next, memoryOf(before)))).toBe(`not-continued ${refused}`)
    expect(places(() => requireFollowing(next, signed(before)))).toBe(`not-continued ${refused}`)
    expect(places(() => trusted(signed(next), readPin(JSON.stringify(pin))))).toBe(`not-continued ${refused}`)
  })

  it('P64 an edition under another name is another one', () => {
    const [first, second] = before.editions as [RegisterContent['editions'][number], RegisterContent['editions'][number]]
    const renamed = { ...before, editions: [{ ...first, id: 'e-9' }, second] }
    expect(places(() => requireContinued(renamed, memoryOf(before)))).toBe('not-continued edition e-1 other_edition')
  })

  it('P64 what is added later stays from then on', () => {
    const grown = { ...before, ...following(before), ...withShelter([key(1, 10), { ...key(2, 11), first_edition: null }]) }
    const { pin: newest } = trusted(signed(grown), pin)
    const begun = { ...before, ...following(grown), ...withShelter([key(1, 10), { ...key(2, 11), first_edition: 'e-2' }]) }
    expect(places(() => trusted(signed(begun), newest))).toBe('done')
    expect(places(() => trusted(signed({ ...before, ...following(grown) }), newest))).toBe('not-continued organisation 1 generation_2_gone')
  })

  it('P64 none is passed over: a machine sees each register between the newest that it used and the one that it is given', () => {
    const second = { ...before, ...following(before), ...withShelter([key(1, 10), { ...key(2, 11), first_edition: null }]) }
    const third = { ...second, ...following(second) }
    const fourth = { ...third, ...following(third) }
    const lost = { ...fourth, organisations: before.organisations }
    const given = (last: RegisterContent, ...between: RegisterContent[]) => places(() => trusted(signed(last), pin, between.map(signed)))
    expect([
      given(fourth),
      given(fourth, second),
      given(fourth, third),
      given(fourth, third, second),
      given(fourth, { ...second, previous: hex(1) }, third),
      given(lost, second, third),
      places(() => trusted(signed(fourth), pin, [signed(second), { ...third, signatures: [] }])),
      given(fourth, second, third),
    ]).toEqual([
      ...['skipped', 'skipped', 'skipped', 'skipped', 'other-before', 'not-continued organisation 1 generation_2_gone'],
      ...['signatures-missing', 'done'],
    ])
    expect(trusted(signed(fourth), pin, [second, third].map(signed)).pin.newest?.number).toBe(4)
  })
})

it('P64 only the first register stands alone; each later one is signed beside the very one that it names, which two people signed', () => {
  const next = { ...before, ...following(before) }
  const another = { ...before, ...withShelter([key(1, 10), key(2, 11)]) }
  const file = signed(before)
  expect([
    ...[requireFollowing(before, null), places(() => requireFollowing(next, file))],
    ...[null, signed(another)].map((one) => places(() => requireFollowing(next, one))),
    places(() => requireFollowing({ ...next, number: 3 }, file)),
    places(() => requireFollowing(before, file)),
    places(() => requireFollowing(next, { ...file, signatures: file.signatures.slice(1) })),
    places(() => requireFollowing(next, { ...file, signatures: signed(another).signatures })),
  ]).toEqual([
    ...[[], 'done', 'previous-required', 'other-before', 'other-before', 'other-before', 'signatures-missing', 'signature-wrong'],
  ])
  expect(places(() => trusted(signed({ ...next, previous: registerChecksum(another) }), pin))).toBe('other-before')
  // A second register that says that it is the first one: no file of before is asked for, and no machine that has used one takes it.
  expect(places(() => trusted(signed(another), pin))).toBe('another')
  for (const wrong of [
    { ...before, previous: hex(1) },
    { ...next, previous: null },
  ])
    expect(places(() => readRegister(JSON.stringify({ ...wrong, signatures: [] })))).toBe('malformed /previous first_register')
})

it('P64 no key begins where the server alone says so', () => {
  const listed = {
    editions: before.editions.map((edition) => ({ ...edition, layout: 2 as const })),
    organisations: [
      {
        ...shelter,
        keys: [
          { ...key(1, 10), first_edition: 'e-2', last_edition: 'e-2' },
          { ...key(2, 11), first_edition: 'e-2' },
        ],
      },
      { ...union, keys: [{ ...key(1, 12), first_edition: null }] },
    ],
  }
  const drafted = (confirmed: readonly (readonly [string, string | null])[], decided: readonly (readonly [number, string])[] = []) =>
    draftRegister(listed, before, { confirmed: new Map(confirmed), decided: new Map(decided) }).organisations.map(({ keys }) =>
      keys.map((one) => one.first_edition),
    )
  expect(places(() => drafted([]))).toBe(
    'beginning-unconfirmed organisation 1, key 2 server_says_e-2 organisation 2, key 1 server_says_e-1',
  )
  expect(places(() => drafted([['2.1', 'e-1']]))).toBe('beginning-unconfirmed organisation 1, key 2 server_says_e-2')
  // What was signed before does not move, whatever is said of it.
  expect(
    drafted([
      ['all', 'e-1'],
      ['1.1', 'e-2'],
      ['2.1', null],
    ]),
  ).toEqual([['e-1', 'e-1'], [null]])
  expect(drafted([['1.2', 'e-2']], [[2, 'e-2']])).toEqual([['e-1', 'e-2'], ['e-2']])
  expect(places(() => drafted([['all', 'e-9']]))).toBe('malformed organisation 1 unknown_edition')
})

it('P64 a draft leaves out a new key that stands somewhere already, and says so', () => {
  const again = { ...key(2, 12), statements: hex(110) }
  const listed = {
    editions: before.editions.map((edition) => ({ ...edition, layout: 2 as const })),
    organisations: [
      { ...shelter, keys: [{ ...key(1, 10), last_edition: 'e-2' }, again] },
      { ...union, keys: [{ ...key(1, 13), signing: hex(10) }] },
    ],
  }
  expect(unsoundKeys(listed, before)).toEqual([
    { organisation: 1, generation: 2 },
    { organisation: 2, generation: 1 },
  ])
  for (const previous of [before, null])
    expect(
      draftRegister(listed, previous, asTheServerSays(listed)).organisations.map(({ keys }) => keys.map(({ generation }) => generation)),
    ).toEqual([[1], []])
})

it.each(['\u200b', '\u00ad', '\u00a0', '\u{e0041}', '\ufe0f', '\u3164', ' ', '\u202e'])(
  'P64 P83 no umbrella or name ends with %j',
  (end) => {
    const organisations = [{ ...shelter, holding: `Umbrella${end}` }, union]
    expect(places(() => readRegister(JSON.stringify({ ...before, organisations, signatures: [] })))).toBe(
      'malformed /organisations/0/holding custom',
    )
    const listed = { editions: before.editions.map((edition) => ({ ...edition, layout: 2 as const })), organisations }
    expect(places(() => draftRegister(listed, null, asTheServerSays(listed)))).toBe('name-unseen organisation 1 holding')
    const typed = OrganisationName.safeParse(`Umbrella${end}`)
    expect(typed.success ? typed.data : 'refused').toBe(end.trim() === '' ? 'Umbrella' : 'refused')
  },
)

it.each([
  ['Netw\u043erk', false],
  ['Invented \u0391lliance', false],
  ['\u039f\u043a\u043e', false],
  ['A\u0301\u0440', false],
  ['Invented \u0421\u043e\u044e\u0437', true],
  ['\u67b6\u7a7a\u30cd\u30c3\u30c8NPO', true],
  ['Invented-\u0391\u03b3\u03ac\u03c0\u03b7', true],
])('P64 P83 a name or umbrella of two alphabets in one word is none: %s, taken: %j', (name, taken) => {
  const organisations = [{ ...shelter, name, holding: name }, union]
  const refused = 'malformed /organisations/0/name custom /organisations/0/holding custom'
  expect(places(() => readRegister(JSON.stringify({ ...before, organisations, signatures: [] })))).toBe(taken ? 'done' : refused)
  expect(OrganisationName.safeParse(name).success).toBe(taken)
})

it('P83 umbrellas are shown with their members', () => {
  const organisations = [
    { ...shelter, holding: 'Umbrella' },
    { ...union, holding: 'Umbrella' },
  ]
  const members = [
    { number: 1, name: 'Invented Shelter' },
    { number: 2, name: 'Invented Union' },
  ]
  expect(umbrellasOf({ ...before, organisations })).toEqual([{ umbrella: 'Umbrella', members }])
})

it('P64 what a person signs is a decision only where its schema says so', () => {
  for (const more of ['jnatip-decision/1', { schema: 'jnatip-decision/1' }, '"schema":"jnatip-decision/1"'])
    expect(isDecision(JSON.stringify({ ...before, more }))).toBe(false)
  expect(isDecision(JSON.stringify({ cases: [], schema: 'jnatip-decision/1' }))).toBe(true)
})
