/**
 * Cross-field checks (questionnaire, section 5.2). A refusal names the questions that contradict each other; a flag asks the partner to
 * confirm or correct. An answer that is a state contradicts nothing.
 * R10, R18 and R19 are checked in `read-answers.ts`, R01, R11 and R24 in `receive.ts`, R20 in the store and R21 in the build.
 */

import { SECTIONS } from '../questionnaire/index.ts'
import { isUnanswered } from '../questionnaire/question.ts'
import type { Answer, CaseRecord, CheckId, ContactStep, JourneyLeg } from '../release/case-record.ts'
import { FIRST_YEAR } from '../variables/places.ts'

export interface CheckContext {
  /** Western calendar; a later year is refused (R05). */
  readonly currentYear: number
  /** The register names the organisation's rule for existing records, its year and who approved it. */
  readonly existingRecordRule: boolean
  /** Of an import whose case references are running numbers: which of them may look like a passport or national number. */
  readonly runningKeys?: { takes(key: string): boolean }
}

interface CaseFacts {
  readonly answers: CaseRecord['answers']
  readonly legs: readonly JourneyLeg[]
  readonly steps: readonly ContactStep[] | 'not_asked'
  readonly context: CheckContext
}

/** `confirm` refuses until the partner has confirmed the finding. */
export interface Check {
  readonly id: CheckId
  readonly severity: 'refuse' | 'flag' | 'confirm'
  /** Ids of the questions that contradict each other; empty where they do not. */
  readonly finds: (facts: CaseFacts) => readonly string[]
}

/** Lowest and highest age of each band, in completed years. */
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  '0_8': [0, 8],
  '9_14': [9, 14],
  '15_17': [15, 17],
  '18_20': [18, 20],
  '21_23': [21, 23],
  '24_26': [24, 26],
  '27_29': [27, 29],
  '30_38': [30, 38],
  '39_47': [39, 47],
  '48_plus': [48, Infinity],
  '9_17': [9, 17],
  under_18: [0, 17],
  '18_plus': [18, Infinity],
}

const known = (answer: Answer | undefined): answer is string | number | readonly string[] => answer !== undefined && !isUnanswered(answer)
const ages = (answer: Answer | undefined) => (typeof answer === 'string' ? AGES[answer] : undefined)
const ticks = (answer: Answer | undefined, code: string) => Array.isArray(answer) && answer.includes(code)
/** A known multiple answer that lacks the code. */
const lacks = (answer: Answer | undefined, code: string) => Array.isArray(answer) && !answer.includes(code)

/** Sections about the case as a record: the reference, the year, the agreement, and who says it. */
export const ADMINISTRATION: ReadonlySet<string> = new Set(
  SECTIONS.filter(({ id }) => id === 'admin' || id === 'source').flatMap(({ questions }) => questions.map(({ id }) => id)),
)

/**
 * R24: whether anything is said about the person. A leg or a step counts by what it names; the purpose of a leg alone names nothing, as
 * formats write the same purpose for every case.
 */
export const isSubstantive = ({ answers, legs, steps }: Pick<CaseFacts, 'answers' | 'legs' | 'steps'>): boolean =>
  Object.entries(answers).some(([id, answer]) => !ADMINISTRATION.has(id) && known(answer)) ||
  legs.some((leg) => [leg.leg_from_country, leg.leg_to_country, leg.leg_transport, leg.leg_documents].some(known)) ||
  (steps !== 'not_asked' && steps.some((step) => Object.values(step).some(known)))

const LEADS_TO_EXPLOITATION: readonly string[] = ['to_exploitation', 'transfer']
const MAY_STAY_INSIDE: readonly string[] = ['transfer', 'to_exploitation', 'recruitment_move', 'escape']
const HELD_BY_OTHERS: readonly unknown[] = ['exploiter', 'broker', 'supervising_org']

