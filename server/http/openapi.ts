/** The description of the API (OpenAPI 3.1), collected from what the handlers of the router declare. */
import type { RouterRoute } from 'hono/types'
import * as z from 'zod'
import { PROBLEMS, type ProblemSlug } from '../../survey-schema/problem.ts'
import { QUESTIONNAIRE_VERSION } from '../../survey-schema/questionnaire/index.ts'
import { type Declared, declaredBy, type Operation, type RouteAnswer, TAGS } from './operation.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

type Shape = Record<string, unknown>

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), rule: z.string(), kind: z.string().optional() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Never repeats what was sent.' })

/** Any route may meet these. */
const ALWAYS = ['busy', 'internal'] as const satisfies readonly ProblemSlug[]

/** The document as text. @param routes of the whole app; those that declare no operation are not in it */
export function openApiText(routes: readonly RouterRoute[]): string {
  const schemas: Shape = {}
  const paths = pathsOf(describedRoutes(routes), schemasInto(schemas))
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'JNATIP data book',
      version: QUESTIONNAIRE_VERSION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: 'Takes cases in without identities, and answers with released figures only.',
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        organisationKey: { type: 'http', scheme: 'bearer', description: 'Organisation key.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description: 'Of somebody who is signed in; for the pages of this server alone.',
        },
      },
      schemas,
    },
  })
}

type SchemaOf = (schema: z.ZodType) => Shape

/** A schema as JSON Schema; what has a name goes into `components`, and a reference stands in its place. */
const schemasInto =
  (components: Shape): SchemaOf =>
  (schema) => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io: 'input' })).replaceAll('"#/$defs/', '"#/components/schemas/')
    const { $schema: _dialect, $defs, ...rest } = JSON.parse(text) as Shape
    Object.assign(components, $defs)
    return rest
  }

interface DescribedRoute {
  /** `/api/v1/cases/{id}` */
  readonly path: string
  readonly method: string
  readonly operation: Operation
  readonly declared: readonly Declared[]
}

/** Routes of the router that declare an operation, each with what all its handlers declare. */
function describedRoutes(routes: readonly RouterRoute[]): readonly DescribedRoute[] {
  const declaredOf = new Map<string, { readonly path: string; readonly method: string; readonly declared: Declared[] }>()
  for (const { path, method, handler } of routes) {
    const name = `${method} ${path}`
    const route = declaredOf.get(name) ?? { path: path.replaceAll(/:(\w+)/g, '{$1}'), method: method.toLowerCase(), declared: [] }
    route.declared.push(declaredBy(handler))
    declaredOf.set(name, route)
  }
  return [...declaredOf.values()].flatMap((route) => {
    const operation = route.declared.find((one) => one.operation)?.operation
    return operation ? [{ ...route, operation }] : []
  })
}

function pathsOf(routes: readonly DescribedRoute[], schemaOf: SchemaOf): Shape {
  const paths: Record<string, Shape> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, schemaOf) }
  return paths
}

function operationOf({ operation, declared }: DescribedRoute, schemaOf: SchemaOf): Shape {
  const { id, tag, summary, description, answers } = operation
  const body = declared.find((one) => one.body)?.body
  const parameters = declared.flatMap((one) => (one.parameters ? parametersOf(one.parameters, schemaOf) : []))
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: securityOf(declared),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: contentOf({ [body.type]: body.schema }, schemaOf) } } : {}),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer, schemaOf)])),
      ...problemAnswers([...new Set([...declared.flatMap(({ problems = [] }) => problems), ...ALWAYS])], schemaOf),
    },
  }
}

function securityOf(declared: readonly Declared[]): readonly Shape[] {
  if (declared.some(({ keyed }) => keyed)) return [{ organisationKey: [] }]
  return declared.some(({ roles }) => roles) ? [{ session: [] }] : []
}

function parametersOf({ in: place, schema }: NonNullable<Declared['parameters']>, schemaOf: SchemaOf): readonly Shape[] {
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Record<string, Shape>; required?: string[] }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
  }))
}

const answerOf = ({ description, content, headers }: RouteAnswer, schemaOf: SchemaOf): Shape => ({
  description,
  ...(content ? { content: contentOf(content, schemaOf) } : {}),
  ...(headers ? { headers: mapped(headers, (meaning) => ({ description: meaning, schema: { type: 'string' } })) } : {}),
})

const contentOf = (content: NonNullable<RouteAnswer['content']>, schemaOf: SchemaOf): Shape =>
  mapped(content, (schema) => ({ schema: schemaOf(schema) }))

const mapped = <Value>(values: Readonly<Record<string, Value>>, made: (value: Value) => Shape): Shape =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, made(value)]))

/** One answer a status; slugs that share a status share it. */
function problemAnswers(slugs: readonly ProblemSlug[], schemaOf: SchemaOf): Shape {
  const byStatus = new Map<number, ProblemSlug[]>()
  for (const slug of slugs) byStatus.set(PROBLEMS[slug].status, [...(byStatus.get(PROBLEMS[slug].status) ?? []), slug])
  return Object.fromEntries(
    [...byStatus].map(([status, sharing]) => [
      status,
      {
        description: sharing.map((slug) => `\`${slug}\`: ${PROBLEMS[slug].en}.`).join(' '),
        content: contentOf({ 'application/problem+json': Problem }, schemaOf),
      },
    ]),
  )
}
