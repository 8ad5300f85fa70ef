/**
 * The International Classification for Administrative Data on Trafficking in Persons (IC-TIP), adopted by the Statistical Commission of the United
 * Nations in 2025, and what of it each question is near to. It counts four units; which of them a question describes is our reading. Its own list of
 * variables and codes was not at hand, so no code of it is claimed: a question has a topic only where a public description names that topic, and a
 * code the words of the Protocol that mean the same.
 * @see https://unstats.un.org/unsd/classifications/Family/Detail/2099 units, users, scope
 * @see https://unodc.org/unodc/news/2025/March/a-game-changer-in-the-fight-against-human-trafficking_-how-better-data-can-strengthen-protection-and-justice.html topics
 * @see https://worldbank.github.io/sdg-metadata/metadata/en/16-2-2 sex, age and form of exploitation, and Article 3 of the Protocol
 */
import type { QuestionId } from '../questionnaire/index.ts'
import type { Text } from '../text.ts'

export const IC_TIP_UNITS = {
  event: { en: 'Trafficking event', ja: '人身取引の事象' },
  victim: { en: 'Victim', ja: '被害者' },
  perpetrator: { en: 'Perpetrator', ja: '加害者' },
  reporting_entity: { en: 'Reporting entity', ja: '報告機関' },
} as const satisfies Readonly<Record<string, Text>>

/** What public descriptions of the classification say that it records. */
export const IC_TIP_TOPICS = {
  recruitment: { en: 'recruitment modalities', ja: '勧誘の方法' },
  routes: { en: 'routes', ja: '移動経路' },
  industries: { en: 'industries', ja: '産業' },
  exploitation: { en: 'forms and methods of exploitation', ja: '搾取の形態と手口' },
  sex: { en: 'sex', ja: '性別' },
  age: { en: 'age', ja: '年齢' },
  needs: { en: 'needs and assistance', ja: '必要な支援' },
  prosecutions: { en: 'prosecutions', ja: '訴追' },
  reporting: { en: 'who reports', ja: '報告者' },
} as const satisfies Readonly<Record<string, Text>>

export type IcTipUnit = keyof typeof IC_TIP_UNITS
export type IcTipTopic = keyof typeof IC_TIP_TOPICS

interface IcTipPlace {
  readonly unit: IcTipUnit
  readonly topic: IcTipTopic | null
}

const of = (unit: IcTipUnit, topic: IcTipTopic | null = null): IcTipPlace => ({ unit, topic })
const NONE = null

/** Null: a question about none of the four units. */
export const IC_TIP: Readonly<Record<QuestionId, IcTipPlace | null>> = {
  partner_case_key: NONE,
  registration_year: of('reporting_entity'),
  consent_basis: NONE,
  consent_uses: NONE,
  source_type: of('reporting_entity', 'reporting'),
  source_place: of('reporting_entity', 'reporting'),
  information_basis: of('reporting_entity'),
  other_report_known: of('reporting_entity'),
  gender: of('victim', 'sex'),
  age_band_registration: of('victim', 'age'),
  age_band_recruitment: of('victim', 'age'),
  minor_when_exploited: of('victim', 'age'),
  citizenship: of('victim'),
  first_language: of('victim'),
  education: of('victim'),
  marital_status: of('victim'),
  dependants: of('victim'),
  livelihood_before: of('victim'),
  migration_before: of('victim'),
  push_factors: of('victim'),
  vulnerability_factors: of('victim'),
  recruitment_mode: of('event', 'recruitment'),
  recruiter_relation: of('perpetrator', 'recruitment'),
  recruitment_channel: of('event', 'recruitment'),
  recruitment_platforms: of('event', 'recruitment'),
  work_promised: of('event', 'recruitment'),
  deception_kinds: of('event', 'recruitment'),
  coercion_recruitment: of('event', 'recruitment'),
  payment_to_recruiter: of('perpetrator', 'recruitment'),
  leg_from_country: of('event', 'routes'),
  leg_to_country: of('event', 'routes'),
  leg_purpose: of('event', 'routes'),
  leg_transport: of('event', 'routes'),
  leg_documents: of('event', 'routes'),
  entry_point: of('event', 'routes'),
  exploitation_prefectures: of('event', 'routes'),
  moves_in_japan: of('event', 'routes'),
  arrival_year: of('event'),
  entry_status: of('event'),
  status_at_contact: of('event'),
  status_arranged_by: of('event'),
  irregular_reasons: of('event'),
  documents_held_by: of('event', 'exploitation'),
  debt_imposed: of('event', 'exploitation'),
  debt_band: of('event'),
  debt_origin: of('event'),
  pay_received: of('event', 'exploitation'),
  exploitation_types: of('event', 'exploitation'),
  sexual_kinds: of('event', 'exploitation'),
  knew_sex_work: of('event'),
  labour_sectors: of('event', 'industries'),
  venue_types: of('event', 'industries'),
  means_of_control: of('event', 'exploitation'),
  exploitation_duration: of('event'),
  exploiter_types: of('perpetrator'),
  resold: of('perpetrator'),
  health_harm: of('event'),
  expected_life: of('victim'),
  image_before: of('victim'),
  image_after: of('victim'),
  image_change: of('victim'),
  info_source_japan: of('victim'),
  exit_mode: NONE,
  first_helper: NONE,
  step_actor: of('reporting_entity', 'reporting'),
  step_mode: NONE,
  step_outcome: NONE,
  learned_of_help: NONE,
  time_to_contact: NONE,
  barriers: NONE,
  state_recognition: of('victim'),
  treated_as_offender: of('victim'),
  detention_band: of('victim'),
  residence_outcome: of('victim'),
  offender_proceedings: of('perpetrator', 'prosecutions'),
  cooperation: of('victim'),
  shelter_types: of('victim', 'needs'),
  assistance_received: of('victim', 'needs'),
  assistance_unmet: of('victim', 'needs'),
  wish_at_contact: of('victim'),
  return_status: of('victim'),
  fears_on_return: of('victim'),
  threats_received: of('victim'),
  reintegration_obstacles: of('victim'),
  livelihood_after: of('victim'),
  retrafficked: of('victim'),
  act_elements: of('event'),
  means_elements: of('event', 'exploitation'),
  purpose_elements: of('event', 'exploitation'),
  org_judgement: of('victim'),
  closing_note: NONE,
}

/** The name under which codebooks list it. */
export const IC_TIP_NAME = 'IC-TIP 2025'

/** As a codebook writes it. @example icTipText('gender') // 'victim: sex' */
export function icTipText(id: QuestionId): string | null {
  const place = IC_TIP[id]
  if (place === null) return null
  return place.topic === null ? place.unit : `${place.unit}: ${IC_TIP_TOPICS[place.topic].en}`
}
