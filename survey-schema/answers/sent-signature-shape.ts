/** Tag and signature of a body as a schema, for the description of the API; `readSentSignature` alone accepts or refuses. */
import { z } from 'zod'
import { LAST_GENERATION, SENT_FORMS } from '../credentials/sent-signature.ts'

/** A tag in hexadecimal. */
export const tagShape = z.string().regex(SENT_FORMS.tag)

export const sentSignatureSchema = z.strictObject({
  tag: tagShape.describe('Of the case reference, under the key of your organisation.'),
  signature: z.string().regex(SENT_FORMS.signature).describe('Ed25519, of organisation, edition, version, tag and record.'),
  generation: z.int().min(1).max(LAST_GENERATION).describe('Of the keys that signed.'),
  edition: z.string().regex(SENT_FORMS.edition).describe('The open edition, for which the case is signed.'),
  earlier: tagShape.optional().describe('The tag of the same reference under the keys of the generation before.'),
})
