import { describe, expect, it } from 'vitest'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { casesCsvReader } from '../../../survey-schema/partner-files/own-columns/cases-csv.ts'
import { groupReader } from '../../../survey-schema/partner-files/own-columns/group-rows.ts'
import { ctdc2021Reader } from '../../../survey-schema/partner-files/published/ctdc-2021.ts'
import { DROPPED_COLUMNS, MAPPED_COLUMNS } from '../../../survey-schema/partner-files/published/ctdc-2021-columns.ts'
import { bandAge, bandDebt, readAge, readDebt } from '../../../survey-schema/partner-files/table/bands.ts'
import { CONTEXT } from '../../support/records.ts'
import { OWN_COLUMNS } from '../own-columns.ts'
import { refusal } from '../refusal.ts'

describe('bands', () => {
  it.each([
    [0, '0_8'],
    [8, '0_8'],
    [9, '9_14'],
    [14, '9_14'],
    [15, '15_17'],
    [17, '15_17'],
    [18, '18_20'],
    [20, '18_20'],
    [21, '21_23'],
    [29, '27_29'],
    [30, '30_38'],
    [38, '30_38'],
    [47, '39_47'],
    [48, '48_plus'],
    [120, '48_plus'],
  ])('age %i is %s', (age, band) => expect(bandAge(age)).toBe(band))
  it.each([
    [1, 'under_500k'],
    [499_999, 'under_500k'],
    [500_000, '500k_1m'],
    [999_999, '500k_1m'],
    [1_000_000, '1m_2m'],
    [2_999_999, '2m_3m'],
    [3_000_000, '3m_5m'],
    [5_000_000, '5m_7m'],
    [7_000_000, '7m_plus'],
  ])('%i yen is %s', (yen, band) => expect(bandDebt(yen)).toBe(band))
  it.each([-1, 1.5, 121, Number.NaN])('%d is no age', (age) => expect(() => bandAge(age)).toThrow(RangeError))
  it.each([0, -1, Number.NaN, Infinity])('%d is no debt', (yen) => expect(() => bandDebt(yen)).toThrow(RangeError))

  it.each([
    ['24', '24_26', true],
    ['２４歳', '24_26', true],
    ['9--17', '9_17', false],
    ['24–26', '24_26', false],
    ['48+', '48_plus', false],
    ['18_plus', '18_plus', false],
  ])('the cell %s is %s', (cell, code, coarsened) => expect(readAge(cell)).toEqual({ code, coarsened }))
  it.each(['20-24', 'young', '200', ''])('the cell "%s" is no age', (cell) => expect(readAge(cell)).toBeNull())
  it.each([
    ['1500000', '1m_2m', true],
    ['1,500,000円', '1m_2m', true],
    ['¥500,000', '500k_1m', true],
    ['３００万円', '3m_5m', true],
    ['7m_plus', '7m_plus', false],
    ['no_figure', 'no_figure', false],
  ])('the cell %s is %s', (cell, code, coarsened) => expect(readDebt(cell)).toEqual({ code, coarsened }))
  it.each(['0', 'much', '1.5m'])('the cell "%s" is no debt', (cell) => expect(readDebt(cell)).toBeNull())
})

const HEADER = [...OWN_COLUMNS, 'debt_imposed', 'debt_band']
const ROW = [
  'A-1',
  '2004/5/1',
  'person_informed',
  'aggregate_tables',
  'ngo_shelter',
  'case_file;worker_memory',
  'woman',
  '24',
  'no',
  'TH; PH',
  'recruited',
  'sexual',
  ';',
  'escaped_alone',
  'no_contact',
  'in_japan',
  'actual',
  'yes',
  '4,500,000',
]

const legs = groupReader('route_legs')
legs.header(['partner_case_key', 'row_no', 'leg_from_country', 'leg_to_country', 'leg_purpose', 'leg_transport'])
legs.row(['A-1', '2', 'MY', 'JP', 'to_exploitation', ''], 2)
legs.row(['A-1', '1', 'TH', 'MY', 'transit', 'air'], 3)
const steps = groupReader('contact_steps')
steps.header(['partner_case_key', 'row_no', 'step_actor', '担当者'])
steps.row(['A-2', '0', '', 'ζ'], 2)

