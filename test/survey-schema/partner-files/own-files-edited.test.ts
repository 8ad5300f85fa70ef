/** Our own files after a spreadsheet program had them: titles, `sep=` lines, empty columns, sheets. What is handed in is read or refused. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { chooseSheet, isGroup, kindOfFile } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile, type HandedIn } from '../../../survey-schema/partner-files/own-columns/group-files.ts'
import { CTDC_2024_COLUMNS } from '../../../survey-schema/partner-files/published/ctdc-2024.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { CONTEXT, plainSubmission } from '../../support/records.ts'
import fc from '../../support/seeded-properties.ts'
import { agreed, type Case, CONSENT, detector } from '../read-file.ts'
import { type TestSheet, workbook } from '../workbook.ts'

type Table = readonly (readonly string[])[]
const KEYS = ['P-1', 'P-2', 'P-3']
const { answers } = plainSubmission()
const IDS = Object.keys(answers)
const cell = (value: unknown) => (Array.isArray(value) ? value.join('&') : String(value)).replace('&', ';')
const CASES: Table = [
  IDS,
  ...KEYS.map((key) => IDS.map((id) => cell(id === 'partner_case_key' ? key : answers[id as keyof typeof answers]))),
]
const LEGS: Table = [
  ['partner_case_key', 'row_no', 'leg_from_country', 'leg_to_country', 'leg_purpose'],
  ...KEYS.flatMap((key) => [
    [key, '1', 'TH', 'MY', 'transit'],
    [key, '2', 'MY', 'JP', 'to_exploitation'],
  ]),
]
const STEPS: Table = [
  ['partner_case_key', 'row_no', 'step_actor'],
  ['P-2', '1', 'police'],
]
const JOURNEY = [
  { leg_from_country: 'TH', leg_to_country: 'MY', leg_purpose: 'transit' },
  { leg_from_country: 'MY', leg_to_country: 'JP', leg_purpose: 'to_exploitation' },
]

const quoted = (text: string, mark: string) => (text.includes(mark) ? `"${text}"` : text)
const written = (rows: Table, mark = ',') => rows.map((cells) => cells.map((one) => quoted(one, mark)).join(mark)).join('\r\n')

async function read(bytes: Uint8Array, handed: { readonly legs?: Uint8Array; readonly steps?: Uint8Array } = {}, name = 'list.csv') {
  try {
    const file = await openFile(bytes, name)
    const { sheet } = chooseSheet(file)
    const kind = kindOfFile(file, sheet)
    const further: HandedIn = {
      ...(handed.legs ? { routeLegs: await openFile(handed.legs, 'legs.csv') } : {}),
      ...(handed.steps ? { contactSteps: await openFile(handed.steps, 'steps.csv') } : {}),
    }
    const groups = groupsOfFile(file, kind, sheet, further)
    const found = [...importFile(file, kind, CONTEXT, detector, { ...groups, ...(sheet === undefined ? {} : { sheet }) }).outcomes]
    return {
      kind,
      refused: found.flatMap((one) => (one.outcome === 'refused' ? one.errors.map(({ pointer, rule }) => `${pointer} ${rule}`) : [])),
      legs: found.flatMap((one) => (one.outcome === 'refused' ? [] : [(one.submission as Case).groups.route_legs])),
      rows: found.map(({ row }) => row),
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { kind: null, refused: error.errors.map(({ pointer, rule }) => `${pointer} ${rule}`), legs: [], rows: [] }
  }
}

const dressing = fc.record({
  mark: fc.constantFrom(',', ';', '\t', '|'),
  named: fc.boolean(),
  titles: fc.subarray(['Cases of 2019', '事例一覧', '', 'Printed from the list']),
  empty: fc.integer({ min: 0, max: 4 }),
  bom: fc.boolean(),
})
type Dressing = ReturnType<typeof dressing.generate>['value']

/** Empty columns at the end of every row, titles and a `sep=` line above, in the way of a spreadsheet program. */
function dressed(rows: Table, { mark, named, titles, empty, bom }: Dressing): Uint8Array {
  const wide = (cells: readonly string[]) => [...cells, ...Array.from({ length: empty }, () => '')]
  const width = (rows[0] as readonly string[]).length
  const above = titles.map((title) => [title, ...Array.from({ length: width - 1 }, () => '')])
  return strToU8(`${bom ? '\uFEFF' : ''}${named ? `sep=${mark}\r\n` : ''}${written([...above, ...rows].map(wide), mark)}\r\n`)
}

