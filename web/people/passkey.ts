/** Passkeys in this browser. What a passkey makes for the page (PRF) stays here: it is no part of what is sent. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { Refused } from '../client.ts'
import { Anything, SignedIn } from './answer-schemas.ts'
import { ask } from './session-client.ts'

export const knowsPasskeys = browserSupportsWebAuthn

/** @throws Refused; `passkey-cancelled` where the person or the browser ended it */
export async function signInWithPasskey(): Promise<void> {
  const optionsJSON = (await ask('POST', '/sign-in/passkey/options', Anything)) as PublicKeyCredentialRequestOptionsJSON
  const { id, rawId, type, response } = await startAuthentication({ optionsJSON }).catch(cancelled)
  const { clientDataJSON, authenticatorData, signature, userHandle } = response
  const answer = { clientDataJSON, authenticatorData, signature, ...(userHandle === undefined ? {} : { userHandle }) }
  await ask('POST', '/sign-in/passkey', SignedIn, { id, rawId, type, response: answer, clientExtensionResults: {} })
}

/** @throws Refused as above */
export async function addPasskey(): Promise<void> {
  const optionsJSON = (await ask('POST', '/account/passkeys/options', Anything)) as PublicKeyCredentialCreationOptionsJSON
  const { id, rawId, type, response, clientExtensionResults } = await startRegistration({ optionsJSON }).catch(cancelled)
  const { clientDataJSON, attestationObject, transports = [] } = response
  const { prf } = clientExtensionResults as { readonly prf?: { readonly enabled?: boolean } }
  await ask('POST', '/account/passkeys', Anything, {
    id,
    rawId,
    type,
    response: { clientDataJSON, attestationObject, transports },
    clientExtensionResults: prf ? { prf: { enabled: prf.enabled === true } } : {},
  })
}

function cancelled(): never {
  throw new Refused('passkey-cancelled')
}