describe('our own CSV', () => {
  it('becomes a submission that intake accepts', () => {
    const reader = casesCsvReader({ routeLegs: legs.rows(), contactSteps: steps.rows() })
    reader.header(HEADER.map((name, at) => (at === 0 ? `\uFEFF${name}` : name)))
    const { record, generalised } = receive(reader.row(ROW, 2), CONTEXT)
    expect(record.answers).toMatchObject({
      registration_year: 2004,
      information_basis: ['case_file', 'worker_memory'],
      age_band_registration: '24_26',
      citizenship: ['PH', 'TH'],
      means_of_control: [],
      debt_band: '3m_5m',
    })
    expect(record.route_legs.map((leg) => leg.leg_to_country)).toEqual(['MY', 'JP'])
    expect([record.contact_steps, generalised]).toEqual(['not_asked', []])
    expect(reader.row(['A-2', ...ROW.slice(1)], 3)).toMatchObject({ groups: { contact_steps: [] } })
    expect(reader.report()).toMatchObject({
      rows: 2,
      columns: { mapped: HEADER, generalised: ['registration_year', 'age_band_registration', 'debt_band'], dropped: [], unknown: [] },
    })
  })

  it('P13 drops columns of questionnaire, section 6, by position and kind', () => {
    const reader = casesCsvReader()
    const columns = reader.header([...HEADER, '氏名', 'Phone', 'closing_note'])
    expect(columns.dropped).toEqual([
      { position: 20, kind: 'personal_name' },
      { position: 21, kind: 'telephone' },
      { position: 22, kind: 'narrative' },
    ])
    expect(JSON.stringify(reader.row([...ROW, 'ζ', 'ζ', 'ζ'], 2))).not.toContain('ζ')
  })

  it.each([
    ['an unknown column, by its position', [...HEADER, 'ζ'], ['/columns/20 unknown_column']],
    ['a missing column, by its name', HEADER.slice(1), ['/columns/partner_case_key missing_column']],
    ['a column twice', [...HEADER, 'gender'], ['/columns/gender duplicate_column']],
    ['a question of a group', [...HEADER, 'leg_purpose'], ['/columns/20 unknown_column']],
  ])('refuses %s', (_, header, lines) => expect(refusal(() => casesCsvReader().header(header))).toEqual(['invalid-file', ...lines]))

  it('ignores a column without heading as long as it holds nothing', () => {
    const reader = casesCsvReader()
    reader.header([...HEADER, ''])
    const row = HEADER.map((name) => (name === 'partner_case_key' ? 'A-1' : 'x'))
    expect(refusal(() => reader.row([...row, ' '], 2))).toEqual([])
    expect(refusal(() => reader.row([...row, 'x'], 3))).toEqual(['invalid-file', '/rows/3 cell_without_heading'])
  })

  it('leaves an unknown column out when the partner says so', () => {
    const reader = casesCsvReader({ leaveOut: [20] })
    expect(reader.header([...HEADER, 'ζ']).unknown).toEqual([20])
    expect(JSON.stringify(reader.row([...ROW, 'ζ'], 2))).not.toContain('ζ')
  })

  it('refuses rows by their number', () => {
    const reader = casesCsvReader()
    reader.header(HEADER)
    reader.row(ROW, 2)
    expect(refusal(() => reader.row(ROW.slice(1), 3))).toEqual(['invalid-file', '/rows/3 ragged_row'])
    expect(refusal(() => reader.row([...ROW, ''], 4))).toEqual(['invalid-file', '/rows/4 ragged_row'])
    expect(refusal(() => reader.row(ROW, 5))).toEqual(['invalid-file', '/rows/5/partner_case_key duplicate_key'])
    expect(refusal(() => reader.row(['A-3', 'Jos\uFFFD', ...ROW.slice(2)], 6))).toEqual([
      'invalid-file',
      '/rows/6/registration_year not_utf8',
    ])
  })

  it('takes a column without a heading while nothing stands in it, or it is left out', () => {
    const reader = casesCsvReader()
    reader.header([...HEADER.slice(0, 2), '', ...HEADER.slice(2)])
    const with3 = (key: string, cell: string) => [key, ROW[1] as string, cell, ...ROW.slice(2)]
    expect(reader.row(with3('A-1', ' '), 2)).toMatchObject({ answers: { partner_case_key: 'A-1', org_judgement: 'actual' } })
    expect(refusal(() => reader.row(with3('A-2', 'ζ'), 3))).toEqual(['invalid-file', '/rows/3 cell_without_heading'])
    const without = casesCsvReader({ leaveOut: [3] })
    expect(without.header([...HEADER.slice(0, 2), '', ...HEADER.slice(2)]).unknown).toEqual([3])
    expect(JSON.stringify(without.row(with3('A-2', 'ζ'), 3))).not.toContain('ζ')
  })

  it('refuses group rows that do not count 1, 2, 3', () => {
    const reader = groupReader('contact_steps')
    reader.header(['partner_case_key', 'row_no', 'step_actor'])
    reader.row(['A-1', '1', 'police'], 2)
    expect(refusal(() => reader.row(['A-1', '1', 'police'], 3))).toEqual(['invalid-file', '/rows/3/row_no duplicate_row'])
    expect(refusal(() => reader.row(['A-1', 'first', 'police'], 4))).toEqual(['invalid-file', '/rows/4/row_no invalid_type'])
    expect(refusal(() => reader.row(['', '2', 'police'], 5))).toEqual(['invalid-file', '/rows/5/partner_case_key required'])
    reader.row(['A-1', '3', 'police'], 6)
    expect(refusal(() => reader.rows())).toEqual(['invalid-file', '/columns/row_no row_numbers'])
  })
})

