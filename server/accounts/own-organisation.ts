/** What partners decide for their own organisation: its access keys. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { keyHash, newOrganisationKey } from '../http/credential.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { signedIn } from '../http/signed-in.ts'
import { refusingBare, validated } from '../http/validated.ts'
import { toHex } from '../sealing/bytes.ts'
import { read } from '../store/port.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import { addKey, endKey, keysOf } from '../store/queries/organisation-access.ts'
import { AccessKeys, KeyId, listedKey } from './access-key-shapes.ts'
import { DONE, Done } from './answers.ts'
import { carryOut } from './carry-out.ts'
import { decidesFor, organisationOf } from './deciding.ts'
import { monthAfter } from './register.ts'

/** Months; a key that nobody renews should not outlive who made it. */
const LONGEST = 24

const NewAccessKey = z
  .strictObject({ months: z.int().min(1).max(LONGEST).describe('For how long it is good.') })
  .meta({ id: 'NewAccessKey' })
const MadeKey = z
  .object({ id: z.string(), key: z.string().describe('Shown once; only a hash is kept.'), expires: z.string() })
  .meta({ id: 'MadeKey' })

const keyOfPath = validated('param', z.object({ key: KeyId }), refusingBare('not-found'))

export const ownOrganisation = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const partner = signedIn(['partner'], needs)
  const afresh = signedIn(['partner'], needs, { fresh: true })
  return new Hono()
    .get(
      '/organisation/access-keys',
      operation({
        id: 'ownAccessKeys',
        tag: 'people',
        summary: 'Access keys of your own organisation',
        answers: { 200: json('Never the keys themselves.', AccessKeys) },
      }),
      partner,
      async (c) => c.json({ keys: (await read(store, keysOf(organisationOf(c.var.person)))).map(listedKey) }, 200),
    )
    .post(
      '/organisation/access-keys',
      operation({
        id: 'makeAccessKey',
        tag: 'people',
        audited: { entry: 'make-access-key' },
        summary: 'Make an access key that may send, find, correct and withdraw cases of your organisation',
        answers: { 201: json('The key, shown once.', MadeKey) },
        problems: ['not-now'],
      }),
      afresh,
      jsonFields(NewAccessKey),
      async (c) => {
        const { person, given } = c.var
        const key = newOrganisationKey()
        const hash = keyHash(key)
        const expires = monthAfter(clock.month(), given.months)
        const organisation = decidesFor(person)
        const act = addKey({ by: person.account, organisation, hash, scopes: 'submit', expires })
        const entry = entered({ action: 'make-access-key', ...byPerson(person), subject: String(organisation), day: clock.day() })
        if (!(await carryOut(store, act, entry))) throw new ProblemError('not-now', [{ pointer: '', rule: 'too_many_keys' }])
        return c.json({ id: toHex(hash).slice(0, 16), key, expires }, 201)
      },
    )
    .delete(
      '/organisation/access-keys/:key',
      operation({
        id: 'endAccessKey',
        tag: 'people',
        audited: { entry: 'end-access-key' },
        summary: 'End an access key of your organisation',
        answers: { 200: json('It is good for nothing any more.', Done) },
        problems: ['not-now'],
      }),
      partner,
      keyOfPath,
      async (c) => {
        const organisation = decidesFor(c.var.person)
        const entry = entered({ action: 'end-access-key', ...byPerson(c.var.person), subject: String(organisation), day: clock.day() })
        if (!(await carryOut(store, endKey(organisation, c.req.valid('param').key, 'submit'), entry))) throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
}
