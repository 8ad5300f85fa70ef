/**
 * A reset of access for somebody who lost it. A colleague who shares a role asks and an administrator agrees; where there is none, one administrator
 * asks and another one agrees. While somebody can still sign in, the old access has seven days to object. It gives no role, no case and no key share.
 */
import { Hono } from 'hono'
import type { OtherAction } from '../../survey-schema/audit-log/entry.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { json, operation } from '../http/operation.ts'
import { openSignIn } from '../http/own-origin.ts'
import { type SignedInPerson, signedIn } from '../http/signed-in.ts'
import { codeHash, newCode } from '../sealing/one-time-code.ts'
import { read } from '../store/port.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { everybody, type PersonRow } from '../store/queries/people.ts'
import { approveReset, dropReset, issueResetCode, requestReset } from '../store/queries/resets.ts'
import { Code, DONE, Done, idOfPath } from './answers.ts'
import { carryOut } from './carry-out.ts'
import { daysAfter, OBJECTION_DAYS, RESET_CODE_DAYS, SETTLED_DAYS } from './days.ts'
import { triesName } from './tries.ts'

export const resets = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const afresh = signedIn(['administrator'], needs, { fresh: true })
  const did = (action: OtherAction, person: SignedInPerson, subject: string) =>
    entered({ action, ...byPerson(person), subject, day: clock.day() })
  return new Hono()
    .post(
      '/people/:id/reset',
      operation({
        id: 'requestReset',
        tag: 'people',
        audited: { entry: 'ask-reset' },
        summary: 'Ask for a reset of the access of a colleague, or, as an administrator, of somebody who has none',
        answers: { 201: json('An administrator has to agree who is somebody else.', Done) },
        problems: ['not-now'],
      }),
      signedIn(['partner', 'analyst', 'editor', 'custodian', 'administrator'], needs),
      idOfPath,
      async (c) => {
        const { person } = c.var
        const { id } = c.req.valid('param')
        const act = requestReset({ by: person.account, account: id, settled: daysAfter(clock.day(), -SETTLED_DAYS) })
        if (await carryOut(store, act, did('ask-reset', person, id))) return c.json(DONE, 201)
        const asked = await seen(id, person)
        throw asked ? refused(asked.reset === 1 ? 'already_asked' : 'not_yours_to_ask') : new ProblemError('not-found')
      },
    )
    .post(
      '/people/:id/reset/approval',
      operation({
        id: 'approveReset',
        tag: 'people',
        audited: { entry: 'approve-reset' },
        summary: 'Agree to a reset that somebody else asked for',
        answers: { 200: json('It can be carried out from the day on that the list of people says.', Done) },
        problems: ['not-now'],
      }),
      afresh,
      idOfPath,
      async (c) => {
        const { person } = c.var
        const { id } = c.req.valid('param')
        const today = clock.day()
        const act = approveReset({ by: person.account, account: id, today, afterObjections: daysAfter(today, OBJECTION_DAYS) })
        if (await carryOut(store, act, did('approve-reset', person, id))) return c.json(DONE, 200)
        throw (await seen(id, person))?.reset === 1 ? refused('needs_somebody_else') : new ProblemError('not-found')
      },
    )
    .post(
      '/people/:id/reset/code',
      operation({
        id: 'resetCode',
        tag: 'people',
        audited: { entry: 'issue-reset-code' },
        summary: 'The code of a reset that was agreed to, to be handed over by hand',
        description: 'The sessions of the account end. The old access can still object until the code is typed.',
        answers: { 201: json('The code, shown once.', Code) },
        problems: ['not-now'],
      }),
      afresh,
      idOfPath,
      async (c) => {
        const { person } = c.var
        const { id } = c.req.valid('param')
        const today = clock.day()
        const target = await seen(id, person)
        if (target?.reset !== 1) throw new ProblemError('not-found')
        const [code, expires] = [newCode(), daysAfter(today, RESET_CODE_DAYS)]
        const tries = triesName(openSignIn(needs).accountKey, target.username)
        const act = issueResetCode({ by: person.account, account: id, today, code: codeHash(code), expires, tries })
        if (!(await carryOut(store, act, did('issue-reset-code', person, id))))
          throw refused(target.approved === 1 ? 'not_ready' : 'needs_somebody_else')
        return c.json({ code, expires }, 201)
      },
    )
    .delete(
      '/people/:id/reset',
      operation({
        id: 'dropReset',
        tag: 'people',
        audited: { entry: 'drop-reset' },
        summary: 'Take a reset back',
        answers: { 200: json('It will not happen.', Done) },
      }),
      afresh,
      idOfPath,
      async (c) => {
        const { id } = c.req.valid('param')
        const entry = did('drop-reset', c.var.person, id)
        if (!(await carryOut(store, dropReset(id, c.var.person.account), entry))) throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )

  /** What the person may know of: an administrator everybody, others their colleagues. */
  async function seen(id: string, { roles, organisation }: SignedInPerson): Promise<PersonRow | undefined> {
    const target = (await read(store, everybody())).find((one) => one.id === id && one.state !== 'ended')
    return target && (roles.includes('administrator') || target.organisation === organisation) ? target : undefined
  }
}

const refused = (rule: string) => new ProblemError('not-now', [{ pointer: '', rule }])
