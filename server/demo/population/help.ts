/** How a fictional person reached help and what followed: questionnaire, sections K to O, given the partner that reports the case. */
import type { Organisation } from './organisations.ts'
import { PATTERNS } from './patterns.ts'
import type { Person, ReportAnswers, ReportRow } from './person.ts'
import type { Chance, Weights } from './random.ts'

const ENFORCEMENT: ReadonlySet<string> = new Set(['police', 'immigration', 'anonymous_tip_line'])
const IRREGULAR: ReadonlySet<string> = new Set(['overstay', 'irregular_entry', 'provisional_release'])
const atLeastOne = (ticked: string[], otherwise: string) => (ticked.length > 0 ? ticked : [otherwise])

export interface Help {
  readonly answers: ReportAnswers
  readonly steps: ReportRow[]
}

/** Everything known about the path to help, the law, assistance, return and the definition. */
export function help(chance: Chance, person: Person, organisation: Organisation): Help {
  const shape = PATTERNS[person.pattern]
  const answers: ReportAnswers = {}
  const exit = chance.pick(shape.exit)
  answers.exit_mode = exit
  const raided = exit === 'police_raid' || exit === 'immigration_raid'
  answers.first_helper = raided ? chance.pick({ none: 60, police_officer: 40 }) : chance.pick(shape.helper)
  const steps = way(chance, exit, shape.firstActor, organisation)
  answers.learned_of_help = atLeastOne(chance.tick({ friend_coworker: 0.4, website_social: person.period === 2 ? 0.34 : 0.1, customer: 0.12, embassy: 0.14, police_immigration: 0.18, ethnic_media: 0.08, leaflet_card: 0.08, religious: 0.08, family: 0.1, municipality_hospital: 0.06, street_outreach: 0.03 }), 'other')
  answers.barriers = atLeastOne(chance.tick(person.citizenship === 'JP'
    ? { shame: 0.5, did_not_know: 0.44, fear_reprisal: 0.3, distrust: 0.36, debt: 0.2, not_seen_as_victim: 0.3, need_income: 0.2 }
    : { language: 0.56, confinement: 0.26, no_phone: 0.16, did_not_know: 0.5, fear_deportation: 0.42, fear_reprisal: 0.36, fear_for_family: 0.22, debt: 0.34, need_income: 0.2, shame: 0.2, not_seen_as_victim: 0.1, refused_before: 0.06, distrust: 0.1 }), 'none')
  law(chance, person, steps, answers)
  assistance(chance, person, organisation, exit, answers)
  definition(chance, person, answers)
  return { answers, steps }
}

/** First contact step by the kind of history, a middle step now and then, and normally the reporting partner at the end. */
function way(chance: Chance, exit: string, firstActor: Weights, organisation: Organisation): ReportRow[] {
  const first = exit === 'police_raid' ? 'police' : exit === 'immigration_raid' ? 'immigration' : chance.pick(firstActor)
  const step = (actor: string, mode: Weights, outcome: Weights): ReportRow => ({ step_actor: actor, step_mode: chance.pick(mode), step_outcome: chance.pick(outcome) })
  const steps = [step(first, exit.endsWith('raid') ? { found_by_authority: 1 } : { phone: 34, message: 12, walk_in: 24, brought_by_person: 26, outreach: 3, other: 1 },
    ENFORCEMENT.has(first) ? { helped: 24, referred: 50, advice_only: 6, refused: 6, not_understood: 4, detained: 9, sent_back: 1 } : { helped: 34, referred: 52, advice_only: 8, refused: 3, not_understood: 3 })]
  if (chance.happens(0.24)) steps.push(step(chance.pick({ police: 24, womens_support_center: 26, ngo_hotline: 14, lawyer: 10, iom: 10, hospital: 8, immigration: 8 }), { referral: 80, brought_by_person: 20 }, { helped: 40, referred: 60 }))
  if (organisation.actor && steps.at(-1)?.step_actor !== organisation.actor && chance.happens(0.94)) steps.push(step(organisation.actor, { referral: 66, phone: 14, walk_in: 10, brought_by_person: 10 }, { helped: 90, referred: 10 }))
  return steps
}

