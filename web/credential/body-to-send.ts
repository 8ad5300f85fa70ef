/** A filled form as it is sent: tagged and signed on this machine where the organisation has a secret. Loaded with the first sending. */
import { signedSubmission } from '../../survey-schema/credentials/signed-submission.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { Refused } from '../client.ts'
import { ownSigner } from './own-signer.ts'
import type { HeldCredential } from './pasted.ts'

/** @param version that the case will have @throws Refused as `ownSigner`, or with the issues of the form */
export async function bodyToSend(submission: object, credential: HeldCredential, version = 1): Promise<string> {
  const { signer, existingRecordRule, year } = await ownSigner(credential)
  if (signer === null) return JSON.stringify(submission)
  try {
    return JSON.stringify(signedSubmission(submission, version, signer, { currentYear: year, existingRecordRule }).body)
  } catch (problem) {
    if (problem instanceof ProblemError) throw new Refused(problem.slug, null, problem.errors)
    throw problem
  }
}
