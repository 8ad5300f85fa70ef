/** Imports of partner files: planned, decided, applied (P13), with every trap that real files have set. */

import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ctdc2021Reader } from '../../survey-schema/reading/ctdc-2021.ts'
import { DROPPED_COLUMNS, MAPPED_COLUMNS } from '../../survey-schema/reading/ctdc-2021-columns.ts'
import { CTDC_2024_COLUMNS } from '../../survey-schema/reading/ctdc-2024.ts'
import type { Encoding } from '../../survey-schema/reading/encoding.ts'
import {
  chooseSheet,
  type Decisions,
  groupsOfWorkbook,
  importFile,
  kindOfFile,
  planFile,
  waitsForDecisions,
} from '../../survey-schema/reading/import-file.ts'
import { type Mapping, readMapping } from '../../survey-schema/reading/mapping.ts'
import { openFile } from '../../survey-schema/reading/open-file.ts'
import { scanRows } from '../../survey-schema/tripwire/scan.ts'
import { loadTripwire } from '../../survey-schema/tripwire/tripwire.ts'
import { anySubmission, CONTEXT } from '../support/records.ts'
import { encode } from './encode.ts'
import { BAD_ROWS, NEXT_SHEET, OUTSIDER, SECRETS } from './outsider.ts'
import { refusal } from './refusal.ts'
import { workbook } from './workbook.ts'

const tripwire = await loadTripwire()

/** Opens, chooses and reads a file as the page would. */
async function read(bytes: Uint8Array, decisions: Decisions = {}, name = 'file.csv') {
  const file = await openFile(bytes, name)
  const { sheet, said } = chooseSheet(file)
  const kind = kindOfFile(file, sheet)
  const all = { ...(kind === 'cases' ? groupsOfWorkbook(file) : {}), ...(sheet === undefined ? {} : { sheet }), ...decisions }
  const { outcomes, report } = importFile(file, kind, CONTEXT, tripwire, all)
  const found = [...outcomes]
  return { kind, said, found, cases: found.flatMap((one) => (one.outcome === 'refused' ? [] : [one.submission as Case])), report: report() }
}

interface Case {
  readonly answers: Readonly<Record<string, unknown>>
  readonly groups: { readonly route_legs: readonly object[] }
}

const csv = (rows: readonly (readonly (string | number)[])[]) =>
  strToU8(
    rows
      .map((cells) => cells.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(','))
      .join('\n'),
  )

/** A yes to every proposal, and the answers for the whole file. */
const agreed = (proposal: Mapping, whole: Mapping['whole'] = {}): Mapping => ({
  ...proposal,
  whole: { ...Object.fromEntries(Object.entries(proposal.whole).filter(([, answer]) => answer !== '')), ...whole },
  columns: proposal.columns.map((column) => ({ ...column, yes: true })),
})

const CONSENT = { consent_basis: 'existing_record_rule', consent_uses: 'aggregate_tables', source_type: 'ngo_shelter' }

