/**
 * Identity stops here. Strip takes in by name: what the questionnaire names is read (`readAnswer`: codes of the list, years, and one text, the
 * partner's case reference, of which `keep` in `server/intake` stores a keyed tag only; a signed case has none), what the list of identifiers (questionnaire, section 6)
 * holds is dropped unread and reported by its kind, and anything else is refused by position, because an unlisted key may itself be a name.
 */

import { readSentSignature, type SentSignature } from '../credentials/sent-signature.ts'
import { kindOfHeading } from '../identifiers/identifier-kinds.ts'
import { type Issue, ProblemError } from '../problem.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSIONS, QUESTIONS, questionById } from '../questionnaire/index.ts'
import type { Group } from '../questionnaire/question.ts'
import type { Answer, CheckId } from '../release/case-record.ts'
import { LANGUAGE_IDS } from '../text.ts'
import { GROUP_ROWS } from './columns.ts'
import { MOST_KEYS } from './limits.ts'
import { type AnswerFindings, readAnswer } from './read-answers.ts'
import { CONFIRMABLE } from './rules.ts'

export const SUBMISSION_SCHEMA = 'jnatip-case/1'

/** A key that was dropped unread. `path` ends in our name of the kind, in braces, never in the key. */
export interface Stripped {
  readonly path: string
  readonly kind: string
}
/** An answer that was coarsened. `to` names a level, never a value. */
export interface Generalised {
  readonly path: string
  readonly to: string
}

export type GivenRow = Readonly<Record<string, Answer>>

/** What is left of a submission: answers to our questions, each of the right form, and what is wrong with the others. */
export interface StrippedSubmission {
  /** Version of the questionnaire that was answered. */
  readonly questionnaire: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly route_legs: readonly GivenRow[] | undefined
  readonly contact_steps: readonly GivenRow[] | 'not_asked' | undefined
  readonly confirmed: readonly CheckId[]
  /** In the place of a case reference. `refused`: it came in a form that cannot be one. */
  readonly signed: SentSignature | 'refused' | null
  readonly stripped: readonly Stripped[]
  readonly generalised: readonly Generalised[]
  readonly issues: readonly Issue[]
}

interface Intake extends AnswerFindings {
  readonly version: number
  readonly issues: Issue[]
  readonly generalised: Generalised[]
  readonly stripped: Stripped[]
  /** Pointers to the objects that held a key which is neither ours nor a listed identifier. */
  readonly unknownKeys: Set<string>
}

/**
 * Takes a submission apart into what is read, dropped and refused (questionnaire, section 3).
 * @throws ProblemError `unknown-key`, or `invalid-submission` where the body is no object
 * @example strip({ schema: 'jnatip-case/1', answers: { gender: 'woman', phone: '090-0000-1234' } }).stripped // [{ path: '/answers/{telephone}', kind: 'telephone' }]
 */
export function strip(body: unknown, runningKeys?: AnswerFindings['runningKeys']): StrippedSubmission {
  const version = versionOf(body)
  const intake: Intake = {
    version,
    ...(runningKeys ? { runningKeys } : {}),
    issues: [],
    generalised: [],
    stripped: [],
    unknownKeys: new Set(),
  }
  const top = namedIn(body, ['schema', 'questionnaire', 'language', 'confirmed', 'answers', 'groups', 'signed'], '', intake)
  if (!top) throw new ProblemError('invalid-submission', intake.issues)
  expectOneOf(top.schema ?? null, [SUBMISSION_SCHEMA], '/schema', intake)
  expectOneOf(top.questionnaire, QUESTIONNAIRE_VERSIONS, '/questionnaire', intake)
  expectOneOf(top.language, LANGUAGE_IDS, '/language', intake)
  const groups = top.groups === undefined ? {} : (namedIn(top.groups, ['route_legs', 'contact_steps'], '/groups', intake) ?? {})
  const result = {
    questionnaire: QUESTIONNAIRE_VERSIONS[version] as string,
    answers: answersIn(top.answers ?? {}, null, '/answers', intake) ?? {},
    route_legs: rowsIn(groups.route_legs, 'route_legs', intake),
    contact_steps: groups.contact_steps === 'not_asked' ? ('not_asked' as const) : rowsIn(groups.contact_steps, 'contact_steps', intake),
    confirmed: confirmedIn(top.confirmed, intake),
    signed: top.signed === undefined ? null : (readSentSignature(top.signed, intake.issues) ?? ('refused' as const)),
    stripped: intake.stripped,
    generalised: intake.generalised,
    issues: intake.issues,
  }
  if (intake.unknownKeys.size > 0) {
    throw new ProblemError(
      'unknown-key',
      [...intake.unknownKeys].map((pointer) => ({ pointer, rule: 'unknown_key' })),
    )
  }
  return result
}

