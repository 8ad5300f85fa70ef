/**
 * An operator stops the server, writes whatever they like into its database, and starts it again. What they invent, drop, replay, move or swap is
 * noticed by the build or by the statement of an organisation.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Built, buildFromSources } from '../../../server/editors/build/build-edition.ts'
import { caseJudge } from '../../../server/editors/build/case-standing.ts'
import { sealedFromStore } from '../../../server/editors/build/sealed-source.ts'
import { UnsoundCases } from '../../../server/editors/build/sound-cases.ts'
import { asTheServerSays, draftRegister, type NetworkListed } from '../../../server/editors/register/draft.ts'
import type { TrustedRegister } from '../../../server/editors/register/pin.ts'
import { RegisterRefused } from '../../../server/editors/register/register-refused.ts'
import { fromHex, toHex } from '../../../server/sealing/bytes.ts'
import { checksum } from '../../../server/sealing/checksum.ts'
import { randomBytes } from '../../../server/sealing/keyed.ts'
import { networkListed } from '../../../server/store/network.ts'
import { encodeRecord } from '../../../survey-schema/answers/record-bytes.ts'
import { bytesToSign, encodeSigned } from '../../../survey-schema/answers/signed-bytes.ts'
import { invitationKeys, invitationTag } from '../../../survey-schema/credentials/answer-invitation.ts'
import { signCase } from '../../../survey-schema/credentials/case-signature.ts'
import { caseTag } from '../../../survey-schema/credentials/case-tag.ts'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'
import { readStatement, statementCommitment } from '../../../survey-schema/credentials/statement.ts'
import { compareStatement, isWhole, type SentEntry } from '../../../survey-schema/credentials/statement-comparison.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { CROSSTABS_ALWAYS } from '../../support/edition.ts'
import { codeOf, invitations } from '../../support/invitations.ts'
import { type Partner, type SignedNetwork, signedBytes, signedNetwork } from './signed-network.ts'

let network: SignedNetwork
let register: TrustedRegister
let first: Built

beforeAll(async () => {
  network = await signedNetwork()
  await network.openEdition('2026-2', 2)
  register = await network.register()
  first = await network.build('2026-1', { register })
})
afterAll(() => network.close())

/** What the operator did is undone after each test. */
beforeEach(() => network.run('SAVEPOINT operator'))
afterEach(() => {
  network.run('ROLLBACK TO operator')
  network.run('RELEASE operator')
})

const [A, B] = [0, 1]
const partner = (at: number) => network.partners[at] as Partner
const recordOf = (at: number) => network.records.find((one) => one.partner === partner(at))!.record
/** Organisation and rule of each case that stops the build, or the rule of the register. */
async function refusal(options: Parameters<SignedNetwork['build']>[1] = { register }) {
  try {
    await network.build('2026-1', options)
    return 'built'
  } catch (error) {
    if (error instanceof UnsoundCases) return error.counts().map(({ organisation, rule, cases }) => `${organisation} ${rule} ${cases}`)
    if (error instanceof RegisterRefused) return [error.rule, ...error.places.map(({ place, rule }) => `${place} ${rule}`)]
    throw error
  }
}
const place = (organisation: number, tag: Uint8Array, bytes: Uint8Array, version = 1) =>
  network.put({ edition: '2026-1', id: network.newId(), organisation, tag, version, bytes })

