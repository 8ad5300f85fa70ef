/** `convert` and `tabulate` as partners run them: clear words for bad files, nothing half written, and exact counts on request alone. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { population } from '../../server/demo/population/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'commands-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const jnatip = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/runtime/cli.ts', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const HEADING =
  'partner_case_key,registration_year,consent_basis,consent_uses,source_type,information_basis,gender,age_band_registration,minor_when_exploited,citizenship,recruitment_mode,exploitation_types,means_of_control,exit_mode,state_recognition,return_status,org_judgement'
const row = (key: string, gender = 'woman', age = '21_23') =>
  `${key},2004,person_informed,aggregate_tables,ngo_shelter,case_file,${gender},${age},no,TH,recruited,sexual,debt;documents,escaped_alone,police,in_japan,actual`
const LEGS =
  'partner_case_key,row_no,leg_from_country,leg_to_country,leg_purpose\nA-1,1,TH,JP,to_exploitation\nA-2,1,TH,MY,transit\nA-2,2,MY,JP,to_exploitation\n'

const out = join(folder, 'cases.ndjson')
const report = join(folder, 'report.json')
const convert = (path: string, ...more: string[]) =>
  jnatip('convert', path, '--from', 'cases-csv', '--to', out, '--report', report, ...more)

describe('convert', () => {
  it('writes cases and a report, and leaves identifiers behind', () => {
    const cases = file('good.csv', `${HEADING},氏名\n${row('A-1')},マリア\n${row('A-2', 'woman', '24')},アンナ\n`)
    const legs = file('legs.csv', LEGS)
    const { status, stdout } = convert(cases, '--route-legs', legs)
    expect(status).toBe(0)
    expect(stdout).toContain('2 cases written')
    const written = readFileSync(out, 'utf8')
    expect(written).not.toMatch(/マリア|アンナ/)
    expect(
      written
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).groups.route_legs.length),
    ).toEqual([1, 2])
    expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
      rows: 2,
      columns: { generalised: ['age_band_registration'], dropped: [{ kind: 'personal_name' }] },
    })
  })

  it.each([
    ['ragged', `${HEADING}\n${row('A-1')}\n${row('A-2')},extra\n`, /row 3: the row has more or fewer cells/],
    ['missing-column', `${HEADING.replace('gender,', '')}\n`, /column "gender": the column is missing/],
    ['unknown-column', `${HEADING},Maria Santos\n${row('A-1')},x\n`, /column 18: the heading is not one of this format.*--leave-out/],
    [
      'latin-1',
      Buffer.concat([Buffer.from(`${HEADING}\n${row('A-1')}\n`), Buffer.from(row('A-2', 'mujér'), 'latin1'), Buffer.from('\n')]),
      /row 3, column 7 \(gender\): bytes that are not UTF-8/,
    ],
    ['quote', `${HEADING}\n${row('A-1', '"woman')}\n`, /row 2: a quotation mark/],
    ['empty', '', /the file is empty/],
  ])('says what is wrong with a file that is %s, and writes nothing', (name, bytes, message) => {
    rmSync(out, { force: true })
    rmSync(report, { force: true })
    const { status, stderr, stdout } = convert(file(`${name}.csv`, bytes))
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
    expect(stderr + stdout).not.toMatch(/Maria|Santos|muj/)
    expect([existsSync(out), existsSync(report), readdirSync(folder).some((entry) => entry.includes('.part'))]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('does not know other kinds of files', () => {
    expect(jnatip('convert', file('x.csv', 'a\n'), '--from', 'xlsx', '--to', out).status).toBe(2)
  })
})

describe('tabulate', () => {
  const cases = file(
    'network.ndjson',
    population({ cases: 200, seed: 9 })
      .cases.map(({ submission }) => `${JSON.stringify(submission)}\n`)
      .join(''),
  )

  it('counts as a look at the file does, headed by the variables without their levels', () => {
    const { status, stdout } = jnatip(
      'tabulate',
      cases,
      '--rows',
      'gender',
      '--columns',
      'source_type@group5',
      '--where',
      'source_type=embassy',
      '--exact',
    )
    expect(status).toBe(0)
    const [heading, ...lines] = stdout.trim().split('\n')
    expect(heading).toBe('gender,source_type,cases')
    const sent = population({ cases: 200, seed: 9 }).cases.filter(
      ({ submission: { answers } }) => answers.source_type === 'embassy' && answers.gender === 'woman',
    ).length
    expect(lines).toContain(`woman,embassy,${sent}`)
  })

  it('is refused without --exact, and for what the questionnaire does not have', () => {
    const refused = jnatip('tabulate', cases, '--rows', 'gender')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/--exact/)
    expect(jnatip('tabulate', cases, '--rows', 'name', '--exact').status).toBe(2)
    expect(jnatip('tabulate', cases, '--rows', 'gender@five', '--exact').status).toBe(2)
    expect(jnatip('tabulate', cases, '--rows', 'gender', '--where', 'gender=Maria', '--exact').status).toBe(2)
  })

  it('names the line of a case that intake would refuse, and no value', () => {
    const broken = file(
      'broken.ndjson',
      `${readFileSync(cases, 'utf8').split('\n')[0]}\n{"schema":"jnatip-case/1","answers":{"gender":"Maria"},"groups":{}}\n`,
    )
    const { status, stderr } = jnatip('tabulate', broken, '--rows', 'gender', '--exact')
    expect(status).toBe(1)
    expect(stderr).toMatch(/case 2 of .*\/answers\/gender invalid_code/)
    expect(stderr).not.toMatch(/Maria/)
  })
})
