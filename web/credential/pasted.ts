/** What a partner types or pastes: the access key, which is sent, and the secret, which never leaves this machine. */
import { readSecret, type SecretBytes } from '../../survey-schema/credentials/secret-text.ts'
import type { PastedCredential } from './nothing-pasted.ts'

export { NOTHING_PASTED, type PastedCredential } from './nothing-pasted.ts'

export interface HeldCredential {
  readonly access: string
  /** Null for an organisation that has none yet. */
  readonly secret: SecretBytes | null
  readonly earlier: SecretBytes | null
}

/** What is wrong, and in which field. */
export type CredentialTrouble =
  | { readonly field: 'access'; readonly rule: 'access-missing' | 'not-an-access-key' }
  | { readonly field: 'secret' | 'earlier'; readonly rule: 'secret-slip' }

const SECRET = /jns1_/i

/**
 * Both halves in one field are taken apart: they are often kept in one note, and a field without line ends joins them. What was pasted last counts.
 * @example apart({ access: 'jnk_abc jns1_00', secret: '', earlier: '' }) // { access: 'jnk_abc', secret: 'jns1_00', earlier: '' }
 */
export function apart(pasted: PastedCredential): PastedCredential {
  const at = pasted.access.search(SECRET)
  // A whole secret takes the place of the one before; a piece of one does not.
  if (at < 0 || (pasted.secret !== '' && !readSecret(pasted.access.slice(at)))) return pasted
  return { ...pasted, access: pasted.access.slice(0, at).trim(), secret: pasted.access.slice(at).trim() }
}

/** The credential, or the first trouble in the order of the fields. */
export function readCredential(pasted: PastedCredential): HeldCredential | CredentialTrouble {
  const access = pasted.access.trim()
  if (access === '') return { field: 'access', rule: 'access-missing' }
  // What a header cannot hold is no key, and a secret must not go where the key goes.
  if (!/^[\x21-\x7e]{1,200}$/.test(access) || SECRET.test(access)) return { field: 'access', rule: 'not-an-access-key' }
  const [secret, earlier] = [pasted.secret, pasted.earlier].map((text) => (text.trim() === '' ? null : (readSecret(text) ?? 'slip')))
  if (secret === 'slip') return { field: 'secret', rule: 'secret-slip' }
  if (earlier === 'slip') return { field: 'earlier', rule: 'secret-slip' }
  return { access, secret: secret ?? null, earlier: earlier ?? null }
}

export const isTrouble = (read: HeldCredential | CredentialTrouble): read is CredentialTrouble => 'rule' in read