describe('a case that was put there', () => {
  it.each(['unsigned', 'layout_1', 'signature_wrong', 'generation_unknown', 'generation_not_of_edition', 'tag_differs'] as const)(
    'P64 stops the build: %s',
    async (rule) => {
      const tag = caseTag(randomBytes(32), 'invented')
      const foreign = keysOf(randomBytes(32))
      const record = recordOf(A)
      if (rule === 'unsigned') await place(partner(A).number, tag, encodeSigned(record, null))
      if (rule === 'layout_1') await place(partner(A).number, tag, encodeRecord(record))
      if (rule === 'signature_wrong') {
        const made = signedBytes(partner(A), '2026-1', 'invented', record, { by: foreign })
        await place(partner(A).number, made.tag, made.bytes)
      }
      if (rule === 'generation_unknown') {
        const made = signedBytes(partner(A), '2026-1', 'invented', record, { generation: 2 })
        await place(partner(A).number, made.tag, made.bytes)
      }
      if (rule === 'generation_not_of_edition') {
        network.addKey(partner(A).number, foreign, 2, '2026-2')
        const made = signedBytes({ ...partner(A), keys: foreign }, '2026-1', 'invented', record, { generation: 2 })
        await place(partner(A).number, made.tag, made.bytes)
        expect(await refusal({ register: await network.register() })).toEqual([`${partner(A).number} ${rule} 1`])
        return
      }
      if (rule === 'tag_differs') {
        const made = signedBytes(partner(A), '2026-1', 'its own', record)
        await place(partner(A).number, tag, made.bytes)
      }
      expect(await refusal()).toEqual([`${partner(A).number} ${rule} 1`])
    },
  )

  it('P64 stops the build although the server says that its edition has the layout of before', async () => {
    network.run("UPDATE edition SET layout = 1 WHERE id = '2026-1'")
    await place(partner(A).number, randomBytes(32), encodeRecord(recordOf(A)))
    expect(await refusal()).toEqual([`${partner(A).number} layout_1 1`])
  })

  it('P64 stops the build when it is no case at all, or was sealed as another one', async () => {
    await place(partner(A).number, randomBytes(32), new Uint8Array(384).fill(9))
    network.run('UPDATE sealed_case SET version = 2 WHERE id = (SELECT min(id) FROM sealed_case WHERE organisation = ?)', partner(B).number)
    expect(await refusal()).toEqual(expect.arrayContaining([`${partner(A).number} seal_broken 1`, `${partner(B).number} seal_broken 1`]))
  })
})

describe('a case that was taken from elsewhere', () => {
  it('P64 signed by an organisation and put under another one stops the build', async () => {
    const made = signedBytes(partner(A), '2026-1', 'moved', recordOf(A))
    await place(partner(B).number, made.tag, made.bytes)
    expect(await refusal()).toEqual([`${partner(B).number} signature_wrong 1`])
  })

  it('P64 signed for another edition stops the build', async () => {
    const made = signedBytes(partner(A), '2026-2', 'moved', recordOf(A))
    await place(partner(A).number, made.tag, made.bytes)
    expect(await refusal()).toEqual([`${partner(A).number} signature_wrong 1`])
  })

  it('P64 whose row was given to another organisation or edition no longer opens', async () => {
    const [row] = network.run('SELECT id FROM sealed_case WHERE organisation = ? ORDER BY id LIMIT 1', partner(A).number) as {
      id: string
    }[]
    network.run('UPDATE sealed_case SET organisation = ? WHERE id = ?', partner(B).number, row!.id)
    expect(await refusal()).toEqual([`${partner(B).number} seal_broken 1`])
  })

  it('P64 put there twice stops the build, and so does an older version beside a newer one', async () => {
    const old = signedBytes(partner(A), '2026-1', 'twice', recordOf(A))
    const corrected = signedBytes(partner(A), '2026-1', 'twice', recordOf(A), { version: 2 })
    // The database takes a tag once; an operator makes it forget that.
    network.run('CREATE TABLE other AS SELECT * FROM sealed_case')
    network.run('PRAGMA legacy_alter_table = ON')
    network.run('ALTER TABLE sealed_case RENAME TO before')
    network.run('ALTER TABLE other RENAME TO sealed_case')
    await place(partner(A).number, old.tag, old.bytes)
    await place(partner(A).number, old.tag, old.bytes)
    expect(await refusal()).toEqual([`${partner(A).number} tag_twice 1`])
    await place(partner(A).number, corrected.tag, corrected.bytes, 2)
    expect(await refusal()).toEqual([`${partner(A).number} tag_twice 2`])
    network.run('ALTER TABLE sealed_case RENAME TO other')
    network.run('ALTER TABLE before RENAME TO sealed_case')
    network.run('PRAGMA legacy_alter_table = OFF')
  })

  it('P31 P64 a withdrawn case under another tag is not counted', async () => {
    const made = signedBytes(partner(A), '2026-1', 'withdrawn', recordOf(A))
    await place(partner(A).number, randomBytes(32), made.bytes)
    let inside = 0
    const built = await network.build('2026-1', { register, withdrawn: new Set([toHex(made.tag)]), withdrawnInside: () => inside++ })
    expect([inside, built.checked[0]?.counted]).toEqual([1, first.checked[0]?.counted])
  })
})

