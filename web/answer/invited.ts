/** What a code is good for, with the keys behind it. */
import { type InvitationKeys, invitationKeys } from '../../survey-schema/credentials/answer-invitation.ts'
import { type GoodInvitation, provenCode } from '../../survey-schema/credentials/answer-submission.ts'
import { askInvitation } from './answer-client.ts'

export interface Invited {
  readonly keys: InvitationKeys
  readonly invitation: GoodInvitation
}

/** @throws Refused */
export async function invitedBy(code: string): Promise<Invited> {
  const keys = invitationKeys(code)
  return { keys, invitation: await askInvitation(provenCode(keys)) }
}
