/**
 * One reading of each answer, for every table alike: two readings of one answer could be subtracted. A case counts once for
 * citizenship (several are "several"), once for the place of exploitation (several prefectures of one area stand under that
 * area), by its first transit country; questions asked per leg or step are read per case ("at least one leg by sea").
 */

import { PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { isUnanswered, type Unanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Answer, CaseRecord } from '../../survey-schema/release/case-record.ts'
import { derive } from '../../survey-schema/variables/derived.ts'
import { type ColumnId, FIRST_STEP_MODE } from '../catalogue/columns.ts'

/** One base code, a set of base codes, or one of the four states. */
export type Reading = string | readonly string[] | Unanswered

const AREA_OF = new Map<string, string>(PREFECTURES.map((entry) => [entry.code, entry.area]))

/** The reading of one variable of one case. */
export function readingOf(record: CaseRecord, variable: ColumnId): Reading {
  const special = SPECIAL[variable]
  if (special) return special(record)
  const answer = record.answers[variable]
  if (answer === undefined) throw new RangeError('a record lacks a question that is counted')
  return plain(answer)
}

const SPECIAL: Readonly<Record<string, (record: CaseRecord) => Reading>> = {
  citizenship: (record) => once(record.answers.citizenship, () => 'several'),
  exploitation_prefectures: (record) => once(record.answers.exploitation_prefectures, severalPlaces),
  leg_purpose: (record) => anyOf(record.route_legs.map((leg) => leg.leg_purpose)),
  leg_transport: (record) => anyOf(record.route_legs.map((leg) => leg.leg_transport)),
  leg_documents: (record) => ownDocuments(record.route_legs.map((leg) => leg.leg_documents)),
  step_actor: (record) => anyStep(record, (step) => step.step_actor),
  step_mode: (record) => anyStep(record, (step) => step.step_mode),
  step_outcome: (record) => anyStep(record, (step) => step.step_outcome),
  [FIRST_STEP_MODE]: (record) =>
    record.contact_steps === 'not_asked' ? 'not_asked' : (record.contact_steps[0]?.step_mode ?? 'not_applicable'),
  route_origin: (record) => derive(record).route_origin,
  route_transit: (record) => firstTransit(derive(record).route_transit),
  route_destination: (record) => derive(record).route_destination,
  japan_role: (record) => derive(record).japan_role,
  contact_first_actor: (record) => derive(record).contact_first_actor,
  contact_last_actor: (record) => derive(record).contact_last_actor,
  contact_length: (record) => derive(record).contact_length,
  definition_result: (record) => derive(record).definition_result,
}

function plain(answer: Answer): Reading {
  return typeof answer === 'number' ? String(answer) : answer
}

function once(answer: Answer | undefined, several: (codes: readonly string[]) => string): Reading {
  if (!Array.isArray(answer)) return (answer ?? 'not_asked') as Reading
  const codes = answer as readonly string[]
  const [first, ...others] = codes
  return first === undefined ? 'unknown' : others.length === 0 ? first : several(codes)
}

function severalPlaces(prefectures: readonly string[]): string {
  const areas = new Set(prefectures.map((code) => AREA_OF.get(code)))
  return areas.size === 1 ? `several_in_${[...areas][0]}` : 'several_areas'
}

/** The substantive answers of all rows together; if no row has one, what the rows say instead. */
function anyOf(answers: readonly string[]): Reading {
  const known = [...new Set(answers.filter((answer) => !isUnanswered(answer)))]
  if (known.length > 0) return known
  if (answers.every((answer) => answer === 'not_applicable')) return 'not_applicable'
  return answers.find((answer) => answer === 'unknown') ?? answers.find((answer) => answer === 'declined') ?? 'not_asked'
}

function anyStep(record: CaseRecord, answer: (step: Exclude<CaseRecord['contact_steps'], 'not_asked'>[number]) => string): Reading {
  if (record.contact_steps === 'not_asked') return 'not_asked'
  return record.contact_steps.length === 0 ? 'not_applicable' : anyOf(record.contact_steps.map(answer))
}

/** Own document on every leg, or not: which document it was instead could incriminate and is never counted. */
function ownDocuments(answers: readonly string[]): Reading {
  const known = answers.filter((answer) => !isUnanswered(answer))
  if (known.some((answer) => answer !== 'own_genuine' && answer !== 'not_needed')) return 'not_own'
  if (known.length < answers.length) return anyOf(answers.filter(isUnanswered))
  return known.every((answer) => answer === 'not_needed') ? 'not_needed' : 'own'
}

function firstTransit(transit: readonly string[] | string): Reading {
  if (typeof transit === 'string') return transit
  return transit[0] ?? 'direct'
}