describe('a sheet as an outsider types it', async () => {
  const file = await openFile(workbook([OUTSIDER, { ...OUTSIDER, name: '一覧 (2)' }]), 'list.xlsx')
  const { sheet, said } = chooseSheet(file)
  const at = { sheet: sheet as number }
  const plan = planFile(file, tripwire, at)

  it('is planned without a decision: identifiers drop by kind, the rest is proposed', () => {
    expect(said).toEqual(['sheet 1 of 2 is read; 1 others are not, so that a copy doubles nothing'])
    expect([plan.headingRow, plan.firstRow, plan.rows]).toEqual([3, 4, 50])
    expect(plan.columns.map(({ fate, kind, target }) => `${fate} ${target?.question ?? kind}`)).toEqual([
      'proposed partner_case_key',
      'proposed registration_year',
      'dropped personal_name',
      'proposed gender',
      'proposed age_band_registration',
      'dropped date_of_birth',
      'mapped citizenship',
      'dropped telephone',
      'dropped address',
      'proposed exploitation_types',
      'dropped worker',
      'unknown null',
      'dropped narrative',
    ])
    expect(plan.wholeFile).toEqual(['consent_basis', 'consent_uses', 'source_type'])
    expect(plan.columns[6]?.words.find(({ word }) => word === 'Filipino')).toMatchObject({ codes: ['PH'] })
    expect(plan.columns[6]?.words.find(({ word }) => word === 'Korea')).toMatchObject({ codes: ['KR', 'KP'], cells: 1 })
    expect(plan.columns[4]?.unlisted).toEqual({ cells: 1, rows: [10] })
  })

  it('applies nothing before the yes', async () => {
    const lines = refusal(() => importFile(file, 'table', CONTEXT, tripwire, at))
    expect(lines).toContain('/columns/12 unknown_column')
    expect(lines).toContain('/columns/1 undecided_column')
    expect(lines).toContain('/columns/consent_basis missing_column')
    try {
      importFile(file, 'table', CONTEXT, tripwire, at)
    } catch (error) {
      expect(waitsForDecisions(error)).toBe(true)
    }
    const headingsOnly = {
      ...agreed(plan.proposal, CONSENT),
      columns: agreed(plan.proposal).columns.map(({ values: _, ...column }) => column),
    }
    const { outcomes, report } = importFile(file, 'table', CONTEXT, tripwire, { ...at, mapping: headingsOnly })
    expect([...outcomes].filter(({ outcome }) => outcome !== 'refused')).toEqual([])
    expect(report().rules).toMatchObject({ undecided_word: 50 })
  })

  it('is taken with ten decisions: 45 of 50 rows, no identifier among them', () => {
    const mapping = agreed(plan.proposal, CONSENT)
    const decisions = mapping.columns.length + Object.keys(mapping.whole).length
    expect(decisions).toBeLessThanOrEqual(10)
    const { outcomes, report } = importFile(file, 'table', CONTEXT, tripwire, { ...at, mapping })
    const found = [...outcomes]
    expect(found.length).toBe(50)
    expect(found.filter(({ outcome }) => outcome === 'refused').map(({ row }) => row)).toEqual(BAD_ROWS)
    const { accepted, refusals, notes, columns } = report()
    expect(accepted).toBe(45)
    expect(
      refusals.map(({ errors }) => errors.map(({ pointer, rule, kind }) => `${pointer} ${rule}${kind ? ` ${kind}` : ''}`).join()),
    ).toEqual([
      '/answers/age_band_registration identifier telephone',
      '/answers/citizenship invalid_code',
      '/answers/registration_year invalid_date',
      '/answers/citizenship undecided_word',
      '/answers/partner_case_key duplicate_key',
    ])
    expect(columns.generalised).toEqual(['registration_year', 'age_band_registration'])
    expect(notes.some((note) => /^\d+ dates in Japanese eras/.test(note))).toBe(true)
    expect(notes.some((note) => /^5 dates in the Buddhist calendar/.test(note))).toBe(true)
    const everything = JSON.stringify([found, report()])
    expect(SECRETS.filter((secret) => everything.includes(secret))).toEqual([])
    const first = found[0] as { readonly submission: Case }
    expect(first.submission.answers).toMatchObject({
      partner_case_key: 'A-1',
      registration_year: { value: '2004', precision: 'year' },
      gender: 'woman',
      age_band_registration: '24_26',
      citizenship: ['PH'],
      exploitation_types: ['sexual'],
      state_recognition: 'not_asked',
    })
  })

  it('asks for nothing twice: the saved mapping reads the next file, and asks about the one new word', async () => {
    const saved = readMapping(JSON.parse(JSON.stringify(agreed(plan.proposal, CONSENT))))
    const next = await openFile(workbook([NEXT_SHEET]), 'next.xlsx')
    const { outcomes, report } = importFile(next, 'table', CONTEXT, tripwire, { mapping: saved })
    expect([...outcomes].map(({ outcome }) => outcome).filter((outcome) => outcome === 'refused').length).toBe(1)
    expect(report().refusals).toEqual([{ row: 6, errors: [{ pointer: '/answers/citizenship', rule: 'undecided_word' }] }])
    expect(planFile(next, tripwire, { mapping: saved }).columns[6]?.words).toEqual([{ word: 'Nepalese', codes: ['NP'], cells: 1 }])
  })

  it.each([
    [{ schema: 'other' }, '/mapping/schema invalid_code'],
    [{ schema: 'jnatip-mapping/1', whole: { ζ: 'x' }, columns: [] }, '/mapping/whole unknown_key'],
    [{ schema: 'jnatip-mapping/1', whole: { gender: 'ζ' }, columns: [] }, '/mapping/whole/gender invalid_code'],
    [{ schema: 'jnatip-mapping/1', whole: {}, columns: [{ heading: 'ζ', to: 'ζ', yes: true }] }, '/mapping/columns/0/to invalid_code'],
    [
      { schema: 'jnatip-mapping/1', whole: {}, columns: [{ heading: 'ζ', to: 'closing_note', yes: true }] },
      '/mapping/columns/0/to invalid_code',
    ],
    [{ schema: 'jnatip-mapping/1', whole: {}, columns: [{ heading: 'ζ', to: 'gender', yes: 'ζ' }] }, '/mapping/columns/0 invalid_type'],
    [
      { schema: 'jnatip-mapping/1', whole: {}, columns: [{ heading: 'ζ', to: 'gender', yes: true, values: { ζ: 'ζ' } }] },
      '/mapping/columns/0/values invalid_code',
    ],
  ])('refuses a mapping that says what it cannot say', (value, line) =>
    expect(refusal(() => readMapping(value))).toEqual(['invalid-file', line]),
  )
})

