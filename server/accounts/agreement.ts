/** Somebody other than the administrator who invited a new partner agrees to it: until then it decides nothing for its organisation. */
import { Hono } from 'hono'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { json, operation } from '../http/operation.ts'
import { signedIn } from '../http/signed-in.ts'
import { read } from '../store/port.ts'
import { agreeToPartner } from '../store/queries/agreement.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { everybody } from '../store/queries/people.ts'
import { DONE, Done, idOfPath } from './answers.ts'
import { carryOut } from './carry-out.ts'
import { daysAfter, SETTLED_DAYS } from './days.ts'

export const agreement = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  return new Hono().post(
    '/people/:id/agree',
    operation({
      id: 'agreeToPartner',
      tag: 'people',
      audited: { entry: 'agree-to-partner' },
      summary: 'Agree to a new partner of your organisation, who decides nothing for it before',
      description:
        'A partner of the organisation agrees who does not wait. Where it has none, an administrator agrees who did not invite the person, and who came seven days ago where the organisation has cases or keys or once had a partner.',
      answers: { 200: json('The person decides for the organisation from now on.', Done) },
      problems: ['not-now'],
    }),
    signedIn(['partner', 'administrator'], needs, { fresh: true }),
    idOfPath,
    async (c) => {
      const { person } = c.var
      const { id } = c.req.valid('param')
      const day = clock.day()
      const act = agreeToPartner({ by: person.account, account: id, settled: daysAfter(day, -SETTLED_DAYS), day })
      if (await carryOut(store, act, entered({ action: 'agree-to-partner', ...byPerson(person), subject: id, day })))
        return c.json(DONE, 200)
      const waiting = (await read(store, everybody())).find((one) => one.id === id && one.state !== 'ended' && one.agreed === 0)
      const seen = waiting && (person.roles.includes('administrator') || waiting.organisation === person.organisation)
      throw seen ? new ProblemError('not-now', [{ pointer: '', rule: 'needs_somebody_else' }]) : new ProblemError('not-found')
    },
  )
}
