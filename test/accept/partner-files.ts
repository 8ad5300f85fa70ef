/**
 * Files of partners, imported. The published form of the case data standard, filled with invented people whose
 * names, birth dates and telephones stand in the first columns; and the published records as CSV, as XLSX and in Shift_JIS.
 */
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Papa from 'papaparse'
import { workbook } from '../../analysis/publication/formats/office/workbook.ts'
import { openWorkbook } from '../../survey-schema/partner-files/workbooks/workbook.ts'
import { encode } from '../survey-schema/encode.ts'
import type { Checks } from './checks.ts'
import type { Processes } from './processes.ts'

export async function checkPartnerFiles(to: Checks, all: Processes, data: string, folder: string): Promise<void> {
  const form = join(data, 'data/htcds/htcds_xlsform.xlsx')
  if (existsSync(form)) await standardForm(to, all, form, folder)
  await sameCases(to, all, join(data, 'data/ctdc/CTDC_global_kanon_20210715.csv'), folder)
}

interface Converted {
  readonly cases: readonly { readonly answers: Readonly<Record<string, unknown>> }[]
  readonly lines: string
  readonly report: {
    readonly rows: number
    readonly accepted: number
    readonly columns: {
      readonly dropped: readonly { readonly position: number; readonly kind: string }[]
      readonly unknown: readonly number[]
    }
  }
  readonly said: string
}

async function convert(all: Processes, file: string, kind: string): Promise<Converted> {
  const [cases, report] = [`${file}.ndjson`, `${file}.report.json`]
  const { code, stdout, stderr } = await all.run('convert', file, '--from', kind, '--to', cases, '--report', report)
  if (code !== 0) throw new Error(stderr)
  const lines = readFileSync(cases, 'utf8')
  return {
    cases: lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Converted['cases'][number]),
    lines,
    report: JSON.parse(readFileSync(report, 'utf8')) as Converted['report'],
    said: `${stdout}${stderr}`,
  }
}

/** Invented, and unlike any word of a code list. */
const WORD = 'Zuzukenmei'
const PEOPLE = 6
/** What a text of the form may not become, by the field it stands in. */
const FIRST = /^prs_(?:Salutation|First|Second|Birthdate|Title|Email|HomePhone|MobilePhone|Mailing)/
const KINDS: Readonly<Record<string, string>> = {
  prs_First_Name: 'personal_name',
  prs_Second_Name: 'personal_name',
  prs_Birthdate: 'date_of_birth',
  prs_HomePhone: 'telephone',
  prs_MobilePhone: 'telephone',
  prs_Email: 'email',
  prs_MailingStreet: 'address',
}

async function standardForm(to: Checks, all: Processes, form: string, folder: string) {
  const book = openWorkbook(readFileSync(form))
  const rows = (name: string) => {
    const found = book.sheets.find((sheet) => sheet.name === name)
    return found ? [...book.rows(found.position)].slice(1).map(({ cells }) => cells.map((cell) => cell.trim())) : []
  }
  const fields = rows('survey').map(([type = '', name = '']) => ({ type, name }))
  const columns = [...fields.filter(({ name }) => FIRST.test(name)), ...fields.filter(({ name }) => !FIRST.test(name))]
  const choices = rows('choices')
  const codes = (list: string) => choices.filter(([of]) => of === list).map(([, code = '']) => code)
  const file = join(folder, 'standard-form.xlsx')
  const people = Array.from({ length: PEOPLE }, (_, person) => columns.map(({ type, name }) => answer(type, name, codes, person)))
  writeFileSync(file, workbook([{ name: 'export', rows: [columns.map(({ name }) => name), ...people] }]))

  const { cases, lines, report, said } = await convert(all, file, 'htcds')
  to.equal('the published form, filled with invented people: rows, accepted', [report.rows, report.accepted], [PEOPLE, PEOPLE])
  const dropped = new Map(report.columns.dropped.map(({ position, kind }) => [position, kind]))
  const identifying = columns.flatMap(({ name }, at) => (FIRST.test(name) ? [{ name, kind: dropped.get(at + 1) }] : []))
  to.holds(
    'its identifying columns stand first and are dropped by kind',
    identifying.length > 8 && identifying.every(({ kind }) => kind !== undefined),
    identifying.map(({ kind }) => kind).join(', '),
  )
  to.equal(
    'names, birth dates, telephones and addresses by their own kinds',
    identifying.filter(({ name }) => name in KINDS).map(({ name, kind }) => [name, kind]),
    identifying.filter(({ name }) => name in KINDS).map(({ name }) => [name, KINDS[name]]),
  )
  to.equal('columns left out without a kind', report.columns.unknown, [])
  to.holds(
    'nothing of the people is in the cases, the report or what was said',
    ![lines, said, JSON.stringify(report)].some((text) => new RegExp(`${WORD}|1983|2019-04|0312345678|@`).test(text)),
  )
  to.holds(
    'the date of referral is cut to its year',
    cases.every(({ answers }) => JSON.stringify(answers.registration_year) === JSON.stringify({ value: '2019', precision: 'year' })),
  )
  const mapped = [
    'gender',
    'citizenship',
    'means_of_control',
    'exploitation_types',
    'recruitment_channel',
    'sexual_kinds',
    'labour_sectors',
    'consent_basis',
  ]
  to.equal(
    'the rest is mapped',
    mapped.filter((id) => cases.some(({ answers }) => answers[id] !== undefined && answers[id] !== 'not_asked')),
    mapped,
  )
}

