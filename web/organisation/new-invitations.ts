/** Makes invitations on this machine; the access key and the signed list of public keys go to the server. Loaded with the first ones. */

import { bytesToHex } from '@noble/hashes/utils.js'
import { type MadeInvitations, makeInvitations } from '../../survey-schema/credentials/made-invitations.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { problemOf } from '../answer-shapes.ts'
import { client, Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'

/** @throws Refused as the server refuses, 'secret-needed', 'secret-unknown', 'no-open-edition' */
export async function newInvitations(number: number, { access, secret }: HeldCredential): Promise<MadeInvitations> {
  if (!secret) throw new Refused('secret-needed')
  const { signing } = keysOf(secret)
  const { number: organisation, openEdition: edition, keys } = await client.organisation(access)
  if (edition === null) throw new Refused('no-open-edition')
  const own = keys.find((key) => key.signing === bytesToHex(signing.publicKey))
  if (!own) throw new Refused('secret-unknown')
  const bits = Array.from({ length: number }, () => crypto.getRandomValues(new Uint8Array(12)))
  const made = makeInvitations(bits, { organisation, edition, generation: own.generation }, signing.privateKey)
  await register(made.body, access)
  return made
}

async function register(body: MadeInvitations['body'], access: string): Promise<void> {
  const response = await fetch('/api/v1/answer-invitations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${access}` },
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => null)
  if (!response) throw new Refused('no-connection')
  if (response.ok) return
  const { type, detail, errors } = problemOf(await response.json().catch(() => ({ type: 'internal' })))
  throw new Refused(type.split('/').at(-1) ?? 'internal', detail, errors)
}
