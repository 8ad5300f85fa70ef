/** What a partner knew and wrote down: the story of a person with gaps, as a submission that intake accepts. */

import { relevance } from '../../../survey-schema/answers/relevance.ts'
import { questionById } from '../../../survey-schema/questionnaire/index.ts'
import type { Help } from './help.ts'
import { INFORMATION_BASIS, type Organisation } from './organisations.ts'
import type { Person, ReportAnswers, ReportRow } from './person.ts'
import type { Chance, Weights } from './random.ts'

export interface ReportSubmission {
  readonly schema: 'jnatip-case/1'
  readonly language: 'ja'
  readonly confirmed: readonly string[]
  readonly answers: ReportAnswers
  readonly groups: { readonly route_legs: readonly ReportRow[]; readonly contact_steps?: readonly ReportRow[] }
}

/** Share of answers missing, where it is not the usual share of the section. Sizes of debts are known least. */
const MISSING: Weights = {
  debt_band: 0.4, debt_imposed: 0.15, gender: 0.01, citizenship: 0.01, age_band_registration: 0.02, registration_year: 0.01, exploitation_types: 0.02, exit_mode: 0.05,
  recruitment_mode: 0.04, state_recognition: 0.04, means_of_control: 0.06, org_judgement: 0.03, return_status: 0.05, status_at_contact: 0.05, entry_status: 0.06, exploitation_prefectures: 0.03,
  minor_when_exploited: 0.05, education: 0.15, image_before: 0.13, image_after: 0.13, retrafficked: 0.12, livelihood_after: 0.15, threats_received: 0.12, arrival_year: 0.08,
}
const USUAL = 0.08
/** Asked on every case and never left out. */
const ALWAYS: ReadonlySet<string> = new Set(['partner_case_key', 'consent_basis', 'consent_uses', 'source_type', 'information_basis'])
const RELATIVES: ReadonlySet<string> = new Set(['relative', 'intimate_partner'])

/** The submission of one case. @param number counts the cases of the network and makes the case reference */
export function report(chance: Chance, person: Person, help: Help, organisation: Organisation, number: number): ReportSubmission {
  const story: ReportAnswers = {
    partner_case_key: `demo-${String(number).padStart(6, '0')}`,
    consent_basis: consent(chance, person, organisation), consent_uses: ['aggregate_tables'], source_type: organisation.sourceType,
    source_place: organisation.actor === 'origin_ngo' ? 'origin_country' : 'japan',
    information_basis: information(chance, organisation), other_report_known: chance.happens(0.05) ? 'yes' : 'no',
    ...person.answers, ...help.answers,
  }
  const known = withGaps(chance, story)
  const legs = person.legs.map((leg) => Object.fromEntries(Object.entries(leg).map(([id, code]) => [id, id === 'leg_transport' || id === 'leg_documents' ? gap(chance, 0.05, code) : code])))
  const stepsLost = chance.happens(0.03)
  const steps = help.steps.map((step) => Object.fromEntries(Object.entries(step).map(([id, code]) => [id, id === 'step_actor' ? code : gap(chance, 0.06, code)])))
  const groups = stepsLost ? { route_legs: legs } : { route_legs: legs, contact_steps: steps }
  const answers = onlyAsked(known, groups)
  return { schema: 'jnatip-case/1', language: 'ja', confirmed: confirmed(chance, answers), answers, groups }
}

function consent(chance: Chance, person: Person, organisation: Organisation): string {
  const registered = Number((person.answers.registration_year as { value: string }).value)
  if (organisation.recordRule && registered < 2012 && chance.happens(0.8)) return 'existing_record_rule'
  const relatives = (person.answers.recruiter_relation as string[]).some((code) => RELATIVES.has(code)) || person.answers.recruitment_mode === 'sold_by_family'
  const child = ['0_8', '9_14', '15_17'].includes(person.answers.age_band_registration as string)
  return child && !relatives ? 'guardian_and_assent' : 'person_informed'
}

function information(chance: Chance, organisation: Organisation): string[] {
  const ticked = chance.tick(INFORMATION_BASIS[organisation.sourceType] ?? INFORMATION_BASIS.default ?? {})
  return ticked.length > 0 ? ticked : ['case_file']
}

const gap = (chance: Chance, share: number, code: string) => (chance.happens(share) ? chance.pick({ unknown: 60, not_asked: 36, declined: 4 }) : code)

/** The answer, or a reserved code in its place; an optional question may simply be left out. */
function missing(chance: Chance, id: string, answer: ReportAnswers[string] | undefined): ReportAnswers[string] | undefined {
  if (ALWAYS.has(id) || !chance.happens(MISSING[id] ?? USUAL)) return answer
  const question = questionById(id)
  if (!question?.required && chance.happens(0.25)) return undefined
  return chance.pick(question?.privacy === 'sensitive' ? { unknown: 44, not_asked: 30, declined: 26 } : { unknown: 54, not_asked: 40, declined: 6 })
}

/** The story as somebody wrote it down. */
export function withGaps(chance: Chance, story: ReportAnswers): ReportAnswers {
  const written = Object.entries(story).map(([id, answer]) => [id, missing(chance, id, answer)] as const)
  return Object.fromEntries(written.filter((entry): entry is readonly [string, ReportAnswers[string]] => entry[1] !== undefined))
}

/** Answers to the questions that arise from what was written down; a question that never arose has none. */
export function onlyAsked(known: ReportAnswers, groups: ReportSubmission['groups']): ReportAnswers {
  const asked: ReadonlyMap<string, string> = relevance(known, groups)
  return Object.fromEntries(Object.entries(known).filter(([id]) => asked.get(id) === 'ask'))
}

/** Flags that the partner looked at and let stand: a passport held by others although no document was withheld as a means. */
function confirmed(chance: Chance, answers: ReportAnswers): string[] {
  const means = answers.means_of_control
  const heldByOthers = ['exploiter', 'broker', 'supervising_org'].includes(answers.documents_held_by as string)
  return heldByOthers && Array.isArray(means) && !means.includes('documents') && chance.happens(0.6) ? ['R15'] : []
}