describe('an answer of an affected person', () => {
  const [code, second, unlisted] = [codeOf(1), codeOf(2), codeOf(3)]
  /** The organisation makes a list; somebody else may have signed it. */
  const listed = (at: number, codes: readonly string[], { edition = '2026-1', by = partner(at).keys } = {}) => {
    const { number } = partner(at)
    const { keys, signature } = invitations({ organisation: number, edition, keys: by }, codes)
    const id = toHex(randomBytes(16))
    network.run('INSERT INTO answer_invitation_list VALUES (?, ?, ?, 1, ?)', id, '2026-1', number, fromHex(signature, 64))
    for (const key of keys.map((one) => fromHex(one, 32)))
      network.run('INSERT INTO answer_invitation VALUES (?, ?, ?)', key, invitationTag(key), id)
    return id
  }
  /** What the person signed with her code. */
  const answered = (own: string, at = A, edition = '2026-1') => {
    const { privateKey, publicKey } = invitationKeys(own)
    const [tag, record] = [invitationTag(publicKey), recordOf(at)]
    const signature = signCase({ organisation: partner(at).number, edition, version: 1, tag, record: bytesToSign(record) }, privateKey)
    return { tag, signature, bytes: encodeSigned(record, { tag, signature, generation: 1, invited: true }) }
  }

  it('P64 is counted for who invited, and its statement says so', async () => {
    listed(A, [code, second])
    const { tag, bytes } = answered(code)
    const { head } = await sealedFromStore(network.store, network.serverKey, '2026-1')
    const judge = caseJudge(register.content, '2026-1', head.invitations)
    expect(judge({ organisation: partner(A).number, version: 1, tag, bytes })).toBe('signed')
    const entries = [{ tag: toHex(tag), version: 1 }]
    const own = new Set([code, second].map((one) => toHex(invitationTag(invitationKeys(one).publicKey))))
    const [known, unknown] = [compareStatement(entries, [], own), compareStatement(entries, [])]
    expect([known.answered, known.foreign, unknown.answered, unknown.foreign]).toEqual([1, 0, 0, 1])
  })

  it('P64 stops the build where no list of its organisation holds its key: made up, signed by others, moved, or taken away', async () => {
    const { tag, bytes } = answered(code)
    const lists: (() => unknown)[] = [
      () => null,
      () => listed(A, [second, unlisted]),
      () => listed(A, [code], { by: keysOf(randomBytes(32)) }),
      () => listed(A, [code], { by: partner(B).keys }),
      () => listed(A, [code], { edition: '2026-2' }),
      () => listed(B, [code]),
      // One key more than was signed, and one less.
      () => network.run('INSERT INTO answer_invitation VALUES (?, ?, ?)', invitationKeys(code).publicKey, tag, listed(A, [second])),
      () => network.run('DELETE FROM answer_invitation WHERE list = ? AND tag <> ?', listed(A, [code, second]), tag),
    ]
    for (const list of lists) {
      list()
      await place(partner(A).number, tag, bytes)
      expect(await refusal()).toEqual([`${partner(A).number} invitation_unknown 1`])
      network.run('ROLLBACK TO operator')
    }
  })

  it('P64 stops the build where the person signed something else: another record, code, organisation or edition', async () => {
    listed(A, [code, second])
    const { tag, signature } = answered(code)
    const sealed = (given: { tag?: Uint8Array; signature?: Uint8Array; record?: CaseRecord }) =>
      encodeSigned(given.record ?? recordOf(A), { tag, signature, generation: 1, invited: true, ...given })
    const others: [Uint8Array, Uint8Array][] = [
      [tag, sealed({ record: { ...recordOf(A), flags: recordOf(A).flags.length > 0 ? [] : ['R23'] } })],
      [tag, sealed({ signature: answered(second).signature })],
      [answered(second).tag, sealed({ tag: answered(second).tag })],
      [tag, sealed({ signature: answered(code, A, '2026-2').signature })],
    ]
    for (const [outside, bytes] of others) {
      await place(partner(A).number, outside, bytes)
      expect(await refusal()).toEqual([`${partner(A).number} signature_wrong 1`])
      network.run('DELETE FROM sealed_case WHERE tag = ?', outside)
    }
    await place(partner(A).number, randomBytes(32), answered(code).bytes)
    expect(await refusal()).toEqual([`${partner(A).number} tag_differs 1`])
  })
})

