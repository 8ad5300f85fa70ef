/**
 * What changes something under a cookie is asked by pages of this server alone. Every browser names the origin of a page that sends anything but a
 * plain reading; one that names another, or none, is refused, whatever it says beside. @see OWASP, Cross-Site Request Forgery Prevention
 */
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps, SignIn } from '../deps.ts'
import { declares } from './operation.ts'

/** Signing in as it can be used: key and origin are there. */
export interface SignInOpen extends Omit<SignIn, 'accountKey' | 'origin'> {
  readonly accountKey: Uint8Array
  readonly origin: string
}

/** @throws ProblemError 'accounts-shut' */
export function openSignIn({ signIn }: Pick<Deps, 'signIn'>): SignInOpen {
  const origin = signIn?.origin() ?? null
  if (!signIn?.accountKey || origin === null) throw new ProblemError('accounts-shut')
  return { ...signIn, accountKey: signIn.accountKey, origin }
}

/** @throws ProblemError 'wrong-origin' */
export function requireOwnOrigin(headers: Headers, origin: string): void {
  const site = headers.get('Sec-Fetch-Site')
  if (headers.get('Origin') !== origin || (site !== null && site !== 'same-origin')) throw new ProblemError('wrong-origin')
}

/** For routes without a session. @throws ProblemError 'wrong-origin', 'accounts-shut' */
export const fromOwnPages = (needs: Pick<Deps, 'signIn'>) =>
  declares(
    { problems: ['wrong-origin', 'accounts-shut'] },
    createMiddleware(async (c, next) => {
      requireOwnOrigin(c.req.raw.headers, openSignIn(needs).origin)
      await next()
      await needs.signIn?.keepEnded?.()
    }),
  )
