/** Imports of partner files: cells read = answers + gaps + dropped + left out + refused, whatever the format and whatever stands in it. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ImportReport } from '../../../survey-schema/partner-files/judge.ts'
import { groupReader } from '../../../survey-schema/partner-files/own-columns/group-rows.ts'
import { DROPPED_COLUMNS, MAPPED_COLUMNS } from '../../../survey-schema/partner-files/published/ctdc-2021-columns.ts'
import { CTDC_2024_COLUMNS } from '../../../survey-schema/partner-files/published/ctdc-2024.ts'
import { anySubmission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'
import { cellsOfSheet, cellsOfText, leavesOfLines } from '../counted-cells.ts'
import { OWN_COLUMNS } from '../own-columns.ts'
import { csv } from '../read-file.ts'
import { lostCells, reported } from '../reported.ts'
import { workbook } from '../workbook.ts'

function addsUp(report: ImportReport, counted: number): void {
  expect(lostCells(report, counted)).toBeNull()
}

const HEADINGS = [
  'No.',
  'Year',
  'Full name',
  'Sex',
  'Age',
  '国籍',
  '電話',
  '被害の種類',
  'Debt imposed',
  '借金',
  '都道府県',
  'Confinement or surveillance',
  '感想',
  'Notes',
  'Referred by',
  'Came alone',
]
const CELLS = [
  ...[
    '',
    ' ',
    '　',
    'F',
    '女性',
    'TH',
    'Filipino',
    'DK',
    'NA',
    '2019',
    'R2/3/4',
    '24',
    '98',
    '30代',
    'about 25',
    '売春',
    '労働、売春',
    'unknown',
    '不明',
  ],
  ...[
    'none',
    'なし',
    '#N/A',
    '=',
    '=0',
    '090-0000-1234',
    'Maria Halimbawa',
    '例田 花子',
    'ζ',
    'x',
    '○',
    '0',
    '-',
    'Total',
    'Source: list',
    '※注',
    '#affected+f',
    '東京都',
    '150万',
    'yes',
    'no',
    'a\uFFFDb',
    '警察',
    '9999',
  ],
]
const cell = fc.constantFrom(...CELLS)

/** Rows under some of the headings, each once, with titles above and a total below. */
const anyTable = fc.record({
  headings: fc.shuffledSubarray(HEADINGS, { minLength: 4 }),
  rows: fc.array(fc.array(cell, { minLength: HEADINGS.length, maxLength: HEADINGS.length }), { maxLength: 12, size: 'max' }),
  keyed: fc.boolean(),
  title: fc.boolean(),
  total: fc.boolean(),
  rest: fc.constantFrom(undefined, 'not_asked', 'unknown', ''),
})
type AnyTable = typeof anyTable extends fc.Arbitrary<infer One> ? One : never

const rowsOf = ({ headings, rows, keyed, title, total }: AnyTable): string[][] => [
  ...(title ? [['Cases of the office', ...headings.slice(1).map(() => '')]] : []),
  headings,
  ...rows.map((cells, at) => headings.map((heading, column) => (keyed && heading === 'No.' ? `K-${at}` : (cells[column] as string)))),
  ...(total ? [['合計', String(rows.length), ...headings.slice(2).map(() => '')]] : []),
]

