/** A submission becomes what is sent in its place: without its case reference, with tag and signature. The same code in the browser and the command line. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { type ReceiveContext, type Received, receive } from '../answers/receive.ts'
import { bytesToSign } from '../answers/signed-bytes.ts'
import { signCase } from './case-signature.ts'
import { caseTag } from './case-tag.ts'
import type { SecretKeys } from './secret.ts'
import type { SentSignature, SentSignatureText } from './sent-signature.ts'

/** Who signs, and for which edition: what `GET /api/v1/organisation` says of the organisation whose secret this is. */
export interface Signer {
  /** Number in the register. */
  readonly organisation: number
  readonly edition: string
  /** Of these keys. */
  readonly generation: number
  readonly keys: SecretKeys
  /** Of the generation before, while its cases may still be found by their tags; null where there is none, or it is lost. */
  readonly earlier: SecretKeys | null
}

/** Tags of a case reference under the keys of the signer; hexadecimal. */
export const tagsOf = (reference: string, { keys, earlier }: Pick<Signer, 'keys' | 'earlier'>) => ({
  tag: bytesToHex(caseTag(keys.tagKey, reference)),
  ...(earlier ? { earlier: bytesToHex(caseTag(earlier.tagKey, reference)) } : {}),
})

export interface SignedSubmission {
  /** To be sent. */
  readonly body: object
  /** Hexadecimal. */
  readonly tag: string
  /** What intake makes of it. */
  readonly received: Received
}

/**
 * The body to send, the same each time for the same version.
 * @param version that the case will have: 1 for a new one, one more than the version that it corrects
 * @param context by which the server judges; another year or rule gives another record, and the signature does not fit
 * @throws ProblemError as `receive`
 */
export function signedSubmission(submission: object, version: number, signer: Signer, context: ReceiveContext): SignedSubmission {
  const received = receive(submission, context)
  const reference = received.partnerCaseKey
  if (reference === null) throw new RangeError('the submission is signed already')
  const tag = caseTag(signer.keys.tagKey, reference)
  const record = bytesToSign(received.record)
  const { organisation, edition, generation, keys, earlier } = signer
  const signature = signCase({ organisation, edition, version, tag, record }, keys.signing.privateKey)
  record.fill(0)
  const signed = sentSignatureText({
    tag,
    signature,
    generation,
    edition,
    earlier: earlier && generation > 1 ? caseTag(earlier.tagKey, reference) : null,
  })
  const { answers, ...rest } = submission as { readonly answers: Readonly<Record<string, unknown>> }
  const { partner_case_key: _reference, ...others } = answers
  return { body: { ...rest, answers: others, signed }, tag: signed.tag, received }
}

/** As it is sent. */
const sentSignatureText = ({ tag, signature, generation, edition, earlier }: SentSignature): SentSignatureText => ({
  tag: bytesToHex(tag),
  signature: bytesToHex(signature),
  generation,
  edition,
  ...(earlier ? { earlier: bytesToHex(earlier) } : {}),
})
