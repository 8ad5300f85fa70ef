/** Every answer that a test gets is one that the description of the API has for that route: status, media type and, where it is JSON, shape. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { App } from '../../server/app.ts'

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

export interface Operation {
  readonly operationId: string
  readonly security: readonly object[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Readonly<Record<string, unknown>> }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

export interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

export const descriptionOf = async (app: App): Promise<Description> =>
  (await (await app.request('/api/v1/openapi.json')).json()) as Description

type Fits = (method: string, path: string, response: Response) => Promise<void>

/** By the routes of an app, from which alone its description is made: most servers of the tests have the same, and reading it takes a third of a second. */
const known = new Map<string, Promise<Fits>>()

/** The same app; a request of it fails that is answered in a way which is not described. */
export function describedApp(app: App): App {
  const request = app.request
  const routes = app.routes.map(({ method, path }) => `${method} ${path}`).join()
  app.request = async (input, init, ...rest) => {
    const response = await request(input, init, ...rest)
    const { pathname } = new URL(String(input instanceof Request ? input.url : input), 'http://localhost')
    const fits =
      known.get(routes) ??
      Promise.resolve(request('/api/v1/openapi.json'))
        .then((answer) => answer.json() as Promise<Description>)
        .then(fitting)
    known.set(routes, fits)
    await (await fits)(init?.method ?? 'GET', pathname, response)
    return response
  }
  return app
}

function fitting({ paths, components }: Description): Fits {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({ name: `${method.toUpperCase()} ${path}`, responses })),
  )
  // One that is written out stands before one with a name in its place: `/cases/find`, `/cases/{id}`.
  const patterns = routes
    .map(({ name, responses }) => ({
      pattern: new RegExp(`^${name.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      names: name.split('{').length,
      responses,
    }))
    .sort((one, other) => one.names - other.names)
  const validators = new Map<object, ValidateFunction>()
  const closedComponents = closed(components)
  const validatorOf = (schema: object) => {
    const made = validators.get(schema) ?? new Ajv2020({ strict: false }).compile({ ...closed(schema), components: closedComponents })
    validators.set(schema, made)
    return made
  }
  return async (method: string, path: string, response: Response) => {
    const { name, responses } = {
      name: `${method} ${path}`,
      responses: patterns.find(({ pattern }) => pattern.test(`${method} ${path}`))?.responses,
    }
    if (!responses) return
    const answer = responses[response.status]
    if (!answer) throw new Error(`${name} answers ${response.status}, which is not described`)
    if (!answer.content) return
    const type = (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? ''
    const schema = (answer.content[type] ?? answer.content['*/*'])?.schema
    if (!schema) throw new Error(`${name} answers ${response.status} as ${type}, which is not described`)
    if (!/[/+]json$/.test(type)) return
    const validate = validatorOf(schema)
    if (!validate(await response.clone().json())) throw new Error(`${name} answers in another shape: ${JSON.stringify(validate.errors)}`)
  }
}

/** An object holds what is described and nothing else, unless its description leaves it open. */
function closed<Value>(schema: Value): Value {
  if (Array.isArray(schema)) return schema.map(closed) as Value
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)] as const)
  const open = 'properties' in schema && !('additionalProperties' in schema)
  return Object.fromEntries(open ? [...entries, ['additionalProperties', false]] : entries) as Value
}
