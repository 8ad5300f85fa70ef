/** Files of cases whose rows their organisation tags and signs. */
import { CompiledQuery } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { open as unseal } from '../../server/editors/keys/open.ts'
import { read } from '../../server/store/port.ts'
import { bytesToSign, decodeCase } from '../../survey-schema/answers/signed-bytes.ts'
import { isSignedBy } from '../../survey-schema/credentials/case-signature.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { type SignedBody, secretOf, signingPartner } from '../support/signing.ts'
import { caseOf, type Opened, problem, server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
let edition: Opened
let partner: ReturnType<typeof signingPartner>
beforeEach(async () => {
  running = await server({ network: 'now' })
  edition = await running.open('2026-1')
  partner = signingPartner(running.app.request, running.key)
  await partner.register()
})
afterEach(() => running.close())

const ask = (method: string, path: string, body?: string, headers: Record<string, string> = {}, type = 'application/json') =>
  running.app.request(`/api/v1/imports${path}`, {
    method,
    headers: { 'Content-Type': type, Authorization: `Bearer ${running.key}`, ...headers },
    ...(body === undefined ? {} : { body }),
  })
const begun = async (rows: number, existing = 'refuse', file = 'digest-1') =>
  ((await (await ask('POST', '', JSON.stringify({ rows, existing }), { 'Idempotency-Key': file })).json()) as { id: string }).id
const put = (id: string, rows: readonly object[], headers: Record<string, string> = {}) =>
  ask('PUT', `/${id}/parts/1`, rows.map((one) => `${JSON.stringify(one)}\n`).join(''), headers, 'application/x-ndjson')
const commit = (id: string) => ask('POST', `/${id}/commit`)
const named = (from: number, to: number, answers = {}) =>
  Array.from({ length: to - from }, (_, index) => caseOf(`A-${from + index}`, answers))
const signed = (cases: readonly object[], version = 1, of = partner): Promise<SignedBody[]> =>
  Promise.all(cases.map((one) => of.signed(one, version)))
const told = async (response: Response) => {
  const { type, errors = [] } = await problem(response)
  return [response.status, type.replace('/problems/', ''), ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)]
}
const outcomes = async (response: Response) => [
  response.status,
  ...((await response.json()) as { rows: { outcome: string }[] }).rows.map(({ outcome }) => outcome),
]
const receipts = async (response: Response) =>
  ((await response.json()) as { rows: { receipt: string }[] }).rows.map(({ receipt }) => receipt)
const imported = async (cases: readonly object[], version = 1, existing = 'refuse', file = 'digest-1') => {
  const id = await begun(cases.length, existing, file)
  const part = await put(id, await signed(cases, version))
  expect([part.status, (await commit(id)).status]).toEqual([200, 200])
}
/** All held cases, opened: whether each one's signature is that of its version. */
const verified = async () => {
  const rows = await read(
    running.store,
    CompiledQuery.raw('select id, edition, version, enc, ciphertext from sealed_case') as CompiledQuery<{
      id: string
      edition: string
      version: number
      enc: Uint8Array
      ciphertext: Uint8Array
    }>,
  )
  return Promise.all(
    rows.map(async ({ id, edition: of, version, enc, ciphertext }) => {
      const bytes = await unseal({ enc, ciphertext }, { edition: of, id, organisation: 1, version }, edition.key.opening)
      const { record, signed: inside } = decodeCase(bytes)
      const covers = { organisation: 1, edition: of, version, tag: inside!.tag, record: bytesToSign(record) }
      return `${version} ${isSignedBy(covers, inside!.signature, partner.keys.signing.publicKey)}`
    }),
  )
}

