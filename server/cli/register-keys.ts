/** The public keys of a secret are registered with a server, which sees a proof that the secret is at hand and never the secret. */
import { signKeys } from '../../survey-schema/credentials/key-registration.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask } from '../http/ask.ts'
import { Refusal } from '../runtime/refusal.ts'
import { toHex } from '../sealing/bytes.ts'
import { ownRegister, type ServerAndKey } from './own-register.ts'

/**
 * The keys are the newest of the organisation, now or before.
 * @param previous of the generation before, whose holder agrees; null for the first one
 * @returns their generation
 * @throws Refusal as the server refuses; NotSent
 */
export async function registerKeys(server: ServerAndKey, keys: SecretKeys, previous: SecretKeys | null): Promise<number> {
  const { number: organisation, keys: held } = await ownRegister(server)
  const newest = held.at(-1)
  const again = newest?.signing === toHex(keys.signing.publicKey)
  const generation = (newest?.generation ?? 0) + (again ? 0 : 1)
  if (newest && !again && !previous)
    throw new Refusal(
      'previous-secret-missing',
      'the organisation has keys already: name the secret before with --previous-secret-file. Where it is lost, the administrator of the server adds the new keys (`keys public`)',
    )
  const offered = { organisation, generation, signing: keys.signing.publicKey, statements: keys.statements.publicKey }
  const response = await ask(server.url, '/api/v1/organisation/keys', {
    method: 'POST',
    key: server.key,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      signing: toHex(offered.signing),
      statements: toHex(offered.statements),
      proof: toHex(signKeys(offered, keys)),
      ...(previous ? { by_previous: toHex(signKeys(offered, previous)) } : {}),
    }),
  })
  if (response.ok) {
    await response.body?.cancel()
    return generation
  }
  const { slug, errors } = await answeredProblem(response)
  throw new Refusal(slug, `the server refused the keys (${[slug, ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)].join(', ')})`)
}