/** One table of two questions, decided. */
async function column(
  heading: string,
  cells: readonly string[],
  options: { readonly yes?: boolean; readonly values?: Record<string, string> } = {},
) {
  const bytes = csv([['id', heading], ...cells.map((cell, at) => [`A-${at}`, cell])])
  const file = await openFile(bytes, 'file.csv')
  const plan = planFile(file, tripwire)
  const proposal = agreed(plan.proposal, CONSENT)
  const mapping =
    options.yes === false || options.values
      ? { ...proposal, columns: proposal.columns.map((one) => (one.heading === heading ? { ...one, values: options.values ?? {} } : one)) }
      : proposal
  const { outcomes } = importFile(file, 'table', CONTEXT, tripwire, { mapping })
  const question = plan.columns[1]?.target?.question as string
  return {
    plan: plan.columns[1],
    answers: [...outcomes].map((one) =>
      one.outcome === 'refused'
        ? one.errors.map(({ rule, kind }) => (kind ? `${rule} ${kind}` : rule)).join()
        : ((one.submission as Case).answers[question] ?? (one.submission as Case).groups.route_legs),
    ),
  }
}

describe('the row of headings', () => {
  it.each([
    [
      'stands first where nothing is known',
      [
        ['a', 'b'],
        ['no', '1'],
        ['x', '2'],
      ],
      1,
    ],
    [
      'stands first where one answer below is also a heading',
      [
        ['memo', 'b'],
        ['child', '1'],
        ['no', 'no'],
      ],
      1,
    ],
    ['stands below a title', [['List of cases'], ['No.', 'Sex', 'Age'], ['1', 'F', '24']], 2],
    [
      'stands below merged groups',
      [
        ['Person', '', 'Contact', ''],
        ['No.', 'Sex', 'Phone', 'E-mail'],
        ['1', 'F', '', ''],
      ],
      2,
    ],
    [
      'stands below blank rows and a title',
      [
        ['', ''],
        ['Cases of 2004', ''],
        ['No.', 'Nationality'],
        ['1', 'Thai'],
      ],
      3,
    ],
  ])('%s', async (_, rows, row) => {
    const file = await openFile(workbook([{ name: 'a', rows }]), 'a.xlsx')
    expect(planFile(file, tripwire).headingRow).toBe(row)
  })

  it('takes a heading that is merged downwards from the row above', async () => {
    const file = await openFile(
      workbook([
        {
          name: 'a',
          rows: [
            ['No.', '氏名', '', '年齢'],
            ['', '姓', '名', ''],
            ['1', '例田', '花子', 24],
          ],
        },
      ]),
      'a.xlsx',
    )
    expect(planFile(file, tripwire).columns.map(({ target, kind }) => target?.question ?? kind)).toEqual([
      'partner_case_key',
      'personal_name',
      'personal_name',
      'age_band_registration',
    ])
  })
})

