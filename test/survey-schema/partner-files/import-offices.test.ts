/** Imports of partner files: the sheets of two offices, with words on no list, read in at most ten decisions. */
import { describe, expect, it } from 'vitest'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import { HEADING_WORDS } from '../../../survey-schema/partner-files/plan/words/headings.ts'
import { CONTEXT } from '../../support/records.ts'
import { CONSULATE, OFFICE_SECRETS, SHELTER } from '../office-sheets.ts'
import { CONSENT, csv, detector } from '../read-file.ts'
import { workbook } from '../workbook.ts'

const text = (rows: typeof SHELTER.rows) => csv(rows.map((cells) => cells.map((cell) => String(cell ?? ''))))

describe.each([
  [
    'a consulate',
    () => workbook([CONSULATE, { name: 'phone list', rows: [['name', 'telephone']] }]),
    'cases.xlsx',
    ['factory shifts', 'hostess bar', 'chat group', 'song contest', 'walk-in', 'a teacher', 'up north', 'waiting'],
  ],
  [
    'a shelter',
    () => text(SHELTER.rows),
    'list.csv',
    ['工場の夜勤', 'スナック', '占い師', '町内会', '自力', '北の方', '済', '未', '調整中', '少し'],
  ],
] as const)('the sheet of %s', async (_, bytes, name, words) => {
  const file = await openFile(bytes(), name)
  const plan = planFile(file, detector)

  it('shows every word on no list with its count, and drops identifiers by kind without a question', () => {
    expect(plan.rows).toBe(30)
    expect(plan.unlistedWords.map(({ word }) => word)).toEqual(expect.arrayContaining([...words]))
    expect(plan.unlistedWords.every(({ cells }) => cells > 0)).toBe(true)
    expect(plan.columns.filter(({ fate }) => fate === 'dropped').length).toBeGreaterThanOrEqual(3)
  })

  it('is read with five decisions: a yes to what is proposed, one word about the rest, and three answers for the whole file', () => {
    const mapping = readMapping({ ...plan.proposal, yes: true, rest: 'not_asked', whole: CONSENT })
    const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, { mapping })
    const found = [...outcomes]
    expect(report().accepted).toBeGreaterThanOrEqual(27)
    expect(report().lines.length).toBeGreaterThan(0)
    const everything = JSON.stringify([found, report()])
    expect(OFFICE_SECRETS.filter((secret) => everything.includes(secret))).toEqual([])
  })

  it('is read no worse where the word about the rest stands at each column, as the page writes it: a column that ticks one answer has it, too', () => {
    const columns = plan.proposal.columns.map((column) => ({ ...column, yes: true, rest: 'not_asked' }))
    const mapping = readMapping({ ...plan.proposal, columns, whole: CONSENT })
    const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, { mapping })
    for (const _ of outcomes);
    expect(report()).toMatchObject({ rows: 30, refused: 0 })
  })

  it('is read with ten: five columns one by one, and a word about all others', () => {
    const kept = plan.proposal.columns.filter(({ to }) =>
      ['registration_year', 'gender', 'citizenship', 'age_band_registration', 'exploitation_types'].includes(to),
    )
    const others = plan.proposal.columns
      .filter((column) => !kept.includes(column))
      .map((column) => ({ ...column, to: 'leave out', values: {} }))
    const mapping = readMapping({ ...plan.proposal, yes: true, rest: 'unknown', whole: CONSENT, columns: [...kept, ...others] })
    const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, { mapping })
    for (const _ of outcomes);
    expect(report()).toMatchObject({ rows: 30, refused: 0 })
    expect(report().cells.leftOut).toBeGreaterThan(30)
  })

  it('refuses the rows of words that wait, at their places, and nothing else', () => {
    const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, {
      mapping: readMapping({ ...plan.proposal, yes: true, whole: CONSENT }),
    })
    for (const _ of outcomes);
    expect(Object.keys(report().rules).filter((rule) => !['undecided_word', 'invalid_code', 'invalid_date'].includes(rule))).toEqual([])
    expect(report().refused).toBeGreaterThan(10)
  })
})

describe('the words of headings', () => {
  it('are known in English and Japanese alike', () => {
    for (const [id, words] of Object.entries(HEADING_WORDS)) {
      expect([
        id,
        words.split('|').some((word) => /^[\x20-\x7e]+$/.test(word)),
        words.split('|').some((word) => /\p{Script=Han}/u.test(word)),
      ]).toEqual([id, true, true])
    }
  })
})
