/** What the routes of invitations and answers take and answer, as schemas: they describe the API and type the answers. */
import * as z from 'zod'
import { signedSubmissionSchema } from '../../survey-schema/answers/shapes.ts'
import { MOST_INVITATIONS } from '../../survey-schema/credentials/answer-invitation.ts'
import { LAST_GENERATION, SENT_FORMS } from '../../survey-schema/credentials/sent-signature.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const hex64 = z.string().regex(/^[0-9a-f]{128}$/)

export const Invitations = z
  .strictObject({
    edition: z.string().regex(SENT_FORMS.edition).describe('The open edition, with which the codes end.'),
    generation: z.int().min(1).max(LAST_GENERATION).describe('Of the keys that sign.'),
    keys: z.array(hex32).min(1).max(MOST_INVITATIONS).describe('One-time public keys, each behind a code, sorted.'),
    signature: hex64.describe('Ed25519, of organisation, edition, generation and keys.'),
  })
  .meta({ id: 'Invitations', description: 'Made and signed by your program. Codes are never sent.' })

export const InvitationsKept = z
  .object({ list: z.string(), new: z.boolean().describe('False if this very list was there before.') })
  .meta({ id: 'InvitationsKept' })

export const ProvenCode = z
  .strictObject({
    key: hex32.describe('One-time public key that follows from the code.'),
    proof: hex64.describe('Signed by that key: whoever asks has the code.'),
  })
  .meta({ id: 'ProvenCode' })

export const Invitation = z
  .object({
    organisation: z.int().describe('Number of who invited, a part of what is signed.'),
    edition: z.string().describe('For which the answers are signed.'),
    generation: z.int(),
    year: z.int().describe('By which the server judges years.'),
  })
  .meta({ id: 'Invitation' })

/** `case` is judged by `receive`. */
export const AnswerBody = z
  .strictObject({ invitation: ProvenCode, case: signedSubmissionSchema })
  .meta({ id: 'AnswerBody', description: 'Signed with the key of the code, for version 1.' })

/** The same before the case is judged. */
export const AnswerEnvelope = z.strictObject({ invitation: ProvenCode, case: z.unknown() })

export const AnswerReceipt = z
  .object({
    id: z.string().describe('Random id of the case.'),
    receipt: z.string().describe('Shown once; only a hash is kept. It alone withdraws the answer.'),
    stripped: z.array(z.object({ path: z.string(), kind: z.string() })).describe('What was dropped unread.'),
    generalised: z.array(z.object({ path: z.string(), to: z.string() })).describe('What was made coarser.'),
    flags: z.array(z.string()).describe('Checks that ask for a second look. They do not block.'),
  })
  .meta({ id: 'AnswerReceipt' })
