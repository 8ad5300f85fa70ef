/** Registers and lists of invitations that an operator has prepared together with one more: the thief of an old secret, or another organisation. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { caseJudge } from '../../../server/editors/build/case-standing.ts'
import { changesOf } from '../../../server/editors/register/changes.ts'
import { requireFollowing } from '../../../server/editors/register/continuity.ts'
import { draftRegister } from '../../../server/editors/register/draft.ts'
import { keysInForce } from '../../../server/editors/register/keys-in-force.ts'
import { newPin, trusted } from '../../../server/editors/register/pin.ts'
import { type RegisterContent, registerChecksum } from '../../../server/editors/register/register.ts'
import { signDocument } from '../../../server/editors/register/signed-document.ts'
import { newSignerKey } from '../../../server/editors/register/signer-key.ts'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { bytesToSign, encodeSigned } from '../../../survey-schema/answers/signed-bytes.ts'
import { invitationKeys, invitationTag } from '../../../survey-schema/credentials/answer-invitation.ts'
import { signCase } from '../../../survey-schema/credentials/case-signature.ts'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'
import { codeOf, invitations } from '../../support/invitations.ts'
import { CONTEXT, plainSubmission } from '../../support/records.ts'
import { secretOf } from '../../support/signing.ts'

const [shelter, union, renewed] = [1, 2, 3].map((fill) => keysOf(secretOf(fill))) as [Keys, Keys, Keys]
type Keys = ReturnType<typeof keysOf>
const keyOf = (generation: number, keys: Keys, last_edition: string | null = null) => ({
  generation,
  signing: bytesToHex(keys.signing.publicKey),
  statements: bytesToHex(keys.statements.publicKey),
  first_edition: 'e-1',
  last_edition,
})
const organisations = [
  { number: 1, name: 'Invented Shelter', holding: null, keys: [keyOf(1, shelter)] },
  { number: 2, name: 'Invented Union', holding: null, keys: [keyOf(1, union)] },
]
const register: RegisterContent = {
  schema: 'jnatip-register/1',
  number: 1,
  previous: null,
  editions: [{ id: 'e-1', public_key: '11'.repeat(32) }],
  organisations,
}

describe('an organisation that replaced its secret because somebody has it', () => {
  it('keeps no key without an end that two people do not see', () => {
    const listed = {
      editions: ['e-1', 'e-2', 'e-3'].map((id, at) => ({ id, public_key: `${at + 1}${at + 1}`.repeat(32), layout: 2 as const })),
      // The server keeps the end of the first key to itself.
      organisations: [
        { ...organisations[0]!, keys: [keyOf(1, shelter, null), { ...keyOf(2, renewed), first_edition: 'e-2' }] },
        organisations[1]!,
      ],
    }
    let said: string
    let next: RegisterContent | null = null
    try {
      next = draftRegister(listed, register, { confirmed: new Map([['1.2', 'e-2']]), decided: new Map() })
      said = changesOf(next, register)
        .map(({ change }) => change)
        .join('\n')
    } catch {
      said = 'refused, and so names key 1'
    }
    const stillSign = next
      ? keysInForce(next, 'e-3')
          ?.inForce(next.organisations[0]!)
          .map(({ generation }) => generation)
      : []
    expect([said.includes('key 1'), stillSign]).not.toEqual([false, [1, 2]])
  })
})

it('an umbrella that only looks like another one is no umbrella of its own, unseen', () => {
  // The fourth letter is Cyrillic: one administrator alone may type it.
  const [latin, alike] = ['Network', 'Netw\u043Erk']
  const listed = {
    editions: register.editions.map((edition) => ({ ...edition, layout: 2 as const })),
    organisations: [
      { ...organisations[0]!, holding: latin },
      { ...organisations[1]!, holding: alike },
    ],
  }
  let said = 'refused'
  try {
    said = changesOf(draftRegister(listed, register, { confirmed: new Map(), decided: new Map() }), register)
      .map(({ change }) => change.replaceAll('\u043E', 'o'))
      .join('\n')
  } catch {}
  expect(said).not.toBe('umbrella "Network"; was no umbrella\numbrella "Network"; was no umbrella')
})

it('two people who did not see a register leave nothing out that two others signed in it', () => {
  const people = [1, 2, 3, 4].map(() => newSignerKey())
  const signed = (content: RegisterContent, by: readonly number[]) => ({
    ...content,
    signatures: by.map((at) => signDocument(registerChecksum(content), people[at]!.privateKey)),
  })
  const after = (before: RegisterContent, holding: string | null): RegisterContent => ({
    ...before,
    number: before.number + 1,
    previous: registerChecksum(before),
    organisations: before.organisations.map((one) => ({ ...one, holding })),
  })
  const second = after(register, 'Network')
  const used = trusted(signed(second, [0, 1]), newPin(people.map(({ publicKey }) => publicKey))).pin
  // Two others go on from the first one, and the umbrella is in none of theirs.
  const [other, third] = [after(register, null), after(after(register, null), null)]
  let outcome = 'used'
  try {
    requireFollowing(third, signed(other, [2, 3]))
    const fourth = after(third, null)
    requireFollowing(fourth, signed(third, [2, 3]))
    trusted(signed(fourth, [2, 3]), used)
  } catch (error) {
    outcome = (error as { rule: string }).rule
  }
  expect(outcome).toBe('skipped')
})

describe('the code of one person', () => {
  const code = codeOf(1)
  const { privateKey, publicKey } = invitationKeys(code)
  const tag = invitationTag(publicKey)
  const { record } = receive(plainSubmission({}), CONTEXT)
  const signedFor = (organisation: number) => {
    const signature = signCase({ organisation, edition: 'e-1', version: 1, tag, record: bytesToSign(record) }, privateKey)
    return { organisation, version: 1, tag, bytes: encodeSigned(record, { tag, signature, generation: 1, invited: true }) }
  }
  /** As a server lists them. */
  const list = (organisation: number, keys: Keys) => ({
    organisation,
    ...invitations({ organisation, edition: 'e-1', keys }, [code]),
  })

  it('makes no case of an organisation that put the key of another one into its own list', () => {
    const judged = (...lists: Parameters<typeof caseJudge>[2] & object) => {
      const judge = caseJudge(register, 'e-1', lists)
      return [judge(signedFor(1)), judge(signedFor(2))]
    }
    expect(judged(list(1, shelter), list(2, union))).toEqual(['invitation_unknown', 'invitation_unknown'])
    // Signed by nobody of the second one, whoever put it there.
    expect(judged(list(1, shelter), list(2, shelter))).toEqual(['signed', 'invitation_unknown'])
  })
})
