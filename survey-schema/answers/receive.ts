/**
 * Intake of one case, the same code in the browser, the command line and the server: strip, relevance, checks, and then either
 * a complete record or a refusal. Nothing is accepted in part.
 */

import type { SentSignature } from '../credentials/sent-signature.ts'
import { type Issue, ProblemError } from '../problem.ts'
import { QUESTIONS, type QuestionId } from '../questionnaire/index.ts'
import { isUnanswered } from '../questionnaire/question.ts'
import type { Answer, CaseRecord, CheckId, ContactStep, JourneyLeg } from '../release/case-record.ts'
import { CHECKS, type CheckContext, isSubstantive } from './checks.ts'
import { type Relevance, relevance } from './relevance.ts'
import type { Generalised, GivenRow, Stripped, StrippedSubmission } from './strip.ts'
import { strip } from './strip.ts'

export type { Generalised, Stripped } from './strip.ts'

export type ReceiveContext = CheckContext

export interface Received {
  readonly record: CaseRecord
  /** For the keyed tag alone: it never enters a record, a log or an answer. Null for a case that came with its tag. */
  readonly partnerCaseKey: string | null
  /** Tag and signature, where they came in the place of the case reference. */
  readonly signed: SentSignature | null
  readonly stripped: readonly Stripped[]
  readonly generalised: readonly Generalised[]
  /** Raised, whether confirmed or not; `record.confirmed` says which were. They do not block. */
  readonly flags: readonly CheckId[]
}

/** The questions of a record: outside the groups, without the case reference and the closing note. */
const RECORDED = QUESTIONS.filter((question) => question.group === null && question.type !== 'text')
const ALWAYS_REQUIRED = QUESTIONS.filter((question) => question.required && question.group === null && question.askIf === null)

/**
 * A complete record: every question of the questionnaire has an answer or a state.
 * @throws ProblemError `unknown-key` or `invalid-submission`
 * @example receive(body, { currentYear: 2026 }).record.answers.gender // a code of the list, or 'unknown', 'declined', 'not_asked', 'not_applicable'
 */
export function receive(body: unknown, context: ReceiveContext): Received {
  const given = strip(body, context.runningKeys)
  refuseWithoutAgreement(given)
  if (given.issues.length > 0) throw refusal([...given.issues, ...missing(given)])
  const asked = relevance(given.answers, given)
  const issues: Issue[] = missing(given)
  const answers = complete(given, asked, issues)
  const legs = (given.route_legs ?? []).map(asLeg)
  if (given.route_legs?.length === 0) issues.push({ pointer: '/groups/route_legs', rule: 'too_few' })
  const steps = given.contact_steps === undefined || given.contact_steps === 'not_asked' ? 'not_asked' : given.contact_steps.map(asStep)
  if (issues.length === 0 && !isSubstantive({ answers, legs, steps })) throw refusal([{ pointer: '/answers', rule: 'R24' }])
  const flags: CheckId[] = []
  for (const check of CHECKS) {
    const found = check.finds({ answers, legs, steps, context })
    if (found.length === 0) continue
    const confirmed = given.confirmed.includes(check.id)
    if (check.severity === 'refuse' || (check.severity === 'confirm' && !confirmed)) {
      for (const id of found) issues.push({ pointer: `/answers/${id}`, rule: check.id })
    } else flags.push(check.id)
  }
  if (issues.length > 0) throw refusal(issues)
  return {
    record: {
      questionnaire: given.questionnaire,
      answers,
      route_legs: legs,
      contact_steps: steps,
      flags,
      confirmed: flags.filter((id) => given.confirmed.includes(id)),
    },
    partnerCaseKey: given.signed ? null : (given.answers.partner_case_key as string),
    signed: given.signed as SentSignature | null,
    stripped: given.stripped,
    generalised: given.generalised,
    flags,
  }
}

const refusal = (issues: readonly Issue[]) => new ProblemError('invalid-submission', issues)

/** R01: a case that may not be counted is refused before anything else is checked. */
function refuseWithoutAgreement({ answers }: StrippedSubmission): void {
  const { consent_basis: basis, consent_uses: uses } = answers
  if (basis === 'no_basis') throw refusal([{ pointer: '/answers/consent_basis', rule: 'R01' }])
  if (Array.isArray(uses) && !uses.includes('aggregate_tables')) throw refusal([{ pointer: '/answers/consent_uses', rule: 'R01' }])
}

/** Required answers that are missing, except where the answer given was refused already. A case has a case reference or a signature, and not both. */
function missing(given: StrippedSubmission): Issue[] {
  const refused = new Set(given.issues.map((issue) => issue.pointer))
  const issues: Issue[] = []
  if (given.signed && given.answers.partner_case_key !== undefined) issues.push({ pointer: '/signed', rule: 'signed_and_reference' })
  for (const { id } of ALWAYS_REQUIRED) {
    const pointer = `/answers/${id}`
    if (id === 'partner_case_key' && given.signed) continue
    if (given.answers[id] === undefined && !refused.has(pointer)) issues.push({ pointer, rule: 'required' })
  }
  if (given.route_legs === undefined && !refused.has('/groups/route_legs')) issues.push({ pointer: '/groups/route_legs', rule: 'required' })
  return issues
}

/**
 * Every recorded question, in questionnaire order: as answered, or the state that its relevance gives it. A state sent for
 * a question that does not apply is replaced; an answer there is refused (R11).
 */
function complete(given: StrippedSubmission, asked: ReadonlyMap<QuestionId, Relevance>, issues: Issue[]): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {}
  // While a controlling answer may be missing, answers that depend on it are not refused.
  const nothingMissing = issues.length === 0
  for (const { id, required, askIf } of RECORDED) {
    const state = asked.get(id) as Relevance
    const answer = given.answers[id]
    if (state === 'ask') {
      if (answer === undefined && required && askIf) issues.push({ pointer: `/answers/${id}`, rule: 'required' })
      answers[id] = answer ?? 'not_asked'
    } else {
      if (answer !== undefined && !isUnanswered(answer) && nothingMissing) issues.push({ pointer: `/answers/${id}`, rule: 'R11' })
      answers[id] = state
    }
  }
  return answers
}

const codeOf = (row: GivenRow, id: QuestionId): string => (row[id] as string | undefined) ?? 'not_asked'

const asLeg = (row: GivenRow): JourneyLeg => ({
  leg_from_country: codeOf(row, 'leg_from_country'),
  leg_to_country: codeOf(row, 'leg_to_country'),
  leg_purpose: codeOf(row, 'leg_purpose'),
  leg_transport: codeOf(row, 'leg_transport'),
  leg_documents: codeOf(row, 'leg_documents'),
})

const asStep = (row: GivenRow): ContactStep => ({
  step_actor: codeOf(row, 'step_actor'),
  step_mode: codeOf(row, 'step_mode'),
  step_outcome: codeOf(row, 'step_outcome'),
})
