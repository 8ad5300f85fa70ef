/** A partner invites, and an affected person answers, as our programs do. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { invitationKeys, signList } from '../../survey-schema/credentials/answer-invitation.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { invitationCode } from '../../survey-schema/receipt-code.ts'
import { plainSubmission } from './records.ts'

/** The same code for the same number. */
export const codeOf = (fill: number): string => invitationCode(new Uint8Array(12).fill(fill))

interface Inviting {
  readonly organisation: number
  readonly edition: string
  readonly generation?: number
  readonly keys: SecretKeys
}

/** The body of `POST /api/v1/answer-invitations`. @param codes as a partner makes them */
export function invitations({ organisation, edition, generation = 1, keys }: Inviting, codes: readonly string[]) {
  const listed = codes.map((code) => bytesToHex(invitationKeys(code).publicKey)).sort()
  const signature = bytesToHex(signList({ organisation, edition, generation, keys: listed }, keys.signing.privateKey))
  return { edition, generation, keys: listed, signature }
}

/** What an affected person says who skips most questions. */
export function ownAnswers(answers: Readonly<Record<string, unknown>> = {}) {
  const { partner_case_key: _, ...plain } = plainSubmission({}).answers as Readonly<Record<string, unknown>>
  return {
    ...plainSubmission({}),
    answers: { ...plain, consent_basis: 'person_informed', consent_uses: ['aggregate_tables'], source_type: 'victim_self', ...answers },
  }
}