describe('the traps in real files', () => {
  it('1, 3: several words for one country are offered, and none is applied without a yes', async () => {
    const words = [
      'Burma',
      'Myanmar',
      'Vietnamese',
      'Russia',
      'Russian Federation',
      'Filipino',
      'Philippines',
      'China, Taiwan Province of China',
      'Nationals',
      '',
    ]
    const undecided = await column('Nationality', words, { yes: false })
    expect(undecided.answers).toEqual([...words.slice(0, -1).map(() => 'undecided_word'), 'not_asked'])
    const { answers, plan } = await column('Nationality', words)
    expect(answers).toEqual([['MM'], ['MM'], ['VN'], ['RU'], ['RU'], ['PH'], ['PH'], ['TW'], 'unknown', 'not_asked'])
    expect(plan?.words.map(({ word }) => word)).toEqual(words.slice(0, -1))
  })

  it('1: three Koreas and two Congos are not decided for the partner', async () => {
    expect((await column('Nationality', ['Korea', 'Congo', 'South Korea', 'North Korea'])).answers).toEqual([
      'undecided_word',
      'undecided_word',
      ['KR'],
      ['KP'],
    ])
    expect((await column('Nationality', ['Korea'], { values: { korea: 'KR' } })).answers).toEqual([['KR']])
  })

  it('2: blanks at either end, crosses as marks, commas inside names beside comma-joined codes', async () => {
    expect((await column(' Nationality ', ['  TH ', 'Korea, Republic of, TH', 'TH,PH', 'Thai and Filipino'])).answers).toEqual([
      ['TH'],
      ['KR', 'TH'],
      ['TH', 'PH'],
      ['TH', 'PH'],
    ])
    const marks = await column('Confinement or surveillance', ['x', 'X', '○', '', '0', 'maybe'])
    expect(marks.plan).toMatchObject({ target: { question: 'means_of_control', code: 'movement' } })
    expect(marks.answers).toEqual([['movement'], ['movement'], ['movement'], 'not_asked', [], 'invalid_code'])
  })

  it('4: a suppressed number is no number, and the same key twice is refused', async () => {
    expect((await column('Age', ['<5', '24'])).answers).toEqual(['invalid_code', '24_26'])
    const bytes = csv([
      ['id', 'Sex'],
      ['A-1', 'F'],
      ['A-1', 'F'],
    ])
    const file = await openFile(bytes, 'f.csv')
    const mapping = agreed(planFile(file, tripwire).proposal, CONSENT)
    expect([...importFile(file, 'table', CONTEXT, tripwire, { mapping }).outcomes].map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'refused',
    ])
  })

  it('5: every way of writing nothing, in one column', async () => {
    const { answers } = await column('Nationality', ['-99', '', 'ZZ', '00', 'Unknown', 'Not Specified', '不明', 'n/a'])
    expect(answers).toEqual(['not_asked', 'not_asked', 'not_asked', 'not_asked', 'unknown', 'not_asked', 'unknown', 'not_asked'])
  })

  it('6: NA is Namibia where codes stand, and asked about where people wrote', async () => {
    expect((await column('Nationality', ['NA', 'TH'])).answers).toEqual(['undecided_word', ['TH']])
    expect((await column('Nationality', ['NA'], { values: { NA: 'NA' } })).answers).toEqual([['NA']])
    expect((await column('Nationality', ['NA'], { values: { NA: 'not_asked' } })).answers).toEqual(['not_asked'])
  })

  it('7: age bands with two hyphens, one, and a dash', async () =>
    expect((await column('Age', ['9--17', '9-17', '9–17', '48+', '18—20'])).answers).toEqual(['9_17', '9_17', '9_17', '48_plus', '18_20']))

  it('8: joined values with and without a blank', async () =>
    expect((await column('Exploitation', ['sexual;forced_labour', 'sexual; forced_labour', 'sexual\nforced_labour'])).answers).toEqual([
      ['sexual', 'forced_labour'],
      ['sexual', 'forced_labour'],
      ['sexual', 'forced_labour'],
    ]))

  it('11: eras, Buddhist years, and two-digit years, which are never guessed', async () => {
    const { answers } = await column('受付年', ['昭和58年4月1日', 'S58.4.1', '令和元年', '2547', '04', "'98"])
    expect(answers).toEqual([
      ...[1983, 1983, 2019, 2004].map((year) => ({ value: String(year), precision: 'year' })),
      'invalid_date',
      'invalid_date',
    ])
  })

  it('12, 13: a year column that holds a range is refused row by row', async () =>
    expect((await column('Year', ['2004', '2001-2003', 'Minor'])).answers).toEqual([
      { value: '2004', precision: 'year' },
      'invalid_date',
      'invalid_date',
    ]))

  it('names an identifier in a coded column by its kind, and nothing else of it', async () => {
    const { answers } = await column('Nationality', [
      '０９０－００００－１２３４',
      'rin@example.test',
      'Maria Halimbawa',
      'AB12345678CD',
      '東京都新宿区',
    ])
    expect(answers).toEqual([
      'identifier telephone',
      'identifier email',
      'invalid_code',
      'identifier residence_card_number',
      'identifier address',
    ])
  })

  it('reads a journey to Japan where the meaning of the column says so, and says it', async () => {
    const { answers, plan } = await column('都道府県', ['東京', '大阪府', 'Kanagawa'])
    expect(plan?.target).toEqual({ question: 'exploitation_prefectures' })
    expect(answers).toEqual([['13'], ['27'], ['14']])
    const origin = await column('Country of origin', ['Thai'])
    expect(origin.answers).toEqual([[{ leg_from_country: 'TH', leg_to_country: 'not_asked', leg_purpose: 'not_asked' }]])
  })
})

