/** What a partner's file or command says is used or refused: nothing of it is passed over, and no gap is made of what was not understood. */
import { describe, expect, it } from 'vitest'
import { chooseSheet } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { casesCsvReader } from '../../../survey-schema/partner-files/own-columns/cases-csv.ts'
import { formSubmission, nothingGathered } from '../../../survey-schema/partner-files/own-form/form-answers.ts'
import { readTick } from '../../../survey-schema/partner-files/table/tick-marks.ts'
import { zipParts } from '../../../survey-schema/partner-files/workbooks/zip.ts'
import { CONTEXT } from '../../support/records.ts'
import { agreed, CONSENT, csv, detector } from '../read-file.ts'
import { refusal } from '../refusal.ts'
import { workbook } from '../workbook.ts'
import { zipped } from '../workbook-parts.ts'

describe('the steps of our form', () => {
  const given = (steps: string, rows: number) => ({
    ...nothingGathered(),
    steps,
    rows: { route_legs: [], contact_steps: Array.from({ length: rows }, () => ({ step_actor: 'police' })) },
  })
  it.each([
    ['reached', 0, 'too_few'],
    ['robot', 0, 'invalid_code'],
    ['none_reached', 1, 'columns_disagree'],
    ['not_asked', 1, 'columns_disagree'],
  ])('%s with %i rows is refused', (steps, rows, rule) =>
    expect(refusal(() => formSubmission(given(steps, rows)))).toEqual(['invalid-submission', `/groups/contact_steps ${rule}`]),
  )
  it.each([
    ['reached', 1],
    ['none_reached', 0],
    ['not_asked', 0],
    ['', 1],
    ['', 0],
  ])('%s with %i rows is read', (steps, rows) => expect(refusal(() => formSubmission(given(steps, rows)))).toEqual([]))
})

describe('a column that is to be left out', () => {
  it('is, of our own columns too, and one that must be there is missing then', () => {
    const reader = casesCsvReader({ leaveOut: [2, 3] })
    expect(refusal(() => reader.header(['partner_case_key', 'registration_year', 'education'])).join()).toContain(
      '/columns/registration_year missing_column',
    )
    expect(refusal(() => casesCsvReader({ leaveOut: [9] }).header(['partner_case_key'])).join()).toContain('/columns/9 no_such_column')
  })

  it('of a list is said in its decisions', async () => {
    const file = await openFile(
      csv([
        ['id', 'Sex'],
        ['A-1', 'F'],
      ]),
      'list.csv',
    )
    expect(refusal(() => importFile(file, 'table', CONTEXT, detector, { leaveOut: [2] }))).toEqual([
      'invalid-file',
      '/leaveOut leave_out_in_decisions',
    ])
  })
})

it('a dash or a word for nothing is no case reference', async () => {
  const file = await openFile(
    csv([
      ['id', 'Sex'],
      ['-', 'F'],
      ['n/a', 'F'],
      ['不明', 'F'],
      ['99', 'F'],
      ['A-1', 'F'],
    ]),
    'list.csv',
  )
  const mapping = agreed(planFile(file, detector).proposal, CONSENT)
  const outcomes = [...importFile(file, 'table', CONTEXT, detector, { mapping }).outcomes]
  expect(outcomes.map((one) => (one.outcome === 'refused' ? one.errors.map(({ rule }) => rule).join() : one.outcome))).toEqual([
    'required',
    'required',
    'required',
    'accepted',
    'accepted',
  ])
})

it('a dash in a column of marks is asked about', () => {
  const read = readTick({ question: 'exploitation_types', code: 'sexual' }, '-', new Map())
  expect(read).toMatchObject({ is: 'waiting' })
})

it('a cover before the list is not read in its place', async () => {
  const list = {
    name: 'list',
    rows: [
      ['Case reference', 'Year', 'Sex'],
      ['A-1', 2019, 'F'],
    ],
  }
  const file = await openFile(
    workbook([
      {
        name: 'cover',
        rows: [
          ['Ministry', ''],
          ['Cases', 'of 2019'],
        ],
      },
      list,
    ]),
    'list.xlsx',
  )
  expect(chooseSheet(file).sheet).toBe(2)
})

it('an archive whose parts share their bytes is refused', () => {
  const bytes = zipped({ 'a.csv': 'x'.repeat(40), 'b.csv': 'y'.repeat(40) })
  expect(refusal(() => zipParts(bytes))).toEqual([])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const entries = [...bytes.keys()].filter((at) => at + 46 < bytes.length && view.getUint32(at, true) === 0x02014b50)
  view.setUint32((entries[1] as number) + 42, view.getUint32((entries[0] as number) + 42, true), true)
  expect(refusal(() => zipParts(bytes))).toEqual(['invalid-file', ' broken_archive'])
})