export const CHECKS: readonly Check[] = [
  {
    id: 'R02',
    severity: 'refuse',
    finds: ({ answers }) => {
      const [recruited, registered] = [ages(answers.age_band_recruitment), ages(answers.age_band_registration)]
      return when(recruited && registered && recruited[0] > registered[1], 'age_band_recruitment', 'age_band_registration')
    },
  },
  {
    id: 'R03',
    severity: 'flag',
    finds: ({ answers }) =>
      when(
        answers.minor_when_exploited === 'yes' && (ages(answers.age_band_recruitment)?.[0] ?? 0) >= 18,
        'minor_when_exploited',
        'age_band_recruitment',
      ),
  },
  {
    id: 'R04',
    severity: 'refuse',
    finds: ({ answers }) =>
      when(
        answers.minor_when_exploited === 'no' && (ages(answers.age_band_registration)?.[1] ?? 18) < 18,
        'minor_when_exploited',
        'age_band_registration',
      ),
  },
  {
    id: 'R05',
    severity: 'refuse',
    finds: ({ answers, context }) => {
      const { arrival_year: arrival, registration_year: registration } = answers
      const outside = ['arrival_year', 'registration_year'].filter((id) => {
        const year = answers[id]
        return typeof year === 'number' && (year < FIRST_YEAR || year > context.currentYear)
      })
      if (outside.length > 0) return outside
      return when(
        typeof arrival === 'number' && typeof registration === 'number' && arrival > registration,
        'arrival_year',
        'registration_year',
      )
    },
  },
  {
    id: 'R06',
    severity: 'flag',
    finds: ({ legs }) =>
      when(
        legs.some((leg, at) => {
          const next = legs[at + 1]
          return next && known(leg.leg_to_country) && known(next.leg_from_country) && leg.leg_to_country !== next.leg_from_country
        }),
        'leg_to_country',
        'leg_from_country',
      ),
  },
  {
    id: 'R07',
    severity: 'flag',
    finds: ({ legs }) =>
      when(
        legs.some(
          (leg) =>
            known(leg.leg_from_country) &&
            leg.leg_from_country === leg.leg_to_country &&
            known(leg.leg_purpose) &&
            !MAY_STAY_INSIDE.includes(leg.leg_purpose),
        ),
        'leg_from_country',
        'leg_purpose',
      ),
  },
  {
    id: 'R08',
    severity: 'flag',
    finds: ({ legs, answers }) =>
      when(
        !legs.some((leg) => LEADS_TO_EXPLOITATION.includes(leg.leg_purpose) || !known(leg.leg_purpose)) &&
          !ticks(answers.exploitation_types, 'intended_only'),
        'leg_purpose',
        'exploitation_types',
      ),
  },
  {
    id: 'R09',
    severity: 'flag',
    finds: ({ answers }) => {
      const { exploitation_duration: duration, exploitation_types: types } = answers
      return when(
        known(duration) && known(types) && ticks(types, 'intended_only') !== (duration === 'none'),
        'exploitation_types',
        'exploitation_duration',
      )
    },
  },
  {
    id: 'R12',
    severity: 'flag',
    finds: ({ answers }) =>
      when(
        ticks(answers.citizenship, 'JP') &&
          answers.citizenship?.toString() === 'JP' &&
          known(answers.status_at_contact) &&
          answers.status_at_contact !== 'japanese_national',
        'citizenship',
        'status_at_contact',
      ),
  },
  {
    id: 'R13',
    severity: 'flag',
    finds: ({ answers }) =>
      when(answers.entry_status === 'japanese_national' && lacks(answers.citizenship, 'JP'), 'entry_status', 'citizenship'),
  },
  {
    id: 'R14',
    severity: 'flag',
    finds: ({ answers }) =>
      when(answers.debt_imposed === 'no' && ticks(answers.means_of_control, 'debt'), 'debt_imposed', 'means_of_control'),
  },
  {
    id: 'R15',
    severity: 'flag',
    finds: ({ answers }) =>
      when(
        HELD_BY_OTHERS.includes(answers.documents_held_by) && lacks(answers.means_of_control, 'documents'),
        'documents_held_by',
        'means_of_control',
      ),
  },
  {
    id: 'R16',
    severity: 'flag',
    finds: ({ answers }) =>
      when(
        answers.return_status === 'deported' && known(answers.residence_outcome) && answers.residence_outcome !== 'deported',
        'return_status',
        'residence_outcome',
      ),
  },
  {
    id: 'R17',
    severity: 'flag',
    finds: ({ answers }) => when(answers.exit_mode === 'still_inside' && known(answers.shelter_types), 'exit_mode', 'shelter_types'),
  },
  {
    id: 'R22',
    severity: 'refuse',
    finds: ({ answers, context }) => when(answers.consent_basis === 'existing_record_rule' && !context.existingRecordRule, 'consent_basis'),
  },
  {
    id: 'R23',
    severity: 'confirm',
    finds: ({ answers }) =>
      when(
        answers.consent_basis === 'guardian_and_assent' &&
          (answers.recruitment_mode === 'sold_by_family' || ticks(answers.recruiter_relation, 'relative')),
        'consent_basis',
      ),
  },
]

function when(found: boolean | undefined, ...ids: readonly string[]): readonly string[] {
  return found ? ids : []
}
