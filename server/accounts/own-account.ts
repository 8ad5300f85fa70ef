/** A person's own account: what it has, password and app, recovery codes, sessions, and an objection to a reset. */

import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { openSignIn } from '../http/own-origin.ts'
import { ANY_ROLE, type SignedInPerson, signedIn } from '../http/signed-in.ts'
import { fromBase64Url, toBase64Url } from '../sealing/base64url.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { codeHash, newCode, typedCodeHash } from '../sealing/one-time-code.ts'
import { box, unbox } from '../sealing/secret-box.ts'
import { base32, TOTP_SECRET_BYTES, TOTP_STEP, totpStep } from '../sealing/totp.ts'
import { read } from '../store/port.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { stepUnused, useStep } from '../store/queries/deadlines.ts'
import { completeAccount, offerRecoveryCodes, ownAccount, passkeysOf, setPassword, waysRenewed } from '../store/queries/own-account.ts'
import { dropReset } from '../store/queries/resets.ts'
import { endSession, endSessions, sessionsOf } from '../store/queries/sessions.ts'
import { passwordIs } from '../store/queries/sign-in.ts'
import { Day, DONE, Done, idOfPath, Roles, TypedCode, TypedPassword } from './answers.ts'
import { carryOut } from './carry-out.ts'
import { keptPassword } from './password-check.ts'
import { passwordRefusal } from './password-rules.ts'

const OwnAccount = z
  .object({
    username: z.string(),
    roles: Roles,
    organisation: z.string().nullable(),
    since: Day.nullable(),
    setup: z.boolean().describe('True while this session reaches the setting up of the account alone.'),
    password: z.boolean(),
    way_in: z
      .boolean()
      .describe('False while the account needs one to be complete; after a recovery code, one that was added in this session.'),
    recovery_codes: z.int().describe('How many are left.'),
    passkeys: z.array(
      z.object({ id: z.string(), synced: z.boolean(), prf: z.boolean(), month: z.string(), transports: z.array(z.string()) }),
    ),
    one_administrator: z
      .boolean()
      .describe('True where there is only one administrator: if that one is lost, nobody can be let in any more.'),
    reset: z.object({ ready: Day.nullable() }).nullable().describe('Somebody asked for a reset of this access: object if you did not.'),
  })
  .meta({ id: 'OwnAccount' })

const OfferedApp = z
  .object({
    secret: z.string().describe('In base 32, for the authenticator app.'),
    address: z.string().describe('The same as `otpauth:` address.'),
    offer: z.string().describe('To be sent back with the first code of the app. Encrypted; nothing is kept here.'),
  })
  .meta({ id: 'OfferedApp' })

const NewPassword = z
  .strictObject({ password: TypedPassword, offer: z.string().max(200), code: z.string().max(20).describe('First code of the app.') })
  .meta({ id: 'NewPassword' })

const RecoveryCodes = z.object({ codes: z.array(z.string()).describe('Shown once.') }).meta({ id: 'RecoveryCodes' })
const TypedBack = z
  .strictObject({ codes: z.array(TypedCode).length(2).describe('Two of the new codes, typed from where they were written down.') })
  .meta({ id: 'TypedBack' })

const Sessions = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        this: z.boolean(),
        way: z.enum(['passkey', 'password', 'recovery', 'code']),
        day: Day,
      }),
    ),
  })
  .meta({ id: 'Sessions' })

/** Under which an app lists its codes: a phone that is searched shows no name of the network. */
const ISSUER = 'Data%20book'

const RECOVERY_CODES = 8
const BOX_NONCE = 12

/** Why the end of a session enters nothing in the audit log. */
const SESSIONS_ENDED = 'it gives nobody anything, and an entry would only tell when a person was there'

/** Bound to the account, so that an offer to one is of no use to another. */
const offerOwner = (account: string) => `offer:${account}`

