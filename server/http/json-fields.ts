/** A short body in JSON, judged by a schema. A refusal names the place by a name of the schema and a rule, and never repeats what was sent (P16). */
import { createMiddleware } from 'hono/factory'
import type * as z from 'zod'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { jsonIn, readWhole, requireType, SHORT_PACE } from './body.ts'
import { declares } from './operation.ts'

/** Bytes of a body of a few fields; an answer of a passkey has some 3,000. */
const LARGEST = 16 * 1024

/**
 * The fields are in `c.var.given`.
 * @throws ProblemError 'unsupported-media-type', 'too-large', 'too-slow', 'invalid-request', 'invalid-json', 'unknown-key', 'invalid-entry'
 */
export const jsonFields = <Schema extends z.ZodType>(schema: Schema) =>
  declares(
    {
      body: { type: 'application/json', schema },
      problems: ['unsupported-media-type', 'too-large', 'too-slow', 'invalid-request', 'invalid-json', 'unknown-key', 'invalid-entry'],
    },
    createMiddleware<{ Variables: { readonly given: z.output<Schema> } }>(async (c, next) => {
      requireType(c.req.raw.headers, 'application/json')
      const parsed = schema.safeParse(jsonIn(await readWhole(c.req.raw, LARGEST, 'anybody', SHORT_PACE)))
      if (!parsed.success) throw refusalOf(parsed.error.issues)
      c.set('given', parsed.data)
      await next()
    }),
  )

function refusalOf(issues: readonly z.core.$ZodIssue[]): ProblemError {
  if (issues.some(({ code }) => code === 'unrecognized_keys'))
    return new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
  return new ProblemError('invalid-entry', issues.map(issueOf))
}

/** Names of a schema and positions in a list; a key that was sent is never one of them, because objects take known keys only. */
const issueOf = ({ path, code }: z.core.$ZodIssue): Issue => ({
  pointer: path.map((part) => `/${String(part)}`).join(''),
  rule:
    code === 'invalid_value'
      ? 'unknown_value'
      : code === 'too_big' || code === 'too_small' || code === 'invalid_format'
        ? code
        : 'invalid_type',
})
