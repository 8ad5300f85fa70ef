/** The token of a session: random, in one cookie of one browser; the server keeps its hash. */

import { toBase64Url } from './base64url.ts'
import { utf8 } from './bytes.ts'
import { hashed, randomBytes } from './keyed.ts'

/** 43 characters of base64url: 256 bits. */
export const newToken = (): string => toBase64Url(randomBytes(32))

export const tokenHash = (token: string): Uint8Array => hashed('jnatip/session/1', utf8(token))
