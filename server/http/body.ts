/** A body is read whole, within its limit, before anything else is opened: a half-sent one holds nothing but its own socket. */
import { createMiddleware } from 'hono/factory'
import type * as z from 'zod'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { declares } from './operation.ts'

/** Bytes of one case; a full one has some 5,000. */
export const LARGEST_CASE = 256 * 1024

type MediaType = 'application/json' | 'application/x-ndjson'

/**
 * The body is announced as of this type. Stands before the key of the sender in routes that read a large body after it; the schema only
 * describes the body.
 * @throws ProblemError 'unsupported-media-type'
 */
export const announced = (type: MediaType, schema: z.ZodType) =>
  declares(
    { body: { type, schema }, problems: ['unsupported-media-type'] },
    createMiddleware(async (c, next) => {
      requireType(c.req.raw.headers, type)
      await next()
    }),
  )

/**
 * The bytes of a body in JSON are in `c.var.body`; `jsonIn` judges them, and the schema only describes them.
 * @throws ProblemError 'unsupported-media-type', 'too-large' above `limit` bytes
 */
export const jsonBody = (limit: number, schema: z.ZodType) =>
  declares(
    {
      body: { type: 'application/json', schema },
      problems: ['unsupported-media-type', 'too-large', 'invalid-request', 'invalid-json'],
    },
    createMiddleware<{ Variables: { readonly body: Uint8Array } }>(async (c, next) => {
      requireType(c.req.raw.headers, 'application/json')
      c.set('body', await readWhole(c.req.raw, limit))
      await next()
    }),
  )

/** The value of the text, strictly read. @throws ProblemError 'invalid-json' */
export const jsonIn = (bytes: Uint8Array): unknown => parseJson(utf8Text(bytes))

/** @throws ProblemError 'unsupported-media-type' unless the body is announced as of this type, plain and in UTF-8 */
function requireType(headers: Headers, expected: MediaType): void {
  const [type, ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const plain = type === expected && parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter))
  const encoding = headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity'
  if (!plain || encoding !== 'identity') throw new ProblemError('unsupported-media-type')
}

/**
 * All bytes of the body.
 * @throws ProblemError 'too-large' above `limit` bytes, 'invalid-request' when the sender stopped half-way
 */
export async function readWhole(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw new ProblemError('too-large')
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => Promise.reject(new ProblemError('invalid-request')))
    if (done) break
    length += value.byteLength
    if (length > limit) {
      // Nobody waits for the rest; the answer closes the connection.
      void reader.cancel().catch(() => {})
      throw new ProblemError('too-large')
    }
    chunks.push(value)
  }
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks
  if (only && chunks.length === 1) return only
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** The text of the bytes; a byte order mark stays and is refused by the reader of JSON. @throws ProblemError 'invalid-json' */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ProblemError('invalid-json', [{ pointer: '', rule: 'not_utf8' }])
  }
}
