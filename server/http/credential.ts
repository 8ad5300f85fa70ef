/** Organisation keys: shown once, kept as a hash, good for what their scopes name until the end of a month. */
import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Clock } from '../deps.ts'
import { utf8 } from '../sealing/bytes.ts'
import { hashed, randomBytes } from '../sealing/keyed.ts'
import type { Store } from '../store/port.ts'
import { keyHolder } from '../store/queries/organisations.ts'
import { type PublicKeys, publicKeysOfHolder } from '../store/queries/public-keys.ts'
import { declares } from './operation.ts'

export const SCOPES = ['submit', 'edit', 'publish'] as const
export type Scope = (typeof SCOPES)[number]

export interface Credential {
  /** As it was presented; it never leaves the memory of this request. */
  readonly presented: string
  readonly organisation: number
  /** Whether the register names a rule, its year and who approved it (R22). */
  readonly existingRecordRule: boolean
  /** Year of that rule; null where there is none. */
  readonly recordRuleYear: number | null
  /** By which its signatures are verified, the oldest first; none for an organisation that signs nothing yet. */
  readonly publicKeys: readonly PublicKeys[]
}

const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz23456789'

/** A new key: 32 letters and digits, some 180 bits, without letters that look alike. */
export function newOrganisationKey(): string {
  let key = ''
  while (key.length < 32) {
    for (const byte of randomBytes(48)) {
      // Bytes past the last whole multiple are left out, so that every letter is equally likely.
      if (byte < 256 - (256 % LETTERS.length) && key.length < 32) key += LETTERS[byte % LETTERS.length]
    }
  }
  return `jnk_${key}`
}

/** What is kept of a key; 32 bytes. The key is random, so a plain hash cannot be guessed backwards. */
export const keyHash = (key: string): Uint8Array => hashed('jnatip/organisation-key/1', utf8(key))

interface Needs {
  readonly store: Store
  readonly clock: Clock
}

/** The holder of the presented key, looked up now. @throws ProblemError as `authenticate` */
export type StillHolds = () => Promise<Credential>

/**
 * The holder of the presented key is in `c.var.credential`, and as of now in what `c.var.stillHolds` answers: a body may be on its way for minutes,
 * in which a key is ended.
 * @throws ProblemError as `authenticate`
 */
export const holderOf = (scope: Scope, needs: Needs) =>
  declares(
    { keyed: true, scope, problems: ['unauthorized', 'not-found'] },
    createMiddleware<{ Variables: { readonly credential: Credential; readonly stillHolds: StillHolds } }>(async (c, next) => {
      const stillHolds = () => authenticate(c.req.raw.headers, scope, needs)
      c.set('stillHolds', stillHolds)
      c.set('credential', await stillHolds())
      await next()
    }),
  )

/**
 * The holder of the presented key.
 * @throws ProblemError 'unauthorized' without a valid key; 'not-found' when the key may not do this, because what somebody
 * may not see answers exactly like what does not exist
 */
async function authenticate(headers: Headers, scope: Scope, { store, clock }: Needs): Promise<Credential> {
  const presented = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(headers.get('Authorization') ?? '')?.[1]
  if (!presented) throw new ProblemError('unauthorized')
  const hash = keyHash(presented)
  const [{ rows: holders }, { rows: publicKeys }] = await store.batch([keyHolder(hash), publicKeysOfHolder(hash)])
  const [holder] = holders
  if (!holder || holder.expires < clock.month()) throw new ProblemError('unauthorized')
  if (!holder.scopes.split(' ').includes(scope)) throw new ProblemError('not-found')
  const { organisation, record_rule_year: recordRuleYear } = holder
  return { presented, organisation, existingRecordRule: recordRuleYear !== null, recordRuleYear, publicKeys }
}
