/** Passkeys: signing in with one, adding one, removing one. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { fromOwnPages, openSignIn } from '../http/own-origin.ts'
import { ANY_ROLE, signedIn } from '../http/signed-in.ts'
import { fromBase64Url } from '../sealing/base64url.ts'
import { fromHex } from '../sealing/bytes.ts'
import { CHALLENGE_SECONDS, newChallenge } from '../sealing/challenge.ts'
import { read } from '../store/port.ts'
import { byPerson, entered, enteredOnceADay } from '../store/queries/audit.ts'
import { setDeadline, unused } from '../store/queries/deadlines.ts'
import { addPasskey, passkeyAdded, passkeysOf, removePasskey } from '../store/queries/own-account.ts'
import { beginSession, sessionBegun } from '../store/queries/sessions.ts'
import { all, countPasskey, passkeyByCredential, passkeyIs } from '../store/queries/sign-in.ts'
import { DONE, Done, idOfPath, SignedIn } from './answers.ts'
import { beginning, newId } from './begin.ts'
import { carryOut } from './carry-out.ts'
import { challengeText, checkAssertion, checkRegistration, hostOf } from './passkey-check.ts'
import { Assertion, CreationOptions, Registration, RequestOptions } from './passkey-shapes.ts'
import { signedInAs, signingIn } from './signed-in-as.ts'

/** Ed25519, ECDSA with P-256, RSA: what authenticators make. */
const ALGORITHMS = [-8, -7, -257].map((alg) => ({ type: 'public-key' as const, alg }))
const TIMEOUT = CHALLENGE_SECONDS * 1000

const SIGN_IN = 'sign-in'
/** A challenge is good for the session to which it was given. */
const adding = (session: string) => `add:${session}`

const Added = z.object({ id: z.string(), prf: z.boolean() }).meta({ id: 'PasskeyAdded' })

