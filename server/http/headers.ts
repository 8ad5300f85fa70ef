/** Headers of every answer, errors included (P70). Written by hand: the ready-made set has no policy and half a year of HSTS. */
import type { MiddlewareHandler } from 'hono'

type Headers = Readonly<Record<string, string>>

const policy = (framedBy: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')

export const SECURITY_HEADERS: Headers = {
  'Content-Security-Policy': policy("'none'"),
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': [
    'accelerometer',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'usb',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
}

/** What is published, and nothing else: lists of editions, tables, the book and its files. */
const RELEASED = /^\/api\/v1\/editions(\/[^/]+(\/(book|(tables|files)(\/[^/]+)?))?)?$/
const READING = ['GET', 'HEAD', 'OPTIONS']

/** Pages of anybody may read what everybody may read; the tag too, so that they need not read it twice. Credentials are never taken there. */
const READ_ANYWHERE: Headers = {
  ...SECURITY_HEADERS,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Content-Disposition, Link, Retry-After',
}

/** The one page that is made to be framed by others: it shows a released figure, and nothing can be done on it. */
const FRAMED = '/embed'
const { 'X-Frame-Options': _, ...UNFRAMED } = SECURITY_HEADERS
const FRAMED_ANYWHERE: Headers = { ...UNFRAMED, 'Content-Security-Policy': policy('*') }

/** Headers of an answer by its address alone, so that a redirect and a refusal have those of the answer that was asked for. */
export function headersFor(method: string, path: string): Headers {
  if (!READING.includes(method)) return SECURITY_HEADERS
  return path === FRAMED ? FRAMED_ANYWHERE : RELEASED.test(path) ? READ_ANYWHERE : SECURITY_HEADERS
}

/** Path of an address as it stands in a request. */
export const pathIn = (address: string): string => address.slice(0, address.search(/[?#]|$/))

/** Asked by a browser before another page reads with a condition (Fetch standard, "CORS-preflight fetch"). A day is what browsers keep it at most. */
const PREFLIGHT: Headers = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match',
  'Access-Control-Max-Age': '86400',
}

/** Released figures and hashed files say otherwise themselves; nothing else is kept by anybody. */
export const NO_STORE = 'no-store'
/**
 * A cache keeps it and asks each time whether it is still the same: a table that was withdrawn is sent again by nobody, and an erratum is
 * seen at once. The answer to such a question costs next to nothing.
 */
export const RELEASED_AGAIN = 'public, no-cache'
/** The name of the file holds a hash of its content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  const { method, path } = c.req
  if (method === 'OPTIONS' && RELEASED.test(path)) c.res = new Response(null, { status: 204, headers: PREFLIGHT })
  else await next()
  for (const [name, value] of Object.entries(headersFor(method, path))) c.res.headers.set(name, value)
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', NO_STORE)
}
