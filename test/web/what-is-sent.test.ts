/** What the form says of a case before it is sent is what the submission holds; cases of a partner are counted by month. */
import { describe, expect, it } from 'vitest'
import { byMonth } from '../../web/own-cases/cases-by-month.tsx'
import { changed, EMPTY_FORM, type FilledForm, type FormStep } from '../../web/questionnaire/form-state.ts'
import { submissionOf } from '../../web/questionnaire/submission.ts'
import { whatIsSent } from '../../web/questionnaire/what-is-sent.tsx'

const filled = (...steps: readonly FormStep[]): FilledForm => steps.reduce(changed, EMPTY_FORM)
const answer = (id: string, given: string | readonly string[]) => ({ type: 'answer', id, answer: given }) as const satisfies FormStep

describe('before sending', () => {
  it('every answer that goes is counted, and one whose question fell away is named and does not go', () => {
    const form = filled(
      { ...answer('registration_year', '2019'), cut: true },
      answer('consent_basis', 'person_informed'),
      answer('consent_uses', ['aggregate_tables']),
      { type: 'answer-row', group: 'route_legs', key: 0, id: 'leg_from_country', answer: 'PH' },
      answer('consent_basis', 'no_basis'),
    )
    const { answered, leftBehind, cut } = whatIsSent(form)
    const { answers, groups } = submissionOf(form, 'en')
    expect(leftBehind).toEqual(['consent_uses'])
    expect(Object.keys(answers)).not.toContain('consent_uses')
    expect(cut).toEqual(['registration_year'])
    expect(whatIsSent(filled(answer('registration_year', '2019'))).cut).toEqual([])
    expect(whatIsSent(filled({ ...answer('registration_year', '2019'), cut: true }, answer('registration_year', '2020'))).cut).toEqual([])
    const legs = groups.route_legs as readonly object[]
    expect(answered).toBe(Object.keys(answers).length + legs.reduce((sum, leg) => sum + Object.keys(leg).length, 0))
  })

  it('months are counted by what may still be done, newest first', () => {
    const listed = (month: string, state: 'open' | 'frozen') => ({ month, state, edition: 'e' })
    expect(byMonth([listed('2025-12', 'frozen'), listed('2026-02', 'open'), listed('2025-12', 'open'), listed('2026-02', 'open')])).toEqual(
      [
        { month: '2026-02', open: 2, frozen: 0 },
        { month: '2025-12', open: 1, frozen: 1 },
      ],
    )
  })
})
