/** What a browser is told that has just signed in. */
import { ProblemError } from '../../survey-schema/problem.ts'
import { ROLES } from '../../survey-schema/roles.ts'
import { read, type Store } from '../store/port.ts'
import { sessionHolder } from '../store/queries/sessions.ts'
import type { SignedIn } from './answers.ts'

/** @param hash of the token of the session that began */
export async function signedInAs(hash: Uint8Array, seconds: number, store: Store): Promise<SignedIn> {
  const [holder] = await read(store, sessionHolder(hash, seconds))
  if (!holder) throw new ProblemError('sign-in-refused')
  return { username: holder.username, roles: ROLES.filter((role) => holder[role] === 1), setup: holder.scope === 'setup' }
}
