/** One finished answer in the coding that a reader takes, or 304 where the reader holds it. */
import { parseAccept } from 'hono/utils/accept'
import { noneMatch } from './if-none-match.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** The better one first. */
const CODINGS = ['br', 'gzip'] as const
export type Coding = (typeof CODINGS)[number]
/** Left out where the platform in front of us compresses. */
export type Encode = (bytes: Bytes, coding: Coding) => Promise<Bytes>

export interface Finished {
  /** Without quotation marks; the same bytes have the same. */
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Bytes
}

/** What no coding makes smaller is not tried: an archive, a picture, a font. */
const TEXT = /^(text\/|image\/svg|application\/(json|xml|schema\+json|x-latex))/
/** Bytes; a smaller answer fits one packet either way. */
const SMALLEST = 1000

/** The coding that the reader weighs highest and we have; null for none. A coding that is not named is not sent (RFC 9110, section 12.5.3). */
export function codingFor(accepted: string | null, type: string): Coding | null {
  if (accepted === null || !TEXT.test(type)) return null
  const weights = new Map(parseAccept(accepted).map(({ type: name, q }) => [name.toLowerCase(), q]))
  const weight = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0
  const best = CODINGS.reduce((one, other) => (weight(other) > weight(one) ? other : one))
  return weight(best) > 0 && weight(best) >= (weights.get('identity') ?? 0) ? best : null
}

/** Two codings are two representations, so each has a tag of its own (RFC 9110, section 8.8.3.3). */
const tagOf = (tag: string, coding: Coding | null) => `"${tag}${coding === null ? '' : `-${coding}`}"`

/** What is sent, for whichever platform sends it. */
export interface Sent {
  readonly status: 200 | 304
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Bytes | null
}

/** What decides: `Accept-Encoding` and `If-None-Match`, null where they were not sent. */
export interface Asked {
  readonly coding: string | null
  readonly held: string | null
}

export const askedIn = (headers: Headers): Asked => ({ coding: headers.get('Accept-Encoding'), held: headers.get('If-None-Match') })

export const responseOf = ({ status, headers, bytes }: Sent): Response => new Response(bytes, { status, headers })

/** Whether the reader holds what would be sent: then nothing needs to be made. */
export function unchanged(asked: Asked, tag: string, headers: Finished['headers'], encodes: boolean): Sent | null {
  if (asked.held === null) return null
  const coding = encodes ? codingFor(asked.coding, headers['Content-Type'] ?? '') : null
  // A short answer has no coding, so that its plain tag is held too.
  const known = [tagOf(tag, coding), tagOf(tag, null)].find((one) => noneMatch(asked.held ?? undefined, one))
  if (known === undefined) return null
  // What a 304 repeats (RFC 9110, section 15.4.5).
  const kept = headers['Cache-Control'] === undefined ? {} : { 'Cache-Control': headers['Cache-Control'] }
  return { status: 304, headers: { ...kept, Vary: 'Accept-Encoding', ETag: known }, bytes: null }
}

/** @param encoded the bytes in that coding, made once and kept by whoever calls */
export async function represented(asked: Asked, finished: Finished, encoded: ((coding: Coding) => Promise<Bytes>) | null): Promise<Sent> {
  const { tag, headers, bytes } = finished
  const wanted = encoded && bytes.byteLength >= SMALLEST ? codingFor(asked.coding, headers['Content-Type'] ?? '') : null
  const sent = wanted && encoded ? await encoded(wanted) : bytes
  return {
    status: 200,
    headers: {
      ...headers,
      Vary: 'Accept-Encoding',
      ETag: tagOf(tag, wanted),
      'Content-Length': String(sent.byteLength),
      ...(wanted ? { 'Content-Encoding': wanted } : {}),
    },
    bytes: sent,
  }
}
