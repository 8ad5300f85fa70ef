/** Signing in and out. Nobody learns from an answer, or from the time that it takes, whether there is such an account. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { fromOwnPages, openSignIn } from '../http/own-origin.ts'
import { NO_SESSION_COOKIE } from '../http/session-cookie.ts'
import { ANY_ROLE, signedIn } from '../http/signed-in.ts'
import { typedCodeHash } from '../sealing/one-time-code.ts'
import { HASH_BYTES } from '../sealing/password-hash.ts'
import { read } from '../store/port.ts'
import { accountsInUse } from '../store/queries/access-codes.ts'
import { byPerson, entered, enteredOnceADay } from '../store/queries/audit.ts'
import { forgetTries, stepUnused, useStep } from '../store/queries/deadlines.ts'
import { beginSession, endSession, sessionBegun } from '../store/queries/sessions.ts'
import { all, hashAgain, only, passwordIs, recoveryCodeHeld, spendRecoveryCode } from '../store/queries/sign-in.ts'
import { DONE, Done, SignedIn, TypedCode, TypedPassword, TypedUsername } from './answers.ts'
import { beginning } from './begin.ts'
import { carryOut } from './carry-out.ts'
import { judgedPassword } from './judged-password.ts'
import { keptOutdated, keptPassword, stepOfCode } from './password-check.ts'
import { signedInAs, signingIn } from './signed-in-as.ts'

const ByPassword = z
  .strictObject({
    username: TypedUsername,
    password: TypedPassword,
    code: z.string().max(20).describe('Six digits of the authenticator app.'),
  })
  .meta({ id: 'SignInByPassword' })

const ByRecoveryCode = z
  .strictObject({
    username: TypedUsername,
    password: TypedPassword.describe('Empty for an account that has none, because it uses passkeys.'),
    code: TypedCode,
  })
  .meta({ id: 'SignInByRecoveryCode' })

const SignInState = z
  .object({
    set_up: z.boolean().describe('False until the first administrator has set up an account.'),
    time: z.int().describe('Seconds since 1970: the clock to which codes of apps belong.'),
  })
  .meta({ id: 'SignInState' })

export const signIn = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const own = fromOwnPages(needs)
  return new Hono()
    .get(
      '/sign-in',
      operation({
        id: 'signInState',
        tag: 'sign-in',
        summary: 'Whether anybody can sign in, and the time of the server',
        answers: { 200: json('The same for everybody.', SignInState) },
        problems: ['accounts-shut'],
      }),
      async (c) => {
        const { seconds } = openSignIn(needs)
        const [inUse] = await read(store, accountsInUse())
        return c.json({ set_up: (inUse?.accounts ?? 0) > 0, time: seconds() }, 200)
      },
    )
    .post(
      '/sign-in/password',
      operation({
        id: 'signInByPassword',
        tag: 'sign-in',
        audited: { entry: 'sign-in' },
        summary: 'Sign in with a password and the code of an authenticator app',
        answers: { 200: json('Signed in; the session is in a cookie.', SignedIn) },
        problems: ['sign-in-refused', 'too-many-requests'],
      }),
      own,
      jsonFields(ByPassword),
      async (c) => {
        const open = openSignIn(needs)
        const { password, code } = c.var.given
        const { facts, right, tries, seconds } = await judgedPassword(c.var.given, needs)
        const { account, hash } = facts
        const typed = await stepOfCode(code, facts, open)
        const [step, admitted] = [typed ?? 0, right && typed !== null]
        const { session, send } = beginning({ account, scope: 'full', way: 'password', day: clock.day(), seconds })
        const [decides, ...ends] = beginSession(session, all(only(admitted), stepUnused(account, step), passwordIs(account, hash)))
        const begun = sessionBegun(session.id)
        const renewed = admitted && hash && keptOutdated(facts) ? [hashAgain(await keptPassword(account, password, open), hash, begun)] : []
        const after = [...ends, useStep(account, step, seconds, begun), forgetTries(tries, begun), ...renewed]
        const entry = enteredOnceADay({ action: 'sign-in', ...byPerson(signingIn(facts)), subject: null, day: session.day })
        if (!(await carryOut(store, { decides, after }, entry))) throw new ProblemError('sign-in-refused')
        send(c)
        return c.json(await signedInAs(session.hash, seconds, store), 200)
      },
    )
    .post(
      '/sign-in/recovery',
      operation({
        id: 'signInByRecoveryCode',
        tag: 'sign-in',
        audited: { entry: 'recover-access' },
        summary: 'Sign in with a recovery code, to set up the account again',
        description: 'The code stands in for the passkey or the authenticator app; a password is asked for as before. The code is spent.',
        answers: { 200: json('Signed in, to set up the account and for nothing else.', SignedIn) },
        problems: ['sign-in-refused', 'too-many-requests'],
      }),
      own,
      jsonFields(ByRecoveryCode),
      async (c) => {
        const { facts, right, hasNone, tries, seconds } = await judgedPassword(c.var.given, needs)
        const { account, hash } = facts
        const code = typedCodeHash(c.var.given.code) ?? new Uint8Array(HASH_BYTES)
        const { session, send } = beginning({ account, scope: 'setup', way: 'recovery', day: clock.day(), seconds })
        const holds = all(only(right || hasNone), recoveryCodeHeld(account, code), passwordIs(account, hash))
        const [decides, ...ends] = beginSession(session, holds)
        const begun = sessionBegun(session.id)
        const after = [...ends, spendRecoveryCode(code, begun), forgetTries(tries, begun)]
        const entry = entered({ action: 'recover-access', ...byPerson(signingIn(facts)), subject: null, day: session.day })
        if (!(await carryOut(store, { decides, after }, entry))) throw new ProblemError('sign-in-refused')
        send(c)
        return c.json(await signedInAs(session.hash, seconds, store), 200)
      },
    )
    .post(
      '/sign-out',
      operation({
        id: 'signOut',
        tag: 'sign-in',
        audited: { none: 'it gives nobody anything, and an entry would only tell when a person was there' },
        summary: 'End this session',
        answers: { 200: json('It has ended.', Done) },
      }),
      signedIn(ANY_ROLE, needs, { duringSetup: true }),
      async (c) => {
        await carryOut(store, { decides: endSession(c.var.person.account, c.var.person.session) }, null)
        c.header('Set-Cookie', NO_SESSION_COOKIE)
        return c.json(DONE, 200)
      },
    )
}
