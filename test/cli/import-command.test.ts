/** `import` as a partner calls it: a file of any kind, judged here, sent in parts, held whole or not at all. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseOf } from '../server/harness.ts'
import { jnatip, type Serving, serve } from '../server/spawned.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { encode } from '../survey-schema/encode.ts'
import { CONSULATE, OFFICE_SECRETS } from '../survey-schema/office-sheets.ts'
import { OUTSIDER, SECRETS } from '../survey-schema/outsider.ts'
import { workbook } from '../survey-schema/workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-import-'))
const path = (name: string) => join(folder, name)
const data = path('data')
let server: Serving
let key: string

const told = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await jnatip([...args, '--json'], args[0] === 'import' ? { JNATIP_KEY: key } : {})
  return { code, stderr, answer: JSON.parse(stdout) as Record<string, unknown> }
}
const sending = (file: string, ...more: readonly string[]) => told('import', path(file), '--to', server.url, ...more)
const held = () => {
  const db = new Database(join(data, 'cases.sqlite'), { readonly: true })
  const counts = db.prepare('select (select count(*) from sealed_case) as held, (select count(*) from staged_case) as staged').get()
  db.close()
  return counts
}
const lines = (name: string) =>
  readFileSync(path(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { row: number; id: string; receipt: string; outcome: string })

beforeAll(async () => {
  await told('keys', 'make', '--edition', '2026-1', '--out', path('keys'), '--fictional')
  networkOfBefore(data)
  await told('keys', 'install', path('keys/2026-1.public.json'), '--data', data)
  const rule = ['--record-rule', 'Invented rule, 2012, invented board']
  key = (await told('keys', 'organisation', 'Invented Shelter', '--data', data, ...rule)).answer.key as string
  server = await serve(data)
  const cases = Array.from({ length: 900 }, (_, number) => caseOf(`B-${number}`))
  writeFileSync(path('cases.ndjson'), cases.map((one) => `${JSON.stringify(one)}\n`).join(''))
})
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

describe('import', () => {
  it('P12 sends a file whole, and again without changing anything, with the same receipts', async () => {
    const first = await sending('cases.ndjson', '--receipts', path('one.ndjson'))
    expect(first).toMatchObject({ code: 0, answer: { rows: 900, sent: true, stored: 900, replaced: 0, left_out: 0, before: false } })
    expect(held()).toEqual({ held: 900, staged: 0 })
    const again = await sending('cases.ndjson', '--receipts', path('two.ndjson'))
    expect(again).toMatchObject({ code: 0, answer: { stored: 900, before: true } })
    expect(lines('two.ndjson')).toEqual(lines('one.ndjson'))
    expect(new Set(lines('one.ndjson').map(({ receipt }) => receipt)).size).toBe(900)
    expect([lines('one.ndjson')[899]?.row, statSync(path('one.ndjson')).mode & 0o077]).toEqual([900, 0])
    expect((await sending('cases.ndjson', '--receipts', path('two.ndjson'))).code).toBe(2)
    expect(await sending('cases.ndjson')).toMatchObject({ code: 0, answer: { sent: true, stored: null, left_out: null, before: true } })
    expect(held()).toEqual({ held: 900, staged: 0 })
  })

  it('P12 P34 refuses a file with a case that is held already, naming its rows, and replaces it when told to', async () => {
    const some = [caseOf('B-3', { gender: 'man' }), caseOf('C-1')]
    writeFileSync(path('some.ndjson'), some.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const refused = await sending('some.ndjson')
    expect([refused.code, refused.answer.error]).toEqual([1, 'invalid-submission'])
    expect(refused.stderr).toMatch(/nothing of it is held\n {2}row 1: partner_case_key: A case with this case reference is held already/)
    expect(held()).toEqual({ held: 900, staged: 0 })
    expect(await sending('some.ndjson', '--existing', 'replace')).toMatchObject({ code: 0, answer: { stored: 1, replaced: 1 } })
    expect(held()).toEqual({ held: 901, staged: 0 })
    expect((await sending('some.ndjson', '--existing', 'keep')).code).toBe(2)
  })

  it('P12 sends nothing of a file with a refused row unless told to leave such rows out, and nothing on a dry run', async () => {
    const some = [caseOf('D-1'), caseOf('D-2', { gender: 'Kazahaya' }), caseOf('D-3')]
    writeFileSync(path('bad.ndjson'), some.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const refused = await sending('bad.ndjson')
    expect(refused).toMatchObject({ code: 1, answer: { rows: 3, refused: 1, sent: false } })
    const dry = await told('import', path('bad.ndjson'), '--dry-run')
    expect(dry).toMatchObject({ code: 0, answer: { accepted: 2, refused: 1, sent: false } })
    expect(held()).toEqual({ held: 901, staged: 0 })
    expect(await sending('bad.ndjson', '--without-refused')).toMatchObject({ code: 0, answer: { stored: 2 } })
    expect((await told('import', path('bad.ndjson'))).code).toBe(2)
    const people = await jnatip(['import', path('bad.ndjson'), '--dry-run'])
    expect([people.stdout.includes('row 2: gender'), /Kazahaya|D-1/.test(people.stdout + people.stderr)]).toEqual([true, false])
  })

  it('judges a dry run with what the server holds of the organisation, and says what nobody can know without it', async () => {
    const other = (await told('keys', 'organisation', 'Invented Union', '--data', data)).answer.key as string
    writeFileSync(path('other.key'), other)
    const some = [caseOf('E-1', { consent_basis: 'existing_record_rule' }), caseOf('E-2')]
    writeFileSync(path('archive.ndjson'), some.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const dry = (...more: readonly string[]) => jnatip(['import', path('archive.ndjson'), '--dry-run', ...more])
    const alone = await dry()
    expect([alone.code, alone.stdout]).toEqual([0, expect.stringContaining('2 accepted, 0 refused')])
    expect(alone.stdout).toContain('1 rows rest on the organisation')
    const without = await dry('--to', server.url, '--key-file', path('other.key'))
    expect(without.stdout).toContain('1 accepted, 1 refused')
    expect(without.stdout).toContain('nothing was sent')
    expect(without.stdout).not.toContain('rest on the organisation')
    const ruled = await told('import', path('archive.ndjson'), '--dry-run', '--to', server.url)
    expect(ruled.answer).toMatchObject({ accepted: 2, refused: 0, sent: false, existing_record_rule: 'registered', existing_records: 1 })
    const unruled = await jnatip(['import', path('archive.ndjson'), '--to', server.url, '--key-file', path('other.key'), '--json'])
    expect(JSON.parse(unruled.stdout)).toMatchObject({ refused: 1, sent: false, existing_record_rule: 'none' })
    expect(held()).toEqual({ held: 903, staged: 0 })
    expect((await dry('--to', server.url, '--key-file', path('list.xlsx.none'))).code).not.toBe(0)
  })

  it('reads a text in an encoding that its bytes do not decide once it is said, and refuses options that a file does not take', async () => {
    writeFileSync(path('russian.csv'), encode('Номер,Гражданство\nК-1,Россия\nК-2,Украина\n', 'windows-1251', false))
    const unsure = await jnatip(['import', path('russian.csv'), '--dry-run'])
    expect([unsure.code, unsure.stderr]).toEqual([1, expect.stringContaining('Cyrillic (Windows-1251), --encoding windows-1251')])
    expect(unsure.stderr).not.toMatch(/Россия|К-1|Ðîññèÿ/)
    const said = await jnatip(['import', path('russian.csv'), '--dry-run', '--encoding', 'windows-1251'])
    expect(said.stderr).toMatch(
      /waits for decisions; nothing was sent\n {2}encoding: Cyrillic \(Windows-1251\); delimiter: comma; read as table\n/,
    )
    writeFileSync(path('legs.csv'), 'Journeys\npartner_case_key,row_no,leg_from_country,leg_to_country,leg_purpose\nK-1,1,TH,JP,transit\n')
    const files = [
      [['--encoding', 'latin'], 2, /--encoding must be one of/],
      [['--sheet', '2', '--encoding', 'windows-1251'], 2, /this file has no sheets/],
      [['--route-legs', path('legs.csv'), '--encoding', 'windows-1251'], 1, /--route-legs: handed in twice, or with a file of a kind/],
    ] as const
    for (const [options, code, words] of files) {
      const ran = await jnatip(['import', path('russian.csv'), '--dry-run', ...options])
      expect([ran.code, ran.stderr]).toEqual([code, expect.stringMatching(words)])
    }
    const alone = await jnatip(['import', path('legs.csv'), '--dry-run'])
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('hand them in with --route-legs')])
  })

  it('P06 P12 reads anybody’s workbook, asks for decisions, applies those that were said yes to, and sends no identifier', async () => {
    writeFileSync(path('list.xlsx'), workbook([OUTSIDER]))
    const asked = await sending('list.xlsx', '--propose', path('mapping.json'))
    expect([asked.code, asked.answer.error, asked.stderr.includes('nothing was sent')]).toEqual([1, 'decisions-needed', true])
    const mapping = JSON.parse(readFileSync(path('mapping.json'), 'utf8'))
    mapping.whole = { consent_basis: 'existing_record_rule', consent_uses: 'aggregate_tables', source_type: 'ngo_shelter' }
    for (const column of mapping.columns) column.yes = true
    writeFileSync(path('mapping.json'), JSON.stringify(mapping))
    const sent = await sending('list.xlsx', '--mapping', path('mapping.json'), '--without-refused', '--receipts', path('three.ndjson'))
    expect(sent).toMatchObject({ code: 0, answer: { rows: 50, refused: 5, stored: 45 } })
    expect(held()).toEqual({ held: 903 + 45, staged: 0 })
    for (const secret of SECRETS) expect(sent.stderr + JSON.stringify(sent.answer)).not.toContain(secret)
    expect(existsSync(path('three.ndjson'))).toBe(true)
  })

  it('P06 shows the words of an office with their counts, takes one yes and one word about the rest, and adds up every cell', async () => {
    writeFileSync(path('office.xlsx'), workbook([CONSULATE]))
    const asked = await told('import', path('office.xlsx'), '--dry-run', '--propose', path('office.json'))
    expect([asked.code, asked.answer.error]).toEqual([1, 'decisions-needed'])
    expect(asked.stderr).toMatch(/step_actor\?.* 3 words on no list \(18 cells\)/)
    expect(asked.stderr).not.toContain('walk-in')
    expect(asked.stderr).toContain('the whole file: consent_basis')
    const mapping = JSON.parse(readFileSync(path('office.json'), 'utf8'))
    const words = Object.assign({}, ...mapping.columns.map(({ values = {} }: { values?: object }) => values)) as Record<string, string>
    expect([words['walk-in'], words['98'], words.NR]).toEqual(['?', '? 48_plus or unknown', '? NR or declined or not_asked'])
    mapping.whole = { consent_basis: 'existing_record_rule', consent_uses: 'aggregate_tables', source_type: 'embassy' }
    writeFileSync(path('office.json'), JSON.stringify({ ...mapping, yes: true, rest: 'not_asked' }))
    const read = await jnatip([
      'import',
      path('office.xlsx'),
      '--dry-run',
      '--mapping',
      path('office.json'),
      '--report',
      path('office-report.json'),
    ])
    expect(read.stdout).toMatch(/30 rows: 30 accepted/)
    const [, cells = 0, ...parts] = (
      /(\d+) cells = (\d+) answers \+ (\d+) stated gaps \+ (\d+) dropped by kind \+ (\d+) left out \+ (\d+) refused/.exec(read.stdout) ?? []
    ).map(Number)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cells)
    expect(read.stdout).toMatch(/lines that are no cases: row 36/)
    const everything = read.stdout + read.stderr + readFileSync(path('office-report.json'), 'utf8')
    expect([...OFFICE_SECRETS, 'walk-in', 'approx'].filter((secret) => everything.includes(secret))).toEqual([])
  })
})
