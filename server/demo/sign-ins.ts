/** People of the fictional network, one for each role, who can sign in at once. Their password and the keys of their apps are no secret: they are printed. */

import type { Role } from '../../survey-schema/roles.ts'
import { flagsOf } from '../accounts/answers.ts'
import { newId } from '../accounts/begin.ts'
import { boundedScrypt } from '../runtime/scrypt.ts'
import { utf8 } from '../sealing/bytes.ts'
import { hashed, randomBytes } from '../sealing/keyed.ts'
import { HASH_BYTES, SALT_BYTES } from '../sealing/password-hash.ts'
import { box } from '../sealing/secret-box.ts'
import { base32, TOTP_SECRET_BYTES, TOTP_STEP, totpCode } from '../sealing/totp.ts'
import type { Store } from '../store/port.ts'
import { BY_COMMAND, entered } from '../store/queries/audit.ts'
import { enterPerson } from '../store/queries/people.ts'

export const DEMO_PASSWORD = 'twelve invented partners at one table'

/** Two administrators, or no case would be taken in. */
const PEOPLE = [
  { username: 'admin-one', roles: ['administrator'] },
  { username: 'admin-two', roles: ['administrator'] },
  { username: 'partner-one', roles: ['partner'] },
  { username: 'analyst-one', roles: ['analyst'] },
  { username: 'editor-one', roles: ['editor'] },
  { username: 'custodian-one', roles: ['custodian'] },
] as const satisfies readonly { readonly username: string; readonly roles: readonly Role[] }[]

export interface DemoSignIn {
  readonly username: string
  readonly roles: readonly Role[]
  /** Of the authenticator app, in base 32. */
  readonly app: string
}

/** Little work: the first sign-in makes the hash again with the cost that real accounts have. */
const COST = { n: 1024, r: 8, p: 1 }

const appOf = (username: string) => hashed('jnatip/fictional-app/1', username).subarray(0, TOTP_SECRET_BYTES)

/** Everybody can sign in. @param partner organisation of the partner, as the register names it */
export async function enterPeople(store: Store, accountKey: Uint8Array, partner: string, day: string): Promise<readonly DemoSignIn[]> {
  const stretch = boundedScrypt()
  for (const { username, roles } of PEOPLE) {
    const [account, salt] = [newId(), randomBytes(SALT_BYTES)]
    const password = { account, salt, hash: (await stretch(utf8(DEMO_PASSWORD), salt, COST)).subarray(0, HASH_BYTES), ...COST }
    const app = { account, ...(await box(accountKey, account, appOf(username))) }
    const organisation = (roles as readonly Role[]).includes('partner') ? partner : null
    const [person, ...ways] = enterPerson({ account, username, organisation, roles: flagsOf(roles), day }, password, app)
    await store.batch([person, entered({ action: 'complete-account', ...BY_COMMAND, subject: account, day }), ...ways])
  }
  return PEOPLE.map(({ username, roles }) => ({ username, roles, app: base32(appOf(username)) }))
}

/** What is printed: where, the password that all share, and for each the code that an app would show now. @param seconds since 1970 */
export const signInLines = (url: string, seconds: number): string =>
  [
    `To sign in as one of the fictional people: ${url}/sign-in, password "${DEMO_PASSWORD}", and the code of an app, which is good for a minute:`,
    ...PEOPLE.map(({ username }) => {
      const app = appOf(username)
      return `  ${username.padEnd(14)} ${totpCode(app, Math.floor(seconds / TOTP_STEP))}   (key for an app: ${base32(app)})`
    }),
  ].join('\n')