const CTDC_HEADER = [...MAPPED_COLUMNS, ...Object.keys(DROPPED_COLUMNS)]
const CTDC_ROWS = [
  {
    yearOfRegistration: '2016',
    Datasource: 'Case Management',
    gender: 'Female',
    ageBroad: '9--17',
    citizenship: 'PH',
    CountryOfExploitation: 'JP',
    isSexualExploit: '1',
    isForcedLabour: '0',
    meansOfControlThreats: '1',
  },
  {
    yearOfRegistration: '2010',
    Datasource: 'Hotline',
    gender: 'Male',
    majorityStatus: 'Adult',
    citizenship: 'NA',
    RecruiterRelationship: 'Family/Relative; Other',
    meansOfControlThreats: 'X',
  },
  { yearOfRegistration: '-99', Datasource: 'Hotline', gender: '-99', citizenship: '', meansOfControlConcatenated: 'a;b' },
].map((row: Record<string, string>) => CTDC_HEADER.map((name) => row[name] ?? ''))

describe('CTDC', () => {
  it('gives the same cases as CSV, XLSX and Shift_JIS', async () => {
    const text = [CTDC_HEADER, ...CTDC_ROWS].map((cells) => cells.join(',')).join('\r\n')
    // A kanji in a column that is read past makes the bytes Shift_JIS and nothing else.
    const japanese = text.replace('a;b', '脅迫;暴力')
    const plain = await read(strToU8(text))
    const { FEW, ...others } = {
      bytes: await read(encode(japanese, 'shift_jis', false)),
      tabs: await read(strToU8(text.replaceAll(',', '\t'))),
      xlsx: await read(
        workbook([
          {
            name: 'data',
            rows: [CTDC_HEADER, ...CTDC_ROWS.map((cells) => cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)))],
          },
        ]),
      ),
      FEW: null,
    }
    expect(FEW).toBeNull()
    expect(plain.kind).toBe('ctdc-2021')
    expect(plain.report).toMatchObject({ rows: 3, accepted: 3, refused: 0 })
    for (const other of Object.values(others)) expect([other.kind, other.cases]).toEqual(['ctdc-2021', plain.cases])
    expect(others.bytes.report.said[0]).toBe('encoding: Shift_JIS (CP932)')
    expect(plain.cases[1]?.answers).toMatchObject({
      citizenship: ['NA'],
      recruiter_relation: ['relative', 'other'],
      means_of_control: ['threats_person'],
    })
  })

  it('reads the 27 columns of 2024, and counts what they merge', async () => {
    expect(CTDC_2024_COLUMNS.length).toBe(27)
    const rows = [
      {
        yearOfRegistration: '2019',
        gender: 'Woman',
        ageBroad: '30--38',
        citizenship: 'PHL',
        CountryOfExploitation: 'JPN',
        traffickMonths: '13-24',
        isSexualExploit: '1',
        typeOfSexProstitution: '1',
        meansThreats: '1',
        meansWithholdDocs: '1',
      },
      {
        gender: 'Trans/Transgender/NonConforming',
        citizenship: 'ZZZ',
        traffickMonths: '0-12',
        recruiterRelationFriend: '1',
        typeOfLabourConstruction: '1',
      },
    ].map((row: Record<string, string>) => CTDC_2024_COLUMNS.map((name) => row[name] ?? ''))
    const header = CTDC_2024_COLUMNS.map((name) => (name === 'meansWithholdDocs' ? 'meansWithholdDocuments' : name))
    const { kind, cases, report } = await read(csv([header, ...rows]))
    expect([kind, report.accepted]).toEqual(['ctdc-2024', 2])
    expect(cases[0]?.answers).toMatchObject({
      gender: 'woman',
      age_band_registration: '30_38',
      citizenship: ['PH'],
      exploitation_duration: '13_24m',
      exploitation_types: ['sexual'],
      sexual_kinds: ['prostitution'],
      means_of_control: ['documents', 'other'],
      purpose_elements: ['sexual'],
    })
    expect(cases[1]?.answers).toMatchObject({
      exploitation_types: 'not_asked',
      means_of_control: 'not_asked',
      exploitation_duration: 'not_asked',
      recruiter_relation: ['neighbour_acquaintance'],
    })
    expect(report.unmapped).toEqual({ citizenship: 1 })
    expect(report.notes.filter((note) => /^\d+ cases/.test(note))).toEqual([
      '1 cases: 0-12 months; duration not asked',
      '1 cases: a merged means of control; read as other',
      '1 cases: sectors of labour without forced labour among the types; sectors not asked',
    ])
  })

  it('has a reader that the page can use alone', () => expect(ctdc2021Reader().header(CTDC_HEADER).mapped.length).toBe(54))
})