function law(chance: Chance, person: Person, steps: readonly ReportRow[], answers: ReportAnswers) {
  const japanese = person.citizenship === 'JP'
  const status = person.answers.status_at_contact as string
  const irregular = IRREGULAR.has(status)
  const byState = steps.some((row) => ENFORCEMENT.has(row.step_actor as string))
  const worker = person.pattern === 'intern' || person.pattern === 'student' || person.pattern === 'settled'
  answers.state_recognition = chance.pick(worker ? { immigration: 3, refused: 8, pending: 5, not_examined: 40, no_contact: 44 }
    : byState ? { police: japanese ? 52 : 36, immigration: japanese ? 0 : 22, court: 2, other_authority: 6, pending: 6, refused: 8, not_examined: 20 }
      : { police: 8, immigration: japanese ? 0 : 10, other_authority: 8, pending: 5, refused: 7, not_examined: 30, no_contact: 32 })
  answers.treated_as_offender = atLeastOne(irregular
    ? chance.tick({ immigration_case: 0.5, immigration_detention: byState ? 0.36 : 0.08, arrest_immigration_law: byState ? 0.3 : 0.05, arrest_prostitution_law: worker ? 0 : 0.05, convicted_fined: 0.05, deportation_order: 0.2, reentry_ban: 0.08 })
    : chance.tick({ arrest_other: japanese ? 0.05 : 0.02, arrest_prostitution_law: worker ? 0 : 0.04, immigration_case: japanese ? 0 : 0.06 }), 'no')
  answers.detention_band = chance.pick({ under_3d: 30, '4_23d': 44, '24d_3m': 20, over_3m: 6 })
  answers.residence_outcome = japanese ? 'not_needed' : chance.pick(irregular ? { special_permission: 52, departure_order: 10, deported: 12, left_regular: 14, pending: 10, refugee_protection: 2 } : { kept_status: 32, extended_changed: 26, left_regular: 34, pending: 8 })
  answers.offender_proceedings = atLeastOne(chance.tick({ reported: 0.34, investigated: byState ? 0.42 : 0.1, prosecuted: byState ? 0.2 : 0.03, convicted_trafficking: byState ? 0.06 : 0.01, convicted_other: byState ? 0.08 : 0.02, not_prosecuted: 0.07, civil_claim: worker ? 0.24 : 0.03, compensated: 0.04 }), 'none')
  answers.cooperation = chance.pick({ willingly: 48, under_pressure: 16, not_asked_to: 24, did_not_cooperate: 12 })
}

