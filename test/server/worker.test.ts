/** The journey on Workers: the bundled program in workerd with D1, over HTTP on loopback, from an empty database to a published table. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { population } from '../../server/demo/population/index.ts'
import { fromHex, toHex } from '../../server/sealing/bytes.ts'
import { serverKeyOf, serverKeyText } from '../../server/sealing/server-key.ts'
import { logPublicKey } from '../../survey-schema/audit-log/head.ts'
import type { VerifiedLog } from '../../survey-schema/audit-log/verify.ts'
import { invitationKeys } from '../../survey-schema/credentials/answer-invitation.ts'
import { answerSubmission } from '../../survey-schema/credentials/answer-submission.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { tagsOf } from '../../survey-schema/credentials/signed-submission.ts'
import { signTranslation } from '../../survey-schema/credentials/tag-translation.ts'
import { receiptCode } from '../../survey-schema/receipt-code.ts'
import { codeOf, invitations, ownAnswers } from '../support/invitations.ts'
import { secretOf, signingPartner } from '../support/signing.ts'
import { softwareAuthenticator } from '../support/software-authenticator.ts'
import { caseOf } from './harness.ts'
import { appCode, Browser, completed, invitedOnly, ORIGIN, PASSWORD } from './people.ts'
import { jnatip } from './spawned.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CASES = 60

interface D1 {
  prepare(sql: string): object
  batch(statements: object[]): Promise<unknown>
}
interface Running {
  readonly ready: Promise<URL>
  getD1Database(name: string): Promise<D1>
  getWorker(): Promise<{ scheduled(options: object): Promise<unknown> }>
  setOptions(options: object): Promise<void>
  dispose(): Promise<void>
}
/** The simulator that wrangler itself brings. */
const { Miniflare } = createRequire(import.meta.resolve('wrangler'))('miniflare') as {
  Miniflare: new (options: object) => Running
}

const folder = mkdtempSync(join(tmpdir(), 'jnatip-worker-'))
const path = (name: string) => join(folder, name)
let worker: Running
let options: object
let url: string
let database: D1

/** Statements of a file; none of ours holds a semicolon inside. */
const run = async (sql: string) =>
  database.batch(
    sql
      .replaceAll(/^--.*$/gm, '')
      .split(/;\s*$/m)
      .filter((statement) => statement.trim() !== '')
      .map((statement) => database.prepare(statement)),
  )

const told = async (args: readonly string[], key?: string) => {
  const { code, stdout, stderr } = await jnatip([...args, '--json'], key === undefined ? {} : { JNATIP_KEY: key })
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as Record<string, unknown>
}

beforeAll(async () => {
  mkdirSync(path('pages'))
  const wrangler = join(ROOT, 'node_modules/.bin/wrangler')
  const bundled = spawnSync(wrangler, ['deploy', '--dry-run', '--outdir', path('worker'), '--assets', path('pages')], {
    cwd: ROOT,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: '1' },
    encoding: 'utf8',
  })
  expect([bundled.status, bundled.status === 0 ? '' : bundled.stderr]).toEqual([0, ''])
  options = {
    // Named, not searched for: a library of ours mentions a built-in module of Node that it never loads in workerd.
    modules: [{ type: 'ESModule', path: path('worker/worker.js') }],
    modulesRoot: path('worker'),
    compatibilityDate: /compatibility_date = "(.*)"/.exec(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8'))?.[1],
    d1Databases: { DB: 'jnatip' },
    bindings: { TAG_KEY: '5a'.repeat(32), LOG_KEY: '6b'.repeat(32), ACCOUNT_KEY: '5c'.repeat(32), ORIGIN, NETWORK: '{"answers":["en"]}' },
    host: '127.0.0.1',
    port: 0,
    cf: false,
    d1Persist: path('d1'),
  }
  worker = new Miniflare(options)
  url = (await worker.ready).origin
  database = await worker.getD1Database('DB')
  const migrations = join(ROOT, 'server/store/migrations')
  for (const name of readdirSync(migrations).sort()) await run(readFileSync(join(migrations, name), 'utf8'))
}, 120_000)
afterAll(async () => {
  await worker?.dispose()
  rmSync(folder, { recursive: true })
})

