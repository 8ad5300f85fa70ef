/** Whether an opened case is one that its organisation sent: judged by the register, and by nothing that a server says. */

import { RECORD_BYTES } from '../../../survey-schema/answers/record-bytes.ts'
import { decodeCase, SIGNED_BYTES } from '../../../survey-schema/answers/signed-bytes.ts'
import { isSignedBy } from '../../../survey-schema/credentials/case-signature.ts'
import { fromHex, toHex } from '../../sealing/bytes.ts'
import type { InvitationListed } from '../../store/sealed-edition.ts'
import { keysInForce } from '../register/keys-in-force.ts'
import type { RegisterContent, RegisteredOrganisation } from '../register/register.ts'
import { RegisterRefused } from '../register/register-refused.ts'
import { invitedKeys } from './invited-keys.ts'

/** Why a case is not counted unless people decide about it. */
export type CaseFault =
  /** It does not open as what it stands for, or holds no record: altered, moved, or put there by somebody. */
  | 'seal_broken'
  | 'unsigned'
  /** In the layout of before signatures. */
  | 'layout_1'
  | 'generation_unknown'
  /** Signed by a key that is not good in this edition. */
  | 'generation_not_of_edition'
  | 'signature_wrong'
  /** It stands for an invitation that its organisation did not sign, or whose list was taken away. */
  | 'invitation_unknown'
  /** The tag inside the seal is not the one outside. */
  | 'tag_differs'
  /** The same reference of the same organisation stands in this edition in a later version, or once more. */
  | 'tag_twice'

export type SignatureStanding = 'signed' | 'before_first_key' | Exclude<CaseFault, 'seal_broken' | 'tag_twice'>

/** What is judged. */
export interface CaseToJudge {
  readonly organisation: number
  readonly version: number
  /** Outside the seal; 32 bytes. */
  readonly tag: Uint8Array
  /** What the seal held; its length tells the layout, which no server can change. */
  readonly bytes: Uint8Array
}

export type CaseJudge = (one: CaseToJudge) => SignatureStanding

/** Where it has a key, cases of layout 2 are signed whatever edition they are of, unless two people decided from which edition on. */
const signsLayout2 = ({ keys }: RegisteredOrganisation) => keys.length > 0 && !keys.some(({ by_decision }) => by_decision)

/**
 * The same, once all cases of the edition are opened: with one of layout 2 among them the edition has that layout, and a case of layout 1 of an
 * organisation with a key was put there.
 */
export function judgedTogether<Judged extends OpenedStanding>(judged: readonly Judged[], register: RegisterContent): readonly Judged[] {
  if (!judged.some(({ layout }) => layout === 2)) return judged
  const signing = new Set(register.organisations.filter(signsLayout2).map(({ number }) => number))
  return judged.map((one) =>
    one.layout === 1 && one.standing === 'before_first_key' && signing.has(one.organisation) ? { ...one, standing: 'layout_1' } : one,
  )
}

interface OpenedStanding {
  readonly organisation: number
  readonly standing: SignatureStanding | 'seal_broken' | null
  readonly layout?: 1 | 2
}

/**
 * @param invitations of the edition, as a server lists them
 * @throws RegisterRefused where the register does not list the edition
 */
export function caseJudge(register: RegisterContent, edition: string, invitations: readonly InvitationListed[] = []): CaseJudge {
  const keys = keysInForce(register, edition)
  if (keys === null) throw new RegisterRefused('other-network', [{ place: `edition ${edition}`, rule: 'not_in_the_register' }])
  const organisations = new Map(
    register.organisations.map((one) => [
      one.number,
      { ...one, mustSign: keys.mustSign(one), signsLayout2: signsLayout2(one), inForce: keys.inForce(one) },
    ]),
  )
  const invited = invitedKeys(invitations, edition, (organisation) => organisations.get(organisation)?.inForce ?? [])
  return ({ organisation, version, tag, bytes }) => {
    const own = organisations.get(organisation)
    if (own === undefined)
      throw new RegisterRefused('other-network', [{ place: `organisation ${organisation}`, rule: 'not_in_the_register' }])
    const { signed } = decodeCase(bytes)
    if (!own.mustSign && !(own.signsLayout2 && bytes.length === SIGNED_BYTES)) return 'before_first_key'
    if (signed === null) return bytes.length === SIGNED_BYTES ? 'unsigned' : 'layout_1'
    const key = own.keys.find(({ generation }) => generation === signed.generation)
    if (key === undefined) return 'generation_unknown'
    if (!own.inForce.includes(key)) return 'generation_not_of_edition'
    const content = { organisation, edition, version, tag: signed.tag, record: bytes.subarray(0, RECORD_BYTES) }
    const signer = signed.invited ? invited(organisation, signed) : fromHex(key.signing, 32)
    if (signer === null) return 'invitation_unknown'
    if (!isSignedBy(content, signed.signature, signer)) return 'signature_wrong'
    return toHex(signed.tag) === toHex(tag) ? 'signed' : 'tag_differs'
  }
}
