/** A session that begins: its token goes into a cookie, and what is kept of it is made here. */
import type { Context } from 'hono'
import { sessionCookie } from '../http/session-cookie.ts'
import { toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { newToken, tokenHash } from '../sealing/session-token.ts'
import type { NewSession } from '../store/queries/sessions.ts'

export const newId = (): string => toHex(randomBytes(16))

export interface Beginning {
  readonly session: NewSession
  /** Sends the cookie; only once the session is stored. */
  readonly send: (c: Context) => void
}

export function beginning(of: Pick<NewSession, 'account' | 'scope' | 'way' | 'day' | 'seconds'>): Beginning {
  const token = newToken()
  return {
    session: { ...of, id: newId(), hash: tokenHash(token) },
    send: (c) => c.header('Set-Cookie', sessionCookie(token)),
  }
}
