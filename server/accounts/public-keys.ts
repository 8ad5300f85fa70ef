/**
 * An organisation registers the public keys of a secret, and shows that it holds it. What stands here decides which signatures intake takes. Which
 * keys count in a build is decided by the register that two people sign, because whoever runs the server can write here.
 */
import { areSignedBy, isStatementKey, type KeysToRegister, signKeys } from '../../survey-schema/credentials/key-registration.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import type { Credential } from '../http/credential.ts'
import { equalBytes, fromHex, toHex } from '../sealing/bytes.ts'
import { read } from '../store/port.ts'
import { byMachine, entered } from '../store/queries/audit.ts'
import { addPublicKeys, type PublicKeys, publicKeysOf } from '../store/queries/public-keys.ts'
import { type AddedKeys, KeysToAdd, type OwnOrganisation } from './organisation-answers.ts'

const told = ({ generation, signing, statements, first_edition, last_edition }: PublicKeys): OwnOrganisation['keys'][number] => ({
  generation,
  signing: toHex(signing),
  statements: toHex(statements),
  first_edition,
  last_edition,
})

export const toldKeys = (keys: readonly PublicKeys[]): OwnOrganisation['keys'] => keys.map(told)

interface Offered {
  readonly signing: Uint8Array
  readonly statements: Uint8Array
  readonly proof: Uint8Array
  readonly byPrevious: Uint8Array | null
}

const refused = (pointer: string, rule: string) => new ProblemError('invalid-signature', [{ pointer, rule }])

/** @throws ProblemError 'invalid-request', 'unknown-key' naming fields of ours */
export function offeredKeys(body: unknown): Offered {
  const parsed = KeysToAdd.safeParse(body)
  if (!parsed.success) {
    const { issues } = parsed.error
    if (issues.some(({ code }) => code === 'unrecognized_keys'))
      throw new ProblemError('unknown-key', [{ pointer: '', rule: 'unknown_key' }])
    throw new ProblemError(
      'invalid-request',
      issues.map(({ path }) => ({ pointer: path[0] === undefined ? '' : `/${String(path[0])}`, rule: 'invalid_type' })),
    )
  }
  const { signing, statements, proof, by_previous: byPrevious } = parsed.data
  return {
    signing: fromHex(signing, 32),
    statements: fromHex(statements, 32),
    proof: fromHex(proof, 64),
    byPrevious: byPrevious === undefined ? null : fromHex(byPrevious, 64),
  }
}

/** The same, made in memory from the secret that came with the request: there is no signature of keys before. */
export function keysOfSecret(secret: SecretKeys, { organisation, publicKeys }: Credential): Offered {
  const [signing, statements] = [secret.signing.publicKey, secret.statements.publicKey]
  const { generation } = generationOf({ signing, statements }, publicKeys)
  return { signing, statements, proof: signKeys({ organisation, generation, signing, statements }, secret), byPrevious: null }
}

/** The next one, or the newest where these keys are it. */
function generationOf({ signing, statements }: Pick<Offered, 'signing' | 'statements'>, publicKeys: readonly PublicKeys[]) {
  const newest = publicKeys.at(-1)
  const again = newest !== undefined && equalBytes(newest.signing, signing) && equalBytes(newest.statements, statements)
  return { newest, again, generation: (newest?.generation ?? 0) + (again ? 0 : 1) }
}

/**
 * The keys are the newest generation, now or by this very request before; the one before stays good until the open edition closes.
 * @throws ProblemError 'invalid-signature' for a proof that does not fit, a missing signature of the keys before, or keys that somebody has
 */
export async function addKeys(
  offered: Offered,
  { organisation, publicKeys }: Credential,
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
): Promise<AddedKeys> {
  const { signing, statements, proof, byPrevious } = offered
  const { newest, again, generation } = generationOf(offered, publicKeys)
  const keys: KeysToRegister = { organisation, generation, signing, statements }
  if (!areSignedBy(keys, proof, signing)) throw refused('/proof', 'wrong_signature')
  if (again) return { keys: toldKeys(publicKeys) }
  if (!isStatementKey(statements)) throw refused('/statements', 'no_key')
  // Whoever has lost the secret before asks the administrator of the server, who looks at the fingerprint.
  if (newest && !byPrevious) throw refused('/by_previous', 'required')
  if (newest && byPrevious && !areSignedBy(keys, byPrevious, newest.signing)) throw refused('/by_previous', 'wrong_signature')
  const entry = entered({ action: 'register-keys', ...byMachine(organisation), subject: String(organisation), day: clock.day() })
  const [, added] = await store.batch([...addPublicKeys(keys), entry])
  // Somebody else's keys, earlier ones of its own, or two requests at once.
  if (added.changes !== 1) throw refused('/signing', 'held_already')
  return { keys: toldKeys(await read(store, publicKeysOf(organisation))) }
}
