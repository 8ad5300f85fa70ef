import { describe, expect, it } from 'vitest'
import { relevance } from '../../survey-schema/answers/relevance.ts'
import { QUESTIONS, questionById } from '../../survey-schema/questionnaire/index.ts'
import { type Condition, isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import { anySubmission, plainSubmission, type Submission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'

/**
 * The obvious way: look up each controlling answer anew and ask its own relevance again, to the bottom. A condition is `yes`,
 * `no`, or `open` where a state stands in the way.
 */
function slow(id: string, { answers, groups }: Submission): string {
  const condition = questionById(id)?.askIf
  if (!condition) return 'ask'
  return { yes: 'ask', no: 'not_applicable', open: 'not_asked' }[verdict(condition, { answers, groups } as Submission)]
}

function verdict(condition: Condition, submission: Submission): 'yes' | 'no' | 'open' {
  if ('args' in condition) {
    const all = condition.args.map((part) => verdict(part, submission))
    const [strong, weak] = condition.op === 'or' ? (['yes', 'no'] as const) : (['no', 'yes'] as const)
    return all.some((one) => one === strong) ? strong : all.some((one) => one === 'open') ? 'open' : weak
  }
  if (condition.op === 'any_row') {
    const rows = questionById(condition.q)?.group === 'route_legs' ? submission.groups.route_legs : submission.groups.contact_steps
    if (!Array.isArray(rows)) return 'open'
    if (rows.some((row) => condition.values.includes(row[condition.q] as string))) return 'yes'
    return rows.every((row) => row[condition.q] !== undefined && !isUnanswered(row[condition.q])) ? 'no' : 'open'
  }
  const own = slow(condition.q, submission)
  if (own !== 'ask') return own === 'not_applicable' ? 'no' : 'open'
  const answer = submission.answers[condition.q]
  if (answer === undefined || isUnanswered(answer)) return 'open'
  if (condition.op === 'answered') return 'yes'
  return (Array.isArray(answer) ? answer : [answer]).some((code) => condition.values.includes(code)) ? 'yes' : 'no'
}

describe('P14 skip logic is one engine, decided in one pass', () => {
  it('agrees with looking everything up again', () => {
    fc.assert(
      fc.property(anySubmission, (submission) => {
        const found = relevance(submission.answers, submission.groups)
        for (const { id } of QUESTIONS) expect([id, found.get(id)]).toEqual([id, slow(id, submission)])
      }),
      { numRuns: 400 },
    )
  })

  it('refers only to questions that come earlier', () => {
    const asks = (condition: Condition): readonly string[] => ('args' in condition ? condition.args.flatMap(asks) : [condition.q])
    const order = QUESTIONS.map((question) => question.id as string)
    for (const [at, { askIf }] of QUESTIONS.entries()) {
      for (const id of askIf ? asks(askIf) : []) expect(order.indexOf(id)).toBeLessThan(at)
      for (const id of askIf ? asks(askIf) : []) expect(order).toContain(id)
    }
  })

  const relevanceOf = (id: string, answers: object, groups?: object) => {
    const { answers: all, groups: rows } = plainSubmission(answers as Record<string, unknown>, groups as Record<string, unknown>)
    return relevance(all, rows).get(id as never)
  }

  it.each([
    ['debt_band', { debt_imposed: 'yes' }, 'ask'],
    ['debt_band', { debt_imposed: 'no' }, 'not_applicable'],
    ['debt_band', { debt_imposed: 'declined' }, 'not_asked'],
    ['debt_band', {}, 'not_asked'],
    ['recruitment_platforms', { recruitment_channel: ['street', 'online_ad'] }, 'ask'],
    ['recruitment_platforms', { recruitment_channel: ['street'] }, 'not_applicable'],
    ['recruitment_platforms', { recruitment_channel: [] }, 'not_applicable'],
    ['recruitment_platforms', { recruitment_channel: ['unknown'] }, 'not_asked'],
    ['recruitment_platforms', { recruitment_mode: 'abducted', recruitment_channel: ['online_ad'] }, 'not_applicable'],
    ['recruitment_platforms', { recruitment_mode: 'unknown', recruitment_channel: ['online_ad'] }, 'not_asked'],
    ['image_change', { image_before: 'good', image_after: 'bad' }, 'ask'],
    ['image_change', { image_before: 'good', image_after: 'unknown' }, 'not_asked'],
  ])('%s with %j: %s', (id, answers, expected) => expect(relevanceOf(id, answers)).toBe(expected))

  const leg = (from: string, to: string) => ({ leg_from_country: from, leg_to_country: to, leg_purpose: 'transfer' })
  it.each([
    ['entry_point', [leg('TH', 'MY'), leg('MY', 'JP')], 'ask'],
    ['entry_point', [leg('TH', 'MY')], 'not_applicable'],
    ['entry_point', [leg('TH', 'unknown'), leg('MY', 'KR')], 'not_asked'],
    ['entry_point', [leg('TH', 'unknown'), leg('MY', 'JP')], 'ask'],
    ['exploitation_prefectures', [leg('JP', 'TH')], 'ask'],
    ['exploitation_prefectures', [leg('unknown', 'TH')], 'not_asked'],
    ['exploitation_prefectures', [leg('TH', 'MY')], 'not_applicable'],
  ])('%s with legs %j: %s', (id, route_legs, expected) => expect(relevanceOf(id, {}, { route_legs })).toBe(expected))
})