describe('every cell', () => {
  it('of a table is counted once, in text and in a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const rows = rowsOf(table)
        const text = csv(rows)
        addsUp(await reported(text, 'list.csv', table.rest), cellsOfText(text))
        const book = workbook([{ name: 'list', rows }])
        addsUp(await reported(book, 'list.xlsx', table.rest), cellsOfSheet(book))
      }),
      { numRuns: 150 },
    )
  })

  const HTCDS = [
    'cas_CaseNumber',
    'prs_Gender',
    'prs_FirstName',
    'prs_Citizenship',
    'con_Consent',
    'vic_TraffickingStatus',
    'vic_TraffickingStatusDecisionMakingOrg',
    'hte_Type',
    'vic_TypeOfExploitation',
    'vic_MethodsOfControl',
    'prs_NumberOfChildren',
  ]
  it('of a file of HTCDS is counted once', async () => {
    const value = fc.constantFrom(
      '',
      'TRUE',
      'Woman',
      'THA',
      'Police',
      'Exploitation',
      'VictimOfTrafficking',
      'Threats',
      '2',
      '-99',
      'ζ',
      'Prostitution',
      'ChildLabour',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { minLength: HTCDS.length, maxLength: HTCDS.length }), { maxLength: 8 }), async (rows) => {
        const text = csv([HTCDS, ...rows])
        addsUp(await reported(text, 'cases.csv', 'not_asked'), cellsOfText(text))
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['2021', [...MAPPED_COLUMNS, ...Object.keys(DROPPED_COLUMNS)]],
    ['2024', CTDC_2024_COLUMNS],
  ])('of a file of CTDC %s is counted once', async (_, columns) => {
    const value = fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      { weight: 3, arbitrary: fc.constantFrom('1', '0', '-99') },
      { weight: 1, arbitrary: fc.constantFrom('Female', 'PH', 'PHL', '9--17', 'Adult', 'Minor', 'Hotline', '2016', 'ζ', '0-12', 'Other') },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: columns.length, maxLength: columns.length }), { maxLength: 8 }),
        async (rows) => {
          const text = csv([columns, ...rows])
          addsUp(await reported(text, 'ctdc.csv'), cellsOfText(text))
        },
      ),
      { numRuns: 100 },
    )
  })

  const OWN = [...OWN_COLUMNS, '氏名', 'extra']
  const LEG = ['partner_case_key', 'row_no', 'leg_from_country', 'leg_to_country', 'leg_purpose', '電話']
  it('of our own files is counted once, those of its journeys among them', async () => {
    const given: readonly (readonly string[])[] = [
      ['A-1', 'A-1', 'A-2', 'A-3', ''],
      ['2004', '2005', 'unknown'],
      ['existing_record_rule'],
      ['aggregate_tables'],
      ['ngo_shelter'],
      ['case_file'],
      ['woman', 'woman', 'not_asked', 'ζ'],
      ['24', '9--17'],
      ['not_asked'],
      ['TH', 'TH;PH', ';', ''],
      ['unknown'],
      ['sexual'],
      ['none'],
      ['other'],
      ['no_contact'],
      ['in_japan'],
      ['possible'],
      ['例田', ''],
      ['y', ''],
    ]
    const row = fc.tuple(...given.map((values) => fc.constantFrom(...values)))
    const leg = fc.tuple(
      fc.constantFrom('A-1', 'A-1', 'A-1', 'A-2', 'B-9'),
      fc.constantFrom('TH', 'not_asked'),
      fc.constantFrom('JP', 'JP', 'JP', 'ζ'),
      fc.constantFrom('', '090-0000-1234'),
    )
    let accepted = 0
    let refusedForJourneys = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.array(leg, { minLength: 1, maxLength: 6 }), async (rows, legs) => {
        const numbers = new Map<string, number>()
        const legRows = legs.map(([key, from, to, phone]) => {
          numbers.set(key, (numbers.get(key) ?? 0) + 1)
          return [key, String(numbers.get(key)), from, to, 'transit', phone]
        })
        const [text, journeys] = [csv([OWN, ...rows]), csv([LEG, ...legRows])]
        const reader = groupReader('route_legs')
        for (const [at, cells] of [LEG, ...legRows].entries())
          if (at === 0) reader.header(cells)
          else reader.row(cells, at + 1)
        const asked = reported(text, 'cases.csv', undefined, { leaveOut: [OWN.length], routeLegs: reader.rows() })
        const keys = rows.map(([key = '']) => key)
        // Journeys whose case is not in the file refuse it.
        if (legs.some(([key]) => !keys.includes(key))) {
          refusedForJourneys++
          await expect(asked).rejects.toMatchObject({ errors: [{ pointer: '/route_legs', rule: 'group_without_case' }] })
          return
        }
        const report = await asked
        addsUp(report, cellsOfText(text) + cellsOfText(journeys))
        accepted += report.accepted
      }),
      { numRuns: 400 },
    )
    expect([accepted > 20, refusedForJourneys > 20]).toEqual([true, true])
  })

  it('of filled questionnaires is counted once: every leaf', async () => {
    const beside = fc.constantFrom({}, { phone: '090-0000-1234' }, { gender: 'ζ' }, { ζ: 1 }, { 氏名: { 姓: 'ζ', 名: 'ζ' } })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anySubmission, beside), { minLength: 1, maxLength: 4 }), async (bodies) => {
        const lines = bodies.map(([body, more]) => JSON.stringify({ ...body, language: 'ja', answers: { ...body.answers, ...more } }))
        const bytes = strToU8(lines.join('\n'))
        addsUp(await reported(bytes, 'cases.ndjson'), leavesOfLines(bytes))
      }),
      { numRuns: 60 },
    )
  })

  it('of flat objects is counted once, those with a key of their own among them', async () => {
    const value = fc.constantFrom(null, '', 'F', 24, 'ζ', '2019')
    const entry = fc.oneof(
      { weight: 5, arbitrary: fc.record({ 'No.': fc.constantFrom('K-1', 'K-2', 'K-3'), Sex: value, Age: value, 氏名: value }) },
      { weight: 1, arbitrary: fc.constantFrom({ 'No.': 'K-9', ζ: 'ζ' }, 'ζ', 7) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
        const first = Array.from({ length: 500 }, (_, at) => ({ 'No.': `A-${at}`, Sex: 'F', Age: '', 氏名: '' }))
        const bytes = strToU8([...first, ...entries].map((one) => JSON.stringify(one)).join('\n'))
        const report = await reported(bytes, 'list.ndjson', 'not_asked')
        // The keys are the headings.
        addsUp(report, leavesOfLines(bytes) + 4)
      }),
      { numRuns: 25 },
    )
  })

  it('of a row whose question does not apply is named with its row, and is no answer', async () => {
    const text = csv([
      ['No.', 'Sex', 'debt_imposed', 'debt_band'],
      ['K-1', 'F', 'no', '150万円'],
      ['K-2', 'F', 'yes', '150万円'],
    ])
    const { cells, notTaken, readings } = await reported(text, 'list.csv')
    expect(cells).toMatchObject({ read: 8, answers: 7, refused: { does_not_arise: 1 }, outside: 4 })
    expect(notTaken).toEqual([{ row: 2, errors: [{ pointer: '/answers/debt_band', rule: 'does_not_arise' }] }])
    expect(readings.does_not_arise).toBe(1)
  })
})
