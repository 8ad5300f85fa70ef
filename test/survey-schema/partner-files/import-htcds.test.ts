/** Imports of partner files: the workbook of HTCDS 2.0 and the names of its XLSForm. */
import { describe, expect, it } from 'vitest'
import { importFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { CONTEXT } from '../../support/records.ts'
import { csv, detector, read } from '../read-file.ts'
import { refusal } from '../refusal.ts'
import { workbook } from '../workbook.ts'

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
    expect(refusal(() => importFile(file, 'htcds', CONTEXT, detector))).toEqual([
      'invalid-file',
      `/columns/${position} identifier_under_one_name`,
    ])
  })
})
