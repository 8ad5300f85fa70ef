/** Password and code of an app, judged alike and with the same work whether there is such an account or not. */
import { derived } from '../../survey-schema/credentials/derived.ts'
import type { SignInOpen } from '../http/own-origin.ts'
import { equalBytes, utf8 } from '../sealing/bytes.ts'
import { keyed, randomBytes } from '../sealing/keyed.ts'
import { HASH_BYTES, isOutdated, SALT_BYTES, SCRYPT_COST, type ScryptCost } from '../sealing/password-hash.ts'
import { type Boxed, box, unbox } from '../sealing/secret-box.ts'
import { TOTP_SECRET_BYTES, totpStep } from '../sealing/totp.ts'
import type { RoleFlags } from '../store/queries/sessions.ts'
import type { SignInFacts } from '../store/queries/sign-in.ts'
import type { StoreTables } from '../store/schema.ts'
import { passwordForm } from './password-rules.ts'

type Needs = Pick<SignInOpen, 'accountKey' | 'stretch' | 'seconds'>

/** In the place of an account that does not exist. No account has this id, so no statement about it changes anything. */
export const NOBODY: SignInFacts & RoleFlags = {
  ...{ account: '', salt: null, hash: null, n: null, r: null, p: null, nonce: null, sealed: null },
  ...{ partner: 1, analyst: 0, editor: 0, custodian: 0, administrator: 0 },
}

const costOf = ({ n, r, p }: SignInFacts): ScryptCost => (n === null || r === null || p === null ? SCRYPT_COST : { n, r, p })

/**
 * Whether it is the password. Where there is none the same work is done, under a salt that is always the same for this username.
 * @param first done before it is computed
 */
export async function isPassword(
  username: string,
  typed: string,
  facts: SignInFacts,
  { accountKey, stretch }: Needs,
  first: () => Promise<void>,
): Promise<boolean> {
  const salt = facts.salt ?? keyed(derived(accountKey, 'jnatip/no-salt/1'), username).subarray(0, SALT_BYTES)
  const made = await stretch(utf8(passwordForm(typed)), salt, costOf(facts), first)
  return equalBytes(made, facts.hash ?? new Uint8Array(HASH_BYTES)) && facts.hash !== null
}

/** The step whose code was typed; null where it is none, or there is no app. */
export async function stepOfCode(typed: string, facts: SignInFacts, { accountKey, seconds }: Needs): Promise<number | null> {
  const { account, nonce, sealed } = facts
  const boxed: Boxed = nonce && sealed ? { nonce, sealed } : await box(accountKey, account, new Uint8Array(TOTP_SECRET_BYTES))
  const secret = await unbox(accountKey, account, boxed)
  const step = totpStep(secret ?? new Uint8Array(TOTP_SECRET_BYTES), typed.normalize('NFKC').replaceAll(/\s/g, ''), seconds())
  return secret && nonce ? step : null
}

/** What is kept of a password. */
export async function keptPassword(account: string, typed: string, { stretch }: Pick<Needs, 'stretch'>): Promise<StoreTables['password']> {
  const salt = randomBytes(SALT_BYTES)
  return { account, salt, hash: await stretch(utf8(passwordForm(typed)), salt, SCRYPT_COST), ...SCRYPT_COST }
}

/** Whether what is kept should be made again, now that the password is known. */
export const keptOutdated = (facts: SignInFacts): boolean => isOutdated(costOf(facts))