describe('our own files, edited in a spreadsheet program', () => {
  it('keep their kind, their rows and their journeys, whatever stands above and beside', async () => {
    await fc.assert(
      fc.asyncProperty(dressing, dressing, dressing, async (cases, legs, steps) => {
        const found = await read(dressed(CASES, cases), { legs: dressed(LEGS, legs), steps: dressed(STEPS, steps) })
        expect([found.kind, found.refused]).toEqual(['cases', []])
        expect(found.legs).toEqual(KEYS.map(() => JOURNEY))
        const above = (cases.named ? 1 : 0) + cases.titles.length + 1
        expect(found.rows).toEqual(KEYS.map((_, at) => above + at + 1))
      }),
      { numRuns: 80 },
    )
  })

  it('a line that names one delimiter above rows that have another leaves the rows as they are', async () => {
    const found = await read(strToU8(`"sep=;"\n${written(CASES)}`), { legs: strToU8(`sep=|\n${written(LEGS)}`) })
    expect([found.kind, found.legs]).toEqual(['cases', KEYS.map(() => JOURNEY)])
    expect((await read(strToU8(`sep=^\n${written(CASES, '^')}`))).refused).toEqual(['/rows/1 unknown_delimiter'])
  })

  const sheets = (...more: readonly TestSheet[]) => workbook([{ name: 'cases', rows: [['Cases of 2019'], ...CASES] }, ...more])
  it.each<[string, readonly TestSheet[]]>([
    ['of that name', [{ name: 'route_legs', rows: LEGS }]],
    ['of a name alike, below a title', [{ name: 'Route Legs', rows: [['Journeys'], [], ...LEGS] }]],
    ['of any name, by its headings', [{ name: 'Sheet2', rows: LEGS }]],
    [
      'that is hidden, beside another',
      [
        { name: 'notes', rows: [['x']] },
        { name: 'route_legs', rows: LEGS, hidden: true },
      ],
    ],
  ])('a workbook keeps the legs on a sheet %s', async (_, more) => {
    const found = await read(sheets(...more))
    expect([found.kind, found.refused, found.legs]).toEqual(['cases', [], KEYS.map(() => JOURNEY)])
  })

  it.each<[string, () => ReturnType<typeof read>, readonly string[]]>([
    [
      'legs beside a table of anybody',
      () => read(strToU8('No.,Sex\n1,F\n'), { legs: strToU8(written(LEGS)) }),
      ['/route_legs input_not_used'],
    ],
    [
      'steps beside submissions',
      () => read(strToU8(JSON.stringify(plainSubmission())), { steps: strToU8(written(STEPS)) }),
      ['/contact_steps input_not_used'],
    ],
    [
      'a sheet of legs beside a table of anybody',
      () =>
        read(
          workbook([
            {
              name: 'a',
              rows: [
                ['No.', 'Sex'],
                ['1', 'F'],
              ],
            },
            { name: 'b', rows: LEGS },
          ]),
        ),
      ['/sheets/2 input_not_used'],
    ],
    [
      'legs as a sheet and as a file',
      () => read(sheets({ name: 'route_legs', rows: LEGS }), { legs: strToU8(written(LEGS)) }),
      ['/route_legs input_not_used', '/sheets/2 input_not_used'],
    ],
    [
      'two sheets of legs',
      () => read(sheets({ name: 'route_legs', rows: LEGS }, { name: 'b', rows: LEGS })),
      ['/sheets/2 input_not_used', '/sheets/3 input_not_used'],
    ],
    [
      'legs of a case that is not there',
      () => read(strToU8(written(CASES.slice(0, 3))), { legs: strToU8(written(LEGS)) }),
      ['/route_legs group_without_case'],
    ],
    [
      'steps in the place of legs',
      () => read(strToU8(written(CASES)), { legs: strToU8(written(STEPS)) }),
      [
        '/route_legs/columns/3 unknown_column',
        '/route_legs/columns/leg_from_country missing_column',
        '/route_legs/columns/leg_to_country missing_column',
        '/route_legs/columns/leg_purpose missing_column',
      ],
    ],
    [
      'a leg without its case, at its place',
      () => read(sheets({ name: 'route_legs', rows: [...LEGS, ['', '1', 'TH', 'JP', 'transit']] })),
      ['/sheets/2/rows/8/partner_case_key required'],
    ],
  ])('refuses %s', async (_, found, rules) => expect((await found()).refused).toEqual(rules))

  it('keep their kind beside columns that a tool might have added, which are left out by decision', async () => {
    const beside = CASES.map((cells, at) => [...cells, ...(at === 0 ? ['status', 'start', 'key'] : ['ζ', 'ζ', 'ζ'])])
    const file = await openFile(strToU8(written(beside)), 'list.csv')
    expect(kindOfFile(file)).toBe('cases')
    const width = IDS.length
    expect((await read(strToU8(written(beside)))).refused).toEqual([1, 2, 3].map((n) => `/columns/${width + n} unknown_column`))
  })

  it('a row that goes on beyond its heading is refused, in every kind of file', async () => {
    const long = CASES.map((cells, at) => (at === 2 ? [...cells, '', 'ζ'] : cells))
    const legs = LEGS.filter(([key]) => key !== 'P-2')
    expect((await read(strToU8(written(long)), { legs: strToU8(written(legs)) })).refused).toEqual(['/rows/3 ragged_row'])
    expect(
      (
        await read(
          workbook([
            { name: 'cases', rows: long },
            { name: 'route_legs', rows: legs },
          ]),
        )
      ).refused,
    ).toEqual(['/rows/3 ragged_row'])
  })

  it('knows a file of legs that was handed in as cases', async () => {
    const file = await openFile(strToU8(written([['Journeys'], ...LEGS])), 'legs.csv')
    expect([kindOfFile(file), isGroup(file)]).toEqual(['table', true])
    expect(isGroup(await openFile(strToU8(written(CASES)), 'cases.csv'))).toBe(false)
  })

  it('a heading of a published file below a title keeps its kind', async () => {
    const row = CTDC_2024_COLUMNS.map((name) => (name === 'yearOfRegistration' ? '2019.0' : name === 'gender' ? 'Woman' : ''))
    const bytes = strToU8(
      `Data of 2024\n\n${written([
        [...CTDC_2024_COLUMNS, ''],
        [...row, ''],
      ])}\n`,
    )
    const { kind, refused, rows } = await read(bytes)
    expect([kind, refused, rows]).toEqual(['ctdc-2024', [], [4]])
  })
})

