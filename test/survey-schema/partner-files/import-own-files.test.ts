/** Imports of partner files: our own columns, clean rows in five encodings, submissions in JSON. */

import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import type { GroupRows } from '../../../survey-schema/partner-files/own-columns/group-rows.ts'
import { scanRows } from '../../../survey-schema/partner-files/scan.ts'
import type { Encoding } from '../../../survey-schema/partner-files/texts/encoding.ts'
import { anySubmission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'
import { encode } from '../encode.ts'
import { OWN_COLUMNS } from '../own-columns.ts'
import { detector, read } from '../read-file.ts'
import { workbook } from '../workbook.ts'

const HEADER = [...OWN_COLUMNS, 'debt_imposed', 'debt_band']
const clean = (n: number) => [
  `A-${n}`,
  String(1980 + (n % 45)),
  'person_informed',
  'aggregate_tables',
  'ngo_shelter',
  'case_file;worker_memory',
  ['woman', 'man', 'unknown'][n % 3] as string,
  ['9_14', '24_26', '48_plus', '18--20'][n % 4] as string,
  'not_asked',
  ['TH', 'PH;JP', 'stateless', 'NA', 'CO'][n % 5] as string,
  'unknown',
  ['sexual', 'forced_labour;other', 'declined'][n % 3] as string,
  ['none', 'debt;documents', ';'][n % 3] as string,
  'other',
  'no_contact',
  'in_japan',
  'possible',
  'yes',
  ['under_500k', '5m_7m', 'no_figure'][n % 3] as string,
]

/** Rows of a file of journeys as the page hands them over. */
function legsOf([, ...rows]: readonly (readonly string[])[]): GroupRows {
  const legs = new Map(
    rows.map(([key, , from, to, purpose]) => [
      key as string,
      [{ leg_from_country: from as string, leg_to_country: to as string, leg_purpose: purpose as string }],
    ]),
  )
  return { size: legs.size, get: (key) => legs.get(key), rest: () => 0 }
}

describe('our own files', () => {
  const rows = [HEADER, ...Array.from({ length: 500 }, (_, n) => clean(n))]
  const legs = [
    ['partner_case_key', 'row_no', 'leg_from_country', 'leg_to_country', 'leg_purpose'],
    ...Array.from({ length: 500 }, (_, n) => [`A-${n}`, '1', 'TH', 'JP', 'to_exploitation']),
  ]
  it.each<[Encoding, boolean]>([
    ['utf-8', false],
    ['utf-8', true],
    ['shift_jis', false],
    ['windows-1252', false],
    ['utf-16le', true],
    ['utf-16be', false],
  ])('P06 500 clean rows in %s: identifier detection finds none, intake takes all', async (encoding, mark) => {
    // A heading that is dropped unread carries the characters of the encoding.
    const name = encoding === 'shift_jis' || encoding.startsWith('utf') ? '氏名' : 'Name'
    const text = rows.map((cells, at) => [...cells, at === 0 ? name : ''].join(',')).join('\n')
    const file = await openFile(encode(text, encoding, mark), 'clean.csv')
    expect([...scanRows(file.rows(), detector)]).toEqual([{ line: 1, column: 20, kinds: ['personal_name'] }])
    const { report } = await read(encode(text, encoding, mark), {
      routeLegs: legsOf(legs),
    })
    expect(report).toMatchObject({ rows: 500, accepted: 500, refused: 0 })
  })

  it('reads a workbook with the same columns and its two further sheets', async () => {
    const book = workbook([
      { name: 'cases', rows: rows.slice(0, 4) },
      { name: 'route_legs', rows: legs.slice(0, 4) },
      {
        name: 'contact_steps',
        rows: [
          ['partner_case_key', 'row_no', 'step_actor'],
          ['A-1', '1', 'police'],
          ['A-2', 0],
        ],
      },
    ])
    const { kind, cases, report } = await read(book)
    expect([kind, report.accepted]).toEqual(['cases', 3])
    expect(cases.map((one) => one.groups)).toEqual([
      { route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }] },
      {
        route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }],
        contact_steps: [{ step_actor: 'police' }],
      },
      { route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }], contact_steps: [] },
    ])
  })

  it('judges submissions in JSON line by line', async () => {
    const submissions = fc.sample(anySubmission, { numRuns: 20, seed: 4 })
    const lines = [...submissions.map((one) => JSON.stringify(one)), 'not json', '{"answers":{}}'].join('\n')
    const { kind, report, cases } = await read(strToU8(lines))
    expect([kind, report.rows, report.accepted, report.refused]).toEqual(['submissions', 22, 20, 2])
    expect(cases).toEqual(submissions.map((one) => JSON.parse(JSON.stringify(one))))
    expect(report.refusals[0]).toEqual({ row: 21, errors: [{ pointer: '/rows/21', rule: 'invalid_json' }] })
  })
})