const CTDC_HEADER = [...MAPPED_COLUMNS, ...Object.keys(DROPPED_COLUMNS)]
const ctdcRow = (cells: Readonly<Record<string, string>>) => CTDC_HEADER.map((name) => cells[name] ?? '')

/** What intake makes of one invented row with one answer at least, and the notes it leaves beyond those that stand in every report. */
function read(cells: Readonly<Record<string, string>>) {
  const reader = ctdc2021Reader()
  reader.header(CTDC_HEADER)
  const { record, partnerCaseKey } = receive(
    reader.row(ctdcRow({ Datasource: 'Hotline', isSlaveryAndPractices: '1', ...cells }), 2),
    CONTEXT,
  )
  const { unmapped, notes } = reader.report()
  return {
    answers: record.answers,
    legs: record.route_legs,
    steps: record.contact_steps,
    partnerCaseKey,
    unmapped,
    losses: notes.filter((note) => /^\d/.test(note)),
  }
}

describe('the CTDC file of 2021', () => {
  it('maps 54 of its 63 columns', () => {
    expect([MAPPED_COLUMNS.length, CTDC_HEADER.length, new Set(CTDC_HEADER).size]).toEqual([54, 63, 63])
    expect(ctdc2021Reader().header(CTDC_HEADER)).toMatchObject({ mapped: MAPPED_COLUMNS, unknown: [] })
  })

  it('reads a row, and guesses no origin', () => {
    const { answers, legs, steps, partnerCaseKey, losses } = read({
      yearOfRegistration: '2016',
      gender: 'Female',
      ageBroad: '9--17',
      majorityStatus: 'Minor',
      majorityStatusAtExploit: 'Minor',
      majorityEntry: 'Minor',
      citizenship: 'PH',
      CountryOfExploitation: 'JP',
      meansOfControlDebtBondage: '1',
      meansOfControlThreats: '0',
      isForcedLabour: '1',
      isSexualExploit: '0',
      isOtherExploit: '0',
      isSlaveryAndPractices: '0',
      typeOfLabourBegging: '1',
      typeOfLabourDomesticWork: '1',
      recruiterRelationFriend: '1',
      isAbduction: '0',
    })
    expect(answers).toMatchObject({
      registration_year: 2016,
      consent_basis: 'existing_record_rule',
      source_type: 'ngo_counselling',
      gender: 'woman',
      age_band_registration: '9_17',
      age_band_recruitment: 'under_18',
      minor_when_exploited: 'yes',
      citizenship: ['PH'],
      recruitment_mode: 'recruited',
      recruiter_relation: ['neighbour_acquaintance'],
      exploitation_types: ['forced_labour', 'forced_begging'],
      labour_sectors: ['household'],
      sexual_kinds: 'not_applicable',
      means_of_control: ['debt'],
      debt_imposed: 'yes',
      purpose_elements: ['forced_labour'],
      org_judgement: 'not_asked',
    })
    expect(legs).toEqual([
      {
        leg_from_country: 'not_asked',
        leg_to_country: 'JP',
        leg_purpose: 'to_exploitation',
        leg_transport: 'not_asked',
        leg_documents: 'not_asked',
      },
    ])
    expect([steps, partnerCaseKey, losses]).toEqual(['not_asked', 'ctdc-000001', []])
  })

  it('keeps missing, nothing ticked and ticked apart', () => {
    expect(read({}).answers).toMatchObject({
      means_of_control: 'not_asked',
      exploitation_types: 'not_asked',
      gender: 'not_asked',
      registration_year: 'not_asked',
      citizenship: 'not_asked',
    })
    expect(read({ meansOfControlOther: '0', isOtherExploit: '0', isSexualExploit: '-99' }).answers).toMatchObject({
      means_of_control: [],
      exploitation_types: [],
    })
    expect(read({ meansOfControlOther: '1' }).answers.means_of_control).toEqual(['other'])
  })

  it.each([
    ['a band beside a majority', { ageBroad: '48+', majorityStatus: 'Adult' }, { age_band_registration: '48_plus' }],
    ['a majority alone', { majorityStatus: 'Adult' }, { age_band_registration: '18_plus' }],
    [
      'a relation in words where the flags are missing',
      { RecruiterRelationship: 'Family/Relative; Not Specified' },
      { recruitment_mode: 'recruited', recruiter_relation: ['relative'] },
    ],
    ['no relation', { recruiterRelationOther: '0' }, { recruitment_mode: 'not_asked', recruiter_relation: 'not_asked' }],
    ['slavery without a main type', { isSlaveryAndPractices: '1' }, { exploitation_types: 'not_asked', purpose_elements: ['slavery'] }],
  ])('reads %s', (_, cells, answers) => expect(read(cells as Record<string, string>).answers).toMatchObject(answers))

  it.each([
    [
      'an adult when recruited, a minor when registered',
      { ageBroad: '9--17', majorityEntry: 'Adult' },
      { age_band_recruitment: 'not_asked' },
    ],
    [
      'an adult when exploited, a minor when registered',
      { majorityStatus: 'Minor', majorityStatusAtExploit: 'Adult' },
      { minor_when_exploited: 'not_asked' },
    ],
    ['sectors without labour', { isForcedLabour: '0', typeOfLabourConstruction: '1' }, { labour_sectors: 'not_applicable' }],
    ['kinds without sexual exploitation', { isSexualExploit: '0', typeOfSexPornography: '1' }, { sexual_kinds: 'not_applicable' }],
    [
      'an abduction with a recruiter',
      { isAbduction: '1', recruiterRelationFamily: '1' },
      { recruitment_mode: 'abducted', recruiter_relation: 'not_applicable' },
    ],
    ['forced marriage where no main type is known', { isForcedMarriage: '1' }, { exploitation_types: 'not_asked' }],
  ])('counts what it gives up: %s', (_, cells, answers) => {
    const found = read(cells as Record<string, string>)
    expect(found.answers).toMatchObject(answers)
    expect(found.losses).toEqual([expect.stringMatching(/^1 cases: /)])
  })

  it.each([
    ['gender', 'Z'],
    ['citizenship', 'ZZ'],
    ['ageBroad', '20-24'],
    ['yearOfRegistration', '16'],
    ['meansOfControlThreats', '2'],
    ['CountryOfExploitation', 'Asia'],
    ['Datasource', 'ζ'],
    ['majorityEntry', 'x'],
    ['majorityStatusAtExploit', 'x'],
    ['RecruiterRelationship', 'ζ'],
  ])('counts a value of %s that has no mapping', (column, value) => {
    const found = read({ [column]: value })
    expect(found.unmapped).toEqual({ [column]: 1 })
    expect(JSON.stringify(found)).not.toContain('ζ')
  })

  it('refuses a header that lacks a column or has an unknown one', () => {
    expect(refusal(() => ctdc2021Reader().header(CTDC_HEADER.slice(1)))).toEqual([
      'invalid-file',
      '/columns/yearOfRegistration missing_column',
    ])
    expect(refusal(() => ctdc2021Reader().header([...CTDC_HEADER, 'ζ']))).toEqual(['invalid-file', '/columns/64 unknown_column'])
  })
})
