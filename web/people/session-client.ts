/**
 * The way to the server for somebody who signs in: the browser adds the cookie, which no script can read. Every answer is parsed before a page
 * sees it.
 */
import type * as z from 'zod'
import { problemOf } from '../answer-shapes.ts'
import { Refused } from '../client.ts'

type SessionMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** @throws Refused with the slug of the problem, `no-connection`, or `internal` for an answer in a shape we do not know */
export async function ask<Schema extends z.ZodType>(
  method: SessionMethod,
  path: string,
  shape: Schema,
  body?: unknown,
): Promise<z.output<Schema>> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null)
  if (!response) throw new Refused('no-connection')
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw refusalOf(answer)
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw new Refused('internal')
  return parsed.data
}

function refusalOf(answer: unknown): Refused {
  try {
    const { type, detail, errors } = problemOf(answer)
    return new Refused(type.split('/').at(-1) ?? 'internal', detail, errors)
  } catch {
    return new Refused('internal')
  }
}
