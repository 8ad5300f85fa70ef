/** What analysts keep and propose: questions by variable and level, checked against the closed list of questions, and no words. */
import { Hono } from 'hono'
import * as z from 'zod'
import { askFor } from '../../analysis/catalogue/grammar.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { jsonFields } from '../http/json-fields.ts'
import { json, operation } from '../http/operation.ts'
import { signedIn } from '../http/signed-in.ts'
import { read } from '../store/port.ts'
import { byPerson, entered } from '../store/queries/audit.ts'
import {
  allProposals,
  changeCollection,
  collectionsOf,
  dropCollection,
  dropProposal,
  keepCollection,
  proposalsOf,
  propose,
} from '../store/queries/collections.ts'
import { DONE, Done, idOfPath } from './answers.ts'
import { newId } from './begin.ts'
import { carryOut } from './carry-out.ts'

/** Why collections enter nothing in the audit log. */
const KEPT_BY_ONE = 'nobody else sees a collection, and an entry would only tell on which days a person was there'

const Axis = z.string().max(200).describe('`VAR[@level]`')
const KeptQuestion = z.strictObject({
  rows: Axis,
  columns: Axis.nullable().describe('`VAR[@level]`, or two of them for the tree of journeys.'),
})
const KeptTables = z.strictObject({ tables: z.array(KeptQuestion).min(1).max(100) }).meta({ id: 'KeptTables' })
const Proposed = KeptQuestion.meta({ id: 'ProposedTable' })
const Id = z.object({ id: z.string() }).meta({ id: 'RandomId' })

const Collections = z
  .object({ collections: z.array(z.object({ id: z.string(), tables: z.array(KeptQuestion) })) })
  .meta({ id: 'Collections' })
const Proposals = z
  .object({ proposals: z.array(z.object({ id: z.string(), rows: z.string(), columns: z.string().nullable() })) })
  .meta({ id: 'Proposals' })

type KeptQuestion = z.infer<typeof KeptQuestion>

export const collections = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) => {
  const { store, clock } = needs
  const analyst = signedIn(['analyst'], needs)
  return new Hono()
    .get(
      '/collections',
      operation({
        id: 'collections',
        tag: 'collections',
        summary: 'Your collections of tables',
        answers: { 200: json('Questions alone; the figures are public.', Collections) },
      }),
      analyst,
      async (c) => {
        const rows = await read(store, collectionsOf(c.var.person.account))
        return c.json({ collections: rows.map(({ id, tables }) => ({ id, tables: JSON.parse(tables) as KeptQuestion[] })) }, 200)
      },
    )
    .post(
      '/collections',
      operation({
        id: 'keepCollection',
        tag: 'collections',
        audited: { none: KEPT_BY_ONE },
        summary: 'Keep a collection',
        answers: { 201: json('Kept.', Id) },
        problems: ['not-now', 'unknown-variable', 'refused-table'],
      }),
      analyst,
      jsonFields(KeptTables),
      async (c) => {
        const id = newId()
        const tables = JSON.stringify(c.var.given.tables.map((one, at) => canonical(one, `/tables/${at}`)))
        if (!(await carryOut(store, keepCollection({ id, account: c.var.person.account, tables }), null))) throw tooMany()
        return c.json({ id }, 201)
      },
    )
    .put(
      '/collections/:id',
      operation({
        id: 'changeCollection',
        tag: 'collections',
        audited: { none: KEPT_BY_ONE },
        summary: 'Other tables in a collection of yours',
        answers: { 200: json('Kept.', Done) },
        problems: ['unknown-variable', 'refused-table'],
      }),
      analyst,
      idOfPath,
      jsonFields(KeptTables),
      async (c) => {
        const tables = JSON.stringify(c.var.given.tables.map((one, at) => canonical(one, `/tables/${at}`)))
        const kept = { id: c.req.valid('param').id, account: c.var.person.account, tables }
        if (!(await carryOut(store, changeCollection(kept), null))) throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
    .delete(
      '/collections/:id',
      operation({
        id: 'dropCollection',
        tag: 'collections',
        audited: { none: KEPT_BY_ONE },
        summary: 'Drop a collection of yours',
        answers: { 200: json('It is gone.', Done) },
      }),
      analyst,
      idOfPath,
      async (c) => {
        if (!(await carryOut(store, dropCollection(c.var.person.account, c.req.valid('param').id), null)))
          throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
    .get(
      '/proposals',
      operation({
        id: 'proposals',
        tag: 'collections',
        summary: 'Tables that were proposed: an analyst sees the own ones, an editor all of them without whose they are',
        answers: { 200: json('Variables and levels, no words.', Proposals) },
      }),
      signedIn(['analyst', 'editor'], needs),
      async (c) => {
        const { roles, account } = c.var.person
        const rows = await read(store, roles.includes('editor') ? allProposals() : proposalsOf(account))
        return c.json({ proposals: [...rows] }, 200)
      },
    )
    .post(
      '/proposals',
      operation({
        id: 'propose',
        tag: 'collections',
        audited: { entry: 'propose-table' },
        summary: 'Propose a table that is not offered yet',
        answers: { 201: json('Editors will see it.', Id) },
        problems: ['not-now', 'unknown-variable'],
      }),
      analyst,
      jsonFields(Proposed),
      async (c) => {
        const id = newId()
        const [rows, columns] = [plain(c.var.given.rows), c.var.given.columns === null ? null : plain(c.var.given.columns)]
        for (const [name, axis] of Object.entries({ rows, columns }))
          for (const one of axis?.split(',') ?? [])
            if (askFor({ rows: one, columns: null }).kind === 'unknown') throw unknownVariable(`/${name}`)
        const kept = { id, account: c.var.person.account, rows, columns }
        const entry = entered({ action: 'propose-table', ...byPerson(c.var.person), subject: null, day: clock.day() })
        if (!(await carryOut(store, propose(kept), entry))) throw tooMany()
        return c.json({ id }, 201)
      },
    )
    .delete(
      '/proposals/:id',
      operation({
        id: 'dropProposal',
        tag: 'collections',
        audited: { entry: 'take-back-proposal' },
        summary: 'Take a proposal of yours back',
        answers: { 200: json('It is gone.', Done) },
      }),
      analyst,
      idOfPath,
      async (c) => {
        const entry = entered({ action: 'take-back-proposal', ...byPerson(c.var.person), subject: null, day: clock.day() })
        if (!(await carryOut(store, dropProposal(c.var.person.account, c.req.valid('param').id), entry)))
          throw new ProblemError('not-found')
        return c.json(DONE, 200)
      },
    )
}

const plain = (axis: string) => axis.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** Only what the grammar knows is kept, in its own words. @throws ProblemError 'unknown-variable', 'refused-table' */
function canonical({ rows, columns }: KeptQuestion, at: string): KeptQuestion {
  const judged = askFor({ rows: plain(rows), columns: columns === null ? null : plain(columns) })
  if (judged.kind === 'unknown') throw unknownVariable(`${at}/${judged.parameter}`)
  if (judged.kind === 'refused') throw new ProblemError('refused-table', [{ pointer: `${at}/columns`, rule: judged.rule }])
  const [first, ...others] = judged.axes.map(({ variable, level }) => `${variable}@${level}`)
  return { rows: first ?? '', columns: others.length > 0 ? others.join(',') : null }
}

const unknownVariable = (pointer: string) => new ProblemError('unknown-variable', [{ pointer, rule: 'unknown_variable' }])
const tooMany = () => new ProblemError('not-now', [{ pointer: '', rule: 'too_many' }])
