/** A body is read whole, within its limit, before anything else is opened: a half-sent one holds nothing but its own socket. */
import { ProblemError } from '../../survey-schema/problem.ts'

/** Bytes of one case; a full one has some 5,000. */
export const LARGEST_CASE = 256 * 1024

/** @throws ProblemError 'unsupported-media-type' unless the body is announced as of this type, plain and in UTF-8 */
export function requireType(headers: Headers, expected: 'application/json' | 'application/x-ndjson'): void {
  const [type, ...parameters] = (headers.get('Content-Type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const plain = type === expected && parameters.every((parameter) => /^charset="?utf-8"?$/.test(parameter))
  const encoding = headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity'
  if (!plain || encoding !== 'identity') throw new ProblemError('unsupported-media-type')
}

export const requireJson = (headers: Headers): void => requireType(headers, 'application/json')

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
