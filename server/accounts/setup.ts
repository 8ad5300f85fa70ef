/** The first administrator, and everybody who types a code that was handed over: from here on an account is being set up. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { fromOwnPages, openSignIn } from '../http/own-origin.ts'
import { typedCodeHash } from '../sealing/one-time-code.ts'
import { read } from '../store/port.ts'
import { accountOfCode, setUpFirst, useCode } from '../store/queries/access-codes.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { SignedIn, TypedCode, Username } from './answers.ts'
import { beginning, newId } from './begin.ts'
import { carryOut } from './carry-out.ts'
import { signedInAs, signingIn } from './signed-in-as.ts'

const FirstAdministrator = z.strictObject({ code: TypedCode, username: Username }).meta({ id: 'FirstAdministrator' })
const GivenCode = z.strictObject({ code: TypedCode }).meta({ id: 'GivenCode' })

/** @throws ProblemError 'invalid-entry': a slip, which anybody can find without us */
function hashOf(code: string): Uint8Array {
  const hash = typedCodeHash(code)
  if (hash === null) throw new ProblemError('invalid-entry', [{ pointer: '/code', rule: 'check_characters' }])
  return hash
}

export const setup = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const own = fromOwnPages(needs)
  return new Hono()
    .post(
      '/setup',
      operation({
        id: 'setUpFirst',
        tag: 'sign-in',
        audited: { entry: 'start-setup' },
        summary: 'Start the account of the first administrator, with the code that the server showed at its start',
        answers: { 201: json('Signed in, to set up the account and for nothing else.', SignedIn) },
        problems: ['not-found'],
      }),
      own,
      jsonFields(FirstAdministrator),
      async (c) => {
        const { seconds } = openSignIn(needs)
        const { code, username } = c.var.given
        const { session, send } = beginning({ account: newId(), scope: 'setup', way: 'code', day: clock.day(), seconds: seconds() })
        const act = setUpFirst({ code: hashOf(code), username, session })
        const actor = { role: 'administrator' as const, actor: session.account }
        const entry = entered({ action: 'start-setup', ...actor, subject: null, day: session.day })
        if (!(await carryOut(store, act, entry))) throw new ProblemError('not-found')
        send(c)
        return c.json(await signedInAs(session.hash, session.seconds, store), 201)
      },
    )
    .post(
      '/invitation',
      operation({
        id: 'useCode',
        tag: 'sign-in',
        audited: { entry: 'start-setup' },
        summary: 'Set up an account with the code of an invitation or of a reset',
        description: 'Unknown, used and overdue codes answer alike. Whatever let somebody into this account before does so no more.',
        answers: { 201: json('Signed in, to set up the account and for nothing else.', SignedIn) },
        problems: ['not-found'],
      }),
      own,
      jsonFields(GivenCode),
      async (c) => {
        const { seconds } = openSignIn(needs)
        const hash = hashOf(c.var.given.code)
        const [found] = await read(store, accountOfCode(hash, clock.day()))
        if (!found) throw new ProblemError('not-found')
        const { session, send } = beginning({
          account: found.account,
          scope: 'setup',
          way: 'code',
          day: clock.day(),
          seconds: seconds(),
        })
        const entry = entered({ action: 'start-setup', ...byPerson(signingIn(found)), subject: null, day: session.day })
        if (!(await carryOut(store, useCode(hash, session), entry))) throw new ProblemError('not-found')
        send(c)
        return c.json(await signedInAs(session.hash, session.seconds, store), 201)
      },
    )
}
