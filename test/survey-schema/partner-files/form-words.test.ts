/** An export of our form in which somebody typed a word: it waits at its place, is asked about once, and is read as it was decided. */
import { expect, it } from 'vitest'
import { chooseSheet, kindOfFile } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../../survey-schema/partner-files/own-columns/group-files.ts'
import { type Mapping, readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import { koboSheets } from '../../support/form-exports.ts'
import { CONTEXT, plainSubmission } from '../../support/records.ts'
import { detector } from '../read-file.ts'
import { refusal } from '../refusal.ts'
import { workbook } from '../workbook.ts'

const { answers, groups } = plainSubmission()
const given = { answers: { ...answers, education: 'primary', exit_mode: 'escaped', means_of_control: ['debt', 'locked_up'] }, groups }
const sheets = koboSheets([given], { between: '/', several: 'joined' })
const file = await openFile(workbook([...sheets].map(([name, rows]) => ({ name, rows }))), 'export.xlsx')
const { sheet } = chooseSheet(file)
const at = { ...groupsOfFile(file, kindOfFile(file, sheet), sheet), sheet: sheet as number }

function read(mapping?: Mapping) {
  const { outcomes, report } = importFile(file, 'form', CONTEXT, detector, { ...at, ...(mapping ? { mapping } : {}) })
  return { found: [...outcomes], report: report() }
}

it('a word on our lists is asked about once a column, and its row waits', () => {
  const plan = planFile(file, detector, at)
  const asked = plan.columns.filter(({ words, unlisted }) => words.length + unlisted.cells > 0)
  expect(asked.map(({ target, words }) => [target?.question, words.map(({ word, codes }) => [word, codes])])).toEqual([
    ['means_of_control', [['locked_up', ['movement']]]],
    ['exit_mode', [['escaped', ['escaped_alone']]]],
  ])
  expect(plan.columns.filter(({ fate }) => fate === 'unknown' || fate === 'proposed')).toEqual([])
  const [one] = read().found
  expect(one).toMatchObject({ outcome: 'refused', errors: [{ pointer: '/answers/means_of_control', rule: 'undecided_word' }] })
})

it('is read as the partner decided, and its cells add up', () => {
  const mapping = readMapping({ ...planFile(file, detector, at).proposal, yes: true })
  const { found, report } = read(mapping)
  expect(found).toMatchObject([
    { outcome: 'accepted', submission: { answers: { exit_mode: 'escaped_alone', means_of_control: ['debt', 'movement'] } } },
  ])
  expect(report.cells.refused).toEqual({})
})

const decided = (column: object, more: object = {}) => readMapping({ schema: 'jnatip-mapping/1', whole: {}, columns: [column], ...more })

it('a word is read as all others are, where the partner said one thing of all', () => {
  const { found, report } = read(readMapping({ schema: 'jnatip-mapping/1', whole: {}, columns: [], rest: 'unknown' }))
  expect(found).toMatchObject([{ outcome: 'accepted', submission: { answers: { exit_mode: 'unknown' } } }])
  expect(report.cells.gaps).toBeGreaterThan(0)
})

it('a column that is to be left out is, and one that is called another is refused', () => {
  const heading = [...file.rows(at.sheet)][0]!.cells.find((cell) => cell.endsWith('/education'))!
  const { found } = read(readMapping({ ...planFile(file, detector, at).proposal, yes: true }))
  const left = read(decided({ heading, to: 'leave out', yes: true }, { rest: 'unknown' }))
  const answersOf = ({ found: [one] }: typeof left) =>
    (one as unknown as { submission: { answers: Record<string, unknown> } }).submission.answers
  expect([answersOf({ found, report: left.report }).education === undefined, answersOf(left).education]).toEqual([false, undefined])
  expect(left.report.cells.leftOut).toBe(1)
  expect(refusal(() => read(decided({ heading, to: 'gender', yes: true })))).toMatchObject([
    'invalid-file',
    expect.stringMatching(/^\/columns\/\d+ known_column$/),
  ])
})

it('an answer for the whole file is none of an export, and is refused', () =>
  expect(refusal(() => read(readMapping({ schema: 'jnatip-mapping/1', whole: { gender: 'woman' }, columns: [] })))).toEqual([
    'invalid-file',
    '/mapping decisions_not_used',
  ]))
