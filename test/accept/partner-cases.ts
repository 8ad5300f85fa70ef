/**
 * Small files of partners that were once read wrongly, each of a kind. Every one is read here as a partner reads it who says yes to what is
 * proposed and "not recorded" to the rest. A row is printed for each: what was read, dropped, asked and refused, and what must hold.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseSheet, kindOfFile, type PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile } from '../../survey-schema/partner-files/import-file.ts'
import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'
import { openFile } from '../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../survey-schema/partner-files/own-columns/group-files.ts'
import { readMapping } from '../../survey-schema/partner-files/plan/mapping.ts'
import type { ColumnPlan } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import type { ENCODINGS, Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import { CONTEXT } from '../support/records.ts'
import { type Case, CONSENT, detector } from '../survey-schema/read-file.ts'
import type { Checks } from './checks.ts'

interface Tried {
  readonly kind: PartnerFileKind | null
  /** Rules by which the file as a whole is refused. */
  readonly refused: readonly string[]
  readonly plan: ColumnPlan | null
  /** Decisions: columns, words that wait, answers for the whole file. */
  readonly asked: number
  readonly report: ImportReport | null
  readonly cases: readonly Case[]
  /** Of the encoding that was read, or null. */
  readonly encoding: string | null
}

interface Given {
  /** A further file of legs. */
  readonly legs?: Uint8Array
  readonly encoding?: Encoding
}

const NOTHING: Tried = { kind: null, refused: [], plan: null, asked: 0, report: null, cases: [], encoding: null }

async function tried(bytes: Uint8Array, name: string, { legs, encoding }: Given = {}): Promise<Tried> {
  let so: Tried = NOTHING
  try {
    const file = await openFile(bytes, name, encoding ? { encoding } : {})
    const { sheet } = chooseSheet(file)
    const kind = kindOfFile(file, sheet)
    so = { ...so, kind, encoding: file.encoding?.encoding ?? null }
    const handed = legs ? { routeLegs: await openFile(legs, 'legs.csv') } : {}
    const decisions = { ...groupsOfFile(file, kind, sheet, handed), ...(sheet === undefined ? {} : { sheet }) }
    const plan = kind === 'table' || kind === 'htcds' || kind === 'form' ? planFile(file, detector, decisions) : null
    const mapping = plan ? { mapping: readMapping({ ...plan.proposal, yes: true, rest: 'not_asked', whole: wholeOf(plan) }) } : {}
    so = { ...so, plan, asked: plan ? decisionsIn(plan) : 0 }
    const { outcomes, report } = importFile(file, kind, CONTEXT, detector, { ...decisions, ...mapping })
    const cases = [...outcomes].flatMap((one) => (one.outcome === 'refused' ? [] : [one.submission as Case]))
    return { ...so, report: report(), cases }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { ...so, refused: error.errors.map(({ rule }) => rule) }
  }
}

const wholeOf = ({ wholeFile }: ColumnPlan) => Object.fromEntries(wholeFile.map((id) => [id, (WHOLE as Record<string, string>)[id] ?? '']))
const WHOLE = { ...CONSENT, information_basis: 'case_file', registration_year: '2019' }

/** One yes to all columns that wait, one word about all that is on no list, and each answer for the whole file. */
function decisionsIn({ columns, wholeFile }: ColumnPlan): number {
  const waits = columns.filter(({ fate, words }) => fate === 'proposed' || fate === 'unknown' || words.length > 0).length
  return (waits > 0 ? 1 : 0) + (columns.some(({ unlisted, words }) => unlisted.cells + words.length > 0) ? 1 : 0) + wholeFile.length
}

interface Kind {
  /** What must hold of every file of the kind. */
  readonly point: string
  /** Files in `partner-files/FOLDER`, with what each must give; a text is what is wrong. */
  readonly files: Readonly<Record<string, (found: Tried) => boolean>>
  readonly given?: (folder: string, file: string) => Given
}

const wordsOf = ({ plan }: Tried, question: string) =>
  plan?.columns.filter(({ target }) => target?.question === question).flatMap(({ words }) => words) ?? []
const isAsked = (found: Tried, question: string, words: readonly string[]) =>
  words.every((word) => wordsOf(found, question).some((one) => one.word === word && one.codes.length > 1))
