/** One code, many requests at once; what stands beside a code on the disk; words that are none of ours. */
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { invitationKeys } from '../../survey-schema/credentials/answer-invitation.ts'
import { answerSubmission, provenCode } from '../../survey-schema/credentials/answer-submission.ts'
import { codeOf, invitations, ownAnswers } from '../support/invitations.ts'
import { secretOf, signingPartner } from '../support/signing.ts'
import { server } from './harness.ts'
import { appCode, Browser, firstAdministrator, invited, PASSWORD } from './people.ts'

let running: Awaited<ReturnType<typeof server>>
let partner: ReturnType<typeof signingPartner>
beforeAll(async () => {
  running = await server({ network: 'now' })
  await running.open('2026-1')
  partner = signingPartner(running.app.request, running.key, secretOf(7))
  expect((await partner.register()).status).toBe(201)
})
afterAll(() => running.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  running.app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const invite = (codes: readonly string[]) =>
  post('/answer-invitations', invitations({ organisation: 1, edition: '2026-1', keys: partner.keys }, codes), {
    Authorization: `Bearer ${running.key}`,
  })
const INVITED = { organisation: 1, edition: '2026-1', generation: 1, year: 2026 }
const bodyOf = (code: string, answers = {}) => answerSubmission(ownAnswers(answers), INVITED, invitationKeys(code))
const rows = (sql: string) => running.store.runNow(CompiledQuery.raw(sql)) as readonly Readonly<Record<string, unknown>>[]

it('the audit log does not say on which day an organisation made codes, nor how often in a month', async () => {
  for (const fill of [11, 12, 13]) expect((await invite([codeOf(fill)])).status).toBe(201)
  expect(rows(`SELECT chain, organisation, day, actor FROM audit_entry WHERE action = 'make-invitations'`)).toEqual([
    { chain: 'intake', organisation: 1, day: null, actor: null },
  ])
})

it('one code makes one case, whoever asks at once', async () => {
  expect((await invite([codeOf(21)])).status).toBe(201)
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, at) =>
      post('/answers', bodyOf(codeOf(21), { gender: at % 2 ? 'man' : 'woman' }), { 'Idempotency-Key': `r${at}` }),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect([statuses.filter((one) => one === 201).length, statuses.filter((one) => one === 409).length]).toEqual([1, 63])
  expect(rows('SELECT id FROM sealed_case')).toHaveLength(1)
})

it('words of the language itself are no answers, no keys and no trouble', async () => {
  expect((await invite([codeOf(31)])).status).toBe(201)
  const { invitation, case: given } = bodyOf(codeOf(31))
  const tries = [
    JSON.stringify({ invitation, case: given }).replace('"answers":{', '"answers":{"__proto__":{"a":1},'),
    JSON.stringify({ invitation, case: given }).replace('"answers":{', '"answers":{"constructor":"x","toString":"y",'),
    JSON.stringify({ invitation, case: given }).replace('{', '{"__proto__":{"case":1},'),
    JSON.stringify({ invitation: [invitation], case: given }),
    JSON.stringify({ invitation: { ...invitation, key: [invitation.key] }, case: given }),
    JSON.stringify({ invitation, case: [given] }),
    JSON.stringify({ invitation, case: null }),
    JSON.stringify({ invitation, case: { ...given, signed: [given.signed] } }),
    JSON.stringify({ invitation: { ...invitation, key: '00'.repeat(32), proof: '00'.repeat(64) }, case: given }),
    JSON.stringify({ invitation: { ...invitation, key: `01${'00'.repeat(31)}`, proof: `01${'00'.repeat(63)}` }, case: given }),
  ]
  const statuses = []
  for (const [at, body] of tries.entries()) statuses.push((await post('/answers', body, { 'Idempotency-Key': `p${at}` })).status)
  expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([])
  const shown = provenCode(invitationKeys(codeOf(31)))
  for (const body of [{ ...shown, proof: shown.proof.toUpperCase() }, { ...shown, key: shown.key.toUpperCase() }, [shown], 'null'])
    expect((await post('/answers/invitation', body)).status).toBeGreaterThanOrEqual(400)
})

it('one code of a person lets one in, and so does one code of an app, whoever asks at once', async () => {
  const admin = await firstAdministrator(running)
  const editor = await invited(running, admin.browser, 'editor-one', ['editor'])
  const { body } = await admin.browser.ask('POST', '/people', { username: 'editor-two', roles: ['editor'], organisation: null })
  const asked = async (path: string, given: object) =>
    (await Promise.all(Array.from({ length: 64 }, () => new Browser(running).ask('POST', path, given)))).filter(
      ({ status }) => status < 300,
    ).length
  expect(await asked('/invitation', { code: body.code })).toBe(1)
  running.seconds.pass(300)
  const { username, codes } = editor
  expect(
    await asked('/sign-in/password', { username, password: PASSWORD, code: appCode(editor.app, running.seconds) }),
  ).toBeLessThanOrEqual(1)
  running.seconds.pass(90_000)
  expect(await asked('/sign-in/recovery', { username, password: PASSWORD, code: codes[2] })).toBeLessThanOrEqual(1)
})