export const ownAccountRoutes = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const anybody = signedIn(ANY_ROLE, needs, { duringSetup: true })
  const afresh = signedIn(ANY_ROLE, needs, { duringSetup: true, fresh: true })
  return new Hono()
    .get(
      '/account',
      operation({ id: 'ownAccount', tag: 'account', summary: 'Your account', answers: { 200: json('Without any secret.', OwnAccount) } }),
      anybody,
      async (c) => {
        const { account, roles, scope, session } = c.var.person
        const [[own], passkeys] = [await read(store, ownAccount(account)), await read(store, passkeysOf(account))]
        const renewed = (await read(store, waysRenewed(session))).length > 0
        if (!own) throw new ProblemError('not-found')
        return c.json(
          {
            username: own.username,
            roles: [...roles],
            organisation: own.organisation,
            since: own.since,
            setup: scope === 'setup',
            password: own.password === 1,
            way_in: renewed && (own.password === 1 || passkeys.length > 0),
            recovery_codes: own.recovery_codes,
            passkeys: passkeys.map(({ id, synced, prf, month, transports }) => ({
              id,
              synced: synced === 1,
              prf: prf === 1,
              month,
              transports: transports.split(' ').filter(Boolean),
            })),
            one_administrator: own.administrators === 1 && own.since !== null,
            reset: own.reset === 1 ? { ready: own.ready } : null,
          },
          200,
        )
      },
    )
    .post(
      '/account/app',
      operation({
        id: 'offerApp',
        tag: 'account',
        audited: { none: 'nothing is kept until a code of the app comes back' },
        summary: 'A secret for an authenticator app',
        answers: { 200: json('Shown once; it is kept when a code of the app comes back with a password.', OfferedApp) },
      }),
      afresh,
      async (c) => {
        const { accountKey } = openSignIn(needs)
        const { account, username } = c.var.person
        const secret = randomBytes(TOTP_SECRET_BYTES)
        const { nonce, sealed } = await box(accountKey, offerOwner(account), secret)
        const text = base32(secret)
        const address = `otpauth://totp/${ISSUER}:${username}?secret=${text}&issuer=${ISSUER}&algorithm=SHA1&digits=6&period=${TOTP_STEP}`
        return c.json({ secret: text, address, offer: toBase64Url(new Uint8Array([...nonce, ...sealed])) }, 200)
      },
    )
    .put(
      '/account/password',
      operation({
        id: 'setPassword',
        tag: 'account',
        audited: { entry: 'change-sign-in' },
        summary: 'Set a password together with an authenticator app',
        description:
          'At least 15 characters, and not made of common words, runs of keys or your own names. Other sessions of the account end.',
        answers: { 200: json('Both are set.', Done) },
      }),
      afresh,
      jsonFields(NewPassword),
      async (c) => {
        const open = openSignIn(needs)
        const { account, username, session } = c.var.person
        const { password, offer, code } = c.var.given
        const [own] = await read(store, ownAccount(account))
        const refusal = passwordRefusal(password, [username, ...(own?.organisation ? [own.organisation] : [])])
        if (refusal) throw new ProblemError('invalid-entry', [refusal])
        const offered = fromBase64Url(offer)
        const secret =
          offered &&
          (await unbox(open.accountKey, offerOwner(account), { nonce: offered.slice(0, BOX_NONCE), sealed: offered.slice(BOX_NONCE) }))
        if (!secret) throw new ProblemError('invalid-entry', [{ pointer: '/offer', rule: 'not_offered' }])
        const seconds = open.seconds()
        const step = totpStep(secret, code.normalize('NFKC').replaceAll(/\s/g, ''), seconds)
        if (step === null) throw new ProblemError('invalid-entry', [{ pointer: '/code', rule: 'wrong_code' }])
        const kept = await keptPassword(account, password, open)
        const { decides, after = [] } = setPassword(kept, await box(open.accountKey, account, secret), stepUnused(account, step), session)
        const act = {
          decides,
          after: [
            ...after,
            useStep(account, step, seconds, passwordIs(account, kept.hash)),
            endSessions(account, session, passwordIs(account, kept.hash)),
          ],
        }
        const entry = entered({ action: 'change-sign-in', ...byPerson(c.var.person), subject: null, day: clock.day() })
        if (!(await carryOut(store, act, entry))) throw new ProblemError('invalid-entry', [{ pointer: '/code', rule: 'used_code' }])
        return c.json(DONE, 200)
      },
    )
    .post(
      '/account/recovery-codes',
      operation({
        id: 'offerRecoveryCodes',
        tag: 'account',
        audited: { none: 'the codes are good for nothing until two of them were typed back, which is entered' },
        summary: 'A new list of recovery codes',
        description: 'It takes the place of the list before once two of its codes were typed back.',
        answers: { 201: json('Shown once.', RecoveryCodes) },
      }),
      afresh,
      async (c) => {
        const codes = Array.from({ length: RECOVERY_CODES }, newCode)
        await carryOut(store, offerRecoveryCodes(c.var.person.account, codes.map(codeHash)), null)
        return c.json({ codes }, 201)
      },
    )
    .post(
      '/account/complete',
      operation({
        id: 'completeAccount',
        tag: 'account',
        audited: { entry: 'complete-account' },
        summary: 'Type two of the new recovery codes back; with a passkey or a password the account is complete',
        description:
          'After a recovery code a passkey or a password with an app has to be added first, in the same session; then all other sessions of the account end, and the passkeys that it had before.',
        answers: { 200: json('The account can be used.', Done) },
        problems: ['not-now'],
      }),
      anybody,
      jsonFields(TypedBack),
      async (c) => {
        const { account, session } = c.var.person
        const [one, other] = c.var.given.codes.map(typedCodeHash)
        if (!one || !other) throw new ProblemError('invalid-entry', [{ pointer: `/codes/${one ? 1 : 0}`, rule: 'check_characters' }])
        const day = clock.day()
        const entry = entered({ action: 'complete-account', ...byPerson(c.var.person), subject: null, day })
        const done = await carryOut(store, completeAccount({ account, session, hashes: [one, other], day }), entry)
        if (!done) throw new ProblemError('not-now', [{ pointer: '/codes', rule: await whyIncomplete(c.var.person) }])
        return c.json(DONE, 200)
      },
    )
    .get(
      '/account/sessions',
      operation({
        id: 'ownSessions',
        tag: 'account',
        summary: 'Where you are signed in',
        answers: { 200: json('Without devices or addresses: none are known.', Sessions) },
      }),
      anybody,
      async (c) => {
        const { account, session } = c.var.person
        const sessions = await read(store, sessionsOf(account))
        return c.json({ sessions: sessions.map(({ id, way, day }) => ({ id, this: id === session, way, day })) }, 200)
      },
    )
    .delete(
      '/account/sessions',
      operation({
        id: 'endOtherSessions',
        tag: 'account',
        audited: { none: SESSIONS_ENDED },
        summary: 'End all your sessions but this one',
        answers: { 200: json('They have ended.', Done) },
      }),
      anybody,
      async (c) => {
        await carryOut(store, { decides: endSessions(c.var.person.account, c.var.person.session) }, null)
        return c.json(DONE, 200)
      },
    )
    .delete(
      '/account/sessions/:id',
      operation({
        id: 'endSession',
        tag: 'account',
        audited: { none: SESSIONS_ENDED },
        summary: 'End one of your sessions',
        answers: { 200: json('It has ended.', Done) },
      }),
      anybody,
      idOfPath,
      async (c) => {
        if (!(await carryOut(store, { decides: endSession(c.var.person.account, c.req.valid('param').id) }, null)))
          throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
    .delete(
      '/account/reset',
      operation({
        id: 'objectToReset',
        tag: 'account',
        audited: { entry: 'object-to-reset' },
        summary: 'Object to a reset of your access that somebody asked for',
        answers: { 200: json('It will not happen, and a code that was made for it is no longer good.', Done) },
      }),
      signedIn(ANY_ROLE, needs),
      async (c) => {
        const { account } = c.var.person
        const entry = entered({ action: 'object-to-reset', ...byPerson(c.var.person), subject: null, day: clock.day() })
        if (!(await carryOut(store, dropReset(account, account), entry))) throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )

  async function whyIncomplete({
    account,
    session,
  }: Pick<SignedInPerson, 'account' | 'session'>): Promise<'no_way_in' | 'no_new_way_in' | 'codes_differ'> {
    const [[own], passkeys] = [await read(store, ownAccount(account)), await read(store, passkeysOf(account))]
    if (own?.password !== 1 && passkeys.length === 0) return 'no_way_in'
    const [renewed] = await read(store, waysRenewed(session))
    return renewed ? 'codes_differ' : 'no_new_way_in'
  }
}
