/** The end of an account: by one administrator, or by two where an organisation would have nobody left, or where the person asked that it leaves. */
import { Hono } from 'hono'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { json, operation } from '../http/operation.ts'
import { signedIn } from '../http/signed-in.ts'
import { read } from '../store/port.ts'
import { askEnding, secondNeeded } from '../store/queries/account-ending.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { endAccount, everybody } from '../store/queries/people.ts'
import { DONE, Done, idOfPath } from './answers.ts'
import { carryOut } from './carry-out.ts'
import { daysAfter, ENDING_DAYS, SETTLED_DAYS } from './days.ts'

export const endings = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const afresh = signedIn(['administrator'], needs, { fresh: true })
  const ending = (by: string, account: string) => {
    const day = clock.day()
    return { by, account, day, settled: daysAfter(day, -SETTLED_DAYS) }
  }
  return new Hono()
    .post(
      '/people/:id/ending',
      operation({
        id: 'askEnding',
        tag: 'people',
        audited: { entry: 'ask-end-account' },
        summary: 'Ask that an account ends which one administrator does not end alone',
        description:
          'That of the last partner of an organisation, and of one who asked that it leaves. A second administrator ends it within two weeks; where the organisation has cases or keys, both came seven days ago or earlier.',
        answers: { 201: json('It was asked.', Done) },
        problems: ['not-now'],
      }),
      afresh,
      idOfPath,
      async (c) => {
        const { person } = c.var
        const { id } = c.req.valid('param')
        const asked = ending(person.account, id)
        const act = askEnding({ ...asked, until: daysAfter(asked.day, ENDING_DAYS) })
        const entry = entered({ action: 'ask-end-account', ...byPerson(person), subject: id, day: asked.day })
        if (await carryOut(store, act, entry)) return c.json(DONE, 201)
        const target = await held(id)
        if (!target) throw new ProblemError('not-found')
        throw refused(target.ending === 1 ? 'already_asked' : (await isNeeded(id)) ? 'newcomer' : 'ends_without_second')
      },
    )
    .delete(
      '/people/:id',
      operation({
        id: 'endAccount',
        tag: 'people',
        audited: { entry: 'end-account' },
        summary: 'End an account for good, or take an invitation back',
        answers: { 200: json('Nobody can sign in with it any more.', Done) },
        problems: ['not-now'],
      }),
      afresh,
      idOfPath,
      async (c) => {
        const { person } = c.var
        const { id } = c.req.valid('param')
        const entry = entered({ action: 'end-account', ...byPerson(person), subject: id, day: clock.day() })
        if (await carryOut(store, endAccount(ending(person.account, id)), entry)) return c.json(DONE, 200)
        if (!(await held(id))) throw new ProblemError('not-found')
        throw refused((await isNeeded(id)) ? 'needs_second_administrator' : 'last_administrator')
      },
    )

  async function held(id: string) {
    return (await read(store, everybody())).find((one) => one.id === id && one.state !== 'ended')
  }
  async function isNeeded(id: string): Promise<boolean> {
    return (await read(store, secondNeeded(id))).length > 0
  }
}

const refused = (rule: string) => new ProblemError('not-now', [{ pointer: '', rule }])
