/** What a browser is asked about passkeys and what it answers, as JSON (WebAuthn level 3, chapter 5). Extra members of an answer are not read. */
import * as z from 'zod'

const Bytes = z.string().regex(/^[A-Za-z0-9_-]{1,12000}$/)

export const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

/** The results of extensions are read for one thing: whether the passkey can make a secret for the browser. The secret itself is never sent. */
export const Registration = z
  .strictObject({
    id: Bytes,
    rawId: Bytes,
    type: z.literal('public-key'),
    response: z.strictObject({
      clientDataJSON: Bytes,
      attestationObject: Bytes,
      transports: z.array(z.enum(TRANSPORTS)).max(TRANSPORTS.length).default([]),
    }),
    clientExtensionResults: z.strictObject({ prf: z.strictObject({ enabled: z.boolean() }).optional() }),
  })
  .meta({ id: 'PasskeyRegistration' })

export const Assertion = z
  .strictObject({
    id: Bytes,
    rawId: Bytes,
    type: z.literal('public-key'),
    response: z.strictObject({
      clientDataJSON: Bytes,
      authenticatorData: Bytes,
      signature: Bytes,
      userHandle: Bytes.nullable().optional(),
    }),
    clientExtensionResults: z.strictObject({}),
  })
  .meta({ id: 'PasskeyAssertion' })

const Descriptor = z.object({ type: z.literal('public-key'), id: z.string(), transports: z.array(z.string()) })

export const CreationOptions = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
    timeout: z.int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(Descriptor),
    authenticatorSelection: z.object({ residentKey: z.literal('required'), userVerification: z.literal('required') }),
    extensions: z.object({ prf: z.object({}) }),
  })
  .meta({ id: 'PasskeyCreationOptions', description: 'For `navigator.credentials.create`.' })

export const RequestOptions = z
  .object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.int(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(Descriptor).describe('Always empty: the device finds the passkey, so nobody is named.'),
  })
  .meta({ id: 'PasskeyRequestOptions', description: 'For `navigator.credentials.get`.' })
