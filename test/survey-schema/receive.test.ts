import { describe, expect, it } from 'vitest'
import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { relevance } from '../../survey-schema/answers/relevance.ts'
import { submissionSchema } from '../../survey-schema/answers/shapes.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import { anySubmission, CONTEXT, plainSubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'
import { refusal } from './refusal.ts'

const recorded = QUESTIONS.filter((question) => question.group === null && question.type !== 'text').map((question) => question.id)
const answersOf = (answers: object, groups?: object) =>
  receive(plainSubmission(answers as Record<string, unknown>, groups as Record<string, unknown>), CONTEXT).record.answers

describe('a complete record', () => {
  it('has every question, in questionnaire order, and neither the case reference nor anything sent beside', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        const { record, partnerCaseKey } = receive(submission, CONTEXT)
        expect(Object.keys(record.answers)).toEqual(recorded)
        expect(JSON.stringify(record)).not.toContain(JSON.stringify(partnerCaseKey))
        for (const question of QUESTIONS.filter((entry) => entry.group === null && entry.type !== 'text')) {
          const answer = record.answers[question.id]
          const { indexOf } = answerCodes(question.id)
          const fits =
            isUnanswered(answer) ||
            (question.type === 'date_precision'
              ? typeof answer === 'number'
              : question.type === 'single'
                ? indexOf.has(answer as string)
                : (answer as readonly string[]).every((code) => indexOf.has(code)))
          expect([question.id, fits]).toEqual([question.id, true])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps what was answered and gives every other question its state', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        const { record } = receive(submission, CONTEXT)
        const asked = relevance(submission.answers, submission.groups)
        for (const id of recorded) {
          const sent = submission.answers[id]
          const expected = asked.get(id) !== 'ask' ? asked.get(id) : sent === undefined ? 'not_asked' : sent
          const order = answerCodes(id).indexOf
          expect(record.answers[id]).toEqual(
            Array.isArray(expected) ? [...expected].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)) : expected,
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is the same whatever the order of keys and ticks', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        const backwards = Object.fromEntries(
          Object.entries(submission.answers)
            .reverse()
            .map(([id, answer]) => [id, Array.isArray(answer) ? [...answer].reverse() : answer]),
        )
        expect(receive({ ...submission, answers: backwards }, CONTEXT).record).toEqual(receive(submission, CONTEXT).record)
      }),
      { numRuns: 100 },
    )
  })

  it.each(QUESTIONS.filter((question) => question.required && question.group === null).map((question) => question.id))('needs %s', (id) => {
    const body = plainSubmission()
    delete (body.answers as Record<string, unknown>)[id]
    expect(refusal(() => receive(body, CONTEXT))).toEqual(['invalid-submission', `/answers/${id} required`])
  })

  it('needs a journey, and takes a missing list of steps as not asked, an empty one as none reached', () => {
    expect(refusal(() => receive({ ...plainSubmission(), groups: undefined }, CONTEXT))).toEqual([
      'invalid-submission',
      '/groups/route_legs required',
    ])
    expect(receive(plainSubmission(), CONTEXT).record.contact_steps).toBe('not_asked')
    expect(receive(plainSubmission({}, { contact_steps: 'not_asked' }), CONTEXT).record.contact_steps).toBe('not_asked')
    expect(receive(plainSubmission({}, { contact_steps: [] }), CONTEXT).record.contact_steps).toEqual([])
    expect(receive(plainSubmission({}, { contact_steps: [{ step_actor: 'police' }] }), CONTEXT).record.contact_steps).toEqual([
      { step_actor: 'police', step_mode: 'not_asked', step_outcome: 'not_asked' },
    ])
  })

  it('takes the codes that only imports use, and an empty list as an answer', () => {
    expect(
      answersOf({ age_band_registration: '9_17', minor_when_exploited: 'yes', age_band_recruitment: 'under_18', means_of_control: [] }),
    ).toMatchObject({ age_band_registration: '9_17', age_band_recruitment: 'under_18', means_of_control: [] })
  })

  it('R19 takes a case reference of 24 characters, counted as a person counts them', () => {
    for (const key of ['a'.repeat(24), '𠮷'.repeat(24)])
      expect(receive(plainSubmission({ partner_case_key: key }), CONTEXT).partnerCaseKey).toBe(key)
  })

  it('hands the case reference out trimmed, beside the record', () => {
    expect(receive(plainSubmission({ partner_case_key: ' Ａ－17 ' }), CONTEXT).partnerCaseKey).toBe('A-17')
  })
})

describe('P15 the four states stay four', () => {
  it.each(['unknown', 'declined', 'not_asked'])('%s stays what it is, in a single, a multiple and a year', (state) => {
    expect(
      answersOf({ gender: state, citizenship: state, registration_year: state, push_factors: [state], arrival_year: { value: state } }),
    ).toMatchObject({ gender: state, citizenship: state, registration_year: state, push_factors: state, arrival_year: state })
  })

  it('not applicable and not asked follow from the controlling answer', () => {
    expect(answersOf({ debt_imposed: 'no', means_of_control: [] }).debt_band).toBe('not_applicable')
    expect(answersOf({ debt_imposed: 'declined', debt_band: 'unknown' }).debt_band).toBe('not_asked')
    expect(answersOf({ debt_imposed: 'no', means_of_control: [], debt_band: 'unknown' }).debt_band).toBe('not_applicable')
    expect(answersOf({}).gender).not.toBe(answersOf({ gender: 'unknown' }).gender)
  })
})

describe('the published shape', () => {
  it('accepts what intake accepts', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        expect(submissionSchema.safeParse(submission).error).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  })

  it('refuses what intake refuses by form', () => {
    for (const answers of [
      { gender: 'lady' },
      { gender: 1 },
      { citizenship: 'TH' },
      { hobby: 1 },
      { closing_note: 'x' },
      { partner_case_key: '' },
      { partner_case_key: 'a'.repeat(25) },
    ]) {
      expect([answers, submissionSchema.safeParse(plainSubmission(answers)).success]).toEqual([answers, false])
    }
  })
})
