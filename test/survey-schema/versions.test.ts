/** A questionnaire that changes: what was sealed stays readable, what was sent stays acceptable. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLUMNS } from '../../survey-schema/answers/columns.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { encodeRecord } from '../../survey-schema/answers/record-bytes.ts'
import { plainSubmission } from '../support/records.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const CONTEXT = { currentYear: 2026, existingRecordRule: true }
const folder = mkdtempSync(join(tmpdir(), 'jnatip-versions-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Frozen = readonly [id: string, form: string, offset: number, bytes: number, codes: number, hash: string]
const FROZEN = JSON.parse(readFileSync(new URL('./layout-1.json', import.meta.url), 'utf8')) as readonly Frozen[]

describe('the layout of a record', () => {
  it('is what it was when the first case was sealed: no column moved, no code changed its place, added ones stand last', () => {
    const now = COLUMNS.map(({ id, form, offset, bytes, codes }, at): Frozen => {
      const first = codes.slice(0, FROZEN[at]?.[4])
      return [id, form, offset, bytes, first.length, createHash('sha256').update(first.join(' ')).digest('hex').slice(0, 16)]
    })
    expect(now).toEqual(FROZEN)
  })
})

/** A program of its own: this questionnaire with a second version, which adds a code to a list that is a byte and to one that is bits. */
const ASK = `
import { readFileSync } from 'node:fs'
import { receive } from './survey-schema/answers/receive.ts'
import { decodeRecord, encodeRecord } from './survey-schema/answers/record-bytes.ts'
const { bodies, sealed } = JSON.parse(readFileSync(0, 'utf8'))
const told = bodies.map((body) => {
  try {
    const { record } = receive(body, ${JSON.stringify(CONTEXT)})
    const bytes = encodeRecord(record)
    return { record, bytes: Buffer.from(bytes).toString('hex'), back: decodeRecord(bytes) }
  } catch (error) {
    return { slug: error.slug, errors: error.errors }
  }
})
process.stdout.write(JSON.stringify({ told, earlier: decodeRecord(new Uint8Array(Buffer.from(sealed, 'hex'))) }))
`

interface Told {
  readonly record?: { readonly questionnaire: string; readonly answers: Readonly<Record<string, unknown>> }
  readonly bytes?: string
  readonly back?: object
  readonly slug?: string
  readonly errors?: readonly object[]
}

const planted = (name: string, change: (text: string) => string) => {
  const path = join(folder, 'survey-schema', name)
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  writeFileSync(path, after)
}

beforeAll(() => {
  cpSync(join(ROOT, 'survey-schema'), join(folder, 'survey-schema'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'ask.ts'), ASK)
  planted('questionnaire/index.ts', (text) => text.replace("= ['1.0'] as const", "= ['1.0', '2.0'] as const"))
  const added = "      { code: 'added_later', en: 'Added', ja: '追加', since: '2.0' },\n"
  planted('questionnaire/c-profile.ts', (text) => text.replace(/(id: 'gender'[\s\S]*?codes: \[[\s\S]*?\n)( {4}\])/, `$1${added}$2`))
  planted('questionnaire/i-exploitation.ts', (text) =>
    text.replace(/(id: 'means_of_control'[\s\S]*?codes: \[[\s\S]*?\n)( {4}\])/, `$1${added}$2`),
  )
})

describe('a second version of the questionnaire that adds a code to two lists', () => {
  it('takes in submissions of both, stores which was answered, and reads what was sealed before it', () => {
    const plain = plainSubmission({ partner_case_key: 'A-1' })
    const first = receive(plain, CONTEXT).record
    const bodies = [
      { ...plain, questionnaire: '1.0' },
      { ...plain, questionnaire: '2.0' },
      plain,
      { ...plain, questionnaire: '2.0', answers: { ...plain.answers, gender: 'added_later', means_of_control: ['added_later'] } },
      { ...plain, questionnaire: '1.0', answers: { ...plain.answers, gender: 'added_later' } },
      { ...plain, questionnaire: '1.0', answers: { ...plain.answers, means_of_control: ['added_later'] } },
      { ...plain, questionnaire: '3.0' },
    ]
    const sealed = Buffer.from(encodeRecord(first)).toString('hex')
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), 'ask.ts'], {
      cwd: folder,
      input: JSON.stringify({ bodies, sealed }),
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
    const { told, earlier } = JSON.parse(stdout) as { told: Told[]; earlier: object }
    expect(earlier).toEqual(JSON.parse(JSON.stringify(first)))
    expect(told.map(({ record, slug }) => record?.questionnaire ?? slug)).toEqual([
      '1.0',
      '2.0',
      '2.0',
      '2.0',
      'invalid-submission',
      'invalid-submission',
      'invalid-submission',
    ])
    expect(told[0]?.bytes).toBe(sealed)
    expect([told[3]?.record?.answers.gender, told[3]?.record?.answers.means_of_control]).toEqual(['added_later', ['added_later']])
    for (const { record, back } of told) expect(back).toEqual(record)
    expect(told.slice(4).map(({ errors }) => errors)).toEqual([
      [{ pointer: '/answers/gender', rule: 'invalid_code' }],
      [{ pointer: '/answers/means_of_control', rule: 'invalid_code' }],
      [{ pointer: '/questionnaire', rule: 'invalid_code' }],
    ])
  })
})
