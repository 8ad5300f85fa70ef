/** A part of a file, each row tagged and signed. Runs in the worker: 400 signatures would keep the page waiting. */
import type { ReceiveContext } from '../../survey-schema/answers/receive.ts'
import { type Signer, signedSubmission, tagsOf } from '../../survey-schema/credentials/signed-submission.ts'
import { type ImportPart, lineOf } from '../../survey-schema/partner-files/import-parts.ts'
import type { PartToSend, SignedRow } from './reading-messages.ts'

/**
 * @param held versions of cases that are held, by tag; a row whose case is not in it is signed as a new one
 * @throws ProblemError as `receive`
 */
export function signedPart(
  { part, rows, submissions }: ImportPart,
  signer: Signer,
  context: ReceiveContext,
  held: ReadonlyMap<string, number>,
): PartToSend {
  const signed: SignedRow[] = []
  let text = ''
  for (const submission of submissions) {
    const { tag, earlier = null } = tagsOf(referenceOf(submission), signer)
    const version = (held.get(tag) ?? (earlier === null ? undefined : held.get(earlier)) ?? 0) + 1
    text += lineOf(signedSubmission(submission, version, signer, context).body)
    signed.push({ tag, earlier, version })
  }
  return { part, text, rows, signed }
}

/** The case reference of a submission that was read from a file: every row has one. */
export const referenceOf = (submission: object): string =>
  (submission as { readonly answers: { readonly partner_case_key: string } }).answers.partner_case_key
