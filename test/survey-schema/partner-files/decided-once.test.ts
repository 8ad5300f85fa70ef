/** Imports of partner files: what may mean two things is asked once a column, lines that are no cases are none, and references are judged as a column. */
import { describe, expect, it } from 'vitest'
import { importFile, planFile, waitsForDecisions } from '../../../survey-schema/partner-files/import-file.ts'
import { type OpenedFile, openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { type Mapping, readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import type { FileRow } from '../../../survey-schema/partner-files/texts/delimited.ts'
import { CONTEXT } from '../../support/records.ts'
import { agreed, type Case, CONSENT, csv, detector } from '../read-file.ts'
import { refusal } from '../refusal.ts'

type Rows = readonly (readonly string[])[]

const opened = (rows: Rows) => openFile(csv(rows), 'list.csv')

/** Everything proposed is agreed to, but for what `change` says otherwise. */
function judged(file: OpenedFile, change: (mapping: Mapping) => Mapping = (mapping) => mapping) {
  const plan = planFile(file, detector)
  const mapping = readMapping(change(agreed(plan.proposal, CONSENT)))
  const { outcomes, report, runningKeys } = importFile(file, 'table', CONTEXT, detector, { mapping })
  const found = [...outcomes].map((one) =>
    one.outcome === 'refused'
      ? one.errors.map(({ rule, kind }) => (kind ? `${rule} ${kind}` : rule)).join()
      : (one.submission as Case).answers,
  )
  return { plan, found, report: report(), runningKeys }
}

/** The words of a column, with what each could mean. */
const askedAbout = async (heading: string, cells: readonly string[]) => {
  const plan = planFile(await opened([['No.', heading], ...cells.map((one, at) => [`K-${at}`, one])]), detector)
  const column = plan.columns[1]
  return Object.fromEntries([
    ...(column?.words ?? []).map(({ word, codes }) => [word, codes.join(' or ')]),
    ...plan.unlistedWords.filter(({ position }) => position === 2).map(({ word }) => [word, '?']),
  ])
}

describe('lines that are no cases', () => {
  const CASES = [
    ['No.', 'Year', 'Sex', 'Age', 'Nationality'],
    ['1', '2019', 'F', '24', 'Thai'],
    ['Total-1', '2019', '', '24', ''],
    ['Note', '', 'F', '', ''],
    ['N5', '2019', '', '24', ''],
  ]
  it.each([
    ['TOTAL 3', '', '', '', ''],
    ['Grand total', '', '30', '1,024', ''],
    ['', '小計：', '12', '', ''],
    ['総計', '3件', '', '', ''],
    ['Total number of cases', '', '', '30', ''],
    ['2019年度計', '', '12', '24', ''],
    ['女性計', '2019', '', '24', ''],
    ['n = 30', '', '', '', ''],
    ['Average', '', '', '31.5', ''],
    ['รวม', '', '2', '', ''],
    ['Suma total:', '', '', '', ''],
    ['資料：支援団体の名簿', '', '', '', ''],
    ['注1）2021年は集計中', '', '', '', ''],
    ['＊ 推計を含む', '', '', '', ''],
    ['作成日', '令和6年', '', '', ''],
    ['Prepared by: the office, second floor', '', '', '', ''],
    ['หมายเหตุ: ข้อมูลเบื้องต้น', '', '', '', ''],
    ['#meta+id', '#date +year', '#affected+sex', '', '#country'],
  ])('%s is reported with its row, and no case', async (...line) => {
    const { report, found } = judged(await opened([...CASES, line]))
    expect(report.lines.map(({ row }) => row)).toEqual([6])
    expect([report.rows, report.accepted, found.length]).toEqual([4, 4, 4])
    expect(report.cells.outside).toBe(5 + line.filter((one) => one !== '').length)
  })

  it('a row with a reference and a year alone is refused by the engine of every channel', async () => {
    const { found, report } = judged(await opened([...CASES, ['以下余白の行', '2019', '', '', '']]))
    expect([found[4], report.refused]).toEqual(['R24', 1])
  })
})

describe('what may mean two things', () => {
  it.each([
    [
      'Nationality',
      { DK: 'DK or unknown', nr: 'NR or declined or not_asked', NI: 'NI or not_asked', UK: 'GB', NK: 'unknown', ND: 'not_asked' },
    ],
    [
      'Age',
      {
        '98': '48_plus or unknown',
        '99': '48_plus or not_asked',
        '77': '48_plus or declined',
        '0': '0_8 or not_asked',
        '-1': 'not_asked',
        '30代': '30_38 or 39_47',
        'about 25': '24_26',
      },
    ],
    ['借金の額', {}],
    ['Debts', { '9999': 'under_500k or not_asked', なし: 'debt_imposed=no' }],
    ['Year', { '9999': 'not_asked', '1900-01-01': 'not_asked', 不詳: 'unknown' }],
    ['都道府県', { '9': '09 or not_asked', 名古屋: '23' }],
    ['means_of_control', { none: 'none or not_asked', なし: 'none or not_asked', 該当なし: 'unknown' }],
    ['Source', { 不明: '', 'n/a': '' }],
    [
      '国籍',
      {
        'no sabe': 'unknown',
        'sin respuesta': 'declined',
        'hindi alam': 'unknown',
        'walang sagot': 'declined',
        ไม่ตอบ: 'declined',
        ไม่ระบุ: 'not_asked',
        '<null>': 'not_asked',
        '−': 'not_asked',
        ーー: 'not_asked',
        '=': 'not_asked',
        '=0': 'not_asked',
        '#DIV/0!': 'not_asked',
        ζ: '?',
      },
    ],
  ])('in a column %s is asked about once', async (heading, words) => {
    const found = await askedAbout(heading, Object.keys(words))
    expect(Object.fromEntries(Object.entries(found).map(([word, codes]) => [word === '-' ? '−' : word, codes]))).toMatchObject(
      Object.fromEntries(Object.entries(words).filter(([word]) => word !== 'ーー')),
    )
  })

  it('is applied as it was decided: an answer, a state, left out, or the answer to another question', async () => {
    const rows = [
      ['No.', 'Nationality', 'Debts', 'Sex'],
      ['K-1', 'DK', 'なし', 'F'],
      ['K-2', 'DK', '150万', 'F'],
      ['K-3', 'ζ', '', 'F'],
      ['K-4', 'xi', '', 'F'],
    ]
    const decided = (codes: Readonly<Record<string, string>>) => (mapping: Mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) => (column.to === 'citizenship' ? { ...column, values: codes } : column)),
    })
    expect(judged(await opened(rows)).found.map((one) => (typeof one === 'string' ? one : one.debt_imposed))).toEqual([
      'undecided_word',
      'undecided_word',
      'invalid_code',
      'invalid_code',
    ])
    const { found, report } = judged(await opened(rows), decided({ DK: 'unknown', ζ: 'TH;PH', XI: '' }))
    expect(found).toMatchObject([
      { citizenship: 'unknown', debt_imposed: 'no' },
      { citizenship: 'unknown', debt_imposed: 'yes', debt_band: '1m_2m' },
      { citizenship: ['TH', 'PH'] },
      { citizenship: 'not_asked' },
    ])
    expect(report.cells).toMatchObject({ read: 14, answers: 11, gaps: 2, leftOut: 1, refused: {} })
  })

  it('never takes a year of two digits for a missing one, and takes the year that the partner says', async () => {
    const rows = [
      ['No.', 'Year', 'Sex'],
      ['K-1', '98', 'F'],
      ['K-2', '01/01/1900', 'F'],
      ['K-3', 'four years ago', 'F'],
    ]
    expect(await askedAbout('Year', ['98', '01/01/1900', 'four years ago'])).toEqual({
      '98': '?',
      '01/01/1900': 'not_asked',
      'four years ago': '?',
    })
    const { found } = judged(await opened(rows), (mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.to === 'registration_year' ? { ...column, values: { ...column.values, '98': '1998', 'four years ago': '2015' } } : column,
      ),
    }))
    expect(found.map((one) => (one as Case['answers']).registration_year)).toEqual([
      { value: '1998', precision: 'year' },
      'not_asked',
      { value: '2015', precision: 'year' },
    ])
  })

  it('is settled by one word about all that is left, and an identifier is dropped then', async () => {
    const rows = [
      ['No.', 'Nationality', 'Sex', 'Came alone or not', 'Confinement or surveillance'],
      ['K-1', 'DK', 'F', 'ζ', 'ζ'],
      ['K-2', 'ζ', 'F', '', 'x'],
      ['K-3', '090-0000-1234', 'F', '', ''],
    ]
    const { found, report, plan } = judged(await opened(rows), (mapping) => ({ ...mapping, rest: 'not_asked' }))
    expect(plan.columns[3]?.fate).toBe('unknown')
    expect(found).toMatchObject([
      { citizenship: 'not_asked', means_of_control: 'not_asked' },
      { citizenship: 'not_asked', means_of_control: ['movement'] },
      { citizenship: 'not_asked' },
    ])
    expect(report.cells).toMatchObject({ gaps: 3, leftOut: 1, dropped: { telephone: 1 }, refused: {} })
    expect(JSON.stringify(report)).not.toMatch(/ζ|0000/)
  })

  it('leaves any column out, one that ticks an answer too, and says the year once for the whole file', async () => {
    const rows = [
      ['No.', 'Sex', 'Confinement or surveillance'],
      ['K-1', 'F', 'x'],
    ]
    const { found, plan } = judged(await opened(rows), (mapping) => ({
      ...mapping,
      whole: { ...mapping.whole, registration_year: '平成31' },
      columns: mapping.columns.map((column) => (column.to.includes('=') ? { ...column, to: 'leave out' } : column)),
    }))
    expect(plan.mayHold).toEqual(['registration_year'])
    expect(found).toMatchObject([{ means_of_control: 'not_asked', registration_year: { value: '2019', precision: 'year' } }])
  })
})

