/** `schema` writes every form, twice the same, and says no in the ways of the other commands. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { questionnaireXForm } from '../../survey-schema/forms/xform.ts'
import { PROGRAM } from '../support/program.ts'
import { PROJECT } from '../support/project-files.ts'
import { plainSubmission, type Submission } from '../support/records.ts'
import { xformInstance } from '../support/xform-instance.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-forms-'))
afterAll(() => rmSync(folder, { recursive: true }))

const jnatip = (args: readonly string[], env: Readonly<Record<string, string>> = {}, command = 'schema') =>
  spawnSync(process.execPath, [PROGRAM, command, ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
const files = (out: string) =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort()

describe('schema', () => {
  it('writes all forms, the same bytes in another place, time zone and language', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'deep/two')]
    const host = 'forms.example.org'
    // The same name, said or read from the settings of the network.
    writeFileSync(join(folder, 'network.json'), JSON.stringify({ receipt_host: host }))
    const first = jnatip(['--to', 'all', '--out', one, '--host', host, '--json'])
    const second = jnatip(['--to', 'xlsform,xform,ddi,json-schema,datapackage,paper,codebook', '--out', two, '--data', folder], {
      TZ: 'Asia/Tokyo',
      LANG: 'ja_JP.UTF-8',
    })
    expect([first.status, second.status]).toEqual([0, 0])
    expect(files(one)).toEqual([
      'case.ddi.xml',
      'case.schema.json',
      'case.xform.xml',
      'case.xlsform.xlsx',
      'codebook.en.html',
      'codebook.en.md',
      'codebook.ja.html',
      'codebook.ja.md',
      'datapackage/cases.csv',
      'datapackage/contact_steps.csv',
      'datapackage/datapackage.json',
      'datapackage/route_legs.csv',
      'paper.pdf',
    ])
    expect(files(two)).toEqual(files(one))
    for (const file of files(one)) expect(readFileSync(join(two, file)).equals(readFileSync(join(one, file))), file).toBe(true)
    expect((JSON.parse(first.stdout) as { files: string[] }).files.length).toBe(13)
    expect(readFileSync(join(one, 'case.xform.xml'), 'utf8')).toBe(questionnaireXForm())
  })

  it('answers --help with 0, a form that does not exist with 2, a key that is none with 1', () => {
    expect(jnatip(['--help']).status).toBe(0)
    expect(jnatip(['--to', 'spss', '--out', folder]).status).toBe(2)
    expect(jnatip(['--to', 'paper']).status).toBe(2)
    const refused = jnatip(['--to', 'paper', '--out', folder, '--key', join(PROJECT, 'package.json'), '--json'])
    writeFileSync(join(folder, 'network.json'), '{"receipt_host": 7}')
    expect(jnatip(['--to', 'paper', '--out', folder, '--data', folder]).status).toBe(2)
    expect([refused.status, (JSON.parse(refused.stdout) as { error: string }).error]).toEqual([1, 'invalid-key'])
  })

  it('convert takes back what a tool stored of the form', () => {
    const [submission, cases] = [join(folder, 'submission.xml'), join(folder, 'cases.ndjson')]
    writeFileSync(submission, xformInstance(plainSubmission() as unknown as Submission))
    const { status, stdout } = jnatip([submission, '--from', 'xform', '--to', cases, '--json'], {}, 'convert')
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { rows: 1, accepted: 1, refused: 0 }])
    expect(JSON.parse(readFileSync(cases, 'utf8'))).toMatchObject({
      questionnaire: '1.0',
      answers: { gender: 'woman', citizenship: ['TH'] },
    })
    writeFileSync(submission, '<data id="jnatip_case">')
    expect(jnatip([submission, '--from', 'xform', '--to', cases], {}, 'convert').status).toBe(1)
  })
})
