/**
 * The shorter path of an affected person who answers for herself: what she alone knows. Conditions of the questionnaire hold as everywhere. All
 * other questions are not asked; `not_asked` says so.
 */
import type { QuestionId } from './index.ts'

/** A question, or the parts of the journey as one step. In the order of the questionnaire, because conditions look back. */
export const ANSWER_PATH = [
  'gender',
  'age_band_registration',
  'citizenship',
  'recruitment_mode',
  'work_promised',
  'deception_kinds',
  'route_legs',
  'exploitation_prefectures',
  'exploitation_types',
  'means_of_control',
  'first_helper',
  'barriers',
  'assistance_received',
  'assistance_unmet',
  'wish_at_contact',
] as const satisfies readonly (QuestionId | 'route_legs')[]

export type AnswerStep = (typeof ANSWER_PATH)[number]

/** Of each part of the journey. */
export const ANSWER_LEG = ['leg_from_country', 'leg_to_country', 'leg_purpose'] as const satisfies readonly QuestionId[]
