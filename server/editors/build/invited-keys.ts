/** One-time keys of affected persons for which their organisation stands: by its signature under their list, and by nothing that a server says. */
import { type InvitationList, invitationTag, isListSignedBy } from '../../../survey-schema/credentials/answer-invitation.ts'
import { fromHex, toHex } from '../../sealing/bytes.ts'
import type { InvitationListed } from '../../store/sealed-edition.ts'
import type { RegisterKey } from '../register/register.ts'

/** The key whose signature the case must have; null where no list that its organisation signed with this generation holds it. */
export type InvitedKey = (organisation: number, signed: { readonly tag: Uint8Array; readonly generation: number }) => Uint8Array | null

/** @param inForce keys of an organisation that may sign in this edition */
export function invitedKeys(
  lists: readonly InvitationListed[],
  edition: string,
  inForce: (organisation: number) => readonly RegisterKey[],
): InvitedKey {
  const keys = new Map<string, Uint8Array>()
  const listedBy = new Map<string, Set<number>>()
  for (const { organisation, generation, keys: listed, signature } of lists) {
    const signer = inForce(organisation).find((key) => key.generation === generation)
    const list: InvitationList = { organisation, edition, generation, keys: listed }
    // A list that nobody signed stands for no case; those that rely on it stop the build.
    if (!signer || !isListSignedBy(list, fromHex(signature, 64), fromHex(signer.signing, 32))) continue
    for (const key of listed) {
      const bytes = fromHex(key, 32)
      listedBy.set(toHex(bytes), (listedBy.get(toHex(bytes)) ?? new Set()).add(organisation))
      keys.set(nameOf(organisation, generation, invitationTag(bytes)), bytes)
    }
  }
  return (organisation, { generation, tag }) => {
    const key = keys.get(nameOf(organisation, generation, tag))
    // Each code is made by one organisation: with a key in the lists of two, one person would be a case of both.
    return key === undefined || listedBy.get(toHex(key))?.size !== 1 ? null : key
  }
}

const nameOf = (organisation: number, generation: number, tag: Uint8Array) => `${organisation} ${generation} ${toHex(tag)}`
