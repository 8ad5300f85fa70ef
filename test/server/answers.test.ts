/** Affected persons answer by invitation: once, without an account, as a case of who invited; what does not fit is refused and tells nothing. */
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open as unseal } from '../../server/editors/keys/open.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { read } from '../../server/store/port.ts'
import { bytesToSign, decodeCase } from '../../survey-schema/answers/signed-bytes.ts'
import { invitationKeys, invitationTag } from '../../survey-schema/credentials/answer-invitation.ts'
import { answerSubmission, type GoodInvitation, provenCode } from '../../survey-schema/credentials/answer-submission.ts'
import { isSignedBy } from '../../survey-schema/credentials/case-signature.ts'
import { invitationCode, readInvitation, readReceipt, receiptCode } from '../../survey-schema/receipt-code.ts'
import { codeOf, invitations, ownAnswers } from '../support/invitations.ts'
import { secretOf, signingPartner } from '../support/signing.ts'
import { caseOf, type Opened, problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
let edition: Opened
let partner: ReturnType<typeof signingPartner>
let other: string
beforeAll(async () => {
  running = await server({ network: 'now' })
  edition = await running.open('2026-1')
  partner = signingPartner(running.app.request, running.key)
  expect((await partner.register()).status).toBe(201)
  other = await running.organisation('Invented Union')
  expect((await signingPartner(running.app.request, other, secretOf(8)).register()).status).toBe(201)
})
afterAll(() => running.close())

const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  running.app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const invite = (body: unknown, key = running.key) => send('/answer-invitations', body, { Authorization: `Bearer ${key}` })
const told = async (response: Response) => {
  const { type, errors = [] } = await problem(response)
  return [response.status, type.replace('/problems/', ''), ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)]
}
const own = () => ({ organisation: 1, edition: '2026-1', keys: partner.keys })
const shown = (code: string, given: object = {}) => send('/answers/invitation', { ...provenCode(invitationKeys(code)), ...given })
const INVITED: GoodInvitation = { organisation: 1, edition: '2026-1', generation: 1, year: 2026 }
const bodyOf = (code: string, answers = {}, invitation = INVITED) => answerSubmission(ownAnswers(answers), invitation, invitationKeys(code))
let count = 0
const answer = (body: unknown, name = `answer-${++count}`) => send('/answers', body, { 'Idempotency-Key': name })
const tagIn = (code: string) => Buffer.from(invitationTag(invitationKeys(code).publicKey)).toString('hex')

describe('the code of an invitation', () => {
  it('is read however it is typed, and is never taken for a receipt', () => {
    const bits = new Uint8Array(12).map((_, at) => at * 21)
    const code = invitationCode(bits)
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/)
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), `招待コード：${code}`])
      expect(readInvitation(typed)).toBe(code)
    expect([readReceipt(code), readInvitation(receiptCode(bits))]).toEqual([null, null])
    expect(readInvitation(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).toBe(null)
  })
})

describe('a list of invitations', () => {
  it('P64 is kept once, where the organisation signed it for the open edition with its newest keys', async () => {
    const body = invitations(own(), [codeOf(1), codeOf(2), codeOf(3)])
    const [first, again] = [await invite(body), await invite(body)]
    expect([
      first.status,
      again.status,
      ((await first.json()) as { new: boolean }).new,
      ((await again.json()) as { new: boolean }).new,
    ]).toEqual([201, 200, true, false])
    const more = invitations(own(), [codeOf(4)])
    const refusals: [unknown, string, unknown[]][] = [
      [invitations(own(), [codeOf(1), codeOf(4)]), running.key, [422, 'invalid-signature', '/keys held_already']],
      [{ ...body, keys: [...body.keys].reverse() }, running.key, [422, 'invalid-signature', '/keys not_sorted']],
      [{ ...more, keys: body.keys }, running.key, [422, 'invalid-signature', '/signature wrong_signature']],
      [more, other, [422, 'invalid-signature', '/signature wrong_signature']],
      [{ ...more, generation: 2 }, running.key, [422, 'invalid-signature', '/generation unknown_generation']],
      [invitations({ ...own(), edition: '2026-2' }, [codeOf(4)]), running.key, [409, 'edition-changed']],
      [{ ...more, keys: [] }, running.key, [400, 'invalid-request', '/keys invalid_type']],
      [{ ...more, codes: [codeOf(4)] }, running.key, [422, 'unknown-key', ' unknown_key']],
      [more, '', [401, 'unauthorized']],
    ]
    for (const [given, key, refusal] of refusals) expect(await told(await invite(given, key))).toEqual(refusal)
    expect((await invite(more)).status).toBe(201)
  })
})

