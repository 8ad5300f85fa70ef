/** A case of one's own, found by its case reference: under its tag where the organisation has a secret. Loaded when one is looked for. */
import { tagsOf } from '../../survey-schema/credentials/signed-submission.ts'
import { client, type FoundCase } from '../client.ts'
import { ownSigner } from './own-signer.ts'
import type { HeldCredential } from './pasted.ts'

/** @throws Refused as `ownSigner`, and 'not-found' alike for a case of nobody and one of another organisation */
export async function ownCase(reference: string, credential: HeldCredential): Promise<FoundCase> {
  const { signer } = await ownSigner(credential)
  return client.findCase(signer ? tagsOf(reference, signer) : { partner_case_key: reference }, credential.access)
}
