/** Organisations of the register, for administrators: their names and umbrellas, and keys that have to end. */
import { Hono } from 'hono'
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { signedIn } from '../http/signed-in.ts'
import { refusingBare, validated } from '../http/validated.ts'
import { read } from '../store/port.ts'
import { byPerson, entered, enteredOrganisation } from '../store/queries/audit.ts'
import {
  addOrganisation,
  endKey,
  isOrganisation,
  keysOf,
  organisationsListed,
  renameOrganisation,
} from '../store/queries/organisation-access.ts'
import { AccessKeys, KeyId, listedKey } from './access-key-shapes.ts'
import { Day, DONE, Done, OrganisationName } from './answers.ts'
import { carryOut } from './carry-out.ts'

const Organisations = z
  .object({
    organisations: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        holding: z.string().nullable(),
        left: Day.nullable().describe('Day on which it left; it stays in the register.'),
        people: z.int(),
        keys: z.int(),
      }),
    ),
  })
  .meta({ id: 'Organisations' })

const NewOrganisation = z
  .strictObject({
    name: OrganisationName,
    holding: OrganisationName.nullable().describe('Umbrella whose members count as one contributor, or null.'),
  })
  .meta({ id: 'NewOrganisation' })

const NewName = z.strictObject({ name: OrganisationName }).meta({ id: 'NewOrganisationName' })

const Number9 = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .describe('Number in the register.')
const organisationOfPath = validated('param', z.object({ organisation: Number9 }), refusingBare('not-found'))
const keyOfPath = validated('param', z.object({ organisation: Number9, key: KeyId }), refusingBare('not-found'))

export const organisations = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const administrator = signedIn(['administrator'], needs)
  const afresh = signedIn(['administrator'], needs, { fresh: true })
  return new Hono()
    .get(
      '/organisations',
      operation({
        id: 'organisations',
        tag: 'people',
        summary: 'The register of organisations',
        answers: { 200: json('By name.', Organisations) },
      }),
      administrator,
      async (c) => c.json({ organisations: [...(await read(store, organisationsListed()))] }, 200),
    )
    .post(
      '/organisations',
      operation({
        id: 'addOrganisation',
        tag: 'people',
        audited: { entry: 'register-organisation' },
        summary: 'Add an organisation to the register',
        answers: { 201: json('It has no keys and no people yet.', Done) },
        problems: ['name-taken'],
      }),
      afresh,
      jsonFields(NewOrganisation),
      async (c) => {
        const { name, holding } = c.var.given
        const entry = enteredOrganisation(name, { ...byPerson(c.var.person), day: clock.day() })
        if (!(await carryOut(store, addOrganisation(c.var.person.account, name, holding), entry))) throw new ProblemError('name-taken')
        return c.json(DONE, 201)
      },
    )
    .put(
      '/organisations/:organisation/name',
      operation({
        id: 'renameOrganisation',
        tag: 'people',
        audited: { entry: 'rename-organisation' },
        summary: 'Give an organisation another name',
        description:
          'Its number, umbrella, people, keys and cases stay. The next register that two people sign shows the name of before beside it.',
        answers: { 200: json('It is called so from now on.', Done) },
        problems: ['name-taken'],
      }),
      afresh,
      organisationOfPath,
      jsonFields(NewName),
      async (c) => {
        const organisation = Number(c.req.valid('param').organisation)
        const entry = entered({ action: 'rename-organisation', ...byPerson(c.var.person), subject: String(organisation), day: clock.day() })
        if (await carryOut(store, renameOrganisation(c.var.person.account, organisation, c.var.given.name), entry)) return c.json(DONE, 200)
        const known = (await read(store, isOrganisation(organisation))).length > 0
        throw new ProblemError(known ? 'name-taken' : 'not-found')
      },
    )
    .get(
      '/organisations/:organisation/access-keys',
      operation({
        id: 'keysOfOrganisation',
        tag: 'people',
        summary: 'Access keys of an organisation',
        answers: { 200: json('Never the keys themselves.', AccessKeys) },
      }),
      administrator,
      organisationOfPath,
      async (c) => c.json({ keys: (await read(store, keysOf(Number(c.req.valid('param').organisation)))).map(listedKey) }, 200),
    )
    .delete(
      '/organisations/:organisation/access-keys/:key',
      operation({
        id: 'endKeyOfOrganisation',
        tag: 'people',
        audited: { entry: 'end-access-key' },
        summary: 'End an access key of an organisation',
        answers: { 200: json('It is good for nothing any more.', Done) },
      }),
      afresh,
      keyOfPath,
      async (c) => {
        const { organisation, key } = c.req.valid('param')
        const entry = entered({ action: 'end-access-key', ...byPerson(c.var.person), subject: organisation, day: clock.day() })
        if (!(await carryOut(store, endKey(Number(organisation), key, null), entry))) throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
}
