/** What both ways by password begin with, the same for every username: tries, then the password; and the work is the same whether there is such an account or not. */
import type { Deps } from '../deps.ts'
import { openSignIn } from '../http/own-origin.ts'
import { read } from '../store/port.ts'
import type { RoleFlags } from '../store/queries/sessions.ts'
import { type SignInFacts, signInFacts } from '../store/queries/sign-in.ts'
import { isPassword, NOBODY } from './password-check.ts'
import { oneTryMore, requireTriesLeft, triesName } from './tries.ts'

interface JudgedPassword {
  /** Of the account, or of nobody: for both the same statements run, of which those for nobody change nothing. */
  readonly facts: SignInFacts & RoleFlags
  readonly right: boolean
  /** An account that uses passkeys, and has no password. */
  readonly hasNone: boolean
  readonly tries: string
  readonly seconds: number
}

/**
 * Without tries left nothing is computed and nothing is written. Otherwise the try is counted once its turn to be computed has come: so a flood of
 * usernames, invented or not, writes no faster than passwords are hashed, and tries that come at once are all counted.
 * @throws ProblemError 'too-many-requests', 'busy'
 */
export async function judgedPassword(
  { username, password }: { readonly username: string; readonly password: string },
  needs: Pick<Deps, 'store' | 'signIn'>,
): Promise<JudgedPassword> {
  const open = openSignIn(needs)
  const seconds = open.seconds()
  const tries = triesName(open.accountKey, username)
  await requireTriesLeft(needs.store, tries, seconds)
  const [found] = await read(needs.store, signInFacts(username))
  const facts = found ?? NOBODY
  const right = await isPassword(username, password, facts, open, () => oneTryMore(needs.store, tries, seconds))
  return { facts, right, hasNone: found?.hash === null, tries, seconds }
}
