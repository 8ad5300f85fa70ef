/** A partner finds its own cases again: by case reference, or as a list of month and state, never of content or in order of arrival. */
import { readAnswer } from '../../survey-schema/answers/read-answers.ts'
import { HELD_KEYS } from '../../survey-schema/identifiers/case-keys.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Deps } from '../deps.ts'
import { referenceTag } from '../sealing/reference-tag.ts'
import { read } from '../store/port.ts'
import { type OwnCase, ownCaseByTag, ownCasesAfter } from '../store/queries/own-cases.ts'
import type { OwnCases } from './answers.ts'

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

/** The case reference, read as in a submission. @throws ProblemError 'invalid-submission', or 'unknown-key' */
export function askedCaseReference(body: unknown): string {
  const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Readonly<Record<string, unknown>>) : {}
  if (Object.keys(given).some((key) => key !== 'partner_case_key'))
    throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
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

/** @throws ProblemError 'not-found', the same for a case reference of nobody and for one of another organisation */
export async function findOwn(
  organisation: number,
  caseReference: string,
  { store, tagKey }: Pick<Deps, 'store' | 'tagKey'>,
): Promise<{ readonly id: string; readonly month: string; readonly version: number }> {
  const [found] = await read(store, ownCaseByTag(organisation, referenceTag(tagKey, organisation, caseReference)))
  if (!found) throw new ProblemError('not-found')
  return { id: found.id, month: found.month, version: found.version }
}