describe('an answer', () => {
  it('P30 P64 is a case of who invited: signed by the one-time key inside the seal, with a receipt, and once for each code', async () => {
    expect(await (await shown(codeOf(1))).json()).toEqual(INVITED)
    const body = bodyOf(codeOf(1), { gender: 'woman' })
    expect(JSON.stringify(body)).not.toContain(codeOf(1))
    const sent = await answer(body, 'one')
    const receipt = (await sent.json()) as { id: string; receipt: string }
    expect([sent.status, readReceipt(receipt.receipt)]).toEqual([201, receipt.receipt])
    const [row] = await read(
      running.store,
      CompiledQuery.raw('select id, hex(tag) as tag, enc, ciphertext, organisation, version, month from sealed_case') as CompiledQuery<{
        id: string
        tag: string
        enc: Uint8Array
        ciphertext: Uint8Array
        month: string
      }>,
    )
    expect(row).toMatchObject({ id: receipt.id, tag: tagIn(codeOf(1)).toUpperCase(), organisation: 1, version: 1, month: '2026-11' })
    const bytes = await unseal(row!, { edition: '2026-1', id: row!.id, organisation: 1, version: 1 }, edition.key.opening)
    const { record, signed } = decodeCase(bytes)
    expect([signed?.invited, signed?.generation, record.answers.gender]).toEqual([true, 1, 'woman'])
    const covers = { organisation: 1, edition: '2026-1', version: 1, tag: signed!.tag, record: bytesToSign(record) }
    expect(isSignedBy(covers, signed!.signature, invitationKeys(codeOf(1)).publicKey)).toBe(true)
    // The answer got lost: the same request, the same receipt. Another request, and another answer: the code was used.
    const again = await answer(body, 'one')
    expect([again.status, again.headers.get('Idempotency-Replayed'), await again.json()]).toEqual([201, 'true', receipt])
    expect(await told(await answer(bodyOf(codeOf(1), { gender: 'man' }), 'one'))).toEqual([409, 'idempotency-mismatch'])
    expect(await told(await answer(body))).toEqual([409, 'invitation-used'])
    expect(await told(await answer(bodyOf(codeOf(1), { gender: 'man' })))).toEqual([409, 'invitation-used'])
    expect(await told(await shown(codeOf(1)))).toEqual([409, 'invitation-used'])
    // The partner sees that there is a case, and changes nothing of it.
    const held = await send('/cases/held', { tags: [tagIn(codeOf(1))] }, { Authorization: `Bearer ${running.key}` })
    expect(await held.json()).toEqual({ held: [{ tag: tagIn(codeOf(1)), id: receipt.id, version: 1 }] })
    const theirs = await partner.signed(caseOf('A-1'), 2)
    const corrected = await running.app.request(`/api/v1/cases/${receipt.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}`, 'If-Match': '"1"' },
      body: JSON.stringify({ ...theirs, signed: { ...theirs.signed, tag: tagIn(codeOf(1)) } }),
    })
    expect((await told(corrected))[0]).toBeGreaterThanOrEqual(400)
    // She withdraws with the receipt, and the code does not come to life again.
    expect((await send('/withdrawals', { code: receipt.receipt })).status).toBe(202)
    await carryOutWithdrawals(running.store, null, '2026-11')
    expect(await running.held('2026-1')).toBe(0)
    expect(await told(await answer(body))).toEqual([409, 'invitation-used'])
  })

  it('P64 of a code that was never made, is not held, or belongs elsewhere is refused, and nothing is kept', async () => {
    const right = bodyOf(codeOf(2))
    const nobodys = await shown(codeOf(77))
    const unproven = await shown(codeOf(2), { proof: provenCode(invitationKeys(codeOf(3))).proof })
    const unprovenUsed = await shown(codeOf(1), { proof: '00'.repeat(64) })
    const refusal = await nobodys.text()
    expect([nobodys.status, unproven.status, unprovenUsed.status]).toEqual([422, 422, 422])
    expect([await unproven.text(), await unprovenUsed.text()]).toEqual([refusal, refusal])
    const refusals: [unknown, unknown[]][] = [
      [bodyOf(codeOf(77)), [422, 'invitation-refused']],
      [{ ...right, invitation: { ...right.invitation, proof: '00'.repeat(64) } }, [422, 'invitation-refused']],
      // Replayed under another code, altered, moved to another organisation or edition.
      [{ ...right, invitation: bodyOf(codeOf(3)).invitation }, [422, 'invalid-signature', '/case/signed other_invitation']],
      [
        { ...right, case: { ...right.case, signed: { ...right.case.signed, signature: bodyOf(codeOf(3)).case.signed.signature } } },
        [409, 'record-differs'],
      ],
      [{ ...right, case: { ...right.case, answers: { ...ownAnswers().answers, gender: 'man' } } }, [409, 'record-differs']],
      [bodyOf(codeOf(2), {}, { ...INVITED, organisation: 2 }), [409, 'record-differs']],
      [bodyOf(codeOf(2), {}, { ...INVITED, edition: '2026-2' }), [409, 'invitation-over']],
      [bodyOf(codeOf(2), {}, { ...INVITED, generation: 2 }), [422, 'invalid-signature', '/case/signed other_invitation']],
      [bodyOf(codeOf(2), { source_type: 'embassy' }), [422, 'invalid-submission', '/answers/source_type invalid_code']],
      [{ ...right, case: { ...right.case, signed: undefined } }, [422, 'invalid-submission', '/answers/partner_case_key required']],
      [{ ...right, name: 1 }, [422, 'unknown-key', ' unknown_key']],
      [{ ...right, invitation: {} }, [400, 'invalid-request', '/invitation/key invalid_type', '/invitation/proof invalid_type']],
    ]
    for (const [index, [body, expected]] of refusals.entries())
      expect([index, ...(await told(await answer(body)))]).toEqual([index, ...expected])
    expect(await running.held('2026-1')).toBe(0)
    // What the list of identifiers holds is dropped unread, as of every case.
    const named = await answer({ ...right, case: { ...right.case, name: 'Hanako' } })
    expect([named.status, ((await named.json()) as { stripped: object[] }).stripped]).toEqual([
      201,
      [{ path: '/{personal_name}', kind: 'personal_name' }],
    ])
  })

  it('ends with its edition, and with an organisation that leaves; used codes stay used', async () => {
    for (let number = 0; number < 40; number++) await running.post(await partner.signed(caseOf(`B-${number}`)))
    await running.open('2026-2')
    expect(await told(await shown(codeOf(3)))).toEqual([409, 'invitation-over'])
    expect(await told(await answer(bodyOf(codeOf(3))))).toEqual([409, 'invitation-over'])
    expect(await told(await shown(codeOf(2)))).toEqual([409, 'invitation-used'])
    const next = { ...own(), edition: '2026-2' }
    expect((await invite(invitations(next, [codeOf(9)]))).status).toBe(201)
    expect((await shown(codeOf(9))).status).toBe(200)
    running.store.runNow(CompiledQuery.raw("insert into organisation_left (organisation, day) values (1, '2026-11-21')"))
    expect(await told(await shown(codeOf(9)))).toEqual([422, 'invitation-refused'])
  })

  it('P01 P03 leaves no code, no proof and no time finer than a month in the database and the log', async () => {
    const tables = ['sealed_case', 'answer_invitation', 'answer_invitation_list', 'idempotency', 'audit_entry']
    const dump = tables.map((table) => JSON.stringify(running.store.runNow(CompiledQuery.raw(`select * from ${table}`)), asHex)).join('\n')
    for (const code of [1, 2, 3, 9].map(codeOf)) {
      const { key, proof } = provenCode(invitationKeys(code))
      expect(dump).toContain(key)
      for (const secret of [code, code.replaceAll('-', ''), proof]) expect(dump + running.log.join('\n')).not.toContain(secret)
    }
    expect(dump).not.toMatch(/\d\d:\d\d/)
  })
})

/** Bytes in hexadecimal. */
const asHex = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)