const CODES = [
  'prs_Salutation',
  'prs_FirstName',
  'prs_SecondName',
  'prs_Birthdate',
  'prs_Gender',
  'prs_Citizenship',
  'prs_Email',
  'prs_HomePhone',
  'prs_MailingCity',
  'prs_MailingCountry',
  'prs_MailingState',
  'prs_MailingStreet',
  'prs_MailingPostalCode',
  'vic_TraffickingStatus',
  'vic_TraffickinStatusDecisionMakingOrg',
  'vic_MethodsOfControl',
  'vic_TypeOfExploitation',
  '',
  'cas_IncomingReferralDate',
  'vic_AgeWhenTrafficked',
  'con_Consent',
]
const LABELS = [
  'Salutation',
  'First Name',
  'Second Name',
  'Birthdate',
  'Gender',
  'Citizenship',
  'Email',
  'Home Phone',
  'Mailing Street',
  'Mailing City',
  'Mailing Country',
  'Mailing State/Province',
  'Mailing Zip/Postal Code',
  'Trafficking Status',
  'Trafficking Status Decision Making Organization',
  'Methods of Control',
  'Type of Exploitation',
  'Marital Status',
  'Incoming Referral Date',
  'Age when Trafficked',
  'Consent',
]
const PERSON = [
  'Ms',
  'Maria',
  'Halimbawa',
  '{30407}',
  'Feminine',
  'PHL;JP',
  'm@example.test',
  '+63 917 000 1234',
  'Example St',
  'Example City',
  'PH',
  'NCR',
  '1100',
  'ActualVictimOfTrafficking',
  'Police',
  'DebtBondage ;Threats of law enforcement',
  'SexualExploitation',
  'Single',
  '{38108}',
  24,
  true,
]