describe('a server that says another layout while a register is drafted', () => {
  const drafted = (layout: 1 | 2, id: string) =>
    network.register((listed) => ({
      ...listed,
      editions: listed.editions.map((edition) => (id === '' || edition.id === id ? { ...edition, layout } : edition)),
    }))

  it.each(['', '2026-1'])('P64 brings no unsigned case into figures, whichever layout the case has: %j', async (id) => {
    const lied = await drafted(1, id)
    const { number } = partner(A)
    await place(number, randomBytes(32), encodeSigned(recordOf(A), null))
    await place(number, randomBytes(32), encodeRecord(recordOf(A)))
    expect(await refusal({ register: lied })).toEqual(expect.arrayContaining([`${number} unsigned 1`, `${number} layout_1 1`]))
  })

  it('P64 unsigned cases of an edition of layout 2 count where two people decided from where on they are signed', async () => {
    const { number } = partner(A)
    const drafts = async (change: (listed: NetworkListed) => NetworkListed, decided = new Map([[number, '2026-2']])) => {
      const listed = change(await networkListed(network.store))
      return draftRegister(listed, null, { ...asTheServerSays(listed), decided })
    }
    const content = await drafts((same) => same)
    const own = content.organisations.find((one) => one.number === number)
    expect(own?.keys).toMatchObject([{ first_edition: '2026-2', by_decision: true }])
    const judge = caseJudge(content, '2026-1')
    const one = { organisation: number, version: 1, tag: randomBytes(32), bytes: encodeSigned(recordOf(A), null) }
    expect(judge(one)).toBe('before_first_key')
    // No server can say so: what it adds to a key is not taken.
    const claimed = await drafts(
      (listed) => ({
        ...listed,
        organisations: listed.organisations.map((of) => ({ ...of, keys: of.keys.map((key) => ({ ...key, decided: true })) })),
      }),
      new Map(),
    )
    expect(JSON.stringify(claimed)).not.toContain('decided')
    expect(caseJudge(claimed, '2026-1')(one)).toBe('unsigned')
  })
})

describe('the register', () => {
  it('P64 P83 another umbrella, another key, another edition key and an unknown organisation stop the build before anything is opened', async () => {
    const number = partner(A).number
    network.run('UPDATE organisation SET holding = ? WHERE id = ?', 'An umbrella', number)
    expect(await refusal()).toEqual(['other-network', `organisation ${number} other_holding`])
    network.run('ROLLBACK TO operator')
    network.run('UPDATE organisation_public_key SET signing = ? WHERE organisation = ?', keysOf(randomBytes(32)).signing.publicKey, number)
    expect(await refusal()).toEqual(['other-network', `organisation ${number} other_key`])
    network.run('ROLLBACK TO operator')
    network.run('DELETE FROM organisation_public_key WHERE organisation = ?', number)
    expect(await refusal()).toEqual(['other-network', `organisation ${number} key_missing`])
    network.run('ROLLBACK TO operator')
    network.run("UPDATE edition SET public_key = ? WHERE id = '2026-1'", randomBytes(32))
    expect(await refusal()).toEqual(['other-network', 'edition 2026-1 other_key'])
    network.run('ROLLBACK TO operator')
    network.run("INSERT INTO organisation (id, name) VALUES (99, 'Put there')")
    await place(99, randomBytes(32), encodeSigned(recordOf(A), null))
    expect(await refusal()).toEqual(['other-network', 'organisation 99 not_in_the_register'])
  })

  it('P64 is needed once an organisation has a key, and knows every edition that is built', async () => {
    expect(await refusal({})).toEqual(['required'])
    const older: TrustedRegister = { ...register, content: { ...register.content, editions: [] } }
    expect((await refusal({ register: older }))[0]).toBe('other-network')
  })
})

describe('the decision to build without a case', () => {
  it('P64 leaves out what was refused and says how many; a sound case cannot be left out', async () => {
    const bad = network.newId()
    await network.put({
      edition: '2026-1',
      id: bad,
      organisation: partner(A).number,
      tag: randomBytes(32),
      version: 1,
      bytes: encodeSigned(recordOf(A), null),
    })
    const built = await network.build('2026-1', { register, leftOut: new Map([['2026-1', new Set([bad])]]) })
    expect(built.bundle.manifest.provenance?.editions).toMatchObject([{ id: '2026-1', leftOut: 1 }])
    // Nothing else changes: the case is in no figure and in no statement.
    expect(built.bundle.manifest.counted[0]?.persons).toBe(first.bundle.manifest.counted[0]?.persons)
    expect(built.bundle.manifest.provenance?.editions[0]?.statements).toEqual(first.bundle.manifest.provenance?.editions[0]?.statements)
    const [sound] = network.run('SELECT id FROM sealed_case WHERE organisation = ? AND id <> ? LIMIT 1', partner(A).number, bad) as {
      id: string
    }[]
    const both = new Map([['2026-1', new Set([bad, sound!.id])]])
    expect(await refusal({ register, leftOut: both })).toEqual([
      'decision-of-sound-case',
      `edition 2026-1, organisation ${partner(A).number} sound`,
    ])
  })
})