const accepted = (count: number) => (found: Tried) => found.report?.accepted === count
const journey = ({ cases }: Tried) =>
  cases.length === 1 && JSON.stringify(cases[0]?.groups.route_legs).includes('"leg_from_country":"TH","leg_to_country":"JP"')
const isRefused =
  (...rules: readonly string[]) =>
  ({ refused }: Tried) =>
    refused.length > 0 && refused.every((rule) => rules.includes(rule))
const isRefusedFor = ({ report }: Tried, ...places: readonly string[]) =>
  report?.refused === 1 &&
  report.refusals.flatMap(({ errors }) => errors.map(({ pointer, rule }) => `${pointer} ${rule}`)).join() === places.join()
/** Sex and nationality of three cases. */
const threeCases = ({ cases }: Tried) =>
  cases.length === 3 && cases.every(({ answers }) => answers.gender !== 'not_asked' && answers.citizenship !== 'not_asked')
const keysOf = ({ cases }: Tried) => cases.map(({ answers }) => answers.partner_case_key).join()
const legsBeside = (folder: string): Given => ({ legs: readFileSync(join(folder, 'legs.csv')) })

const KINDS: Readonly<Record<string, Kind>> = {
  'own-csv-through-excel': {
    point: '1: what was handed in is used or refused',
    given: (folder, file) => (/workbook|legs/.test(file) ? {} : legsBeside(folder)),
    files: {
      'plain.csv': journey,
      'semicolon.csv': journey,
      'sep-line.csv': journey,
      'title-row.csv': journey,
      'trailing-empty.csv': journey,
      'workbook.xlsx': journey,
      'workbook-title-row.xlsx': journey,
      'anybody.csv': isRefused('input_not_used'),
    },
  },
  'footer-rows': {
    point: '2: lines below the table are no cases',
    files: { 'footer.csv': accepted(2), 'hxl-and-footer.csv': accepted(1) },
  },
  'part-names': {
    point: '3: parts are found by relationships',
    files: { 'capital-shared-strings.xlsx': threeCases, 'headings-inline-answers-shared.xlsx': threeCases },
  },
  'formula-no-value': {
    point: '3: what could not be read is never "not asked"',
    files: {
      'error-cells.xlsx': ({ report }) => report?.refused === 2 && report.rules.error_value === 2,
      'openpyxl-formulas.xlsx': (found) => wordsOf(found, 'age_band_registration').some(({ word }) => word === '='),
      'xlsxwriter-zero.xlsx': (found) => wordsOf(found, 'age_band_registration').some(({ word }) => word === '=0'),
    },
  },
  'codes-that-mean-missing': {
    point: '4: what may mean both is asked once a column',
    files: {
      'codes.csv': (found) =>
        isAsked(found, 'citizenship', ['DK', 'NR', 'NI', 'NA', 'NE']) && isAsked(found, 'age_band_registration', ['98', '99', '97', '88']),
    },
  },
  'missing-words': {
    point: '4: words for missing are proposed as the gap that they are',
    files: { 'words.csv': ({ report }) => Object.keys(report?.rules ?? { none: 1 }).every((rule) => rule === 'R24') },
  },
  'number-formats': {
    point: '5: a case reference is what a person sees',
    files: {
      'formatted-keys.xlsx': (found) => keysOf(found) === 'K-0007,K-0012',
      'same-list.csv': (found) => keysOf(found) === 'K-0007,K-0012',
    },
  },
  encodings: {
    point: '6: read, or asked about; never called another',
    given: (_, file) => (file === 'tis-620.csv' ? asked('windows-874') : file === 'euc-kr.csv' ? asked('euc-kr') : {}),
    files: {
      'tis-620.csv': ({ encoding, cases }) => encoding === 'windows-874' && cases.length > 0,
      // Headings and words in Korean are none of our lists; they are shown, and asked about.
      'euc-kr.csv': ({ encoding, plan }) => encoding === 'euc-kr' && plan?.rows === 2,
      'utf8-thai.csv': ({ encoding, cases }) => encoding === 'utf-8' && cases.length > 0,
    },
  },
  'kobo-and-central': {
    point: '7: our form comes back, with its journeys',
    files: {
      'kobo-groups.xlsx': journey,
      'kobo.xml': journey,
      // The journeys of Central stand in a file of their own, which is not here.
      'central.csv': (found) => found.kind === 'form' && isRefusedFor(found, '/groups/route_legs too_few'),
    },
  },
  timestamps: {
    point: '8: a date with a time of day is its date',
    files: {
      'timestamps.csv': ({ cases }) =>
        cases.length === 8 &&
        cases.every(({ answers }) => JSON.stringify(answers.registration_year) === '{"value":"2019","precision":"year"}'),
    },
  },
  'empty-columns': {
    point: '8: columns without heading and value are ignored',
    files: {
      'styled-to-XFD.xlsx': ({ cases }) => cases.length > 0,
      'trailing-500.csv': ({ cases }) => cases.length > 0,
      'trailing-16379.csv': ({ cases }) => cases.length > 0,
    },
  },
  'other-formats': {
    point: '8: what is read, and what is said of what is not',
    files: {
      'list.ods': ({ cases }) => cases.length > 0,
      'list.xlsm': ({ cases }) => cases.length > 0,
      'password.xlsx': isRefused('encrypted'),
    },
  },
  'identifier-in-key': {
    point: '9: running numbers are taken, names are asked about',
    files: {
      'typical-keys.csv': ({ report }) => (report?.accepted ?? 0) >= 14,
      'keys.csv': ({ report }) => report?.rules.not_utf8 === 1 && (report.rules['identifier email'] ?? 0) === 1,
    },
  },
  outsiders: {
    point: 'at least 27 of 30 rows in at most ten decisions',
    files: {
      'embassy.xlsx': ({ report, asked }) => (report?.accepted ?? 0) >= 27 && asked <= 10,
      'shelter.csv': ({ report, asked }) => (report?.accepted ?? 0) >= 27 && asked <= 10,
    },
  },
}

