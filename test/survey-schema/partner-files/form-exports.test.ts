/** Our own form, filled in with other tools and exported, comes back as the case that the page of the form would have sent. */
import { strToU8, zipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { encodeRecord } from '../../../survey-schema/answers/record-bytes.ts'
import { chooseSheet, kindOfFile } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile, type HandedIn } from '../../../survey-schema/partner-files/own-columns/group-files.ts'
import { QUESTIONS } from '../../../survey-schema/questionnaire/index.ts'
import { type Case, centralTables, type ExportStyle, koboSheets, koboXml, type TableOfText, WORD } from '../../support/form-exports.ts'
import { anySubmission, CONTEXT, plainSubmission, type Submission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'
import { detector } from '../read-file.ts'
import { workbook } from '../workbook.ts'

/** Codes that a form does not offer, and lists with nothing ticked, come from other files alone; the exports confirm nothing. */
const fits = ({ confirmed: _, ...submission }: Submission) => {
  const { answers, groups } = submission
  const offered = QUESTIONS.every(({ id, codes }) => {
    const given = answers[id]
    return !codes.some((code) => code.importOnly && code.code === given) && !(Array.isArray(given) && given.length === 0)
  })
  if (!offered || groups.route_legs.length === 0) return false
  try {
    receive(submission, CONTEXT)
    return true
  } catch {
    return false
  }
}
const someCases = fc
  .array(anySubmission.filter(fits), { minLength: 1, maxLength: 5 })
  .map((cases) => cases.map(({ answers, groups }, at): Case => ({ answers: { ...answers, partner_case_key: `K-${at}` }, groups })))

/** What the page of the form sends, as it is sealed. */
const bytesOf = (submission: object) => [...encodeRecord(receive(submission, CONTEXT).record)]
const asTheForm = ({ answers, groups }: Case) => bytesOf({ schema: 'jnatip-case/1', answers, groups })

const text = (table: TableOfText, mark = ',') => strToU8(Papa.unparse(table as string[][], { delimiter: mark, newline: '\r\n' } as never))
const inBook = (sheets: ReadonlyMap<string, TableOfText>) => workbook([...sheets].map(([name, rows]) => ({ name, rows })))

async function read(bytes: Uint8Array, name: string, handed: HandedIn = {}, main = 1) {
  const file = await openFile(bytes, name)
  const sheet = file.sheets.length > 0 ? main : undefined
  const kind = kindOfFile(file, sheet)
  const { outcomes, report } = importFile(file, kind, CONTEXT, detector, {
    ...groupsOfFile(file, kind, sheet, handed),
    ...(sheet === undefined ? {} : { sheet }),
  })
  const found = [...outcomes]
  return {
    kind,
    refused: found.flatMap((one) => (one.outcome === 'refused' ? one.errors.map(({ pointer, rule }) => `${pointer} ${rule}`) : [])),
    bytes: found.flatMap((one) => (one.outcome === 'refused' ? [] : [bytesOf(one.submission)])),
    submissions: found.flatMap((one) => (one.outcome === 'refused' ? [] : [one.submission])),
    report: report(),
  }
}

const STYLES: readonly ExportStyle[] = (['/', '-', '.', null] as const).flatMap((between) =>
  (['joined', 'split', 'both'] as const).map((several) => ({ between, several })),
)

describe('an export of our form gives the bytes that the form gives', () => {
  it.each(STYLES)('a workbook with $between between groups and several answers $several', async (style) => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        const { kind, refused, bytes, submissions } = await read(inBook(koboSheets(cases, style)), 'export.xlsx')
        expect([kind, refused]).toEqual(['form', []])
        expect(bytes).toEqual(cases.map(asTheForm))
        expect(JSON.stringify(submissions)).not.toContain(WORD)
      }),
      { numRuns: 12 },
    )
  })

  it.each(['en', 'ja'] as const)('a workbook with the words of %s, several answers in a column each', async (words) => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        // "Declined" is an answer here and the code of another: it is refused, not guessed.
        fc.pre(words === 'ja' || cases.every(({ answers }) => answers.cooperation !== 'did_not_cooperate'))
        const { kind, refused, bytes } = await read(inBook(koboSheets(cases, { between: '/', several: 'split', words })), 'export.xlsx')
        expect([kind, refused]).toEqual(['form', []])
        expect(bytes).toEqual(cases.map(asTheForm))
      }),
      { numRuns: 20 },
    )
  })

  it.each(['joined', 'both'] as const)('three tables of text, several answers %s', async (several) => {
    await fc.assert(
      fc.asyncProperty(someCases, fc.constantFrom(',', ';', '|'), async (cases, mark) => {
        const { submissions, route_legs, contact_steps } = centralTables(cases, several)
        const handed = {
          routeLegs: await openFile(text(route_legs, mark), 'legs.csv'),
          contactSteps: await openFile(text(contact_steps, mark), 'steps.csv'),
        }
        const found = await read(text(submissions, mark), 'submissions.csv', handed)
        expect([found.kind, found.refused]).toEqual(['form', []])
        expect(found.bytes).toEqual(cases.map(asTheForm))
        expect(JSON.stringify(found.submissions)).not.toContain(WORD)
      }),
      { numRuns: 25 },
    )
  })

  it('the tables of text in one archive, beside what else was packed', async () => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        const { submissions, route_legs, contact_steps } = centralTables(cases)
        const packed = zipSync({
          'media/1.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
          'jnatip_case-part_contact-contact_steps.csv': text(contact_steps),
          'jnatip_case-part_route-route_legs.csv': text(route_legs),
          'jnatip_case.csv': text(submissions),
        })
        const { kind, refused, bytes } = await read(packed, 'export.zip', {}, 3)
        expect([kind, refused]).toEqual(['form', []])
        expect(bytes).toEqual(cases.map(asTheForm))
        expect(chooseSheet(await openFile(packed, 'export.zip')).sheet).toBe(3)
      }),
      { numRuns: 15 },
    )
  })

  it('XML under a root of the tool, one submission or several', async () => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        const several = `<submissions>${cases.map((one) => koboXml(one).replace(/^<\?xml.*?\?>/, '')).join('')}</submissions>`
        const all = [...(await openFile(strToU8(several), 'all.xml')).bodies!()]
        expect(all.map(({ value }) => bytesOf(value as object))).toEqual(cases.map(asTheForm))
        const [one] = (await openFile(strToU8(`\uFEFF${koboXml(cases[0] as Case)}`), 'one.xml')).bodies!()
        expect(bytesOf(one?.value as object)).toEqual(asTheForm(cases[0] as Case))
        expect(one?.dropped).toEqual({ metadata: 7 })
        expect(JSON.stringify(all)).not.toContain(WORD)
      }),
      { numRuns: 40 },
    )
  })
})

