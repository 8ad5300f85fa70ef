/** Imports of partner files: a sheet as an outsider types it, planned, decided in ten steps, and used again for the next one. */
import { describe, expect, it } from 'vitest'
import { chooseSheet } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile, waitsForDecisions } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import { CONTEXT } from '../../support/records.ts'
import { BAD_ROWS, NEXT_SHEET, OUTSIDER, SECRETS } from '../outsider.ts'
import { agreed, type Case, CONSENT, detector } from '../read-file.ts'
import { refusal } from '../refusal.ts'
import { workbook } from '../workbook.ts'

describe('a sheet as an outsider types it', async () => {
  const file = await openFile(workbook([OUTSIDER, { ...OUTSIDER, name: '一覧 (2)' }]), 'list.xlsx')
  const { sheet, description } = chooseSheet(file)
  const at = { sheet: sheet as number }
  const plan = planFile(file, detector, at)

  it('is planned without a decision: identifiers drop by kind, the rest is proposed', () => {
    expect(description).toEqual(['sheet 1 of 2 is read; 1 others are not, so that a copy doubles nothing'])
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
    const lines = refusal(() => importFile(file, 'table', CONTEXT, detector, at))
    expect(lines).toContain('/columns/12 unknown_column')
    expect(lines).toContain('/columns/1 undecided_column')
    expect(lines).toContain('/columns/consent_basis missing_column')
    try {
      importFile(file, 'table', CONTEXT, detector, at)
    } catch (error) {
      expect(waitsForDecisions(error)).toBe(true)
    }
    const headingsOnly = {
      ...agreed(plan.proposal, CONSENT),
      columns: agreed(plan.proposal).columns.map(({ values: _, ...column }) => column),
    }
    const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, { ...at, mapping: headingsOnly })
    expect([...outcomes].filter(({ outcome }) => outcome !== 'refused')).toEqual([])
    expect(report().rules).toMatchObject({ undecided_word: 50 })
  })

  it('is taken with ten decisions: 45 of 50 rows, no identifier among them', () => {
    const mapping = agreed(plan.proposal, CONSENT)
    const decisions = mapping.columns.length + Object.keys(mapping.whole).length
    expect(decisions).toBeLessThanOrEqual(10)
    const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, { ...at, mapping })
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
    const { outcomes, report } = importFile(next, 'table', CONTEXT, detector, { mapping: saved })
    expect([...outcomes].map(({ outcome }) => outcome).filter((outcome) => outcome === 'refused').length).toBe(1)
    expect(report().refusals).toEqual([{ row: 6, errors: [{ pointer: '/answers/citizenship', rule: 'undecided_word' }] }])
    expect(planFile(next, detector, { mapping: saved }).columns[6]?.words).toEqual([{ word: 'Nepalese', codes: ['NP'], cells: 1 }])
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
