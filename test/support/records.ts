/**
 * Invented cases, generated from the questionnaire: `anySubmission` is accepted by `receive`, `anyRecord` is what it makes
 * of one. Extremes are common on purpose: empty lists, states, eight legs, no step.
 */

import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import { CHECKS } from '../../survey-schema/answers/checks.ts'
import { GROUP_ROWS } from '../../survey-schema/answers/columns.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { relevance } from '../../survey-schema/answers/relevance.ts'
import { CONFIRMABLE } from '../../survey-schema/answers/rules.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { type Group, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import fc from './seeded-properties.ts'

export const CONTEXT = { currentYear: 2026, existingRecordRule: true }

export interface Submission {
  readonly schema: 'jnatip-case/1'
  readonly confirmed: readonly string[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly groups: {
    readonly route_legs: readonly Readonly<Record<string, unknown>>[]
    readonly contact_steps?: readonly Readonly<Record<string, unknown>>[] | 'not_asked'
  }
}

type Question = (typeof QUESTIONS)[number]

const states = RESERVED.map((entry) => entry.code)
/** A few countries, so that legs meet and Japan is common. */
const COUNTRIES = ['JP', 'TH', 'PH', 'MY', 'KR', 'ZW']

function anyAnswer(question: Question): fc.Arbitrary<unknown> {
  const { codes, alone } = answerCodes(question.id)
  const list = question.list === 'iso3166_1_alpha2' ? [...COUNTRIES, ...question.codes.map((entry) => entry.code)] : codes
  const state = question.reserved ? [{ weight: 1, arbitrary: fc.constantFrom<unknown>(...states) }] : []
  switch (question.type) {
    case 'single':
      return fc.oneof({ weight: 5, arbitrary: fc.constantFrom<unknown>(...list) }, ...state)
    case 'multiple': {
      const together = list.filter((code) => !alone.has(code))
      const several = fc.subarray(together, { maxLength: Math.min(question.max ?? together.length, together.length) })
      const alones = alone.size > 0 ? [{ weight: 1, arbitrary: fc.constantFrom(...[...alone].map((code) => [code])) }] : []
      return fc.oneof({ weight: 5, arbitrary: several }, ...alones, ...state)
    }
    case 'date_precision':
      return fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1980, max: CONTEXT.currentYear }) }, ...state)
    case 'text':
      return fc.tuple(fc.constantFrom('A', 'case', 'ファイル', 'β-'), fc.integer({ min: 0, max: 9999 })).map(([word, n]) => `${word}-${n}`)
  }
}

function anyAnswers(group: Group | null): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const asked = QUESTIONS.filter((question) => question.group === group && question.privacy !== 'direct_identifier')
  return fc.record(Object.fromEntries(asked.map((question) => [question.id, anyAnswer(question)])), {
    requiredKeys: asked.filter((question) => question.required).map((question) => question.id),
  })
}

/** Takes away what the questionnaire would not have asked, and what contradicts itself. */
function plausible(raw: Submission): Submission {
  const answers: Record<string, unknown> = { ...raw.answers, consent_uses: ['aggregate_tables'] }
  if (answers.consent_basis === 'no_basis') answers.consent_basis = 'existing_record_rule'
  const asked = relevance(answers, raw.groups)
  for (const id of Object.keys(answers)) if (asked.get(id as never) !== 'ask') delete answers[id]
  for (const check of CHECKS) {
    const facts = { answers: answers as never, legs: [], steps: [], context: CONTEXT } as const
    if (check.severity === 'refuse') for (const id of check.finds(facts)) answers[id] = 'unknown'
  }
  return { ...raw, answers }
}

/** A submission that intake accepts. */
export const anySubmission: fc.Arbitrary<Submission> = fc
  .record({
    schema: fc.constant('jnatip-case/1' as const),
    confirmed: fc.subarray([...CONFIRMABLE]).map((ids) => [...new Set([...ids, 'R23'])]),
    answers: anyAnswers(null),
    groups: fc.record(
      {
        route_legs: fc.array(anyAnswers('route_legs'), { minLength: 1, maxLength: GROUP_ROWS.route_legs, size: 'max' }),
        contact_steps: fc.oneof(
          fc.array(anyAnswers('contact_steps'), { maxLength: GROUP_ROWS.contact_steps, size: 'max' }),
          fc.constant('not_asked' as const),
        ),
      },
      { requiredKeys: ['route_legs'] },
    ),
  })
  .map((raw) => plausible(raw as Submission))

/** A record as intake makes it. */
export const anyRecord: fc.Arbitrary<CaseRecord> = anySubmission.map((submission) => receive(submission, CONTEXT).record)

/** One small submission that passes everything without a flag; tests change one thing at a time. */
export function plainSubmission(answers: Readonly<Record<string, unknown>> = {}, groups: Readonly<Record<string, unknown>> = {}) {
  return {
    schema: 'jnatip-case/1',
    answers: {
      partner_case_key: 'A-17',
      registration_year: 2004,
      consent_basis: 'person_informed',
      consent_uses: ['aggregate_tables'],
      source_type: 'ngo_shelter',
      information_basis: ['case_file'],
      gender: 'woman',
      age_band_registration: '21_23',
      minor_when_exploited: 'no',
      citizenship: ['TH'],
      recruitment_mode: 'recruited',
      exploitation_types: ['sexual'],
      means_of_control: ['debt'],
      exit_mode: 'escaped_alone',
      state_recognition: 'no_contact',
      return_status: 'in_japan',
      org_judgement: 'actual',
      ...answers,
    },
    groups: { route_legs: [{ leg_from_country: 'TH', leg_to_country: 'JP', leg_purpose: 'to_exploitation' }], ...groups },
  }
}