export const passkeys = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const own = fromOwnPages(needs)
  return new Hono()
    .post(
      '/sign-in/passkey/options',
      operation({
        id: 'passkeyRequestOptions',
        tag: 'sign-in',
        audited: { none: 'nothing is kept' },
        summary: 'What a browser asks a passkey for, the same for everybody',
        answers: { 200: json('Good for five minutes, once.', RequestOptions) },
      }),
      own,
      (c) => {
        const { accountKey, origin, seconds } = openSignIn(needs)
        return c.json(
          {
            challenge: challengeText(newChallenge(accountKey, SIGN_IN, seconds())),
            rpId: hostOf(origin),
            timeout: TIMEOUT,
            userVerification: 'required' as const,
            allowCredentials: [],
          },
          200,
        )
      },
    )
    .post(
      '/sign-in/passkey',
      operation({
        id: 'signInByPasskey',
        tag: 'sign-in',
        audited: { entry: 'sign-in' },
        summary: 'Sign in with a passkey',
        answers: { 200: json('Signed in; the session is in a cookie.', SignedIn) },
        problems: ['sign-in-refused'],
      }),
      own,
      jsonFields(Assertion),
      async (c) => {
        const open = openSignIn(needs)
        const response = c.var.given
        const credential = fromBase64Url(response.id)
        const [held] = credential ? await read(store, passkeyByCredential(credential)) : []
        const checked = held && (await checkAssertion(response, held, { purpose: SIGN_IN, needs: open }))
        if (!held || !credential || !checked) throw new ProblemError('sign-in-refused')
        const seconds = open.seconds()
        const { session, send } = beginning({ account: held.account, scope: 'full', way: 'passkey', day: clock.day(), seconds })
        const [decides, ...ends] = beginSession(session, all(unused('challenge', checked.challenge), passkeyIs(credential, held.counter)))
        const begun = sessionBegun(session.id)
        const used = setDeadline('challenge', checked.challenge, seconds + CHALLENGE_SECONDS, begun)
        const after = [...ends, used, countPasskey(credential, checked.counter, begun)]
        const entry = enteredOnceADay({ action: 'sign-in', ...byPerson(signingIn(held)), subject: null, day: session.day })
        if (!(await carryOut(store, { decides, after }, entry))) throw new ProblemError('sign-in-refused')
        send(c)
        return c.json(await signedInAs(session.hash, seconds, store), 200)
      },
    )
    .post(
      '/account/passkeys/options',
      operation({
        id: 'passkeyCreationOptions',
        tag: 'account',
        audited: { none: 'nothing is kept' },
        summary: 'What a browser asks a device for that makes a passkey',
        answers: { 200: json('Good for five minutes, once, in this session.', CreationOptions) },
      }),
      signedIn(ANY_ROLE, needs, { duringSetup: true, fresh: true }),
      async (c) => {
        const { accountKey, origin, seconds } = openSignIn(needs)
        const { account, username, session } = c.var.person
        const held = await read(store, passkeysOf(account))
        return c.json(
          {
            challenge: challengeText(newChallenge(accountKey, adding(session), seconds())),
            rp: { id: hostOf(origin), name: 'Data book' },
            user: { id: challengeText(fromHex(account, 16)), name: username, displayName: username },
            pubKeyCredParams: ALGORITHMS,
            timeout: TIMEOUT,
            attestation: 'none' as const,
            excludeCredentials: held.map(({ credential, transports }) => ({
              type: 'public-key' as const,
              id: challengeText(credential),
              transports: transports.split(' ').filter(Boolean),
            })),
            authenticatorSelection: { residentKey: 'required' as const, userVerification: 'required' as const },
            extensions: { prf: {} },
          },
          200,
        )
      },
    )
    .post(
      '/account/passkeys',
      operation({
        id: 'addPasskey',
        tag: 'account',
        audited: { entry: 'change-sign-in' },
        summary: 'Add a passkey that a device has made',
        answers: { 201: json('Added. `prf` says whether it can keep a secret for the browser.', Added) },
        problems: ['passkey-refused'],
      }),
      signedIn(ANY_ROLE, needs, { duringSetup: true, fresh: true }),
      jsonFields(Registration),
      async (c) => {
        const open = openSignIn(needs)
        const { account, session } = c.var.person
        const response = c.var.given
        const { credential, publicKey, counter, synced, challenge } = await checkRegistration(response, {
          purpose: adding(session),
          needs: open,
        })
        const prf = response.clientExtensionResults.prf?.enabled === true
        const id = newId()
        const row = {
          id,
          credential,
          account,
          public_key: publicKey,
          counter,
          transports: response.response.transports.join(' '),
          synced: synced ? 1 : 0,
          prf: prf ? 1 : 0,
          month: clock.month(),
        }
        const until = open.seconds() + CHALLENGE_SECONDS
        const { decides, after = [] } = addPasskey(row, session, unused('challenge', challenge))
        const act = { decides, after: [...after, setDeadline('challenge', challenge, until, passkeyAdded(id))] }
        const entry = entered({ action: 'change-sign-in', ...byPerson(c.var.person), subject: null, day: clock.day() })
        if (!(await carryOut(store, act, entry))) throw new ProblemError('passkey-refused')
        return c.json({ id, prf }, 201)
      },
    )
    .delete(
      '/account/passkeys/:id',
      operation({
        id: 'removePasskey',
        tag: 'account',
        audited: { entry: 'change-sign-in' },
        summary: 'Remove a passkey; the last way in stays',
        answers: { 200: json('Removed.', Done) },
        problems: ['not-now'],
      }),
      signedIn(ANY_ROLE, needs, { duringSetup: true, fresh: true }),
      idOfPath,
      async (c) => {
        const { account, session } = c.var.person
        const { id } = c.req.valid('param')
        const entry = entered({ action: 'change-sign-in', ...byPerson(c.var.person), subject: null, day: clock.day() })
        if (await carryOut(store, removePasskey(account, id, session), entry)) return c.json(DONE, 200)
        const held = await read(store, passkeysOf(account))
        throw held.some((one) => one.id === id)
          ? new ProblemError('not-now', [{ pointer: '', rule: 'last_way_in' }])
          : new ProblemError('not-found')
      },
    )
}