describe('rows that are shorter than their heading', () => {
  const HEADING = ['No.', 'Sex', 'Age', '', '']
  const table = async (text: string) => {
    const file = await openFile(strToU8(text), 'list.csv')
    const proposal = agreed(planFile(file, detector).proposal, CONSENT)
    const found = [...importFile(file, 'table', CONTEXT, detector, { mapping: proposal }).outcomes]
    return found.map((one) => (one.outcome === 'refused' ? one.errors.map(({ rule }) => rule).join() : 'read'))
  }
  it('have lost cells in a text: refused, unless only columns without a heading are missing', async () => {
    expect(await table(`${HEADING.join()}\n1,F,24,,\n2,F\n3,F,\n4,F,24\n5\n6,F,24,,,,\n`)).toEqual([
      'read',
      'ragged_row',
      'read',
      'read',
      'ragged_row',
      'read',
    ])
    const rows = [...CASES.slice(0, 2), CASES[2]?.slice(0, -1) as string[]]
    expect((await read(strToU8(written(rows)), { legs: strToU8(written(LEGS.slice(0, 5))) })).refused).toEqual(['/rows/3 ragged_row'])
  })

  it('are whole in a workbook, which writes no empty cells at the end', async () => {
    const optional = [...IDS.filter((id) => id !== 'org_judgement'), 'org_judgement', 'education']
    const rows = KEYS.map((key) =>
      optional.slice(0, -1).map((id) => cell(id === 'partner_case_key' ? key : answers[id as keyof typeof answers])),
    )
    const found = await read(
      workbook([
        { name: 'cases', rows: [optional, ...rows] },
        { name: 'route_legs', rows: LEGS },
      ]),
    )
    expect([found.refused, found.legs.length]).toEqual([[], 3])
  })

  it('an object that is none of the table is refused, not read as empty', async () => {
    const file = await openFile(strToU8('[{"No.":"1","Sex":"F"},7,["x"]]'), 'list.json')
    const mapping = agreed(planFile(file, detector).proposal, CONSENT)
    expect([...importFile(file, 'table', CONTEXT, detector, { mapping }).outcomes].map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'refused',
      'refused',
    ])
  })
})

describe('a byte order mark', () => {
  const one = plainSubmission()
  it.each([
    ['JSON', JSON.stringify([one])],
    ['JSON, one object a line', `${JSON.stringify(one)}\n${JSON.stringify(one)}\n`],
    ['a table', written(CASES)],
  ])('before %s is no part of it, in UTF-8 and UTF-16', async (_, text) => {
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))
    for (const bytes of [strToU8(`\uFEFF${text}`), strToU8(`\uFEFF\uFEFF${text}`), utf16]) {
      const { kind, refused } = await read(bytes)
      expect(kind).toBe(text === written(CASES) ? 'cases' : 'submissions')
      expect(refused.filter((rule) => !rule.endsWith('route_legs required') && !rule.endsWith('duplicate_key'))).toEqual([])
    }
  })
})