/** Place of the version that the submission names. Where it names none, or none of ours (which is refused), the newest. */
function versionOf(body: unknown): number {
  const named = isObject(body) ? (QUESTIONNAIRE_VERSIONS as readonly unknown[]).indexOf(body.questionnaire) : -1
  return named < 0 ? QUESTIONNAIRE_VERSIONS.length - 1 : named
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Drops the key by its kind, or remembers its parent. */
function turnAway(key: string, parent: string, intake: Intake): void {
  const kind = kindOfHeading(key)
  const path = `${parent}/{${kind}}`
  // Reported once, however many keys of one object are of the kind: an answer is never longer than what was sent for it.
  if (kind && !intake.stripped.some((one) => one.path === path)) intake.stripped.push({ path, kind })
  if (!kind) intake.unknownKeys.add(parent)
}

/** The keys of an object; undefined, with an issue, where it is none or has more of them than anybody would send. */
function keysOf(value: unknown, pointer: string, intake: Intake): readonly string[] | undefined {
  const keys = isObject(value) ? Object.keys(value) : null
  if (keys && keys.length <= MOST_KEYS) return keys
  intake.issues.push({ pointer, rule: keys ? 'too_many' : 'invalid_type' })
  return undefined
}

function namedIn<Key extends string>(
  value: unknown,
  keys: readonly Key[],
  pointer: string,
  intake: Intake,
): { [key in Key]?: unknown } | undefined {
  const given = keysOf(value, pointer, intake)
  if (!given) return undefined
  const found: { [key in Key]?: unknown } = {}
  for (const key of given) {
    const named = keys.find((name) => name === key)
    if (named) found[named] = (value as Readonly<Record<string, unknown>>)[key]
    else turnAway(key, pointer, intake)
  }
  return found
}

function expectOneOf(value: unknown, allowed: readonly string[], pointer: string, intake: Intake): void {
  if (value === undefined || allowed.includes(value as string)) return
  intake.issues.push({ pointer, rule: value === null ? 'required' : typeof value === 'string' ? 'invalid_code' : 'invalid_type' })
}

/** The paper form's note never comes in: it is a narrative under any heading. */
const asked = (id: string, group: Group | null): KnownQuestion | undefined => {
  const question = questionById(id)
  return question && question.group === group && question.privacy !== 'direct_identifier' ? question : undefined
}

function answersIn(value: unknown, group: Group | null, pointer: string, intake: Intake): Readonly<Record<string, Answer>> | undefined {
  const given = keysOf(value, pointer, intake)
  if (!given) return undefined
  const found: Record<string, Answer> = {}
  for (const key of given) {
    const question = asked(key, group)
    if (!question) {
      turnAway(key, pointer, intake)
      continue
    }
    const answer = readAnswer(question, (value as Readonly<Record<string, unknown>>)[key], `${pointer}/${question.id}`, intake)
    if (answer !== undefined) found[question.id] = answer
  }
  return found
}

const REQUIRED_IN: Readonly<Record<Group, readonly string[]>> = {
  route_legs: requiredIn('route_legs'),
  contact_steps: requiredIn('contact_steps'),
}

function requiredIn(group: Group): readonly string[] {
  return QUESTIONS.filter((question) => question.group === group && question.required).map((question) => question.id)
}

function rowsIn(value: unknown, group: Group, intake: Intake): readonly GivenRow[] | undefined {
  const pointer = `/groups/${group}`
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    intake.issues.push({ pointer, rule: 'invalid_type' })
    return undefined
  }
  if (value.length > GROUP_ROWS[group]) {
    intake.issues.push({ pointer, rule: 'too_many' })
    return undefined
  }
  return value.map((row: unknown, at) => {
    const found = answersIn(row, group, `${pointer}/${at}`, intake) ?? {}
    if (isObject(row))
      for (const id of REQUIRED_IN[group]) {
        if (!Object.hasOwn(row, id)) intake.issues.push({ pointer: `${pointer}/${at}/${id}`, rule: 'required' })
      }
    return found
  })
}

function confirmedIn(value: unknown, intake: Intake): readonly CheckId[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) {
    intake.issues.push({ pointer: '/confirmed', rule: 'invalid_type' })
    return []
  }
  if (!value.every((entry) => CONFIRMABLE.some((id) => id === entry))) intake.issues.push({ pointer: '/confirmed', rule: 'invalid_code' })
  return CONFIRMABLE.filter((id) => value.includes(id))
}
