/**
 * A body is read whole, within its limit and no slower than its pace, before anything else is opened: a half-sent one holds no transaction and no lock.
 * Where a route needs a key, the key is looked at first, and once more when all is there: it may have been ended meanwhile.
 */
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type * as z from 'zod'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { bodiesUnderWay, type Sender } from './bodies-under-way.ts'
import type { Credential, StillHolds } from './credential.ts'
import { declares } from './operation.ts'

/** Bytes of one case; a full one has some 5,000. */
export const LARGEST_CASE = 256 * 1024

/** After so many seconds so many bytes a second must have come; what is slower is let go. */
export interface Pace {
  readonly seconds: number
  readonly bytesEach: number
}

/** A case of 5,000 bytes may take half a minute, a part of 350 kB three. */
const PACE: Pace = { seconds: 30, bytesEach: 2048 }
/** Of whoever needs no key: a code of 24 characters. */
export const SHORT_PACE: Pace = { seconds: 5, bytesEach: 1024 }

export const isTooSlow = ({ seconds, bytesEach }: Pace, passed: number, received: number): boolean =>
  passed >= seconds && received < (passed - seconds + 1) * bytesEach

const underWay = bodiesUnderWay()

/** As `holderOf` leaves it, where the route needs a key. */
interface Keyed {
  readonly credential?: Credential
  readonly stillHolds?: StillHolds
}

type MediaType = 'application/json' | 'application/x-ndjson'

/**
 * The body is announced as of this type; the schema only describes it.
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
export const jsonBody = (limit: number, schema: z.ZodType, pace: Pace = PACE) =>
  declares(
    {
      body: { type: 'application/json', schema },
      problems: ['unsupported-media-type', 'too-large', 'too-slow', 'invalid-request', 'invalid-json'],
    },
    createMiddleware<{ Variables: Keyed & { readonly body: Uint8Array } }>(async (c, next) => {
      requireType(c.req.raw.headers, 'application/json')
      c.set('body', await readWhole(c.req.raw, limit, c.var.credential?.organisation ?? 'anybody', pace))
      const { stillHolds } = c.var
      if (stillHolds) c.set('credential', await stillHolds())
      await next()
    }),
  )

/** The value of the text, strictly read. @throws ProblemError 'invalid-json' */
export const jsonIn = (bytes: Uint8Array): unknown => parseJson(utf8Text(bytes))

/** @throws ProblemError 'unsupported-media-type' unless the body is announced as of this type, plain and in UTF-8 */
export function requireType(headers: Headers, expected: MediaType): void {
  const [type, ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const plain = type === expected && parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter))
  const encoding = headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity'
  if (!plain || encoding !== 'identity') throw new ProblemError('unsupported-media-type')
}

const wasRead = new WeakSet<Request>()

/** The connection ends with an answer that leaves much of a body unread, so that the rest is never taken in. */
export const closesUnread: MiddlewareHandler = async (c, next) => {
  await next()
  if (leavesUnread(c.req.raw)) c.res.headers.set('Connection', 'close')
}

/** Bytes that an answer may leave unread on a connection that goes on: they are thrown away as they come, within half a second. */
const LEFT_UNREAD = 512 * 1024

/** Whether the request has a body that nobody read, and that is more than one would throw away to keep the connection. */
function leavesUnread(request: Request): boolean {
  const { headers } = request
  return !wasRead.has(request) && (headers.has('Transfer-Encoding') || Number(headers.get('Content-Length') ?? 0) > LEFT_UNREAD)
}

/**
 * All bytes of the body.
 * @throws ProblemError 'too-large' above `limit` bytes, 'too-slow' below the pace or where it has to give way, 'invalid-request' when the sender
 * stopped half-way
 */
export async function readWhole(request: Request, limit: number, sender: Sender, pace: Pace = PACE): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw new ProblemError('too-large')
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  const { givesWay, grow, end } = underWay.begin(sender)
  let length = 0
  const { late, stop } = everySecond((passed) => isTooSlow(pace, passed, length))
  try {
    for (;;) {
      const { done, value } = await Promise.race([read(reader), givesWay, late])
      if (done) break
      length += value.byteLength
      grow(value.byteLength)
      if (length > limit) throw new ProblemError('too-large')
      chunks.push(value)
    }
    wasRead.add(request)
    return joined(chunks, length)
  } catch (error) {
    // Nobody waits for the rest; the answer closes the connection.
    void reader.cancel().catch(() => {})
    throw error
  } finally {
    stop()
    end()
  }
}

const read = (reader: ReadableStreamDefaultReader<Uint8Array>) =>
  reader.read().catch(() => Promise.reject(new ProblemError('invalid-request')))

/** `late` rejects at the first second at which it is. */
function everySecond(isLate: (passed: number) => boolean): { readonly late: Promise<never>; readonly stop: () => void } {
  let [passed, refuse] = [0, () => {}]
  const late = new Promise<never>((_, reject) => {
    refuse = () => reject(new ProblemError('too-slow'))
  })
  late.catch(() => {})
  const timer = setInterval(() => {
    if (isLate(++passed)) refuse()
  }, 1000)
  return { late, stop: () => clearInterval(timer) }
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
