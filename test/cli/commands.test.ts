/** `convert` and `detect` as a partner calls them: what they write, what they say, and their exit codes. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PROGRAM } from '../support/program.ts'
import { encode } from '../survey-schema/encode.ts'
import { OUTSIDER, SECRETS } from '../survey-schema/outsider.ts'
import { workbook } from '../survey-schema/workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'commands-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

function jnatip(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('detect', () => {
  it('reads any file as text, line by line, without a heading', () => {
    writeFileSync(at('letter.txt'), 'name\nShe came in 2004.\r\n携帯は０９０－００００－１２３４です\n\n4 พ.ค. 2547, LINE ID: rinrin22\n')
    const { status, stdout } = jnatip('detect', at('letter.txt'), '--json')
    expect(lines(stdout)).toEqual([
      { line: 3, column: null, kinds: ['telephone'] },
      { line: 5, column: null, kinds: ['social_handle', 'exact_date'] },
    ])
    expect(status).toBe(1)
  })

  it('reads a table by cell: our own name of a column, or its position', () => {
    writeFileSync(
      at('table.csv'),
      encode(
        'partner_case_key,citizenship,氏名,registration_year,x1\nA-1,TH,例田,2004,\nA-2,Maria,,2004-05-01,call 03-0000-1234\n',
        'shift_jis',
        false,
      ),
    )
    const { status, stdout } = jnatip('detect', at('table.csv'), '--json')
    expect(lines(stdout)).toEqual([
      { line: 1, column: 3, kinds: ['personal_name'] },
      { line: 2, column: 3, kinds: ['personal_name'] },
      { line: 3, column: 'citizenship', kinds: ['personal_name'] },
      { line: 3, column: 'registration_year', kinds: ['exact_date'] },
      { line: 3, column: 5, kinds: ['telephone'] },
    ])
    expect([status, /例田|Maria|0000/.test(stdout)]).toEqual([1, false])
  })

  it('reads every sheet of a workbook, and submissions key by key', () => {
    writeFileSync(
      at('book.xlsx'),
      workbook([
        { name: 'a', rows: [['gender'], ['woman']] },
        { name: 'b', rows: [['gender'], ['rin@example.test']], hidden: true },
      ]),
    )
    expect(lines(jnatip('detect', at('book.xlsx'), '--json').stdout)).toEqual([{ line: 2, column: 'gender', kinds: ['email'], sheet: 2 }])
    writeFileSync(
      at('cases.ndjson'),
      '{"answers":{"gender":"woman","phone":"1","partner_case_key":"090-0000-1234"}}\n{"answers":{"gender":"woman","registration_year":{"value":"2004","precision":"year"}}}\n',
    )
    expect(lines(jnatip('detect', at('cases.ndjson'), '--json').stdout)).toEqual([
      { line: 1, column: 2, kinds: ['telephone'] },
      { line: 1, column: 'partner_case_key', kinds: ['telephone'] },
    ])
  })

  it('looks into Thai, and into a text whose encoding is said because its bytes do not decide it', () => {
    writeFileSync(at('thai.txt'), encode('บันทึกการให้คำปรึกษา\nเกิดวันที่ 4 พ.ค. 2547 ที่เชียงราย\n', 'windows-874', false))
    expect(lines(jnatip('detect', at('thai.txt'), '--json').stdout)).toMatchObject([{ line: 2, kinds: ['exact_date', 'date_of_birth'] }])
    writeFileSync(at('russian.txt'), encode('запись\nтелефон 090-0000-1234\n', 'windows-1251', false))
    const unsure = jnatip('detect', at('russian.txt'))
    expect([unsure.status, unsure.stdout, unsure.stderr]).toEqual([1, '', expect.stringContaining('--encoding windows-1251')])
    const said = jnatip('detect', at('russian.txt'), '--json', '--encoding', 'windows-1251')
    expect(lines(said.stdout)).toMatchObject([{ line: 2, kinds: ['telephone'] }])
  })

  it('ends with 0 where nothing is found, and with 2 where there is nothing to read', () => {
    writeFileSync(at('clean.csv'), 'partner_case_key,gender,citizenship\nA-1,woman,TH;PH\n')
    writeFileSync(at('empty.csv'), '')
    expect(jnatip('detect', at('clean.csv'), '--json')).toMatchObject({ status: 0, stdout: '' })
    expect(jnatip('detect', at('empty.csv')).status).toBe(0)
    expect(jnatip('detect', at('missing.csv')).status).toBe(2)
    expect(jnatip('detect').status).toBe(2)
  })
})

describe('convert', () => {
  it('asks before it applies anything, and takes the answers from a file', () => {
    writeFileSync(at('list.xlsx'), workbook([OUTSIDER]))
    const asked = jnatip('convert', at('list.xlsx'), '--to', at('cases.out'), '--propose', at('mapping.json'), '--report', at('asked.json'))
    expect(asked.status).toBe(1)
    expect(asked.stderr).toMatch(/column 7: citizenship\?.* → PH\?/)
    expect(existsSync(at('cases.out'))).toBe(false)
    const mapping = JSON.parse(readFileSync(at('mapping.json'), 'utf8'))
    mapping.whole = { consent_basis: 'existing_record_rule', consent_uses: 'aggregate_tables', source_type: 'ngo_shelter' }
    for (const column of mapping.columns) column.yes = true
    writeFileSync(at('mapping.json'), JSON.stringify(mapping))
    const dry = jnatip('convert', at('list.xlsx'), '--mapping', at('mapping.json'), '--dry-run', '--report', at('dry.json'), '--json')
    expect(lines(dry.stdout)).toMatchObject([
      { rows: 50, accepted: 45, flagged: 0, refused: 5, cells: { read: 650, answers: 270, leftOut: 45 }, report: at('dry.json') },
    ])
    const done = jnatip(
      'convert',
      at('list.xlsx'),
      '--from',
      'auto',
      '--mapping',
      at('mapping.json'),
      '--to',
      at('cases.out'),
      '--report',
      at('done.json'),
    )
    expect(done.status).toBe(0)
    expect(lines(readFileSync(at('cases.out'), 'utf8')).length).toBe(45)
    const written =
      ['cases.out', 'dry.json', 'done.json', 'asked.json'].map((name) => readFileSync(at(name), 'utf8')).join() +
      done.stdout +
      done.stderr +
      asked.stderr
    expect(SECRETS.filter((secret) => written.includes(secret))).toEqual([])
    expect(JSON.parse(readFileSync(at('done.json'), 'utf8')).said).toEqual([
      'workbook with 1 sheet',
      'sheet 1 of 1 is read',
      'read as table',
    ])
  })

  it('leaves nothing half written where the file is refused', () => {
    writeFileSync(
      at('bad.csv'),
      'prs_Gender,prs_FirstName,prs_Citizenship,vic_TypeOfExploitation\nGender,Gender,Citizenship,Type of Exploitation\nFeminine,Maria,PH,Other\n',
    )
    const { status, stderr } = jnatip('convert', at('bad.csv'), '--from', 'htcds', '--to', at('never.out'), '--report', at('never.json'))
    expect([status, existsSync(at('never.out')), existsSync(at('never.json'))]).toEqual([1, false, false])
    expect(stderr).toMatch(/column 2: one of its two headings names an identifier/)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('tells rows that are refused by number, question and rule, and writes the others', () => {
    const header = 'start,con_Consent,prs_FirstName,prs_Gender,prs_Citizenship,vic_TypeOfExploitation,cas_IncomingReferralDate'
    writeFileSync(at('form.csv'), `${header}\nt,TRUE,Maria,Feminine,PH,Other,2004-05-01\nt,TRUE,Maria,Maria,PH,Other,2004-05-01\n`)
    const { status, stdout } = jnatip('convert', at('form.csv'), '--from', 'htcds-xlsform', '--to', at('form.out'))
    expect(status).toBe(0)
    expect(stdout).toMatch(/row 3: gender: The answer is not on the list\./)
    expect(stdout).not.toMatch(/Maria/)
    expect(lines(readFileSync(at('form.out'), 'utf8')).length).toBe(1)
  })

  it.each([
    [['convert', at('x.csv')], 2],
    [['convert', at('x.csv'), '--to', at('y'), '--from', 'other'], 2],
    [['convert', at('x.csv'), '--to', at('y'), '--leave-out', 'a'], 2],
    [['convert', at('x.csv'), '--to', at('y'), '--sheet', '0'], 2],
    [['convert', at('missing.csv'), '--to', at('y')], 2],
  ])('%j is not understood', (args, code) => expect(jnatip(...args).status).toBe(code))
})
