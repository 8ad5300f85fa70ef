/** Invitations: a list that an organisation signed is kept, and what a code is good for is told to whoever shows that they hold it. */
import type * as z from 'zod'
import { type InvitationList, invitationTag, isListSignedBy, listName } from '../../survey-schema/credentials/answer-invitation.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { QUOTAS } from '../../survey-schema/quotas.ts'
import type { Deps } from '../deps.ts'
import type { Credential } from '../http/credential.ts'
import { quotaReached } from '../http/quota.ts'
import { fromHex, toHex } from '../sealing/bytes.ts'
import type { InvitedBy } from '../sealing/invited-identity.ts'
import { isCodeShown } from '../sealing/verify-case.ts'
import { openEditions } from '../store/open-edition.ts'
import { read } from '../store/port.ts'
import { addInvitations, invitationList, invitationOf, invitationsOfEdition } from '../store/queries/answer-invitations.ts'
import { enteredOnceAMonth } from '../store/queries/audit.ts'
import type { Invitations, ProvenCode } from './shapes.ts'

type Needs = Pick<Deps, 'store' | 'clock'>

const refused = (pointer: string, rule: string) => new ProblemError('invalid-signature', [{ pointer, rule }])

/**
 * The list is kept, now or by this very request before.
 * @throws ProblemError 'invalid-signature', 'edition-changed', 'no-open-edition', 'quota-reached'
 */
export async function keepInvitations(
  given: z.output<typeof Invitations>,
  { organisation, publicKeys }: Credential,
  { store, clock }: Needs,
): Promise<{ readonly list: string; readonly new: boolean }> {
  const { edition, generation, keys } = given
  const list: InvitationList = { organisation, edition, generation, keys }
  const signature = fromHex(given.signature, 64)
  if (keys.some((key, at) => at > 0 && key <= (keys[at - 1] as string))) throw refused('/keys', 'not_sorted')
  const signing = publicKeys.find((own) => own.generation === generation)
  if (!signing) throw refused('/generation', 'unknown_generation')
  if (!isListSignedBy(list, signature, signing.signing)) throw refused('/signature', 'wrong_signature')
  const id = listName(list)
  if ((await read(store, invitationList(id))).length > 0) return { list: id, new: false }
  // Newer keys came meanwhile, or the signature is of an old secret that somebody found.
  if (signing !== publicKeys.at(-1)) throw refused('/generation', 'generation_over')
  const open = await openEditions(store)()
  if (open.id !== edition || open.layout !== 2) throw new ProblemError('edition-changed')
  const [{ changes }] = await store.batch([
    ...added(addInvitations({ id, edition, organisation, generation, signature }, keys.map(withTag)), organisation, clock),
  ])
  if (changes === 1) return { list: id, new: true }
  const [held] = await read(store, invitationsOfEdition(organisation, edition))
  if ((held?.keys ?? 0) + keys.length > QUOTAS.invitations) throw quotaReached('invitations')
  throw refused('/keys', 'held_already')
}

/** The entry stands right behind the statement that decides. */
const added = ([list, keys]: ReturnType<typeof addInvitations>, organisation: number, clock: Needs['clock']) =>
  [list, enteredOnceAMonth({ action: 'make-invitations', organisation, month: clock.month() }), keys] as const

const withTag = (key: string) => ({ key, tag: toHex(invitationTag(fromHex(key, 32))) })

/**
 * Who invited, and for which edition. What was never made, what somebody else made, and what is asked without the code are refused alike; only
 * whoever shows the code learns that it was used or is over.
 * @throws ProblemError 'invitation-refused', 'invitation-used', 'invitation-over'
 */
export async function provenInvitation(
  { key, proof }: z.output<typeof ProvenCode>,
  { store }: Pick<Deps, 'store'>,
  { evenUsed = false } = {},
): Promise<InvitedBy> {
  const publicKey = fromHex(key, 32)
  const [known] = await read(store, invitationOf(publicKey))
  // Anybody may ask: a key that nobody listed costs a look-up and no verification. That it is listed is known to whoever has it without its code.
  if (!known || known.left || !(await isCodeShown(publicKey, fromHex(proof, 64)))) throw new ProblemError('invitation-refused')
  if (known.used && !evenUsed) throw new ProblemError('invitation-used')
  if (known.state !== 'open' && !known.used) throw new ProblemError('invitation-over')
  const { organisation, edition, generation } = known
  return { organisation, edition, generation }
}
