/** For which organisation a person decides. */
import { ProblemError } from '../../survey-schema/problem.ts'
import type { SignedInPerson } from '../http/signed-in.ts'

/** @throws ProblemError 'not-found'; the database lets no partner be without one */
export function organisationOf({ organisation }: SignedInPerson): number {
  if (organisation === null) throw new ProblemError('not-found')
  return organisation
}

/** @throws ProblemError 'not-found', 'not-now' for a partner to whom nobody agreed yet */
export function decidesFor(person: SignedInPerson): number {
  if (person.waiting) throw new ProblemError('not-now', [{ pointer: '', rule: 'waits_for_agreement' }])
  return organisationOf(person)
}
