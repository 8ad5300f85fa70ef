/** Invitations of affected persons are made on this machine: the server gets the signed list of their public keys, and no code. */
import { type MadeInvitations, makeInvitations } from '../../survey-schema/credentials/made-invitations.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask } from '../http/ask.ts'
import { Refusal } from '../runtime/refusal.ts'
import { toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { ownRegister, type ServerAndKey } from './own-register.ts'

export interface NewInvitations {
  readonly codes: readonly string[]
  /** By which a statement knows the answers, hexadecimal and sorted. */
  readonly tags: readonly string[]
  /** With which they end. */
  readonly edition: string
  /** Until then they are good for nothing. @throws Refusal as the server refuses; NotSent */
  register(): Promise<void>
}

/** @throws Refusal where no edition is open, or the public keys of the secret are not registered; NotSent */
export async function newInvitations(server: ServerAndKey, secret: SecretKeys, number: number): Promise<NewInvitations> {
  const { number: organisation, open_edition: open, keys } = await ownRegister(server)
  if (!open) throw new Refusal('no-open-edition', 'no edition is open for cases; nothing was made')
  const own = keys.find(({ signing }) => signing === toHex(secret.signing.publicKey))
  if (!own) throw new Refusal('secret-not-registered', 'the public keys of this secret are not registered: `keys register` does it')
  const bits = Array.from({ length: number }, () => randomBytes(12))
  const made = makeInvitations(bits, { organisation, edition: open.id, generation: own.generation }, secret.signing.privateKey)
  return { codes: made.codes, tags: made.tags, edition: open.id, register: () => registerList(server, made.body) }
}

async function registerList(server: ServerAndKey, body: MadeInvitations['body']): Promise<void> {
  const response = await ask(server.url, '/api/v1/answer-invitations', {
    method: 'POST',
    key: server.key,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok) return void (await response.body?.cancel())
  const { slug, errors } = await answeredProblem(response)
  throw new Refusal(
    slug,
    `the server refused the invitations (${[slug, ...errors.map(({ pointer, rule }) => `${pointer} ${rule}`)].join(', ')}); the codes are good for nothing`,
  )
}
