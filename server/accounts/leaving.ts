/** An organisation leaves the network: one partner asks, and seven days later, or once a second partner agrees, it has left. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { OtherAction } from '../../survey-schema/audit-log/entry.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { NO_SESSION_COOKIE } from '../http/session-cookie.ts'
import { type SignedInPerson, signedIn } from '../http/signed-in.ts'
import { read } from '../store/port.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { askToLeave, leave, leavingOf, objectToLeaving } from '../store/queries/leaving.ts'
import { Day, DONE, Done } from './answers.ts'
import { carryOut } from './carry-out.ts'
import { daysAfter, OBJECTION_DAYS, SETTLED_DAYS } from './days.ts'
import { decidesFor, organisationOf } from './deciding.ts'

const NewLeaving = z
  .strictObject({
    leaving: z.literal(true),
    withdraw_open_cases: z
      .boolean()
      .describe('Withdraw the cases of the edition that is open, too. Cases of closed editions are withdrawn one by one.'),
  })
  .meta({ id: 'NewLeaving' })

const AskedLeaving = z
  .object({
    asked: z
      .object({ ready: Day.describe('Day on which it leaves.'), withdraw_open_cases: z.boolean(), own: z.boolean().describe('You asked.') })
      .nullable(),
  })
  .meta({ id: 'AskedLeaving' })

export const leaving = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const partner = signedIn(['partner'], needs)
  const afresh = signedIn(['partner'], needs, { fresh: true })
  const did = (action: OtherAction, person: SignedInPerson, organisation: number) =>
    entered({ action, ...byPerson(person), subject: String(organisation), day: clock.day() })
  return new Hono()
    .get(
      '/organisation/leaving',
      operation({
        id: 'askedLeaving',
        tag: 'people',
        summary: 'Whether a partner of your organisation asked to leave',
        answers: { 200: json('Null where nobody asked.', AskedLeaving) },
      }),
      partner,
      async (c) => {
        const [row] = await read(store, leavingOf(organisationOf(c.var.person)))
        const own = row?.asked_by === c.var.person.account
        return c.json({ asked: row ? { ready: row.ready, withdraw_open_cases: row.withdraw === 1, own } : null }, 200)
      },
    )
    .post(
      '/organisation/leaving',
      operation({
        id: 'askToLeave',
        tag: 'people',
        audited: { entry: 'ask-to-leave' },
        summary: 'Ask that your organisation leaves the network',
        description:
          'It leaves after seven days in which its partners may object, or at once when a second partner agrees. Nothing ends and no case is withdrawn before.',
        answers: { 200: json('It was asked.', Done) },
        problems: ['not-now'],
      }),
      afresh,
      jsonFields(NewLeaving),
      async (c) => {
        const { person, given } = c.var
        const organisation = decidesFor(person)
        const withdraw = Number(given.withdraw_open_cases)
        const act = askToLeave({ organisation, asked_by: person.account, withdraw, ready: daysAfter(clock.day(), OBJECTION_DAYS) })
        if (!(await carryOut(store, act, did('ask-to-leave', person, organisation))))
          throw new ProblemError('not-now', [{ pointer: '', rule: 'already_asked' }])
        return c.json(DONE, 200)
      },
    )
    .delete(
      '/organisation/leaving',
      operation({
        id: 'objectToLeaving',
        tag: 'people',
        audited: { entry: 'object-to-leaving' },
        summary: 'Object to leaving, or take it back',
        answers: { 200: json('The organisation stays.', Done) },
        problems: ['not-now'],
      }),
      partner,
      async (c) => {
        const { person } = c.var
        const organisation = decidesFor(person)
        if (!(await carryOut(store, objectToLeaving(person.account, organisation), did('object-to-leaving', person, organisation))))
          throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
    .post(
      '/organisation/leaving/agreement',
      operation({
        id: 'leave',
        tag: 'people',
        audited: { entry: 'leave-network' },
        summary: 'Agree to leaving, which another partner asked for; you became a partner seven days ago or earlier',
        description:
          'Its access keys and the accounts of its people end at once. It stays a contributor of what it reported, so that no later figure tells more about its cases.',
        answers: { 200: json('It has left.', Done) },
        problems: ['not-now'],
      }),
      afresh,
      async (c) => {
        const { person } = c.var
        const [organisation, day] = [decidesFor(person), clock.day()]
        const act = leave({ organisation, day, second: { account: person.account, settled: daysAfter(day, -SETTLED_DAYS) } })
        if (!(await carryOut(store, act, did('leave-network', person, organisation))))
          throw new ProblemError('not-now', [{ pointer: '', rule: 'needs_somebody_else' }])
        c.header('Set-Cookie', NO_SESSION_COOKIE)
        return c.json(DONE, 200)
      },
    )
}
