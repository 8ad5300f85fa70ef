/**
 * What follows from a record without being asked (questionnaire, section 5.1). An unknown place is never guessed:
 * what depends on it carries the state instead.
 */

import { isUnanswered, type Unanswered } from '../questionnaire/question.ts'
import { IMAGE_SCALE } from '../questionnaire/shared-codes.ts'
import type { CaseRecord, ContactStep, JourneyLeg } from '../release/case-record.ts'

export type Definition = 'meets' | 'not_met' | 'undetermined'

export interface Derived {
  readonly majority_registration: 'minor' | 'adult' | Unanswered
  readonly age_broad_ctdc: string
  readonly route_origin: string
  /** Countries passed, in order; empty is a direct journey. */
  readonly route_transit: readonly string[] | Unanswered
  readonly route_destination: string
  readonly route_key: string
  readonly japan_role: 'destination' | 'transit' | 'origin' | 'internal' | 'none' | Unanswered
  readonly contact_first_actor: string
  readonly contact_last_actor: string
  /** `0` to `6`, or a state. */
  readonly contact_length: string
  readonly contact_key: string
  /** Steps on the five-point scale; above 0 the image grew worse. */
  readonly image_shift: number | Unanswered
  readonly definition_adult: Definition
  readonly definition_child: Definition
  readonly definition_result: Definition
}

/** All derived variables of one record. */
export function derive(record: CaseRecord): Derived {
  const { answers } = record
  const journey = journeyOf(record.route_legs)
  const contact = contactOf(record.contact_steps)
  const helper = answers.first_helper as string
  const adult = definition([answers.act_elements, answers.means_elements, answers.purpose_elements])
  const child = definition([answers.act_elements, answers.purpose_elements])
  return {
    majority_registration: majority(answers.age_band_registration as string),
    age_broad_ctdc: ageBroad(answers.age_band_registration as string),
    route_origin: journey.origin,
    route_transit: journey.transit,
    route_destination: journey.destination,
    route_key: [journey.origin, ...(Array.isArray(journey.transit) ? journey.transit : [journey.transit]), journey.destination].join('>'),
    japan_role: japanRole(record.route_legs, journey),
    contact_first_actor: contact.first,
    contact_last_actor: contact.last,
    contact_length: contact.length,
    contact_key: [
      helper,
      ...(record.contact_steps === 'not_asked' ? ['not_asked'] : record.contact_steps.map((step) => step.step_actor)),
    ].join('>'),
    image_shift: imageShift(answers.image_before as string, answers.image_after as string),
    definition_adult: adult,
    definition_child: child,
    definition_result: answers.minor_when_exploited === 'yes' ? child : adult,
  }
}

const MINOR: ReadonlySet<string> = new Set(['0_8', '9_14', '15_17', '9_17', 'under_18'])

const majority = (band: string) => (isUnanswered(band) ? band : MINOR.has(band) ? 'minor' : 'adult')

/** CTDC writes its bands with two hyphens, and one for ages from 9 to 17. */
function ageBroad(band: string): string {
  if (band === '9_14' || band === '15_17' || band === '9_17') return '9--17'
  if (band === '48_plus') return '48+'
  return /^\d+_\d+$/.test(band) ? band.replace('_', '--') : band
}

const ENDS_IN_EXPLOITATION: ReadonlySet<string> = new Set(['to_exploitation', 'transfer'])
const MOST_TRANSITS = 3

interface Journey {
  readonly origin: string
  readonly transit: readonly string[] | Unanswered
  readonly destination: string
  /** The countries passed, however many. */
  readonly passed: readonly string[]
}

function journeyOf(legs: readonly JourneyLeg[]): Journey {
  const last = legs.findLastIndex((leg) => ENDS_IN_EXPLOITATION.has(leg.leg_purpose))
  const origin = legs[0]?.leg_from_country ?? 'unknown'
  const destination = legs[last]?.leg_to_country ?? 'unknown'
  if (isUnanswered(origin)) return { origin, transit: origin, destination, passed: [] }
  if (isUnanswered(destination)) return { origin, transit: destination, destination, passed: [] }
  const passed: string[] = []
  for (let at = 0; at < last; at++) {
    const stop = stopBetween(legs[at] as JourneyLeg, legs[at + 1] as JourneyLeg)
    if (isUnanswered(stop)) {
      if (passed.length === 0) return { origin, transit: stop, destination, passed }
      continue
    }
    for (const country of stop) if (country !== origin && country !== destination && !passed.includes(country)) passed.push(country)
  }
  return { origin, transit: passed.slice(0, MOST_TRANSITS), destination, passed }
}

/** Where one leg ends and the next begins; one known end speaks for both. */
function stopBetween(leg: JourneyLeg, next: JourneyLeg): readonly string[] | Unanswered {
  const known = [leg.leg_to_country, next.leg_from_country].filter((country) => !isUnanswered(country))
  return known.length > 0 ? known : (leg.leg_to_country as Unanswered)
}

function japanRole(legs: readonly JourneyLeg[], journey: Journey): Derived['japan_role'] {
  if (legs.length > 0 && legs.every((leg) => leg.leg_from_country === 'JP' && leg.leg_to_country === 'JP')) return 'internal'
  if (journey.destination === 'JP') return 'destination'
  if (journey.passed.includes('JP')) return 'transit'
  if (journey.origin === 'JP') return 'origin'
  const places = legs.flatMap((leg) => [leg.leg_from_country, leg.leg_to_country])
  if (places.includes('JP')) return 'transit'
  return places.find(isUnanswered) ?? 'none'
}

function contactOf(steps: readonly ContactStep[] | 'not_asked') {
  if (steps === 'not_asked') return { first: 'not_asked', last: 'not_asked', length: 'not_asked' }
  return {
    first: steps[0]?.step_actor ?? 'not_applicable',
    last: steps.at(-1)?.step_actor ?? 'not_applicable',
    length: String(steps.length),
  }
}

function imageShift(before: string, after: string): number | Unanswered {
  if (isUnanswered(before)) return before
  if (isUnanswered(after)) return after
  const position = (code: string) => IMAGE_SCALE.findIndex((entry) => entry.code === code)
  return position(after) - position(before)
}

/** Palermo Protocol, Article 3. What the person knew or agreed to is not looked at. */
function definition(elements: readonly unknown[]): Definition {
  const found = elements.map(presence)
  if (found.includes('absent')) return 'not_met'
  return found.every((entry) => entry === 'present') ? 'meets' : 'undetermined'
}

/** An empty list was answered with nothing ticked: not reported, which is not a no. */
function presence(answer: unknown): 'present' | 'absent' | 'open' {
  if (!Array.isArray(answer) || answer.length === 0) return 'open'
  return answer.includes('none') ? 'absent' : 'present'
}
