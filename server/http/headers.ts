/** Headers of every answer, errors included (P70). Written by hand: the ready-made set has no policy and half a year of HSTS. */
import type { MiddlewareHandler } from 'hono'

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
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

/** Released figures and hashed files say otherwise themselves; nothing else is kept by anybody. */
export const NO_STORE = 'no-store'
/** A released table stays what it is; an erratum would be seen within a day. */
export const RELEASED = 'public, max-age=86400, stale-while-revalidate=604800'
/**
 * Fictional editions are made again under the same name, and a sum of all grows with the next; a cache asks each time whether the
 * table is still the same.
 */
export const RELEASED_AGAIN = 'public, no-cache'
/** The name of the file holds a hash of its content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', NO_STORE)
}
