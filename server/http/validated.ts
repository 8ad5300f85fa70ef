/**
 * Parameters of a request, judged by a schema through the validator of the web framework. Its own refusal repeats what was sent; ours names
 * the place by a name of the schema and a rule of the list below, and nothing else (P16).
 */
import { zValidator } from '@hono/zod-validator'
import type { Env, MiddlewareHandler } from 'hono'
import * as z from 'zod'
import { type Issue, ProblemError, type ProblemSlug } from '../../survey-schema/problem.ts'
import { declares } from './operation.ts'

/** Rules that a refusal may name. A schema names one as the message of its error; any other message is `invalid_type`. */
const RULES = ['unknown_parameter', 'given_twice', 'required', 'unknown_value', 'invalid_type'] as const
type Rule = (typeof RULES)[number]
/** Of several refusals one is answered: of a name that is unknown, else of one that came twice, else the first in the order of the schema. */
const FIRST: readonly Rule[] = ['unknown_parameter', 'given_twice']

export interface ParameterRefusal extends Issue {
  readonly rule: Rule
}

export interface Refusing {
  /** Of a request that the schema does not take; for the description. */
  readonly problems: readonly ProblemSlug[]
  readonly refuse: (refusal: ParameterRefusal) => ProblemError
}

/** Refuses with this slug, naming place and rule. */
export const refusing = (slug: ProblemSlug): Refusing => ({ problems: [slug], refuse: (refusal) => new ProblemError(slug, [refusal]) })

/** Refuses with this slug alone: whoever asks learns that there is nothing, and not why. */
export const refusingBare = (slug: ProblemSlug): Refusing => ({ problems: [slug], refuse: () => new ProblemError(slug) })

/** A schema of named parameters, as they come or after their names and values were brought into one form. */
type Parameters = z.ZodObject | z.ZodPreprocess<z.ZodObject>

const PLACES = { param: 'path', query: 'query', header: 'header' } as const

/**
 * The parameters of that part of a request, as `c.req.valid(part)` in the handler.
 * @throws ProblemError as `refusing` says, for one of the issues
 */
export function validated<Part extends keyof typeof PLACES, Schema extends Parameters>(
  part: Part,
  schema: Schema,
  { problems, refuse }: Refusing = refusing('invalid-request'),
) {
  const validator = (url: string) =>
    zValidator(
      part as keyof typeof PLACES,
      schema as z.ZodType,
      (result) => {
        if (!result.success) throw refuse(answeredOf(result.error.issues))
      },
      // The framework leaves out parameters without a name and reads broken percent-encoding in its own way.
      part === 'query' ? { validationFunction: (judge) => judge.safeParse(queryOf(url)) } : undefined,
    )
  const middleware: MiddlewareHandler<Env, string, Input<Part, Schema>> = (c, next) => validator(c.req.url)(c as never, next)
  return declares({ parameters: { in: PLACES[part], schema: objectOf(schema) }, problems }, middleware)
}

export interface Input<Part extends string, Schema extends z.ZodType> {
  readonly in: { readonly [Name in Part]: z.input<Schema> }
  readonly out: { readonly [Name in Part]: z.output<Schema> }
}

const objectOf = (schema: Parameters): z.ZodObject => ('shape' in schema ? schema : schema.def.out)

/** Each name with its value, or with the first two where it comes more than once; such a name stands where it came the second time. */
function queryOf(url: string): Record<string, string | string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of new URL(url).searchParams) {
    const before = values.get(name) ?? []
    if (before.length === 2) continue
    if (before.length === 1) values.delete(name)
    values.set(name, [...before, value])
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]))
}

function answeredOf(issues: readonly z.core.$ZodIssue[]): ParameterRefusal {
  const refusals = issues.map(({ code, path, message }): ParameterRefusal => {
    if (code === 'unrecognized_keys') return { pointer: '', rule: 'unknown_parameter' }
    return { pointer: path[0] === undefined ? '' : `/${String(path[0])}`, rule: RULES.find((rule) => rule === message) ?? 'invalid_type' }
  })
  const first = FIRST.map((rule) => refusals.find((refusal) => refusal.rule === rule)).find((refusal) => refusal !== undefined)
  return first ?? refusals[0] ?? { pointer: '', rule: 'invalid_type' }
}

/** For a value that is one of these or left out. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, otherwise: Values[number]) =>
  z.enum(values, { error: ({ input }): Rule => (Array.isArray(input) ? 'given_twice' : 'unknown_value') }).default(otherwise)
