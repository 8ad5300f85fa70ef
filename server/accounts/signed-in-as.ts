/** What a browser is told that has just signed in. */
import { ProblemError } from '../../survey-schema/problem.ts'
import { actingRole, ROLES, type Role } from '../../survey-schema/roles.ts'
import { read, type Store } from '../store/port.ts'
import { type RoleFlags, sessionHolder } from '../store/queries/sessions.ts'
import type { SignedIn } from './answers.ts'

/** Who signs in, and in which role: nobody has none. */
export function signingIn({ account, ...flags }: RoleFlags & { readonly account: string }): {
  readonly account: string
  readonly acting: Role
} {
  const acting = actingRole(ROLES.filter((role) => flags[role] === 1))
  if (acting === null) throw new ProblemError('sign-in-refused')
  return { account, acting }
}

/** @param hash of the token of the session that began */
export async function signedInAs(hash: Uint8Array, seconds: number, store: Store): Promise<SignedIn> {
  const [holder] = await read(store, sessionHolder(hash, seconds))
  if (!holder) throw new ProblemError('sign-in-refused')
  return { username: holder.username, roles: ROLES.filter((role) => holder[role] === 1), setup: holder.scope === 'setup' }
}