describe('HTCDS 2.0', () => {
  it('reads the workbook: code row, label row, and drops what identifies', async () => {
    const { kind, cases, report } = await read(workbook([{ name: 'HTCDS', rows: [CODES, LABELS, PERSON] }]))
    expect(kind).toBe('htcds')
    expect(report.columns.dropped.map(({ position, kind: dropped }) => `${position} ${dropped}`)).toEqual([
      '1 personal_name',
      '2 personal_name',
      '3 personal_name',
      '4 date_of_birth',
      '7 email',
      '8 telephone',
      ...[9, 10, 11, 12, 13].map((position) => `${position} address`),
    ])
    expect(report).toMatchObject({ accepted: 1, refused: 0 })
    expect(cases[0]?.answers).toMatchObject({
      registration_year: { value: '2004', precision: 'year' },
      gender: 'woman',
      citizenship: ['PH', 'JP'],
      state_recognition: 'police',
      org_judgement: 'not_asked',
      means_of_control: ['debt', 'threats_authorities'],
      exploitation_types: ['sexual'],
      marital_status: 'never_married',
      age_band_recruitment: '24_26',
      consent_basis: 'person_informed',
      consent_uses: ['aggregate_tables'],
    })
    expect(JSON.stringify([cases, report])).not.toMatch(/Maria|Halimbawa|1983|917|Example|NCR/)
  })

  it('reads exports of the published form: other spellings, groups, machinery, answers joined with blanks', async () => {
    const header = [
      'start',
      'end',
      'con_Consent',
      'profile/prs_First_Name',
      'prs_Title',
      'prs_Gender',
      'prs_Citizenship',
      'vic_Methods_of_Control',
      'vic_TypeOfExploitation',
      'vic_ForcedLabourIndustry',
      'cas_IncomingReferralDate',
      '__version__',
      '_uuid',
      'meta/instanceID',
    ]
    const row = [
      '2021-05-01T10:20:30.000+09:00',
      '2021-05-01T10:40:30.000+09:00',
      'TRUE',
      'Maria',
      'Halimbawa',
      'NonSpecifiedUnknown',
      'PH',
      'DebtBondage PhysicalAbuse',
      'ForcedLabour ChildLabour',
      'A_AgricultureForestryAndFishing',
      '2021-04-30',
      'v1',
      'uuid:1',
      'uuid:1',
    ]
    const { cases, report, kind } = await read(csv([header, row, ['', '', 'FALSE', ...row.slice(3)]]))
    expect(kind).toBe('htcds')
    expect(report.columns.dropped.map(({ kind: dropped }) => dropped)).toEqual([
      'exact_date',
      'exact_date',
      'personal_name',
      'personal_name',
      'form_machinery',
      'device_trace',
      'device_trace',
    ])
    expect(cases.length).toBe(1)
    expect(cases[0]?.answers).toMatchObject({
      gender: 'unknown',
      citizenship: ['PH'],
      means_of_control: ['debt', 'physical'],
      exploitation_types: ['forced_labour'],
      labour_sectors: ['agriculture'],
      minor_when_exploited: 'yes',
      registration_year: { value: '2021', precision: 'year' },
      source_type: 'other',
    })
    expect(report.refusals).toEqual([{ row: 3, errors: [{ pointer: '/answers/consent_basis', rule: 'R01' }] }])
  })

  it('reads exports with labels for headings', async () => {
    const { cases, report } = await read(
      csv([
        ['start', ...LABELS],
        ['2021-05-01T10:20:30', ...PERSON.map((cell) => String(cell).replace('{30407}', '1983-04-01').replace('{38108}', '2004-05-01'))],
      ]),
    )
    expect(report).toMatchObject({ rows: 1, accepted: 1 })
    expect(cases[0]?.answers).toMatchObject({
      gender: 'woman',
      state_recognition: 'police',
      exploitation_types: ['sexual'],
      consent_basis: 'person_informed',
    })
    expect(report.columns.dropped.length).toBe(12)
  })

  it.each([
    ['a label that names an identifier over a code that does not', 'prs_Gender', 'First Name', 5],
    ['a code that names an identifier over a label that does not', 'prs_FirstName', 'Gender', 2],
    ['a listed heading in the place of a label', 'prs_Citizenship', '氏名', 6],
  ])('refuses the file and names the column: %s', async (_, code, label, position) => {
    const codes = CODES.map((old, at) => (at === position - 1 ? code : old === code ? 'prs_MiddleName' : old))
    const labels = LABELS.map((old, at) => (at === position - 1 ? label : codes[at] === 'prs_MiddleName' ? 'Middle Name' : old))
    const file = await openFile(workbook([{ name: 'HTCDS', rows: [codes, labels, PERSON] }]), 'f.xlsx')
    expect(refusal(() => importFile(file, 'htcds', CONTEXT, tripwire))).toEqual([
      'invalid-file',
      `/columns/${position} identifier_under_one_name`,
    ])
  })
})

