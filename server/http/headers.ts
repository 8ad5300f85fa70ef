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
/**
 * A cache keeps it and asks each time whether it is still the same: a table that was withdrawn is sent again by nobody, and an erratum is
 * seen at once. The answer to such a question costs next to nothing.
 */
export const RELEASED_AGAIN = 'public, no-cache'
/** The name of the file holds a hash of its content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', NO_STORE)
}