describe('cells that could not be read', () => {
  const at = (faults: FileRow['faults'], shown?: FileRow['shown']): OpenedFile =>
    ({
      description: [],
      sheets: [],
      rows: () => [
        { cells: ['No.', 'Sex', 'Age', '氏名'], row: 1 },
        { cells: ['7', 'F', '', ''], row: 2, ...(faults ? { faults } : {}), ...(shown ? { shown } : {}) },
      ],
    }) as unknown as OpenedFile

  it.each(['error_value', 'unreadable_text', 'formula_without_value'] as const)('%s is refused at its place', (fault) => {
    const { found, report } = judged(at(new Map([[2, fault]])))
    expect([found, report.refusals[0]?.errors]).toEqual([[fault], [{ pointer: '/answers/age_band_registration', rule: fault }]])
    expect(report.cells.refused).toEqual({ [fault]: 3 })
  })

  it('under a heading that is dropped are dropped', () => {
    const { report } = judged(at(new Map([[3, 'error_value' as const]])))
    expect(report.cells).toMatchObject({ answers: 2, dropped: { personal_name: 1 }, refused: {} })
  })

  it('a reference is what the person sees, and that is said', () => {
    const { found, report } = judged(at(undefined, new Map([[0, 'K-0007']])))
    expect(found).toMatchObject([{ partner_case_key: 'K-0007' }])
    expect(report.readings.shown).toBe(1)
  })
})