const HEADER = [
  'partner_case_key',
  'registration_year',
  'consent_basis',
  'consent_uses',
  'source_type',
  'information_basis',
  'gender',
  'age_band_registration',
  'minor_when_exploited',
  'citizenship',
  'recruitment_mode',
  'exploitation_types',
  'means_of_control',
  'exit_mode',
  'state_recognition',
  'return_status',
  'org_judgement',
  'debt_imposed',
  'debt_band',
]
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
  ])('P06 500 clean rows in %s: the tripwire refuses none, intake takes all', async (encoding, mark) => {
    // A heading that is dropped unread carries the characters of the encoding.
    const name = encoding === 'shift_jis' || encoding.startsWith('utf') ? '氏名' : 'Name'
    const text = rows.map((cells, at) => [...cells, at === 0 ? name : ''].join(',')).join('\n')
    const file = await openFile(encode(text, encoding, mark), 'clean.csv')
    expect([...scanRows(file.rows(), tripwire)]).toEqual([{ line: 1, column: 20, kinds: ['personal_name'] }])
    const { report } = await read(encode(text, encoding, mark), {
      routeLegs: new Map(
        legs
          .slice(1)
          .map(([key, , from, to, purpose]) => [
            key as string,
            [{ leg_from_country: from as string, leg_to_country: to as string, leg_purpose: purpose as string }],
          ]),
      ),
    })
    expect(report).toMatchObject({ rows: 500, accepted: 500, refused: 0 })
  })

  it('reads a workbook with the same columns and its two further sheets', async () => {
    const book = workbook([
      { name: 'cases', rows: rows.slice(0, 4) },
      { name: 'route_legs', rows: legs },
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

describe('P13 whatever a file holds', () => {
  it('an import ends in outcomes or in a problem, and quotes nothing', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'TH',
        'Filipino',
        '女',
        '2004',
        'S58.4.1',
        '090-0000-1234',
        'ζsecretζ',
        '=1+1',
        '\u202E',
        'a;b',
        '24',
        '-99',
        '__proto__',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    const heading = fc.constantFrom(
      '国籍',
      '氏名',
      'Age',
      'Sex',
      'prs_Gender',
      'prs_FirstName',
      'vic_MethodsOfControl',
      'partner_case_key',
      'registration_year',
      'ζsecretζ',
      '',
      'constructor',
      '備考',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(heading, { minLength: 1, maxLength: 8 }),
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
        async (headings, rows) => {
          const text = [headings, ...rows].map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
          const file = await openFile(strToU8(text), 'x.csv')
          const said = refusal(() => {
            const kind = kindOfFile(file)
            const { outcomes, report } = importFile(file, kind, CONTEXT, tripwire, {})
            const told = JSON.stringify([[...outcomes].filter(({ outcome }) => outcome === 'refused'), report()])
            expect(told).not.toContain('ζsecretζ')
          })
          expect(JSON.stringify(said)).not.toContain('ζsecretζ')
          const planned = refusal(() => {
            const { proposal, ...plan } = planFile(file, tripwire)
            expect(JSON.stringify(plan)).not.toContain('ζsecretζ')
          })
          expect(JSON.stringify(planned)).not.toContain('ζsecretζ')
        },
      ),
      { numRuns: 500 },
    )
  })
})
