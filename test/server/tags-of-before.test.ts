/**
 * A network of before is migrated with its data: the server made the tags of its case references itself. An organisation translates those whose
 * references it still has, what nobody can translate is counted, and the key leaves the server.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { joinLedger } from '../../server/runtime/join-ledger.ts'
import { ledgerAt, ledgerPath } from '../../server/runtime/ledger-file.ts'
import { startNode } from '../../server/runtime/node.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { caseReferenceTag } from '../../server/sealing/keyed.ts'
import { serverKeyOf, serverKeyText } from '../../server/sealing/server-key.ts'
import { caseTag } from '../../survey-schema/credentials/case-tag.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { signTranslation, type TranslatedTag } from '../../survey-schema/credentials/tag-translation.ts'
import { secretOf, signingPartner } from '../support/signing.ts'
import { caseOf, problem, server } from './harness.ts'
import { jnatip } from './spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'tags-'))
const file = (name: string) => join(folder, name)
const secret = secretOf(3)
const own = keysOf(secret)
let running: Awaited<ReturnType<typeof server>>
let other: string
let ledger: Awaited<ReturnType<typeof joinLedger>>['ledger']

const run = <Row = object>(sql: string, ...parameters: unknown[]) => running.store.runNow(CompiledQuery.raw(sql, parameters)) as Row[]
const tagOf = (reference: string) => toHex(caseTag(own.tagKey, reference))
const earlier = (reference: string, organisation = 1) => caseReferenceTag(running.tagKey!, organisation, reference)
const signatureOf = (pairs: readonly TranslatedTag[], by = own, organisation = 1) =>
  toHex(signTranslation({ organisation, pairs }, by.signing.privateKey))
const translate = (pairs: readonly TranslatedTag[], key = running.key, signature = signatureOf(pairs)) =>
  running.app.request('/api/v1/organisation/tags', {
    method: 'POST',
    body: JSON.stringify({ pairs, signature }),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
  })
const pairs = (...references: string[]) => references.map((reference) => ({ partner_case_key: reference, tag: tagOf(reference) }))
const told = async (response: Response) => {
  const { type, errors = [] } = await problem(response)
  return [response.status, type.replace('/problems/', ''), ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)].join(' ')
}
const asked = async (key = running.key) =>
  (await (await running.get('/api/v1/organisation', key)).json()) as { earlier_withdrawals: { until: number } | null }
const sweep = () => carryOutWithdrawals(running.store, ledger, '2026-11')
const withdraw = async (reference: string, key = running.key) => {
  const found = await running.app.request('/api/v1/cases/find', {
    method: 'POST',
    body: JSON.stringify({ partner_case_key: reference }),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
  })
  const { id } = (await found.json()) as { id: string }
  await running.app.request(`/api/v1/cases/${id}`, { method: 'DELETE', headers: { Authorization: `Bearer ${key}`, 'If-Match': '"1"' } })
}

beforeAll(async () => {
  running = await server()
  await running.open('2026-1')
  ledger = (await joinLedger(running, { confirmLedger: false, rebuildLedger: false })).ledger
  other = await running.organisation('Invented Union')
  for (let number = 0; number < 6; number++) await running.post(caseOf(`A-${number}`))
  for (const reference of ['U-1', 'U-2', 'U-3']) await running.post(caseOf(reference), { key: other })
  // Withdrawn by its own partner, whose list will not have the last of them; waiting; destroyed.
  await withdraw('A-0')
  await withdraw('A-1')
  await withdraw('U-1', other)
  await sweep()
  await withdraw('A-2')
  run('INSERT INTO kept_tag (tag) VALUES (?), (?)', earlier('A-old'), earlier('A-lost'))
  // As the upgrade finds them in a database that had them.
  run('INSERT INTO earlier_tag SELECT tag FROM kept_tag')
})
afterAll(() => {
  // The last test closed its database.
  rmSync(running.dataDir, { recursive: true })
  rmSync(folder, { recursive: true })
})

describe('before an organisation has keys', () => {
  it('P64 refuses pairs of an organisation without public keys, and what is no list of pairs', async () => {
    expect(await told(await translate(pairs('A-3')))).toBe('422 invalid-submission  public_key_required')
    expect(await told(await translate([]))).toBe('422 invalid-submission /pairs too_small')
    expect(await told(await translate(Array.from({ length: 501 }, (_, at) => pairs(`A-${at}`)[0]!)))).toBe(
      '422 invalid-submission /pairs too_big',
    )
    expect(await told(await translate([{ ...pairs('A-3')[0]!, name: 'A' } as TranslatedTag]))).toBe(
      '422 invalid-submission /pairs/0 unknown_key',
    )
    expect(await told(await translate([{ partner_case_key: 'A-3', tag: 'A-3' }]))).toMatch(/^422 invalid-submission \/pairs\/0\/tag/)
    expect((await translate(pairs('A-3'), 'wrong')).status).toBe(401)
    expect(await asked()).toMatchObject({ earlier_withdrawals: null })
  })
})

describe('the translation', () => {
  it('P64 moves held, waiting and destroyed cases to tags of the organisation, and withdraws withdrawn ones under them', async () => {
    const partner = signingPartner(running.app.request, running.key, secret)
    expect((await partner.register()).status).toBe(201)
    expect(await asked()).toMatchObject({ earlier_withdrawals: { until: 2026 } })
    expect(run('SELECT tag FROM earlier_tag')).toHaveLength(2 + 3 + 4)
    const twice = [...pairs('A-3'), { partner_case_key: ' A-3', tag: tagOf('A-4') }]
    expect(await told(await translate(twice))).toBe('422 invalid-submission /pairs reference_twice')
    expect(await told(await translate([...pairs('A-3'), { partner_case_key: 'A-4', tag: tagOf('A-3') }]))).toBe(
      '422 invalid-submission /pairs tag_twice',
    )
    const offered = pairs('A-3', 'A-4')
    for (const signature of [
      '0'.repeat(128),
      signatureOf(offered, keysOf(secretOf(4))),
      signatureOf(offered, own, 2),
      signatureOf([...offered].reverse()),
      signatureOf(offered.slice(1)),
    ])
      expect(await told(await translate(offered, running.key, signature))).toBe('422 invalid-submission /signature signature_wrong')
    const swapped = [
      { ...offered[0]!, tag: offered[1]!.tag },
      { ...offered[1]!, tag: offered[0]!.tag },
    ]
    expect(await told(await translate(swapped, running.key, signatureOf(offered)))).toBe(
      '422 invalid-submission /signature signature_wrong',
    )
    const known = pairs('A-0', 'A-2', 'A-3', 'A-4', 'A-old', 'never sent', 'U-2')
    expect(await (await translate(known)).json()).toEqual({ translated: 5 })
    // One for the day, without a number of cases.
    expect(run(`SELECT role, actor, subject FROM audit_entry WHERE action = 'translate-tags'`)).toEqual([
      { role: 'machine', actor: '1', subject: '1' },
    ])
    // The other organisation's case of that reference is another one.
    expect(run('SELECT id FROM sealed_case WHERE tag = ?', earlier('U-2', 2))).toHaveLength(1)
    const find = async (reference: string) =>
      (
        await running.app.request('/api/v1/cases/find', {
          method: 'POST',
          body: JSON.stringify({ tag: tagOf(reference) }),
          headers: { Authorization: `Bearer ${running.key}`, 'Content-Type': 'application/json' },
        })
      ).status
    expect([await find('A-3'), await find('A-4'), await find('A-5')]).toEqual([200, 200, 404])
    const send = async (reference: string) => told(await running.post(await partner.signed(caseOf(reference))))
    expect(await send('A-old')).toBe('409 already-counted')
    expect(await send('A-3')).toBe('409 case-exists')
    const before = run<{ generation: number }>('SELECT generation FROM ledger_head')[0]!.generation
    await sweep()
    expect(run<{ generation: number }>('SELECT generation FROM ledger_head')[0]!.generation).toBe(before + 1)
    for (const reference of ['A-0', 'A-2']) expect(await send(reference)).toBe('409 case-withdrawn')
    const kept = ledgerAt(ledgerPath(running.dataDir), running.serverKey)
    expect(kept).toMatchObject({ tags: expect.arrayContaining([tagOf('A-0'), toHex(earlier('A-0')), tagOf('A-2'), toHex(earlier('A-1'))]) })
  })

  it('P64 changes nothing when it is sent again, by the command line from a list of the organisation’s own', async () => {
    const http = await startNode({ dataDir: running.dataDir, port: 0 })
    writeFileSync(file('access'), running.key)
    writeFileSync(file('secret'), secretText(secret))
    writeFileSync(file('list.txt'), 'A-0\nA-2\n\nA-3\n  A-5\n')
    writeFileSync(file('list.csv'), 'Name,Case ref\nx,A-4\ny,A-5\n')
    const retag = async (list: string) => {
      const given = ['keys', 'retag', file(list), '--to', http.url, '--key-file', file('access'), '--secret-file', file('secret'), '--json']
      return JSON.parse((await jnatip(given)).stdout) as { references: number; translated: number }
    }
    expect(await retag('list.txt')).toEqual({ references: 4, translated: 1 })
    expect(await retag('list.txt')).toEqual({ references: 4, translated: 0 })
    expect(await retag('list.csv')).toEqual({ references: 2, translated: 0 })
    // Withdrawn ones are left that nobody translated: cases of these years are asked about first.
    writeFileSync(file('cases.ndjson'), `${JSON.stringify(caseOf('A-9', { registration_year: 2025 }))}\n`)
    const submit = async (...more: string[]) => {
      const given = ['submit', file('cases.ndjson'), '--to', http.url, '--key-file', file('access'), '--secret-file', file('secret')]
      return JSON.parse((await jnatip([...given, ...more, '--json'])).stdout) as object
    }
    expect(await submit()).toMatchObject({ error: 'withdrawn-before' })
    expect(await submit('--confirm-withdrawn')).toMatchObject({ accepted: 1 })
    await http.close()
  })
})

describe('the key of the tags', () => {
  it('P64 leaves the server once it is confirmed: numbers are said, and what was translated stays known', async () => {
    const migrate = async (...more: string[]) => {
      const { stdout } = await jnatip(['migrate', 'tags', '--data', running.dataDir, ...more, '--json'])
      return JSON.parse(stdout) as object
    }
    expect(await migrate()).toMatchObject({ error: 'server-running' })
    const { dataDir, tagKey } = running
    const key = readFileSync(join(dataDir, 'tag-key'), 'utf8')
    running.store.close()
    rmSync(join(dataDir, 'cases.sqlite-open'), { force: true })
    const left = { organisations: [{ organisation: 2, cases: 2 }], withdrawn: 2, destroyed: 1 }
    expect(await migrate()).toMatchObject({ ...left, gone: false })
    expect(await migrate('--confirm')).toMatchObject({ error: 'usage' })
    expect(existsSync(join(dataDir, 'tag-key'))).toBe(true)
    expect(await migrate('--out', file('tag-key'), '--confirm')).toMatchObject({ ...left, gone: true })
    expect([readFileSync(file('tag-key'), 'utf8'), statSync(file('tag-key')).mode & 0o077, existsSync(join(dataDir, 'tag-key'))]).toEqual([
      key,
      0,
      false,
    ])
    expect(await migrate()).toMatchObject({ ...left, gone: true })
    const http = await startNode({ dataDir, port: 0 })
    const request = (path: string, init: RequestInit = {}) => fetch(new URL(path, http.url), init)
    const headers = { Authorization: `Bearer ${running.key}`, 'Content-Type': 'application/json' }
    const organisation = (await (await request('/api/v1/organisation', { headers })).json()) as object
    expect(organisation).toMatchObject({ references: 'signed', earlier_withdrawals: { until: new Date().getFullYear() } })
    const body = JSON.stringify({ pairs: pairs('A-1'), signature: signatureOf(pairs('A-1')) })
    expect(await told(await request('/api/v1/organisation/tags', { method: 'POST', headers, body }))).toBe('409 tag-key-gone')
    const partner = signingPartner(request, running.key, secret)
    const send = async (reference: string) =>
      request('/api/v1/cases', {
        method: 'POST',
        headers: { ...headers, 'Idempotency-Key': `again-${reference}` },
        body: JSON.stringify(await partner.signed(caseOf(reference))),
      })
    expect(await told(await send('A-0'))).toBe('409 case-withdrawn')
    expect(await told(await send('A-old'))).toBe('409 already-counted')
    // What the partner could not translate: this is why it is asked before it sends cases of these years.
    expect((await send('A-1')).status).toBe(201)
    // The key that left, put back, makes the same tags.
    await http.close()
    expect(toHex(tagKey!)).toBe(key.trim())
  })

  it('P64 leaves a Worker by statements, beside what its other key has to be', async () => {
    writeFileSync(file('TAG_KEY'), '5a'.repeat(32))
    const given = [
      'migrate',
      'tags',
      '--emit-sql',
      file('go.sql'),
      '--tag-key-file',
      file('TAG_KEY'),
      '--out',
      file('LEDGER_KEY'),
      '--json',
    ]
    expect(JSON.parse((await jnatip(given)).stdout)).toMatchObject({ sql: file('go.sql') })
    expect(readFileSync(file('LEDGER_KEY'), 'utf8').trim()).toBe(serverKeyText(serverKeyOf(Buffer.from('5a'.repeat(32), 'hex'))))
    const sql = readFileSync(file('go.sql'), 'utf8')
    expect(sql).not.toContain('5a5a')
    const { store, ...rest } = await server()
    for (const statement of sql.replaceAll(/^--.*$/gm, '').split(/;\s*$/m))
      if (statement.trim() !== '') store.runNow(CompiledQuery.raw(statement, []))
    expect(store.runNow(CompiledQuery.raw('SELECT (SELECT count(*) FROM tag_key_check) AS checks, year FROM tag_key_gone', []))).toEqual([
      { checks: 0, year: new Date().getFullYear() },
    ])
    rest.close()
  })
})
