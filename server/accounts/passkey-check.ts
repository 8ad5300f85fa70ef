/**
 * What a device answered is checked by @simplewebauthn/server (WebAuthn level 3, chapter 7). No certificate of its maker is asked for or looked at:
 * checking one would make the server call other machines.
 */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { SignInOpen } from '../http/own-origin.ts'
import { fromBase64Url, toBase64Url } from '../sealing/base64url.ts'
import { challengeName } from '../sealing/challenge.ts'
import type { HeldPasskey } from '../store/queries/sign-in.ts'
import type { Assertion, Registration } from './passkey-shapes.ts'

/** Loaded with the first passkey: a server whose partners are machines never needs it. */
const library = () => import('@simplewebauthn/server')
const helpers = () => import('@simplewebauthn/server/helpers')

type Needs = Pick<SignInOpen, 'accountKey' | 'origin' | 'seconds'>

/** Host of the pages, to which a passkey belongs. */
export const hostOf = (origin: string): string => new URL(origin).hostname

interface Checking {
  readonly purpose: string
  readonly needs: Needs
}

/** Remembers under which name the challenge is noted as used. */
function expecting({ purpose, needs }: Checking) {
  let used: string | null = null
  return {
    expectedChallenge: (challenge: string) => {
      const bytes = fromBase64Url(challenge)
      used = bytes && challengeName(needs.accountKey, purpose, bytes, needs.seconds())
      return used !== null
    },
    expectedOrigin: needs.origin,
    expectedRPID: hostOf(needs.origin),
    requireUserVerification: true,
    usedChallenge: () => used,
  }
}

export interface CheckedRegistration {
  readonly credential: Uint8Array
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly synced: boolean
  readonly challenge: string
}

/** @throws ProblemError 'passkey-refused' */
export async function checkRegistration(response: z.infer<typeof Registration>, checking: Checking): Promise<CheckedRegistration> {
  const expected = expecting(checking)
  try {
    await refuseCertificates(response)
    const { verifyRegistrationResponse } = await library()
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      ...expected,
      response: response as unknown as RegistrationResponseJSON,
    })
    const [challenge, credential] = [expected.usedChallenge(), registrationInfo && fromBase64Url(registrationInfo.credential.id)]
    if (!verified || challenge === null || !credential) throw new ProblemError('passkey-refused')
    const { publicKey, counter } = registrationInfo.credential
    return { credential, publicKey: new Uint8Array(publicKey), counter, synced: registrationInfo.credentialBackedUp, challenge }
  } catch {
    // The library's own messages quote what was sent.
    throw new ProblemError('passkey-refused')
  }
}

async function refuseCertificates({ response }: z.infer<typeof Registration>): Promise<void> {
  const { decodeAttestationObject } = await helpers()
  const bytes = fromBase64Url(response.attestationObject)
  if (!bytes) throw new ProblemError('passkey-refused')
  const attestation = decodeAttestationObject(bytes as Uint8Array<ArrayBuffer>)
  if (attestation.get('fmt') !== 'none') throw new ProblemError('passkey-refused')
}

export interface CheckedAssertion {
  readonly counter: number
  readonly challenge: string
}

/** Null where the signature is not that of the passkey, or not for us, or not for this challenge. */
export async function checkAssertion(
  response: z.infer<typeof Assertion>,
  held: HeldPasskey,
  checking: Checking,
): Promise<CheckedAssertion | null> {
  const expected = expecting(checking)
  try {
    const { verifyAuthenticationResponse } = await library()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...expected,
      response: response as unknown as AuthenticationResponseJSON,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(held.public_key),
        counter: held.counter,
      },
    })
    const challenge = expected.usedChallenge()
    return verified && challenge !== null ? { counter: authenticationInfo.newCounter, challenge } : null
  } catch {
    return null
  }
}

export const challengeText = (challenge: Uint8Array): string => toBase64Url(challenge)
