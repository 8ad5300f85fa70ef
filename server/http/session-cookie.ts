/**
 * The cookie of a session. Its prefix makes browsers refuse it from another host, without TLS, or for a part of the server. Its name tells whoever
 * looks through a computer nothing of the subject of the pages.
 */

export const SESSION_COOKIE = '__Host-session'

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** Kept until the browser ends; the server ends it sooner. */
export const sessionCookie = (token: string): string => `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}`

export const NO_SESSION_COOKIE = `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`

/** The token that the browser sent; null if there is none, if it is none, or if there are two. */
export function tokenIn(headers: Headers): string | null {
  const values = (headers.get('Cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
    .map((pair) => pair.slice(SESSION_COOKIE.length + 1))
  const [token] = values
  return values.length === 1 && token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}