describe('an export of our form that does not say the same twice, or not all', () => {
  const one = plainSubmission() as Case
  const legs = {
    route_legs: [
      { leg_from_country: 'TH', leg_to_country: 'MY', leg_purpose: 'transit' },
      { leg_from_country: 'MY', leg_to_country: 'JP', leg_purpose: 'to_exploitation' },
    ],
  }
  const two = [one, plainSubmission({ partner_case_key: 'A-18' }, legs) as Case]
  const change = (sheets: ReadonlyMap<string, TableOfText>, name: string, by: (rows: string[][]) => void) => {
    const rows = (sheets.get(name) as TableOfText).map((cells) => [...cells])
    by(rows)
    return inBook(new Map([...sheets, [name, rows]]))
  }
  const at = (rows: string[][], heading: string) => (rows[0] as string[]).findIndex((cell) => cell.endsWith(heading))
  const put = (rows: string[][], row: number, heading: string, value: string) => {
    const cells = rows[row] as string[]
    cells[at(rows, heading)] = value
  }
  const style = { between: '/', several: 'both' } as const
  const sheets = koboSheets(two, style)
  const refusals = async (bytes: Uint8Array, handed: HandedIn = {}) => {
    try {
      return (await read(bytes, 'file', handed)).refused
    } catch (error) {
      return (error as { errors: { pointer: string; rule: string }[] }).errors.map(({ pointer, rule }) => `${pointer} ${rule}`)
    }
  }

  it('keeps the order of legs in a sheet that was sorted since', async () => {
    const sorted = change(sheets, 'route_legs', (rows) => rows.push(...rows.splice(1).reverse()))
    expect((await read(sorted, 'file.xlsx')).bytes).toEqual(two.map(asTheForm))
  })

  it.each<[string, Uint8Array, readonly string[]]>([
    [
      'a tick that the joined column does not have',
      change(sheets, 'JNATIP case', (rows) => put(rows, 1, 'exploitation_types/forced_labour', '1')),
      ['/rows/2/exploitation_types columns_disagree'],
    ],
    [
      'a mark that is neither',
      change(sheets, 'JNATIP case', (rows) => put(rows, 1, 'exploitation_types/forced_labour', 'maybe')),
      ['/rows/2/exploitation_types invalid_code'],
    ],
    [
      'a word that is no code',
      change(sheets, 'JNATIP case', (rows) => put(rows, 1, '/gender', 'girl')),
      ['/answers/gender undecided_word'],
    ],
    [
      'a year and a reason for none',
      change(sheets, 'JNATIP case', (rows) => put(rows, 1, '/registration_year_state', 'unknown')),
      ['/answers/registration_year invalid_type'],
    ],
    [
      'a column of nobody',
      change(sheets, 'JNATIP case', (rows) => rows.forEach((cells, n) => void cells.push(n === 0 ? 'part_admin/hobby' : 'ζ'))),
      ['/columns/'],
    ],
    ['no place to link to', change(sheets, 'JNATIP case', (rows) => put(rows, 0, '_index', '')), ['/columns/_index missing_column']],
    [
      'two submissions of one place',
      change(sheets, 'JNATIP case', (rows) => put(rows, 2, '_index', '1')),
      ['/rows/3/_index duplicate_key'],
    ],
    [
      'a leg of no submission',
      change(sheets, 'route_legs', (rows) => put(rows, 1, '_parent_index', '9')),
      ['/route_legs group_without_case'],
    ],
    [
      'a leg that names none',
      change(sheets, 'route_legs', (rows) => put(rows, 1, '_parent_index', '')),
      ['/sheets/2/rows/2/_parent_index required'],
    ],
    [
      'the same case twice',
      change(sheets, 'JNATIP case', (rows) => put(rows, 2, '/partner_case_key', 'A-17')),
      ['/rows/3/partner_case_key duplicate_key'],
    ],
  ])('refuses %s at its place', async (_, bytes, rules) => {
    const found = await refusals(bytes)
    for (const rule of rules) expect(found.join('\n')).toContain(rule)
    expect(found.length).toBeGreaterThan(0)
  })

  it('refuses cases without their journeys, and files that belong to another kind', async () => {
    const { submissions, route_legs } = centralTables([one])
    expect(await refusals(text(submissions))).toEqual(['/groups/route_legs too_few'])
    const routeLegs = await openFile(text(route_legs), 'legs.csv')
    expect(await refusals(strToU8('id,Sex\n1,F\n'), { routeLegs })).toEqual(['/route_legs input_not_used'])
    expect(await refusals(inBook(koboSheets([one], style)), { routeLegs })).toEqual([
      '/route_legs input_not_used',
      '/sheets/2 input_not_used',
    ])
  })

  it('is known by its groups alone where the columns of the tool were deleted', async () => {
    const rows = (sheets.get('JNATIP case') as TableOfText).map((cells) => cells.slice(2, -10))
    const { kind, refused } = await read(inBook(new Map([['cases', rows]])), 'file.xlsx')
    expect([kind, refused]).toEqual(['form', ['/groups/route_legs too_few', '/groups/route_legs too_few']])
  })

  it('drops what the tool added by name, and identifiers by their kind', async () => {
    const named = change(sheets, 'JNATIP case', (rows) =>
      rows.forEach((cells, n) => void cells.push(n === 0 ? 'part_admin/telephone' : 'ζ')),
    )
    const { report, bytes } = await read(named, 'file.xlsx')
    expect(bytes).toEqual(two.map(asTheForm))
    const kinds = report.columns.dropped.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'metadata').length).toBe(12)
    expect(kinds.filter((kind) => kind !== 'metadata')).toEqual(['telephone'])
  })
})