describe('a column of references', () => {
  const listOf = (keys: readonly string[]) => opened([['No.', 'Sex'], ...keys.map((key) => [key, 'F'])])
  const run = (from: number, count: number, name: (number: number) => string) => Array.from({ length: count }, (_, at) => name(from + at))

  it.each([
    ['of seven digits', run(3412001, 30, String)],
    ['behind a letter', run(2019001, 30, (number) => `C${number}`)],
    ['behind two letters', run(1234567, 30, (number) => `TK${number}`)],
    ['with a leap at the new year', [...run(20190001, 5, (number) => `Z-${number}`), ...run(20200001, 9, (number) => `Z-${number}`)]],
  ])('running numbers %s are taken', async (_, keys) => {
    const { found, runningKeys, report } = judged(await listOf(keys))
    expect([runningKeys, found.filter((one) => typeof one === 'string')]).toEqual([true, []])
    expect(report.accepted).toBe(keys.length)
  })

  it('numbers that do not run are judged one by one', async () => {
    const passports = ['TK1234567', 'TK4234561', 'TK7733445', 'TK8833445']
    const { found, runningKeys } = judged(await listOf(passports))
    expect([runningKeys, found]).toEqual([false, passports.map(() => 'identifier passport_number')])
    const days = run(20190401, 20, String)
    expect(judged(await listOf(days)).found[0]).toBe('identifier exact_date')
  })

  it('names are asked about with a count; the rows are numbered, or the references kept', async () => {
    const names = ['Maria Halimbawa', 'ROSA-E-1998', '例田花子', 'イデタ ハナコ', 'K-5']
    const file = await listOf(names)
    const plan = planFile(file, detector)
    expect(plan.columns[0]?.keys).toEqual({ keys: 5, names: 4, running: false, shown: 0 })
    expect(plan.proposal.columns[0]?.keys).toBe('number')
    const without = (mapping: Mapping) => ({ ...mapping, columns: mapping.columns.map(({ keys: _, ...column }) => column) })
    const lines = refusal(() => judged(file, without))
    expect(lines).toEqual(['invalid-file', '/columns/1 keys_look_like_names'])
    try {
      judged(file, without)
    } catch (error) {
      expect(waitsForDecisions(error)).toBe(true)
    }
    const numbered = judged(file)
    expect(numbered.found).toMatchObject(names.map((_, at) => ({ partner_case_key: `row-${String(at + 2).padStart(6, '0')}` })))
    expect(numbered.report.cells.dropped).toEqual({ personal_name: 5 })
    const keep = (mapping: Mapping) => ({
      ...mapping,
      columns: mapping.columns.map((column) => (column.keys ? { ...column, keys: 'keep' as const } : column)),
    })
    expect(judged(file, keep).found).toMatchObject(names.map((key) => ({ partner_case_key: key })))
  })

  it('codes of an office are no names', async () => {
    for (const keys of [
      run(1, 9, (number) => `EMB-00${number}`),
      ['A-1', 'B-2', '令和5-12', 'ケース3'],
      run(1, 9, (number) => `Yokohama ${number}`),
    ])
      expect(planFile(await listOf(keys), detector).columns[0]?.keys?.names).toBe(0)
  })

  it('a number of the row is none where another column is one', async () => {
    const plan = planFile(
      await opened([
        ['No.', 'Case ref', 'Sex'],
        ['1', 'EMB-001', 'F'],
      ]),
      detector,
    )
    expect(plan.columns.map(({ fate, target }) => `${fate} ${target?.question ?? ''}`)).toEqual([
      'unknown ',
      'proposed partner_case_key',
      'proposed gender',
    ])
  })

  it('a column without heading and value is none, however many there are', async () => {
    const empty = Array.from({ length: 300 }, () => '')
    const { report, plan } = judged(
      await opened([
        ['No.', 'Sex', ...empty],
        ['K-1', 'F', ...empty],
      ]),
    )
    expect([plan.columns.length, report.accepted]).toEqual([2, 1])
    const held = planFile(
      await opened([
        ['No.', 'Sex', ...empty, ''],
        ['K-1', 'F', ...empty, 'ζ'],
      ]),
      detector,
    )
    expect(held.columns.map(({ position, fate }) => `${position} ${fate}`)).toEqual(['1 proposed', '2 proposed', '303 unknown'])
  })
})