const asked = (encoding: (typeof ENCODINGS)[number]): Given => ({ encoding })

const counts = (of: Readonly<Record<string, number>>) =>
  Object.entries(of)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

function line({ report, refused, asked }: Tried): string {
  if (!report) return `the file is refused: ${refused.join(', ')}`
  const { cells, rows, accepted, lines } = report
  return [
    `${accepted} of ${rows} rows`,
    `${lines.length} lines are no cases`,
    `${cells.answers} answers and ${cells.gaps} gaps read`,
    `dropped: ${counts(cells.dropped) || 'nothing'}`,
    `${asked} decisions`,
    `refused: ${counts(report.rules) || 'nothing'}`,
  ].join('; ')
}

/** Checks what stands under `cases/`; what is not there is not checked. */
export async function checkPartnerCases(to: Checks, data: string): Promise<void> {
  const all = join(data, 'cases/partner-files')
  for (const [name, { point, files, given }] of Object.entries(KINDS))
    for (const [file, holds] of Object.entries(files)) {
      const folder = join(all, name)
      if (!existsSync(join(folder, file))) continue
      const found = await tried(readFileSync(join(folder, file)), file, given?.(folder, file))
      to.holds(`${name}/${file}, ${point}`, holds(found), line(found))
      const { cells } = found.report ?? {}
      if (!cells) continue
      const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((so, count) => so + count, 0)
      const adds = cells.answers + cells.gaps + sum(cells.dropped) + cells.leftOut + sum(cells.refused)
      if (adds !== cells.read) to.holds(`${name}/${file}: its cells add up`, false, `${adds} of ${cells.read}`)
    }
  const bodies = join(data, 'cases/receipts/bodies.ndjson')
  if (!existsSync(bodies)) return
  const typed = readFileSync(bodies, 'utf8').trim().split('\n')
  const read = typed.map((body) => readReceipt((JSON.parse(body) as { code: string }).code))
  // Letters of another script and a code that is cut are none.
  const wrong = typed.filter((_, at) => read[at] === null)
  to.holds(
    'receipts, 11: every dash and invisible mark is dropped',
    new Set(read.filter((one) => one !== null)).size === 1 && wrong.length === 2,
    `${read.length - wrong.length} of ${typed.length} ways of typing it`,
  )
}
