/** A partner finds its own cases again: by case reference, or as a list of month and state, never of content or in order of arrival. */
import { readAnswer } from '../../survey-schema/answers/read-answers.ts'
import { SENT_FORMS } from '../../survey-schema/credentials/sent-signature.ts'
import { HELD_KEYS } from '../../survey-schema/identifiers/case-keys.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Deps } from '../deps.ts'
import { fromHex } from '../sealing/bytes.ts'
import { askedTag, type Identifying } from '../sealing/case-identity.ts'
import { read } from '../store/port.ts'
import { type OwnCase, ownCaseByTag, ownCasesAfter, ownCasesByTags } from '../store/queries/own-cases.ts'
import { type HeldCases, type OwnCases, Tags } from './answers.ts'

const PAGE = 500

const listed = ({ id, month, edition, state }: OwnCase): OwnCases['cases'][number] => ({
  id,
  month,
  edition,
  state: state === 'open' ? 'open' : 'frozen',
})

/** In the order of their random ids. @param after an id, or nothing for the first page */
export async function ownCases(organisation: number, after: string, { store }: Pick<Deps, 'store'>): Promise<OwnCases> {
  const rows = await read(store, ownCasesAfter(organisation, after, PAGE))
  return { cases: rows.map(listed), next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null }
}

/** Which case is asked for: by its tags, or by its reference in clear. */
export type AskedOwn = { readonly tag: Uint8Array; readonly earlier?: Uint8Array } | { readonly reference: string }

const TAG_NAMES = ['tag', 'earlier']

/** @throws ProblemError 'invalid-submission', or 'unknown-key' */
export function askedCase(body: unknown): AskedOwn {
  const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Readonly<Record<string, unknown>>) : {}
  const names = Object.keys(given)
  if (given.tag === undefined) return { reference: askedReference(given, names) }
  if (names.some((name) => !TAG_NAMES.includes(name))) throw unknownKey()
  const [tag, earlier] = TAG_NAMES.map((name) => tagOf(given[name], `/${name}`))
  return { tag: tag as Uint8Array, ...(earlier ? { earlier } : {}) }
}

const unknownKey = () => new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])

function tagOf(sent: unknown, pointer: string): Uint8Array | undefined {
  if (sent === undefined) return undefined
  if (typeof sent !== 'string' || !SENT_FORMS.tag.test(sent))
    throw new ProblemError('invalid-submission', [{ pointer, rule: 'invalid_signed' }])
  return fromHex(sent, 32)
}

/** The case reference, read as in a submission. */
function askedReference(given: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  if (names.some((name) => name !== 'partner_case_key')) throw unknownKey()
  const question = questionById('partner_case_key')
  const issues: Issue[] = []
  const reference =
    question && given.partner_case_key !== undefined
      ? readAnswer(question, given.partner_case_key, '/partner_case_key', { issues, generalised: [], runningKeys: HELD_KEYS })
      : undefined
  if (typeof reference !== 'string')
    throw new ProblemError('invalid-submission', issues.length > 0 ? issues : [{ pointer: '/partner_case_key', rule: 'required' }])
  return reference
}

/** @throws ProblemError 'not-found', the same for a case of nobody and for one of another organisation; and as `askedTag` */
export async function findOwn(
  asked: AskedOwn,
  identifying: Identifying,
  { store }: Pick<Deps, 'store'>,
): Promise<{ readonly id: string; readonly month: string; readonly version: number }> {
  const { tag, earlier } = 'tag' in asked ? asked : { tag: askedTag(asked.reference, identifying), earlier: undefined }
  const [found] = await read(store, ownCaseByTag(identifying.organisation, tag, earlier))
  if (!found) throw new ProblemError('not-found')
  return { id: found.id, month: found.month, version: found.version }
}

/** @throws ProblemError 'invalid-request' unless the body is a list of tags, not too long */
export async function heldOwn(organisation: number, body: unknown, { store }: Pick<Deps, 'store'>): Promise<HeldCases> {
  const parsed = Tags.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    if (issue?.code === 'unrecognized_keys') throw unknownKey()
    throw new ProblemError('invalid-request', [{ pointer: '/tags', rule: issue?.code === 'too_big' ? 'too_many' : 'invalid_signed' }])
  }
  const held = await read(store, ownCasesByTags(organisation, parsed.data.tags))
  return { held: held.map(({ tag, id, version }) => ({ tag, id, version })) }
}
