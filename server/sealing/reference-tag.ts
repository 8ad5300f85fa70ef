/** The tag of a case reference that came in clear, in a network of before: under the one key of the tags beside the database. */
import { ProblemError } from '../../survey-schema/problem.ts'
import { caseReferenceTag } from './keyed.ts'

/** 32 bytes. @throws ProblemError 'secret-required' on a server that has no such key */
export function referenceTag(tagKey: Uint8Array | null, organisation: number, reference: string): Uint8Array {
  if (!tagKey) throw new ProblemError('secret-required')
  return caseReferenceTag(tagKey, organisation, reference)
}
