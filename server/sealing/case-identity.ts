/**
 * Whose case it is and which one: by tag and signature of its organisation, made on its side or here for one request from the secret that came with
 * it, or in a network of before by the case reference alone. What stands inside the seal is decided here, for every way in which a case comes.
 */
import type { Received } from '../../survey-schema/answers/receive.ts'
import { bytesToSign, type CaseSignature } from '../../survey-schema/answers/signed-bytes.ts'
import { type SignedCase, signCase } from '../../survey-schema/credentials/case-signature.ts'
import { caseTag } from '../../survey-schema/credentials/case-tag.ts'
import { fields } from '../../survey-schema/credentials/fields.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import type { SentSignature } from '../../survey-schema/credentials/sent-signature.ts'
import { mayBeName } from '../../survey-schema/identifiers/case-keys.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { PublicKeys } from '../store/queries/public-keys.ts'
import { equalBytes } from './bytes.ts'
import { referenceTag } from './reference-tag.ts'
import { isCaseSignedBy } from './verify-case.ts'

/** What the sender showed, and what the server holds of it. */
export interface Identifying {
  readonly organisation: number
  /** The oldest first. */
  readonly publicKeys: readonly PublicKeys[]
  /** Of the secret that came with the request; null where none did. */
  readonly secret: SecretKeys | null
  /** Of a network of before. */
  readonly tagKey: Uint8Array | null
}

export interface CaseIdentity {
  /** 32 bytes. */
  readonly tag: Uint8Array
  /** Where the case says which one it is. */
  readonly pointer: '/signed/tag' | '/answers/partner_case_key'
  /** Tag of the same case under the keys of the generation before; null where none is known. */
  readonly earlier: Uint8Array | null
  /** The record as it is signed; to be wiped. */
  readonly record: Uint8Array
  /**
   * What a request is known by when it is sent again: the case itself, because a signature is another one in each edition and version. Null for an
   * unsigned case, whose bytes as they came are compared.
   */
  readonly meaning: Uint8Array | null
  /**
   * The signature for this edition and version; null where there is none.
   * @throws ProblemError 'edition-changed', 'record-differs', or 'invalid-signature' where the generation is over
   */
  signature(edition: string, version: number): Promise<CaseSignature | null>
}

type Identified = Pick<Received, 'record' | 'partnerCaseKey' | 'signed' | 'stripped' | 'generalised'>

/** @throws ProblemError 'signature-required', 'secret-required', 'invalid-signature' */
export function caseIdentity(received: Identified, identifying: Identifying): CaseIdentity {
  const { organisation, publicKeys, secret, tagKey } = identifying
  const { signed, partnerCaseKey, stripped, generalised } = received
  if (signed) {
    if (secret) throw invalid('/signed', 'signed_and_secret')
    const keys = publicKeys.find(({ generation }) => generation === signed.generation)
    if (!keys) throw invalid('/signed/generation', 'unknown_generation')
    const record = bytesToSign(received.record)
    return {
      tag: signed.tag,
      pointer: '/signed/tag',
      earlier: signed.earlier,
      record,
      meaning: meaningOf({ tag: signed.tag, record, stripped, generalised }),
      signature: (edition, version) => verified(signed, { organisation, edition, version, tag: signed.tag, record }, keys, publicKeys),
    }
  }
  const reference = partnerCaseKey as string
  if (secret) {
    const keys = registered(secret, publicKeys)
    // A program of the organisation asks its user; here nobody can be asked.
    if (mayBeName(reference))
      throw new ProblemError('invalid-submission', [{ pointer: '/answers/partner_case_key', rule: 'reference_may_be_name' }])
    const [tag, record] = [caseTag(secret.tagKey, reference), bytesToSign(received.record)]
    return {
      tag,
      pointer: '/answers/partner_case_key',
      earlier: null,
      record,
      meaning: meaningOf({ tag, record, stripped, generalised }),
      async signature(edition, version) {
        requireGood(keys, publicKeys, edition)
        const signature = signCase({ organisation, edition, version, tag, record }, secret.signing.privateKey)
        return { tag, signature, generation: keys.generation }
      },
    }
  }
  if (publicKeys.length > 0) throw new ProblemError('signature-required')
  const tag = referenceTag(tagKey, organisation, reference)
  return {
    tag,
    pointer: '/answers/partner_case_key',
    earlier: null,
    record: bytesToSign(received.record),
    meaning: null,
    signature: async () => null,
  }
}

/** The signature, or why there is none that could stand inside a seal of this edition and version. */
export async function signatureOrRefusal(
  identity: CaseIdentity,
  edition: string,
  version: number,
): Promise<CaseSignature | ProblemError | null> {
  try {
    return await identity.signature(edition, version)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

/** Tag under which an organisation looks for a case that it names by its reference. @throws ProblemError as `caseIdentity` */
export function askedTag(reference: string, { organisation, publicKeys, secret, tagKey }: Identifying): Uint8Array {
  if (secret) {
    registered(secret, publicKeys)
    return caseTag(secret.tagKey, reference)
  }
  if (publicKeys.length > 0) throw new ProblemError('signature-required')
  return referenceTag(tagKey, organisation, reference)
}

const invalid = (pointer: string, rule: string) => new ProblemError('invalid-signature', [{ pointer, rule }])

function registered(secret: SecretKeys, publicKeys: readonly PublicKeys[]): PublicKeys {
  const keys = publicKeys.find(({ signing }) => equalBytes(signing, secret.signing.publicKey))
  if (!keys) throw invalid('', 'secret_not_registered')
  return keys
}

async function verified(sent: SentSignature, signed: SignedCase, keys: PublicKeys, all: readonly PublicKeys[]): Promise<CaseSignature> {
  if (sent.edition !== signed.edition) throw new ProblemError('edition-changed')
  requireGood(keys, all, signed.edition)
  if (!(await isCaseSignedBy(signed, sent.signature, keys.signing))) throw new ProblemError('record-differs')
  return { tag: sent.tag, signature: sent.signature, generation: keys.generation }
}

/** Good are the newest keys, and those before while the edition takes cases in that was open when newer ones came. */
function requireGood({ generation, last_edition: last }: PublicKeys, all: readonly PublicKeys[], edition: string): void {
  if (generation !== all.at(-1)?.generation && last !== edition) throw invalid('/signed/generation', 'generation_over')
}

/** Everything that the answer to the request depends on. */
export const meaningOf = ({
  tag,
  record,
  stripped,
  generalised,
}: Pick<CaseIdentity, 'tag' | 'record'> & Pick<Received, 'stripped' | 'generalised'>): Uint8Array =>
  fields(tag, record, JSON.stringify([stripped.map(({ path }) => path), generalised.map(({ path }) => path)]))
