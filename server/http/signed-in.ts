/** Whether somebody is signed in, and may do this: looked up at each request, so that what was ended or taken away a moment ago counts. */
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../../survey-schema/problem.ts'
import { actingRole, ROLES, type Role } from '../../survey-schema/roles.ts'
import type { Deps } from '../deps.ts'
import { tokenHash } from '../sealing/session-token.ts'
import { read, type Store } from '../store/port.ts'
import { IDLE_SECONDS, prolong, SESSION_SECONDS, type SessionHolder, sessionHolder } from '../store/queries/sessions.ts'
import type { AccountState, SessionScope } from '../store/schema.ts'
import { declares } from './operation.ts'
import { openSignIn, requireOwnOrigin } from './own-origin.ts'
import { tokenIn } from './session-cookie.ts'

export interface SignedInPerson {
  readonly account: string
  readonly username: string
  readonly organisation: number | null
  readonly roles: readonly Role[]
  /** The one in which the person acts: of those that the route is for. */
  readonly acting: Role
  readonly state: AccountState
  /** A partner to whom nobody agreed yet. */
  readonly waiting: boolean
  /** Id of the session, by which it is listed. */
  readonly session: string
  readonly scope: SessionScope
}

interface NeededSession {
  /** Open to a person who is still setting up. */
  readonly duringSetup?: true
  /** Needs a sign-in of the last ten minutes, or a session of setting up: a browser that was left open adds no key of its own. */
  readonly fresh?: true
}

/** Seconds after a sign-in in which credentials may be changed. */
const FRESH_SECONDS = 600
/** A session is prolonged when this much of its idle time has passed, so that most requests write nothing. */
const PROLONG_AFTER = 60

/**
 * The person is in `c.var.person`. @param roles one of which the person must have; whoever has none is answered as where there is nothing
 * @throws ProblemError 'wrong-origin', 'accounts-shut', 'signed-out', 'setup-unfinished', 'not-found', 'sign-in-again'
 */
export const signedIn = (roles: readonly Role[], needs: Pick<Deps, 'store' | 'signIn'>, { duringSetup, fresh }: NeededSession = {}) =>
  declares(
    {
      roles,
      ...(duringSetup ? { duringSetup } : {}),
      problems: [
        'wrong-origin',
        'accounts-shut',
        'signed-out',
        'setup-unfinished',
        'not-found',
        ...(fresh ? (['sign-in-again'] as const) : []),
      ],
    },
    createMiddleware<{ Variables: { readonly person: SignedInPerson } }>(async (c, next) => {
      const { origin, seconds } = openSignIn(needs)
      const { method, headers } = c.req.raw
      if (method !== 'GET' && method !== 'HEAD') requireOwnOrigin(headers, origin)
      const now = seconds()
      const holder = await holderOf(headers, now, needs.store)
      const held = ROLES.filter((role) => holder[role] === 1)
      const acting = actingRole(held.filter((role) => roles.includes(role)))
      if (holder.scope === 'setup' && !duringSetup) throw new ProblemError('setup-unfinished')
      if (acting === null) throw new ProblemError('not-found')
      const signedInAt = holder.end - SESSION_SECONDS
      if (fresh && holder.scope === 'full' && now > signedInAt + FRESH_SECONDS) throw new ProblemError('sign-in-again')
      c.set('person', personOf(holder, held, acting))
      await next()
      if (method !== 'GET' && method !== 'HEAD') await needs.signIn?.keepEnded?.()
    }),
  )

/** For routes that are for everybody who is signed in. */
export const ANY_ROLE: readonly Role[] = ROLES

/** @throws ProblemError 'signed-out' */
async function holderOf(headers: Headers, now: number, store: Store): Promise<SessionHolder> {
  const token = tokenIn(headers)
  if (token === null) throw new ProblemError('signed-out')
  const [holder] = await read(store, sessionHolder(tokenHash(token), now))
  if (!holder) throw new ProblemError('signed-out')
  const until = Math.min(now + IDLE_SECONDS, holder.end)
  if (until >= holder.idle + PROLONG_AFTER) await store.batch([prolong(holder.session, until)])
  return holder
}

const personOf = (holder: SessionHolder, roles: readonly Role[], acting: Role): SignedInPerson => ({
  account: holder.account,
  username: holder.username,
  organisation: holder.organisation,
  roles,
  acting,
  state: holder.state,
  waiting: holder.agreed === 0,
  session: holder.session,
  scope: holder.scope,
})