describe('the statement', () => {
  /** What the organisation noted when it sent its cases. */
  const own = (at: number): SentEntry[] =>
    network.records.flatMap(({ partner: by }, index) =>
      by === partner(at) ? [{ row: String(index), tag: toHex(caseTag(by.keys.tagKey, `A-${index}`)), version: 1 }] : [],
    )
  const compared = (built: Built, at: number, rows = own(at)) => {
    const { bytes } = built.statements[0]!.to.find(({ organisation }) => organisation === partner(at).number)!
    expect(built.bundle.manifest.provenance?.editions[0]?.statements).toContain(statementCommitment(bytes))
    return compareStatement(readStatement(bytes, '2026-1', partner(at).number)!.entries, rows)
  }

  it('P64 says that all was counted and nothing else, equally long for all, and the bundle stays the same', async () => {
    for (const at of [A, B, 5]) expect(isWhole(compared(first, at))).toBe(true)
    expect(new Set(first.statements[0]!.to.map(({ bytes }) => bytes.length)).size).toBe(1)
    expect(first.statements[0]!.to).toHaveLength(network.partners.length)
    expect(checksum((await network.build('2026-1', { register })).bundle)).toBe(checksum(first.bundle))
  })

  it('P64 shows a case that was dropped', async () => {
    network.run('DELETE FROM sealed_case WHERE tag = ?', Buffer.from(own(B)[0]!.tag, 'hex'))
    const said = compared(await network.build('2026-1', { register }), B)
    expect(said).toMatchObject({ missing: [own(B)[0]!.row], foreign: 0 })
  })

  it('P64 shows an older version in the place of a newer one', async () => {
    const rows = own(B)
    const said = compared(first, B, [...rows, { ...rows[0]!, version: 2 }])
    expect(said).toMatchObject({ missing: [], otherVersion: [{ row: rows[0]!.row, own: 2, counted: 1 }] })
  })

  it('P64 shows a case that stands in none of the rows', async () => {
    expect(compared(first, B, own(B).slice(1))).toMatchObject({ foreign: 1 })
  })
})

describe('an edition of before and one of now', () => {
  it('P64 are built as one volume: cases of before the first key are accepted and told apart', async () => {
    // The smallest editions, because a volume of two has crosstabs to audit.
    const mixed = await signedNetwork({ signing: false, size: 40 })
    await mixed.openEdition('2026-2', 2)
    for (const { number, keys } of mixed.partners) mixed.addKey(number, keys, 1, '2026-1')
    await mixed.send('2026-2', 'B', true)
    await mixed.openEdition('2026-3', 2)
    const signed = await mixed.register()
    expect(signed.content.organisations.flatMap(({ keys }) => keys.map((key) => key.first_edition))).toEqual(
      mixed.partners.map(() => '2026-2'),
    )
    const built = await mixed.build(['2026-1', '2026-2'], { register: signed, policy: CROSSTABS_ALWAYS })
    expect(built.checked).toMatchObject([
      {
        edition: '2026-1',
        counted: 40,
        beforeFirstKey: 40,
        beforeFirstKeyOf: expect.arrayContaining([{ organisation: mixed.partners[0]?.number, cases: expect.any(Number) }]),
      },
      { edition: '2026-2', counted: 40, beforeFirstKey: 0 },
    ])
    expect(built.bundle.manifest.provenance?.editions.map(({ statements }) => statements.length)).toEqual([0, mixed.partners.length])
    mixed.close()
  })
})

it('P64 an edition without any key is built as before, and its manifest says nothing of a register', async () => {
  const before = await signedNetwork({ signing: false })
  await before.openEdition('2026-2', 1)
  const source = await sealedFromStore(before.store, before.serverKey, '2026-1')
  const { bundle, statements } = await buildFromSources([source], before.editions.get('2026-1')!.shares.slice(0, 2))
  expect([bundle.manifest.provenance, statements]).toEqual([undefined, []])
  before.close()
})