describe('a signed import', () => {
  it('P64 P12 seals tag and signature of each row, and those of the next version where it replaces', async () => {
    await imported(named(0, 3))
    expect(await verified()).toEqual(['1 true', '1 true', '1 true'])
    await imported(named(0, 3, { gender: 'man' }), 2, 'replace', 'digest-2')
    expect(await verified()).toEqual(['2 true', '2 true', '2 true'])
  })

  it('P64 names the line of each signature that does not fit, and whether it is that of another version', async () => {
    await imported(named(0, 2))
    const id = await begun(5, 'replace', 'digest-2')
    const [zero, one] = await signed(named(0, 2, { gender: 'man' }), 2)
    const [stale] = await signed(named(1, 2, { gender: 'man' }), 1)
    const [two, three, four] = await signed(named(2, 5))
    const swapped = { ...three!, signed: { ...three!.signed, signature: four!.signed.signature } }
    expect(await told(await put(id, [zero!, stale!, two!, swapped, four!]))).toEqual([
      422,
      'invalid-submission',
      '/lines/2/signed/signature stale_version',
      '/lines/4/signed/signature record_differs',
    ])
    expect(await told(await put(id, [zero!, one!, two!, { ...three!, signed: { ...three!.signed, generation: 9 } }, four!]))).toEqual([
      422,
      'invalid-submission',
      '/lines/4/signed/generation unknown_generation',
    ])
    expect(await told(await put(id, [zero!, zero!]))).toEqual([422, 'invalid-submission', '/lines/2/signed/tag duplicate_key'])
    expect(await told(await put(id, named(0, 5)))).toEqual([422, 'signature-required'])
    const others = await Promise.all(named(2, 4).map((each) => partner.signed(each, 1, { edition: '2026-0' })))
    expect(await told(await put(id, others))).toEqual([409, 'edition-changed'])
    expect(await outcomes(await put(id, [zero!, one!, two!, three!, four!]))).toEqual([
      200,
      'replaced',
      'replaced',
      'stored',
      'stored',
      'stored',
    ])
    expect((await commit(id)).status).toBe(200)
    expect((await verified()).sort()).toEqual(['1 true', '1 true', '1 true', '2 true', '2 true'])
  })

  it('P11 P64 a part sent again is known by its cases, whatever version or edition its signatures name', async () => {
    const id = await begun(2)
    const first = await receipts(await put(id, await signed(named(0, 2))))
    expect(await receipts(await put(id, await signed(named(0, 2))))).toEqual(first)
    await commit(id)
    // A program that asks what is held would sign the next version; the import is over, and its receipts are the same.
    const again = await put(id, await signed(named(0, 2), 2))
    expect([again.status, again.headers.get('Idempotency-Replayed'), await receipts(again)]).toEqual([200, 'true', first])
    await imported(named(2, 42), 1, 'refuse', 'digest-2')
    await running.open('2026-2')
    expect(await receipts(await put(id, await signed(named(0, 2))))).toEqual(first)
    expect(await told(await put(id, await signed(named(0, 2, { gender: 'man' }))))).toEqual([409, 'idempotency-mismatch'])
    expect(await told(await put(id, await signed(named(1, 2))))).toEqual([409, 'idempotency-mismatch'])
  })

  it('P64 takes rows under an earlier tag for held, replaces them under the newer one, and leaves out what was withdrawn', async () => {
    await imported(named(0, 4))
    const next = signingPartner(running.app.request, running.key, secretOf(17), secretOf(7))
    await next.register()
    await running.store.batch([
      CompiledQuery.raw('insert into withdrawn_case (tag) select tag from sealed_case where id in (select id from sealed_case limit 1)'),
      CompiledQuery.raw('delete from sealed_case where tag in (select tag from withdrawn_case)'),
    ])
    const id = await begun(4, 'replace', 'digest-2')
    const part = await put(id, await signed(named(0, 4), 2, next))
    expect((await outcomes(part)).sort()).toEqual([200, 'replaced', 'replaced', 'replaced', 'withdrawn'])
    expect((await commit(id)).status).toBe(200)
    const { held } = (await (
      await running.app.request('/api/v1/cases/held', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}` },
        body: JSON.stringify({ tags: (await signed(named(0, 4), 2, next)).map((one) => one.signed.tag) }),
      })
    ).json()) as { held: { version: number }[] }
    expect(held.map(({ version }) => version)).toEqual([2, 2, 2])
    const after = signingPartner(running.app.request, running.key, secretOf(27), secretOf(17))
    await after.register()
    const refused = await begun(4, 'refuse', 'digest-3')
    // The withdrawn one was only known under the first key, which nobody names any more.
    const refusals = await told(await put(refused, await signed(named(0, 4), 1, after)))
    expect(refusals.filter((one) => String(one).endsWith('/signed/tag case_exists'))).toHaveLength(3)
  })

  it('P64 is signed by the server in memory where the secret comes with each part', async () => {
    const headers = { 'JNATIP-Secret': secretText(secretOf(7)) }
    const id = await begun(3)
    expect(await outcomes(await put(id, named(0, 3), headers))).toEqual([200, 'stored', 'stored', 'stored'])
    await commit(id)
    expect(await verified()).toEqual(['1 true', '1 true', '1 true'])
    const replaced = await begun(3, 'replace', 'digest-2')
    await put(replaced, named(0, 3, { gender: 'man' }), headers)
    await commit(replaced)
    expect(await verified()).toEqual(['2 true', '2 true', '2 true'])
    expect(await told(await put(replaced, named(0, 3), { 'JNATIP-Secret': secretText(secretOf(8)) }))).toEqual([
      422,
      'invalid-signature',
      ' secret_not_registered',
    ])
  })
})
