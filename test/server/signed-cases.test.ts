/** Cases that their organisation tags and signs: taken in, found, corrected, rotated, and every way in which a signature does not fit. */
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open as unseal } from '../../server/editors/keys/open.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { ledgerFile, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { read } from '../../server/store/port.ts'
import { bytesToSign, decodeCase } from '../../survey-schema/answers/signed-bytes.ts'
import { isSignedBy } from '../../survey-schema/credentials/case-signature.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { tagsOf } from '../../survey-schema/credentials/signed-submission.ts'
import { secretOf, signingPartner } from '../support/signing.ts'
import { caseOf, type Opened, problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
let edition: Opened
let partner: ReturnType<typeof signingPartner>
const partnerOf = (key: string, ...secrets: Uint8Array[]) => signingPartner(running.app.request, key, ...secrets)
beforeEach(async () => {
  running = await server({ network: 'now' })
  edition = await running.open('2026-1')
  partner = partnerOf(running.key)
  expect((await partner.register()).status).toBe(201)
})
afterEach(() => running.close())

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, key = running.key) =>
  running.app.request(`/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const told = async (response: Response) => {
  const { type, errors = [] } = await problem(response)
  return [response.status, type.replace('/problems/', ''), ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)]
}
interface Receipt {
  readonly id: string
  readonly receipt: string
}
const sent = async (reference: string, answers = {}) =>
  (await (await running.post(await partner.signed(caseOf(reference, answers)))).json()) as Receipt
const rows = () =>
  read(
    running.store,
    CompiledQuery.raw('select id, edition, version, hex(tag) as tag, enc, ciphertext from sealed_case') as CompiledQuery<{
      id: string
      edition: string
      version: number
      tag: string
      enc: Uint8Array
      ciphertext: Uint8Array
    }>,
  )
const opened = async (key: Opened, { id, edition: of, version, enc, ciphertext }: Awaited<ReturnType<typeof rows>>[number]) =>
  decodeCase(await unseal({ enc, ciphertext }, { edition: of, id, organisation: 1, version }, key.key.opening))
const tagOf = (reference: string) => tagsOf(reference, { keys: partner.keys, earlier: null }).tag
const sweep = () => carryOutWithdrawals(running.store, ledgerFile(ledgerPath(running.dataDir), running.serverKey), '2026-11')

describe('a signed case', () => {
  it('P64 is taken in without its reference; tag and signature lie inside the seal and verify there', async () => {
    const body = await partner.signed(caseOf('A-1'))
    expect(JSON.stringify(body)).not.toContain('A-1')
    const answer = await running.post(body)
    expect([answer.status, answer.headers.get('ETag')]).toEqual([201, '"1"'])
    const [row] = await rows()
    expect([row!.tag.toLowerCase(), row!.ciphertext.length]).toEqual([tagOf('A-1'), 400])
    const { record, signed } = await opened(edition, row!)
    expect([signed!.generation, Buffer.from(signed!.tag).toString('hex')]).toEqual([1, tagOf('A-1')])
    const covers = { organisation: 1, edition: '2026-1', version: 1, tag: signed!.tag, record: bytesToSign(record) }
    expect(isSignedBy(covers, signed!.signature, partner.keys.signing.publicKey)).toBe(true)
  })

  it('P64 is found by its tag, by nobody else, and by no reference; many tags are asked for at once', async () => {
    const { id } = await sent('A-1')
    const found = await ask('POST', '/cases/find', { tag: tagOf('A-1') })
    expect([found.status, found.headers.get('ETag'), await found.json()]).toEqual([200, '"1"', { id, month: '2026-11' }])
    const other = await running.organisation('Invented Union')
    const [nobodys, others] = [
      await ask('POST', '/cases/find', { tag: tagOf('A-2') }),
      await ask('POST', '/cases/find', { tag: tagOf('A-1') }, {}, other),
    ]
    expect([nobodys.status, await nobodys.text()]).toEqual([404, await others.text()])
    expect(await told(await ask('POST', '/cases/find', { partner_case_key: 'A-1' }))).toEqual([422, 'signature-required'])
    expect(await told(await ask('POST', '/cases/find', { partner_case_key: 'A-1' }, {}, other))).toEqual([422, 'secret-required'])
    for (const wrong of ['x', tagOf('A-1').toUpperCase(), 5])
      expect(await told(await ask('POST', '/cases/find', { tag: wrong }))).toEqual([422, 'invalid-submission', '/tag invalid_signed'])
    const tags = [tagOf('A-1'), tagOf('A-2')]
    const held = await ask('POST', '/cases/held', { tags })
    expect([held.status, await held.json()]).toEqual([200, { held: [{ tag: tagOf('A-1'), id, version: 1 }] }])
    expect(await (await ask('POST', '/cases/held', { tags }, {}, other)).json()).toEqual({ held: [] })
    expect(await told(await ask('POST', '/cases/held', { tags: Array(501).fill(tagOf('A-1')) }))).toEqual([
      400,
      'invalid-request',
      '/tags too_many',
    ])
    expect(await told(await ask('POST', '/cases/held', { tags: ['A-1'] }))).toEqual([400, 'invalid-request', '/tags invalid_signed'])
    expect(await told(await ask('POST', '/cases/held', { tags, name: 1 }))).toEqual([422, 'unknown-key', ' unknown_key'])
  })

  it('P64 P11 is known again when it is sent again, also signed for another edition after the first one closed', async () => {
    const body = await partner.signed(caseOf('A-1'))
    const first = (await (await running.post(body, { idempotencyKey: 'k' })).json()) as Receipt
    for (let number = 2; number <= 41; number++) await sent(`A-${number}`)
    await running.open('2026-2')
    for (const again of [body, await partner.signed(caseOf('A-1'))]) {
      const answer = await running.post(again, { idempotencyKey: 'k' })
      expect([answer.status, answer.headers.get('Idempotency-Replayed'), await answer.json()]).toEqual([201, 'true', first])
    }
    const others = await running.post(await partner.signed(caseOf('A-1', { gender: 'man' })), { idempotencyKey: 'k' })
    expect(await told(others)).toEqual([409, 'idempotency-mismatch'])
    expect(await told(await running.post(body))).toEqual([409, 'edition-changed'])
    expect(await told(await running.post(await partner.signed(caseOf('A-1'))))).toEqual([409, 'already-counted'])
  })

  it('P34 P64 is corrected under a signature for the next version, and under no other', async () => {
    const { id } = await sent('A-1')
    const corrected = caseOf('A-1', { gender: 'man' })
    const put = async (version: number, body: unknown, key = running.key) =>
      ask('PUT', `/cases/${id}`, body, { 'If-Match': `"${version}"` }, key)
    expect(await told(await put(1, await partner.signed(corrected, 1)))).toEqual([409, 'record-differs'])
    const body = await partner.signed(corrected, 2)
    expect((await put(1, body)).headers.get('ETag')).toBe('"2"')
    const again = await put(1, body)
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([200, 'true'])
    expect(await told(await put(1, await partner.signed(caseOf('A-1', { gender: 'other' }), 2)))).toEqual([409, 'stale-version'])
    expect(await told(await put(2, body))).toEqual([409, 'record-differs'])
    expect(await told(await put(2, await partner.signed(caseOf('A-2'), 3)))).toEqual([
      422,
      'invalid-submission',
      '/signed/tag other_code_word',
    ])
    expect(await told(await put(2, corrected))).toEqual([422, 'signature-required'])
    const other = await running.organisation('Invented Union')
    await partnerOf(other, secretOf(8)).register()
    const foreign = await partnerOf(other, secretOf(8)).signed(corrected, 3)
    expect(await told(await put(2, foreign, other))).toEqual([404, 'not-found'])
    const [row] = await rows()
    expect((await opened(edition, row!)).record.answers.gender).toBe('man')
    expect([row!.version, row!.ciphertext.length]).toEqual([2, 400])
  })

  it('P64 P32 once withdrawn is not taken in again', async () => {
    const { id } = await sent('A-1')
    expect((await ask('DELETE', `/cases/${id}`, undefined, { 'If-Match': '"1"' })).status).toBe(202)
    await sweep()
    expect(await told(await running.post(await partner.signed(caseOf('A-1'))))).toEqual([409, 'case-withdrawn'])
  })
})

describe('a signature that does not fit', () => {
  const altered = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)

  it('P64 is refused: stripped, swapped, altered, of another edition, organisation, version, tag or generation', async () => {
    const other = await running.organisation('Invented Union')
    const union = partnerOf(other, secretOf(8))
    await union.register()
    const one = await partner.signed(caseOf('A-1'))
    const two = await partner.signed(caseOf('A-2', { gender: 'man' }))
    const signedAs = (given: object) => ({ ...one, signed: { ...one.signed, ...given } })
    const { signed: _, ...stripped } = one
    const refusals: [unknown, unknown[]][] = [
      [stripped, [422, 'invalid-submission', '/answers/partner_case_key required']],
      [caseOf('A-1'), [422, 'signature-required']],
      [{ ...one, answers: { ...one.answers, partner_case_key: 'A-1' } }, [422, 'invalid-submission', '/signed signed_and_reference']],
      [signedAs({ signature: two.signed.signature }), [409, 'record-differs']],
      [signedAs({ tag: two.signed.tag }), [409, 'record-differs']],
      [signedAs({ signature: altered(one.signed.signature) }), [409, 'record-differs']],
      [signedAs({ signature: '00'.repeat(64) }), [409, 'record-differs']],
      [{ ...one, answers: { ...one.answers, gender: 'man' } }, [409, 'record-differs']],
      [await partner.signed(caseOf('A-1'), 2), [409, 'record-differs']],
      [await partner.signed(caseOf('A-1'), 1, { organisation: 2 }), [409, 'record-differs']],
      [await union.signed(caseOf('A-1')), [409, 'record-differs']],
      [await partner.signed(caseOf('A-1'), 1, { keys: union.keys }), [409, 'record-differs']],
      [await partner.signed(caseOf('A-1'), 1, { edition: '2026-2' }), [409, 'edition-changed']],
      [signedAs({ generation: 2 }), [422, 'invalid-signature', '/signed/generation unknown_generation']],
      [signedAs({ generation: 0 }), [422, 'invalid-submission', '/signed/generation invalid_signed']],
      [signedAs({ generation: 65536 }), [422, 'invalid-submission', '/signed/generation invalid_signed']],
      [signedAs({ generation: '1' }), [422, 'invalid-submission', '/signed/generation invalid_signed']],
      [signedAs({ tag: `${one.signed.tag}00` }), [422, 'invalid-submission', '/signed/tag invalid_signed']],
      [signedAs({ tag: one.signed.tag.toUpperCase() }), [422, 'invalid-submission', '/signed/tag invalid_signed']],
      [signedAs({ signature: undefined }), [422, 'invalid-submission', '/signed/signature invalid_signed']],
      [signedAs({ edition: '../x' }), [422, 'invalid-submission', '/signed/edition invalid_signed']],
      [signedAs({ earlier: two.signed.tag }), [422, 'invalid-submission', '/signed/earlier no_earlier_tag']],
      [signedAs({ name: 'x' }), [422, 'invalid-submission', '/signed unknown_key']],
      [{ ...one, signed: 'x' }, [422, 'invalid-submission', '/signed invalid_signed']],
      [{ ...one, signed: null }, [422, 'invalid-submission', '/signed invalid_signed']],
      [{ ...one, signed: [] }, [422, 'invalid-submission', '/signed invalid_signed']],
    ]
    for (const [index, [body, refusal]] of refusals.entries())
      expect([index, ...(await told(await running.post(body)))]).toEqual([index, ...refusal])
    expect(await running.held('2026-1')).toBe(0)
    expect((await running.post(one)).status).toBe(201)
    // Sent again by somebody who saw it: another request, the same case.
    expect(await told(await running.post(one))).toEqual([409, 'case-exists'])
    expect(await told(await running.post(one, { key: other }))).toEqual([409, 'record-differs'])
  })
})

describe('a server without a key of tags', () => {
  it('P64 takes no reference in clear, and starts without one', async () => {
    const other = await running.organisation('Invented Union')
    expect(await told(await running.post(caseOf('A-1'), { key: other }))).toEqual([422, 'secret-required'])
    const own = partnerOf(other, secretOf(8))
    expect(await own.organisation()).toMatchObject({ number: 2, references: 'secret', keys: [], open_edition: { id: '2026-1', layout: 2 } })
    expect((await partner.organisation()).references).toBe('signed')
  })
})

describe('public keys', () => {
  it('P64 are registered by whoever shows the secret behind them, once, and nobody else’s', async () => {
    const other = await running.organisation('Invented Union')
    const union = partnerOf(other, secretOf(8))
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
    const nobody = keysOf(secretOf(9))
    const refused = async (given: object, ...refusal: unknown[]) =>
      expect(await told(await union.register(null, given))).toEqual([422, 'invalid-signature', ...refusal])
    await refused({ proof: '00'.repeat(64) }, '/proof wrong_signature')
    await refused({ signing: hex(nobody.signing.publicKey) }, '/proof wrong_signature')
    await refused({ statements: hex(nobody.statements.publicKey) }, '/proof wrong_signature')
    expect(await told(await union.register(null, { name: 'x' }))).toEqual([422, 'unknown-key', ' unknown_key'])
    expect(await told(await union.register(null, { proof: 'x' }))).toEqual([400, 'invalid-request', '/proof invalid_type'])
    // The keys of somebody else, shown by whoever has that secret too.
    expect(await told(await partnerOf(other).register())).toEqual([422, 'invalid-signature', '/signing held_already'])
    expect((await union.register()).status).toBe(201)
    const again = await union.register()
    expect([again.status, (await union.organisation()).keys.length]).toEqual([201, 1])
  })

  it('P64 of a new secret need the agreement of the one before, which stays good until the edition closes', async () => {
    const { id } = await sent('A-1')
    const next = partnerOf(running.key, secretOf(17), secretOf(7))
    expect(await told(await next.register(null))).toEqual([422, 'invalid-signature', '/by_previous required'])
    expect(await told(await next.register(keysOf(secretOf(9))))).toEqual([422, 'invalid-signature', '/by_previous wrong_signature'])
    expect((await next.register()).status).toBe(201)
    expect((await next.organisation()).keys).toMatchObject([
      { generation: 1, first_edition: '2026-1', last_edition: '2026-1' },
      { generation: 2, first_edition: '2026-1', last_edition: null },
    ])
    // Both sign; the newer one names the earlier tag, and a case under either counts as held.
    expect((await running.post(await partner.signed(caseOf('A-2')))).status).toBe(201)
    for (const reference of ['A-1', 'A-2'])
      expect(await told(await running.post(await next.signed(caseOf(reference))))).toEqual([409, 'case-exists'])
    const { tag, earlier } = tagsOf('A-1', { keys: next.keys, earlier: partner.keys }) as { tag: string; earlier: string }
    expect(earlier).toBe(tagOf('A-1'))
    expect((await ask('POST', '/cases/find', { tag })).status).toBe(404)
    expect(await (await ask('POST', '/cases/find', { tag, earlier })).json()).toMatchObject({ id })
    const corrected = await ask('PUT', `/cases/${id}`, await next.signed(caseOf('A-1', { gender: 'man' }), 2), { 'If-Match': '"1"' })
    expect(corrected.status).toBe(200)
    expect((await ask('POST', '/cases/find', { tag })).status).toBe(200)
    expect((await ask('POST', '/cases/find', { tag: earlier })).status).toBe(404)
    for (let number = 3; number <= 41; number++) await sent(`A-${number}`)
    await running.open('2026-2')
    expect(await told(await running.post(await partner.signed(caseOf('B-1'))))).toEqual([
      422,
      'invalid-signature',
      '/signed/generation generation_over',
    ])
    expect((await running.post(await next.signed(caseOf('B-1')))).status).toBe(201)
    expect(await told(await running.post(await next.signed(caseOf('A-5'))))).toEqual([409, 'already-counted'])
  })

  it('P31 P64 a case withdrawn under its earlier tag stays withdrawn, and a request for it goes with a case that moves', async () => {
    const [first, second] = [await sent('A-1'), await sent('A-2')]
    const next = partnerOf(running.key, secretOf(17), secretOf(7))
    await next.register()
    const withdraw = (code: string) => ask('POST', '/withdrawals', { code })
    await withdraw(first.receipt)
    await sweep()
    expect(await told(await running.post(await next.signed(caseOf('A-1'))))).toEqual([409, 'case-withdrawn'])
    // Asked for, and not carried out when the case gets its newer tag.
    await withdraw(second.receipt)
    const moved = await ask('PUT', `/cases/${second.id}`, await next.signed(caseOf('A-2'), 2), { 'If-Match': '"1"' })
    expect(moved.status).toBe(200)
    await sweep()
    expect(await running.held('2026-1')).toBe(0)
    expect(await told(await running.post(await next.signed(caseOf('A-2'))))).toEqual([409, 'case-withdrawn'])
  })
})

describe('a secret that comes with the request', () => {
  const withSecret = (secret: Uint8Array) => ({ 'JNATIP-Secret': secretText(secret) })

  it('P64 tags and signs as a program of the organisation would, for that request alone', async () => {
    const answer = await running.post(caseOf('A-1'), { headers: withSecret(secretOf(7)), idempotencyKey: 'k' })
    expect(answer.status).toBe(201)
    const [row] = await rows()
    expect(row!.tag.toLowerCase()).toBe(tagOf('A-1'))
    const { record, signed } = await opened(edition, row!)
    const covers = { organisation: 1, edition: '2026-1', version: 1, tag: signed!.tag, record: bytesToSign(record) }
    expect(isSignedBy(covers, signed!.signature, partner.keys.signing.publicKey)).toBe(true)
    // The same request by a program that signs is the same request.
    const again = await running.post(await partner.signed(caseOf('A-1')), { idempotencyKey: 'k' })
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect((await ask('POST', '/cases/find', { partner_case_key: 'A-1' }, withSecret(secretOf(7)))).status).toBe(200)
    const corrected = { ...withSecret(secretOf(7)), 'If-Match': '"1"' }
    expect((await ask('PUT', `/cases/${row!.id}`, caseOf('A-1', { gender: 'man' }), corrected)).status).toBe(200)
    const [later] = await rows()
    expect((await opened(edition, later!)).signed!.generation).toBe(1)
  })

  it('P64 P16 of another organisation, with a slip, beside a signature or with an identifier as reference is refused, and repeated nowhere', async () => {
    const text = secretText(secretOf(7))
    const slip = text.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const answers = [
      await running.post(caseOf('A-1'), { headers: withSecret(secretOf(8)) }),
      await running.post(caseOf('A-1'), { headers: { 'JNATIP-Secret': slip } }),
      await running.post(caseOf('A-1'), { headers: { 'JNATIP-Secret': 'x'.repeat(5000) } }),
      await running.post(await partner.signed(caseOf('A-1')), { headers: withSecret(secretOf(7)) }),
      await running.post(caseOf('090-1234-5678'), { headers: withSecret(secretOf(7)) }),
      await running.post(caseOf('Invented Santos'), { headers: withSecret(secretOf(7)) }),
      await running.post(caseOf('A-1'), { headers: withSecret(secretOf(7)), key: 'jnk_nobody' }),
      await ask('POST', '/cases/find', { partner_case_key: 'A-1' }, withSecret(secretOf(8))),
    ]
    expect(await Promise.all(answers.map(told))).toEqual([
      [422, 'invalid-signature', ' secret_not_registered'],
      [422, 'invalid-signature', ' no_secret'],
      [422, 'invalid-signature', ' no_secret'],
      [422, 'invalid-signature', '/signed signed_and_secret'],
      [422, 'invalid-submission', '/answers/partner_case_key identifier'],
      [422, 'invalid-submission', '/answers/partner_case_key reference_may_be_name'],
      [401, 'unauthorized'],
      [422, 'invalid-signature', ' secret_not_registered'],
    ])
    expect(await running.held('2026-1')).toBe(0)
    expect(running.log.join('')).not.toContain(text.slice(5, 40))
  })

  it('P64 registers its own public keys in memory, the first ones alone', async () => {
    const other = await running.organisation('Invented Union')
    const register = (secret: Uint8Array, body: unknown = {}) => ask('POST', '/organisation/keys', body, withSecret(secret), other)
    expect((await register(secretOf(8))).status).toBe(201)
    expect((await register(secretOf(8), '')).status).toBe(201)
    expect((await partnerOf(other).organisation()).keys).toMatchObject([
      { generation: 1, signing: Buffer.from(keysOf(secretOf(8)).signing.publicKey).toString('hex') },
    ])
    expect(await told(await register(secretOf(18)))).toEqual([422, 'invalid-signature', '/by_previous required'])
    expect((await running.post(caseOf('A-1'), { headers: withSecret(secretOf(8)), key: other })).status).toBe(201)
  })
})

describe('an edition of before', () => {
  it('P64 verifies and drops the signature: its cases keep the length of its layout', async () => {
    await running.store.batch([CompiledQuery.raw("update edition set layout = 1 where id = '2026-1'")])
    await sent('A-1')
    expect(await told(await running.post(await partner.signed(caseOf('A-2'), 2)))).toEqual([409, 'record-differs'])
    expect((await running.post(caseOf('A-3'), { headers: { 'JNATIP-Secret': secretText(secretOf(7)) } })).status).toBe(201)
    const held = await rows()
    expect(held.map(({ ciphertext }) => ciphertext.length)).toEqual([272, 272])
    for (const row of held) expect((await opened(edition, row)).signed).toBeNull()
  })

  it('P64 an unsigned case in an edition of now has the length of its layout, and no signature', async () => {
    const before = await server()
    const key = await before.open('2026-1')
    expect((await before.post(caseOf('A-1'))).status).toBe(201)
    const [row] = await read(
      before.store,
      CompiledQuery.raw('select id, edition, version, enc, ciphertext from sealed_case') as CompiledQuery<
        Awaited<ReturnType<typeof rows>>[number]
      >,
    )
    expect([row!.ciphertext.length, (await opened(key, row!)).signed]).toEqual([400, null])
    // From the first keys on it signs; what it sent before is corrected no more without them.
    const own = signingPartner(before.app.request, before.key)
    await own.register()
    expect(await told(await before.post(caseOf('A-2')))).toEqual([422, 'signature-required'])
    expect((await before.post(await own.signed(caseOf('A-2')))).status).toBe(201)
    before.close()
  })
})
