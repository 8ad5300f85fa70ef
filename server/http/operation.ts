/**
 * What the description of the API says of a route. It stands beside the route: the middleware that judges a request carries what it takes and
 * what it refuses, and `operation` adds what the route is for and what it answers. `openapi.ts` collects them from the router.
 */
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import type { IntakeAction, OtherAction } from '../../survey-schema/audit-log/entry.ts'
import type { ProblemSlug } from '../../survey-schema/problem.ts'
import type { Role } from '../../survey-schema/roles.ts'

/** One answer of a route: its body by media type (none for a redirect), and the headers that matter to a client, each with its meaning. */
export interface RouteAnswer {
  readonly description: string
  readonly content?: Readonly<Record<string, z.ZodType>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Groups of routes, as readers of the description meet them. */
export const TAGS = {
  cases: 'Cases of a partner: submit, find, correct, withdraw.',
  imports: 'Files of cases, sent in parts.',
  answers: 'Answers of affected persons, by invitation and without an account.',
  withdrawals: 'Withdrawal with a receipt, without an account.',
  questionnaire: 'The questionnaire as data and in other forms.',
  editions: 'Editions and their released tables.',
  book: 'The data book and its files.',
  publishing: 'For the editors’ machine: sealed cases out, bundles in.',
  'audit-log': 'The audit log: monthly heads for partners, the whole of it for whoever verifies it.',
  'sign-in': 'Setting up, signing in and out. For the pages: under a cookie, from their own origin alone.',
  account: 'Of the person who is signed in.',
  people: 'People, organisations and their access keys.',
  collections: 'What analysts keep and propose.',
  server: 'The server itself.',
} as const

/**
 * What a route enters in the audit log, in the batch of its change or as its reading begins; `later`: by the task that carries out what the route
 * asks for. Or why it enters nothing. Routes that only read, and no sealed cases, say nothing.
 */
export type Audited = { readonly entry: IntakeAction | OtherAction; readonly later?: true } | { readonly none: string }

export interface Operation {
  readonly id: string
  readonly tag: keyof typeof TAGS
  readonly summary: string
  readonly description?: string
  readonly audited?: Audited
  /** By status. */
  readonly answers: Readonly<Record<number, RouteAnswer>>
}

/** What one handler of a route adds to its description. */
export interface Declared {
  readonly operation?: Operation
  readonly parameters?: { readonly in: 'path' | 'query' | 'header'; readonly schema: z.ZodObject }
  readonly body?: { readonly type: string; readonly schema: z.ZodType }
  /** The route needs the key of an organisation. */
  readonly keyed?: true
  /** What that key must be good for. */
  readonly scope?: string
  /** The route needs somebody who is signed in and has one of these roles. */
  readonly roles?: readonly Role[]
  /** It is open to a person who is still setting up an account, too. */
  readonly duringSetup?: true
  readonly problems?: readonly ProblemSlug[]
}

const DECLARED = Symbol('declared')

/** The same handler, which now carries what it adds to the description. */
export const declares = <Handler extends object>(declared: Declared, handler: Handler): Handler =>
  Object.assign(handler, { [DECLARED]: declared })

/** What a handler of the router adds; nothing for one that judges nothing. */
export const declaredBy = (handler: object): Declared => (handler as { readonly [DECLARED]?: Declared })[DECLARED] ?? {}

/** @param problems that the route itself refuses with, beside those of its other middleware */
export const operation = ({ problems = [], ...described }: Operation & { readonly problems?: readonly ProblemSlug[] }) =>
  declares(
    { operation: described, problems },
    createMiddleware((_, next) => next()),
  )

/** An answer in JSON. */
export const json = (description: string, schema: z.ZodType, headers?: RouteAnswer['headers']): RouteAnswer => ({
  description,
  content: { 'application/json': schema },
  ...(headers ? { headers } : {}),
})

/** Content that is no text. */
export const BINARY = z.string().meta({ format: 'binary' })

/** The answer to `If-None-Match` where nothing changed. */
export const UNCHANGED: RouteAnswer = { description: 'Unchanged.' }

/** What a schema describes, as a value that nobody changes. */
export type Described<Schema extends z.ZodType> = Immutable<z.infer<Schema>>

type Immutable<Value> = Value extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
    : Value