/** The choices in turn, so that each person differs; what is typed is one unmistakable word. */
function answer(type: string, name: string, codes: (list: string) => readonly string[], person: number): string {
  const [kind = '', list = ''] = type.split(/\s+/)
  const offered = codes(list)
  if (name === 'con_Consent') return 'TRUE'
  if (name === 'vic_TypeOfExploitation') return 'ForcedLabour SexualExploitation'
  if (kind === 'select_one') return offered[person % Math.max(1, offered.length)] ?? ''
  if (kind === 'select_multiple') return [offered[person % offered.length], offered[(person + 1) % offered.length]].join(' ')
  if (name === 'prs_Birthdate') return '1983-04-01'
  if (kind === 'date') return '2019-04-12'
  if (kind === 'start' || kind === 'end') return '2019-04-12T10:20:30.000+09:00'
  if (/Phone/.test(name)) return '0312345678'
  if (/Email/.test(name)) return `${WORD}@example.test`
  return kind === 'calculate' ? 'v1' : WORD
}

const ROWS = 3000
/** A column as partners keep it beside: it makes the bytes say which encoding they are, and is dropped as a narrative. */
const REMARKS = { heading: '備考', text: '架空の記録です。' }

async function sameCases(to: Checks, all: Processes, csv: string, folder: string) {
  const lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(csv) })) {
    lines.push(line)
    if (lines.length > ROWS) break
  }
  const [heading = [], ...records] = Papa.parse(lines.join('\n'), {}).data
  const table = [[REMARKS.heading, ...heading], ...records.map((record) => [REMARKS.text, ...record])]
  const written = Papa.unparse(table, { newline: '\r\n' })
  const files: Readonly<Record<string, Uint8Array>> = {
    'records.csv': encode(written, 'utf-8', false),
    'records-sjis.csv': encode(written, 'shift_jis', false),
    'records.xlsx': workbook([{ name: '記録', rows: table }]),
  }
  const found: [string, Converted][] = []
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes)
    found.push([name, await convert(all, join(folder, name), 'ctdc-2021')])
  }
  const [[, first]] = found as [[string, Converted]]
  to.equal('published records as CSV: rows, accepted', [first.report.rows, first.report.accepted], [ROWS, ROWS])
  for (const [name, { lines: other }] of found.slice(1))
    to.holds(`the same records as ${name} give the same cases`, other === first.lines, `${ROWS} rows`)
  to.equal(
    'the column beside is dropped by its kind in all',
    found.map(([, { report }]) => report.columns.dropped.find(({ position }) => position === 1)?.kind),
    found.map(() => 'narrative'),
  )
  to.holds(
    'and nothing of it is kept',
    found.every(([, { lines: kept, said }]) => !kept.includes('架空') && !said.includes('架空')),
  )
}