function assistance(chance: Chance, person: Person, organisation: Organisation, exit: string, answers: ReportAnswers) {
  const japanese = person.citizenship === 'JP'
  if (exit !== 'still_inside') {
    answers.shelter_types = atLeastOne(chance.tick({
      ngo_shelter: organisation.sourceType === 'ngo_shelter' ? 0.86 : 0.2, womens_support_center: organisation.sourceType === 'womens_support_center' ? 0.95 : 0.18, commissioned_shelter: 0.07,
      child_facility: japanese && person.minor ? 0.3 : 0.02, embassy_shelter: organisation.sourceType === 'embassy' ? 0.7 : 0.04, union_shelter: organisation.sourceType === 'labour_union' ? 0.6 : 0.03, friends: 0.2, detention: 0.04,
    }), 'none')
  }
  answers.assistance_received = atLeastOne(chance.tick({ shelter: 0.6, medical: 0.34, mental_health: 0.26, legal_aid: 0.34, interpretation: japanese ? 0 : 0.5, living_costs: 0.32, travel_document: japanese ? 0 : 0.36, wage_recovery: 0.14, training_work: 0.1, child_support: 0.06, return_travel: japanese ? 0 : 0.36, reintegration: 0.1 }), 'none')
  answers.assistance_unmet = atLeastOne(chance.tick({ mental_health: 0.24, living_costs: 0.24, wage_recovery: 0.22, training_work: 0.26, interpretation: japanese ? 0 : 0.12, legal_aid: 0.1, reintegration: 0.2, medical: 0.1, shelter: 0.06 }), 'none')
  const home = person.pattern === 'intern' || person.pattern === 'settled' ? 24 : 46
  answers.wish_at_contact = chance.pick(japanese ? { stay_japan: 82, undecided: 18 } : { return_soon: home, return_later: 14, stay_japan: 30, third_country: 2, undecided: 10 })
  const out = answers.residence_outcome
  const returned = japanese ? (person.pattern === 'outbound' ? 'in_japan' : 'not_applicable_japanese') : out === 'deported' ? 'deported'
    : out === 'left_regular' || out === 'departure_order' || person.answers.status_at_contact === 'left_japan' ? chance.pick({ voluntary_iom: person.period === 2 ? 24 : 40, voluntary_ngo_embassy: 38, returned_alone: 20, third_country: 2 })
      : out === 'special_permission' ? chance.pick({ voluntary_iom: 40, voluntary_ngo_embassy: 26, in_japan: 28, lost_contact: 6 }) : chance.pick({ in_japan: 84, lost_contact: 12, returned_alone: 4 })
  answers.return_status = returned
  answers.fears_on_return = atLeastOne(chance.tick(japanese ? { stigma: 0.2, family_rejection: 0.2 } : { broker_threat: 0.3, family_harm: 0.2, debt_collection: 0.36, stigma: 0.32, family_rejection: 0.14, no_livelihood: 0.46, retrafficking: 0.08, health: 0.08, prosecution: 0.05, separation_children: 0.06 }), 'none')
  answers.threats_received = atLeastOne(chance.tick({ person_japan: 0.16, person_home: japanese ? 0 : 0.08, family_home: japanese ? 0.04 : 0.16, supporter: 0.04 }), 'none')
  answers.reintegration_obstacles = atLeastOne(chance.tick({ stigma: 0.3, no_work: 0.5, debt: 0.3, health: 0.16, family_conflict: 0.16, broker: 0.12, children_registration: 0.06, no_support: 0.28, wants_to_migrate: 0.26 }), 'none')
  answers.livelihood_after = chance.pick({ own_income_enough: 18, own_income_short: 30, family_support: 22, public_ngo_support: 18, no_livelihood: 8, left_again: 4 })
  answers.retrafficked = chance.pick({ no: 91, attempted: 5, yes_japan: 3, yes_elsewhere: 1 })
}

function definition(chance: Chance, person: Person, answers: ReportAnswers) {
  const told = person.answers
  const sold = (told.coercion_recruitment as string[]).includes('sold') || told.resold !== 'no'
  answers.act_elements = atLeastOne(chance.tick({ recruitment: told.recruitment_mode === 'self_arranged' ? 0.3 : 0.94, transportation: 0.5, transfer: sold ? 0.8 : 0.1, harbouring: 0.34, receipt: 0.5 }), 'none')
  const means = told.means_of_control as string[]
  answers.means_elements = atLeastOne(chance.tick({
    threat_force: means.some((code) => code.startsWith('threats') || code === 'physical') ? 0.74 : 0.08, coercion: means.includes('debt') || means.includes('documents') ? 0.66 : 0.16, abduction: told.recruitment_mode === 'abducted' ? 0.9 : 0.01,
    fraud_deception: (told.deception_kinds as string[])[0] === 'none' ? 0.08 : 0.86, abuse_of_power: 0.16, abuse_of_vulnerability: 0.5, payment_to_controller: sold ? 0.5 : 0.05,
  }), 'none')
  const types = told.exploitation_types as string[]
  answers.purpose_elements = atLeastOne(chance.tick({ sexual: types.includes('sexual') ? 0.98 : 0.02, forced_labour: types.includes('forced_labour') ? 0.9 : 0.02, slavery: 0.04, servitude: types.includes('domestic_servitude') ? 0.8 : 0.06 }), 'other')
  answers.org_judgement = chance.pick(person.pattern === 'student' || person.pattern === 'intern' ? { actual: 48, possible: 46, not_victim: 6 } : { actual: 80, possible: 18, not_victim: 2 })
}
