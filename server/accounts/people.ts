/** Administrators decide who is let in, as what, and who no longer is. They see people and keys, never a figure that is not public. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { OtherAction } from '../../survey-schema/audit-log/entry.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { mayBeTogether, type Role } from '../../survey-schema/roles.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { type SignedInPerson, signedIn } from '../http/signed-in.ts'
import { codeHash, newCode } from '../sealing/one-time-code.ts'
import { read } from '../store/port.ts'
import { secondNeeded } from '../store/queries/account-ending.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { changeRoles, colleagues, everybody, invite, inviteAgain, usernameTaken } from '../store/queries/people.ts'
import { Code, DONE, Done, flagsOf, idOfPath, People, Roles, Username } from './answers.ts'
import { newId } from './begin.ts'
import { carryOut } from './carry-out.ts'
import { daysAfter, INVITATION_DAYS } from './days.ts'
import { listedPerson } from './listed-person.ts'

const NewInvitation = z
  .strictObject({
    username: Username,
    roles: Roles,
    organisation: z.int().min(1).nullable().describe('Number of the organisation in the register; partners belong to one.'),
  })
  .meta({ id: 'NewInvitation' })

const GivenRoles = z.strictObject({ roles: Roles }).meta({ id: 'GivenRoles' })

const Invited = Code.extend({ id: z.string() }).meta({ id: 'Invited' })

export const people = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const administrator = signedIn(['administrator'], needs)
  const afresh = signedIn(['administrator'], needs, { fresh: true })
  const handedOver = () => ({ code: newCode(), expires: daysAfter(clock.day(), INVITATION_DAYS) })
  const did = (action: OtherAction, person: SignedInPerson, subject: string) =>
    entered({ action, ...byPerson(person), subject, day: clock.day() })
  return new Hono()
    .get(
      '/people',
      operation({
        id: 'people',
        tag: 'people',
        summary: 'Everybody who has or had an account',
        answers: { 200: json('By username.', People) },
      }),
      administrator,
      async (c) => c.json({ people: (await read(store, everybody())).map(listedPerson) }, 200),
    )
    .get(
      '/organisation/people',
      operation({
        id: 'colleagues',
        tag: 'people',
        summary: 'The people of your own organisation',
        answers: { 200: json('By username.', People) },
      }),
      signedIn(['partner', 'analyst'], needs),
      async (c) => {
        const { organisation } = c.var.person
        if (organisation === null) throw new ProblemError('not-found')
        return c.json({ people: (await read(store, colleagues(organisation))).map(listedPerson) }, 200)
      },
    )
    .post(
      '/people',
      operation({
        id: 'invite',
        tag: 'people',
        audited: { entry: 'invite-person' },
        summary: 'Invite a person',
        description:
          'The code is handed over by hand. Administrators are no custodians, editors or partners. A username is never given twice.',
        answers: { 201: json('The code, shown once.', Invited) },
        problems: ['username-taken'],
      }),
      afresh,
      jsonFields(NewInvitation),
      async (c) => {
        const { username, roles, organisation } = c.var.given
        requireTogether(roles)
        if (roles.includes('partner') && organisation === null)
          throw new ProblemError('invalid-entry', [{ pointer: '/organisation', rule: 'required' }])
        const id = newId()
        const { code, expires } = handedOver()
        const by = c.var.person.account
        const act = invite({ by, account: id, username, organisation, roles: flagsOf(roles), code: codeHash(code), expires })
        if (!(await carryOut(store, act, did('invite-person', c.var.person, id)))) {
          const [taken] = await read(store, usernameTaken(username))
          throw taken
            ? new ProblemError('username-taken')
            : new ProblemError('invalid-entry', [{ pointer: '/organisation', rule: 'unknown_value' }])
        }
        return c.json({ id, code, expires }, 201)
      },
    )
    .post(
      '/people/:id/invitation',
      operation({
        id: 'inviteAgain',
        tag: 'people',
        audited: { entry: 'invite-person' },
        summary: 'A new code for somebody who has not finished setting up; the code before is no longer good',
        answers: { 201: json('The code, shown once.', Code) },
      }),
      afresh,
      idOfPath,
      async (c) => {
        const { code, expires } = handedOver()
        const { id } = c.req.valid('param')
        const act = inviteAgain({ by: c.var.person.account, account: id, code: codeHash(code), expires })
        if (!(await carryOut(store, act, did('invite-person', c.var.person, id)))) throw new ProblemError('not-found')
        return c.json({ code, expires }, 201)
      },
    )
    .put(
      '/people/:id/roles',
      operation({
        id: 'changeRoles',
        tag: 'people',
        audited: { entry: 'change-roles' },
        summary: 'Give a person other roles; the sessions of the person end',
        description:
          'Nobody becomes an administrator or stops being one in this way: administrators are invited as such, and end. The last partner of an organisation stays one.',
        answers: { 200: json('They count from now on.', Done) },
        problems: ['not-now'],
      }),
      afresh,
      idOfPath,
      jsonFields(GivenRoles),
      async (c) => {
        const { roles } = c.var.given
        const { id } = c.req.valid('param')
        requireTogether(roles)
        const act = changeRoles({ by: c.var.person.account, account: id, roles: flagsOf(roles), day: clock.day() })
        if (await carryOut(store, act, did('change-roles', c.var.person, id))) return c.json(DONE, 200)
        throw await notChanged(id)
      },
    )

  async function notChanged(id: string): Promise<ProblemError> {
    const person = (await read(store, everybody())).find((one) => one.id === id)
    if (!person || person.state === 'ended') return new ProblemError('not-found')
    const last = (await read(store, secondNeeded(id))).length > 0
    return new ProblemError('not-now', [{ pointer: '', rule: last ? 'partner_stays' : 'roles_cannot_change_so' }])
  }
}

/** @throws ProblemError 'invalid-entry' */
function requireTogether(roles: readonly Role[]): void {
  if (!mayBeTogether(roles)) throw new ProblemError('invalid-entry', [{ pointer: '/roles', rule: 'never_together' }])
}