describe('the same server on Workers and D1', () => {
  it('P64 takes cases in, signed ones too, hands them to the build, publishes it, and answers with a table and a statement', async () => {
    for (const edition of ['2026-1', '2026-2']) await told(['keys', 'make', '--edition', edition, '--out', path('keys'), '--fictional'])
    const install = async (edition: string) => {
      await told(['keys', 'install', path(`keys/${edition}.public.json`), '--emit-sql', path(`${edition}.sql`)])
      await run(readFileSync(path(`${edition}.sql`), 'utf8'))
    }
    await install('2026-1')
    const organisation = async (name: string, ...more: string[]) => {
      const { key } = await told([
        'keys',
        'organisation',
        name,
        '--emit-sql',
        path(`${name}.sql`),
        '--record-rule',
        'Invented rule, 2012, invented board',
        ...more,
      ])
      await run(readFileSync(path(`${name}.sql`), 'utf8'))
      return key as string
    }
    const keys = [
      await organisation('Invented One'),
      await organisation('Invented Two', '--holding', 'Invented Umbrella'),
      await organisation('Invented Three'),
    ]
    const editors = await organisation('Invented Editors', '--scope', 'edit', '--scope', 'publish')

    const { cases } = population({ cases: CASES, seed: 5 })
    for (const [index, key] of keys.entries()) {
      writeFileSync(
        path(`cases-${index}.ndjson`),
        cases
          .filter((_, number) => number % 3 === index)
          .map(({ submission }) => `${JSON.stringify(submission)}\n`)
          .join(''),
      )
      const signs = index === 2
      if (signs) {
        await told(['keys', 'secret', '--out', path('secret')])
        await told(['keys', 'register', '--to', url, '--secret-file', path('secret')], key)
      }
      const signing = signs ? ['--secret-file', path('secret'), '--receipts', path('receipts'), '--confirm-references'] : []
      const sent = ['submit', path(`cases-${index}.ndjson`), '--to', url, ...signing]
      expect(await told(sent, key)).toMatchObject({ accepted: CASES / 3, replayed: 0, refused: 0 })
      if (index === 0) expect(await told(sent, key)).toMatchObject({ accepted: 0, replayed: CASES / 3, refused: 0 })
    }
    await install('2026-2')
    expect(await (await fetch(`${url}/api/v1/editions`)).json()).toEqual({
      editions: [
        { id: '2026-2', state: 'open', fictional: true, questionnaire: '1.0' },
        { id: '2026-1', state: 'closed', fictional: true, questionnaire: '1.0' },
      ],
    })

    const shares = [1, 3].flatMap((number) => ['--share', path(`keys/2026-1.share-${number}.txt`)])
    await told(['register', 'draft', '--from', url, '--begins', 'all=2026-1', '--out', path('register.json')], editors)
    for (const name of ['one', 'two']) {
      await told(['register', 'key', '--out', path(name)])
      await told(['register', 'sign', path('register.json'), '--key', path(name)])
    }
    const signers = (JSON.parse(readFileSync(path('register.json'), 'utf8')) as { signatures: { signer: string }[] }).signatures
    await told(['register', 'pin', ...signers.flatMap(({ signer }) => ['--signer', signer]), '--out', path('register.pin')])
    const build = ['build', '--from', url, '--edition', '2026-1', ...shares, '--out', path('bundle.json')]
    expect(await told([...build, '--register', path('register.json')], editors)).toMatchObject({
      checked: [{ counted: CASES, beforeFirstKey: (CASES / 3) * 2, leftOut: 0 }],
    })
    expect(await told(['publish', path('bundle.json'), '--to', url], editors)).toMatchObject({
      editions: ['2026-1'],
      new: true,
      statements: 1,
    })
    const statement = ['statement', '--from', url, '--edition', '2026-1', '--secret-file', path('secret'), '--receipts', path('receipts')]
    expect(await told(statement, keys[2])).toMatchObject({ whole: true, counted: CASES / 3 })

    const response = await fetch(`${url}/api/v1/editions/2026-1/tables?rows=gender`)
    const table = (await response.json()) as { value: (number | null)[]; status: Record<string, string>; extension: { fictional: boolean } }
    expect([response.status, response.redirected, table.extension.fictional]).toEqual([200, true, true])
    expect(table.value.some((figure) => figure !== null && figure >= 5)).toBe(true)
    expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(response.headers.get('ETag')).toMatch(/^"[0-9a-f]{64}"$/)
    const file = await fetch(`${url}/api/v1/editions/2026-1/tables/gender.zip`)
    expect([file.status, file.redirected, file.headers.get('Content-Type')]).toEqual([200, true, 'application/zip'])
    expect(Object.keys(unzipSync(new Uint8Array(await file.arrayBuffer())))).toContain('gender@list.csv')
  }, 180_000)

  it('P12 P31 P34 takes an import, a correction and a withdrawal, and carries it out on its tick', async () => {
    const { key } = await told(['keys', 'organisation', 'Invented Four', '--emit-sql', path('four.sql')])
    await run(readFileSync(path('four.sql'), 'utf8'))
    const ask = (method: string, to: string, body?: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1${to}`, {
        method,
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      })
    expect(await (await ask('GET', '/organisation')).json()).toMatchObject({
      existing_record_rule: null,
      open_edition: { id: '2026-2', layout: 2 },
      references: 'plain',
      keys: [],
    })
    const rows = Array.from({ length: 30 }, (_, number) => caseOf(`W-${number}`))
    const begun = await ask('POST', '/imports', '{"rows":30,"existing":"replace"}', { 'Idempotency-Key': 'digest' })
    const { id } = (await begun.json()) as { id: string }
    const part = rows.map((row) => JSON.stringify(row)).join('\n')
    const sent = await ask('PUT', `/imports/${id}/parts/1`, part, { 'Content-Type': 'application/x-ndjson' })
    const { rows: answered } = (await sent.json()) as { rows: { id: string; receipt: string }[] }
    expect([begun.status, sent.status, answered.length]).toEqual([201, 200, 30])
    for (const replayed of [null, 'true']) {
      const committed = await ask('POST', `/imports/${id}/commit`)
      expect([committed.status, committed.headers.get('Idempotency-Replayed')]).toEqual([200, replayed])
    }
    const found = await ask('POST', '/cases/find', '{"partner_case_key":"W-3"}')
    expect([found.headers.get('ETag'), ((await found.json()) as { id: string }).id]).toEqual(['"1"', answered[3]?.id])
    const corrected = await ask('PUT', `/cases/${answered[3]?.id}`, JSON.stringify(caseOf('W-3', { gender: 'man' })), { 'If-Match': '"1"' })
    expect([corrected.status, corrected.headers.get('ETag')]).toEqual([200, '"2"'])
    const [byPartner, byReceipt] = [
      await ask('DELETE', `/cases/${answered[3]?.id}`, undefined, { 'If-Match': '"2"' }),
      await ask('POST', '/withdrawals', JSON.stringify({ code: answered[4]?.receipt }), { Authorization: '' }),
    ]
    expect([byPartner.status, byReceipt.status, await byPartner.text()]).toEqual([202, 202, await byReceipt.text()])
    const listed = async () => ((await (await ask('GET', '/cases')).json()) as { cases: object[] }).cases.length
    expect(await listed()).toBe(30)
    const once = () => ask('POST', '/cases', JSON.stringify(caseOf('W-90')), { 'Idempotency-Key': 'w-90' })
    const { receipt } = (await (await once()).json()) as { receipt: string }
    expect((await once()).headers.get('Idempotency-Replayed')).toBe('true')
    // Many at once, each a batch of its own.
    const flood = Array.from({ length: 30 }, (_, number) => receiptCode(new Uint8Array(16).fill(number)))
    const answers = await Promise.all([...flood, receipt].map((code) => ask('POST', '/withdrawals', JSON.stringify({ code }))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    await (await worker.getWorker()).scheduled({ cron: '* * * * *' })
    expect(await listed()).toBe(28)
    expect((await ask('POST', '/cases/find', '{"partner_case_key":"W-4"}')).status).toBe(404)
    const again = await once()
    expect([again.status, ((await again.json()) as { type: string }).type]).toEqual([409, '/problems/case-withdrawn'])
    const replayed = await ask('PUT', `/imports/${id}/parts/1`, part, { 'Content-Type': 'application/x-ndjson' })
    const { rows: then } = (await replayed.json()) as { rows: { outcome: string; receipt: string | null }[] }
    expect([3, 4, 5].map((row) => [then[row]?.outcome, then[row]?.receipt === null])).toEqual([
      ['withdrawn', true],
      ['withdrawn', true],
      ['stored', false],
    ])
  })

  it('P64 registers public keys, and takes, finds, corrects and imports signed cases, with a secret in the request too', async () => {
    const { key } = await told(['keys', 'organisation', 'Invented Six', '--emit-sql', path('six.sql')])
    await run(readFileSync(path('six.sql'), 'utf8'))
    const partner = signingPartner((to, init) => fetch(`${url}${to}`, init), key as string, secretOf(41))
    const ask = (method: string, to: string, body?: object, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1${to}`, {
        method,
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    const slug = async (response: Response) => [response.status, ((await response.json()) as { type: string }).type]
    expect((await partner.register()).status).toBe(201)
    const body = await partner.signed(caseOf('S-1'))
    const sent = await ask('POST', '/cases', body, { 'Idempotency-Key': 's-1' })
    const { id } = (await sent.json()) as { id: string }
    expect([sent.status, (await ask('POST', '/cases', body, { 'Idempotency-Key': 's-1' })).headers.get('Idempotency-Replayed')]).toEqual([
      201,
      'true',
    ])
    const swapped = { ...(await partner.signed(caseOf('S-2'))), answers: (await partner.signed(caseOf('S-2', { gender: 'man' }))).answers }
    expect(await slug(await ask('POST', '/cases', swapped, { 'Idempotency-Key': 's-2' }))).toEqual([409, '/problems/record-differs'])
    expect(await slug(await ask('POST', '/cases', caseOf('S-2'), { 'Idempotency-Key': 's-2' }))).toEqual([
      422,
      '/problems/signature-required',
    ])
    const corrected = await ask('PUT', `/cases/${id}`, await partner.signed(caseOf('S-1', { gender: 'man' }), 2), { 'If-Match': '"1"' })
    expect([corrected.status, corrected.headers.get('ETag')]).toEqual([200, '"2"'])
    const secret = { 'JNATIP-Secret': secretText(secretOf(41)) }
    expect((await ask('POST', '/cases', caseOf('S-3'), { 'Idempotency-Key': 's-3', ...secret })).status).toBe(201)
    expect((await ask('POST', '/cases/find', { partner_case_key: 'S-3' }, secret)).status).toBe(200)
    const { signed } = body
    expect(await (await ask('POST', '/cases/held', { tags: [signed.tag, '00'.repeat(32)] })).json()).toEqual({
      held: [{ tag: signed.tag, id, version: 2 }],
    })
    // An affected person answers for herself, invited by this organisation.
    const { number: organisation, open_edition } = await partner.organisation()
    const invited = { organisation, edition: open_edition!.id, generation: 1, year: new Date().getFullYear() }
    const list = invitations({ ...invited, keys: partner.keys }, [codeOf(5)])
    expect((await ask('POST', '/answer-invitations', list)).status).toBe(201)
    const own = answerSubmission(ownAnswers(), invited, invitationKeys(codeOf(5)))
    const answer = (name: string) => ask('POST', '/answers', own, { Authorization: '', 'Idempotency-Key': name })
    const answered = [await answer('a-1'), await answer('a-1'), await answer('a-2')]
    expect(answered.map(({ status }) => status)).toEqual([201, 201, 409])
    expect(await (await fetch(`${url}/api/v1/network`)).json()).toMatchObject({ answers: ['en'], hotlines: [] })
    writeFileSync(path('secret'), secretText(secretOf(41)))
    writeFileSync(
      path('signed.ndjson'),
      ['S-1', 'S-3', 'S-4'].map((reference) => `${JSON.stringify(caseOf(reference, { gender: 'other' }))}\n`).join(''),
    )
    const imported = ['import', path('signed.ndjson'), '--to', url, '--secret-file', path('secret'), '--existing', 'replace']
    // Others withdrew cases under tags of the server: whose they were nobody knows, so everybody who signs is asked.
    expect(await told([...imported, '--confirm-withdrawn'], key as string)).toMatchObject({ stored: 1, replaced: 2 })
  }, 60_000)

  it('P64 puts tags of an organisation in the place of those of the server, of withdrawn cases too', async () => {
    const { key } = await told(['keys', 'organisation', 'Invented Seven', '--emit-sql', path('seven.sql')])
    await run(readFileSync(path('seven.sql'), 'utf8'))
    const partner = signingPartner((to, init) => fetch(`${url}${to}`, init), key as string, secretOf(42))
    const ask = (method: string, to: string, body?: object, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1${to}`, {
        method,
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    const tick = async () => (await worker.getWorker()).scheduled({ cron: '* * * * *' })
    const ids: string[] = []
    for (const reference of ['T-1', 'T-2'])
      ids.push(((await (await ask('POST', '/cases', caseOf(reference), { 'Idempotency-Key': reference })).json()) as { id: string }).id)
    await ask('DELETE', `/cases/${ids[1]}`, undefined, { 'If-Match': '"1"' })
    await tick()
    await partner.register()
    const pairs = ['T-1', 'T-2', 'T-3'].map((reference) => ({
      partner_case_key: reference,
      tag: tagsOf(reference, { keys: partner.keys, earlier: null }).tag,
    }))
    const { number: organisation } = await partner.organisation()
    const signature = Buffer.from(signTranslation({ organisation, pairs }, partner.keys.signing.privateKey)).toString('hex')
    expect(await (await ask('POST', '/organisation/tags', { pairs, signature })).json()).toEqual({ translated: 2 })
    await tick()
    expect(await (await ask('POST', '/cases/find', { tag: pairs[0]?.tag })).json()).toMatchObject({ id: ids[0] })
    const again = await ask('POST', '/cases', await partner.signed(caseOf('T-2')), { 'Idempotency-Key': 'again' })
    expect([again.status, ((await again.json()) as { type: string }).type]).toEqual([409, '/problems/case-withdrawn'])
  }, 60_000)

  it('P51 signs its audit log on its tick, and hands it to a verifier, who finds it whole', async () => {
    const { key } = await told(['keys', 'organisation', 'Invented Verifiers', '--scope', 'edit', '--emit-sql', path('verifiers.sql')])
    await run(readFileSync(path('verifiers.sql'), 'utf8'))
    for (const _ of ['once', 'twice']) await (await worker.getWorker()).scheduled({ cron: '* * * * *' })
    await told(['log', 'export', '--from', url, '--out', path('log.ndjson')], key as string)
    const logKey = toHex(logPublicKey(fromHex('6b'.repeat(32), 32)))
    const { findings, chains } = (await told(['verify-log', path('log.ndjson'), '--log-key', logKey])) as unknown as VerifiedLog
    expect(findings).toEqual([])
    // All cases, an import, a correction and three withdrawals; of signed cases an invitation, two that came, an answer, a correction and an
    // import; of tags of before two cases and a withdrawal; two cosignatures, which an import leaves by itself. Heads of the month, of two editions and
    // a publication.
    expect([chains.intake.entries, chains.intake.heads]).toEqual([CASES + 1 + 1 + 1 + 3 + 6 + 3 + 2, 4])
    expect([chains.other.entries > 6, chains.other.heads]).toEqual([true, 1])
  })

  it('P31 answers 503 with a code under other keys wherever one is needed; withdrawing and reading go on', async () => {
    const { key } = await told(['keys', 'organisation', 'Invented Five', '--emit-sql', path('five.sql')])
    await run(readFileSync(path('five.sql'), 'utf8'))
    const answered = async () => {
      const ask = async (method: string, to: string, body?: string) => {
        const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'k-5' }
        const answer = await fetch(`${url}/api/v1${to}`, { method, headers, ...(body === undefined ? {} : { body }) })
        return [answer.status, ((await answer.json()) as { type?: string }).type]
      }
      return {
        submit: await ask('POST', '/cases', JSON.stringify(caseOf('F-1'))),
        find: await ask('POST', '/cases/find', '{"partner_case_key":"F-1"}'),
        withdraw: await ask('POST', '/withdrawals', JSON.stringify({ code: receiptCode(new Uint8Array(16)) })),
        read: await ask('GET', '/editions'),
      }
    }
    const own = serverKeyText(serverKeyOf(new Uint8Array(32).fill(0x5a)))
    for (const [bindings, slug] of [
      [{ TAG_KEY: '5b'.repeat(32) }, 'tag-key-wrong'],
      [{ LEDGER_KEY: own }, 'tag-key-wrong'],
      [{ TAG_KEY: '5a'.repeat(32), LEDGER_KEY: '5b'.repeat(64) }, 'ledger-key-wrong'],
    ] as const) {
      await worker.setOptions({ ...options, bindings })
      url = (await worker.ready).origin
      const wrong = [503, `/problems/${slug}`]
      expect(await answered()).toEqual({ submit: wrong, find: wrong, withdraw: [202, undefined], read: [200, undefined] })
    }
    await worker.setOptions({ ...options, bindings: { TAG_KEY: '5a'.repeat(32), LEDGER_KEY: own } })
    url = (await worker.ready).origin
    expect((await answered()).find).toEqual([200, undefined])
    await worker.setOptions(options)
    url = (await worker.ready).origin
    expect(await answered()).toMatchObject({ submit: [201, undefined], find: [200, undefined] })
  })

  it('P60 P62 people set up accounts and sign in, with the same scrypt, and no case comes in before two administrators', async () => {
    database = await worker.getD1Database('DB')
    const { code } = await told(['setup-code', '--emit-sql', path('setup.sql')])
    await run(readFileSync(path('setup.sql'), 'utf8'))
    const seconds = { now: () => Math.floor(Date.now() / 1000), pass: () => {} }
    const app = { request: (to: string, init: RequestInit) => fetch(`${url}${to}`, init) }
    const served = { app, seconds } as unknown as Parameters<typeof completed>[1]
    const admin = new Browser(served)
    expect((await admin.ask('POST', '/setup', { code, username: 'admin-one' })).status).toBe(201)
    const { app: secret } = await completed(admin, served)
    const { key } = await told(['keys', 'organisation', 'Invented Nine', '--emit-sql', path('nine.sql')])
    await run(readFileSync(path('nine.sql'), 'utf8'))
    const submitted = async (name: string) => {
      const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': name }
      return (await fetch(`${url}/api/v1/cases`, { method: 'POST', headers, body: JSON.stringify(caseOf(name)) })).status
    }
    expect(await submitted('P-1')).toBe(503)
    await invitedOnly(served, admin, 'admin-two', ['administrator'])
    expect(await submitted('P-1')).toBe(201)
    const again = new Browser(served)
    // The code of the step before was used by setting up.
    const given = { username: 'admin-one', password: PASSWORD, code: appCode(secret, seconds, 1) }
    expect((await again.ask('POST', '/sign-in/password', given)).status).toBe(200)
    expect((await again.ask('GET', '/people')).body.people).toHaveLength(2)
    expect((await new Browser(served).ask('POST', '/sign-in/password', given)).body.type).toBe('/problems/sign-in-refused')
    // A passkey is added and signs in, inside workerd.
    const device = softwareAuthenticator(ORIGIN)
    const added = await again.ask('POST', '/account/passkeys', device.create((await again.ask('POST', '/account/passkeys/options')).body))
    expect([added.status, added.text]).toEqual([201, expect.stringContaining('"prf":false')])
    const byPasskey = new Browser(served)
    const answer = device.get((await byPasskey.ask('POST', '/sign-in/passkey/options')).body)
    expect((await byPasskey.ask('POST', '/sign-in/passkey', answer)).body).toMatchObject({ username: 'admin-one', setup: false })
    expect((await new Browser(served).ask('POST', '/sign-in/passkey', answer)).body.type).toBe('/problems/sign-in-refused')
    expect((await again.ask('DELETE', `/account/passkeys/${added.body.id}`)).status).toBe(200)
    expect(
      (await byPasskey.ask('POST', '/sign-in/passkey', device.get((await byPasskey.ask('POST', '/sign-in/passkey/options')).body))).status,
    ).toBe(401)
    await worker.setOptions({ ...options, bindings: { TAG_KEY: '5a'.repeat(32) } })
    url = (await worker.ready).origin
    expect((await again.ask('GET', '/people')).body.type).toBe('/problems/accounts-shut')
    await worker.setOptions(options)
    url = (await worker.ready).origin
  }, 120_000)

  it('P13 P61 refuses as the other one does: a problem with its slug, no value, the same 404', async () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1/cases`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k', ...headers },
      })
    expect((await post('{}')).status).toBe(401)
    expect((await post('{}', { Authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await post('x'.repeat(300_000), { Authorization: 'Bearer wrong' })).status).toBe(401)
    const nowhere = await fetch(`${url}/api/v1/nowhere`)
    expect(nowhere.status).toBe(404)
    // No edition is ever built beside this server.
    const preparing = await fetch(`${url}/api/v1/preparing`)
    expect([preparing.status, await preparing.text()]).toEqual([404, await nowhere.text()])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })
})
