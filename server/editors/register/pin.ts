/** What a build machine trusts: the keys of the people who sign, and what the newest register that it has used held. */
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import { memoryOf, type RegisterMemory, requireContinued } from './continuity.ts'
import { type RegisterContent, registerChecksum, type SignedRegister } from './register.ts'
import { RegisterRefused } from './register-refused.ts'
import { signersOf } from './signed-document.ts'

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)

const pinFile = z.strictObject({
  schema: z.literal('jnatip-pin/1'),
  /** Public keys, hexadecimal; two at least. */
  signers: z.array(hex32).min(2).max(20),
  newest: z
    .strictObject({
      number: z.int().min(1),
      checksum: hex32,
      editions: z.array(z.strictObject({ id: z.string(), digest: hex32 })),
      organisations: z.array(
        z.strictObject({
          number: z.int().min(1),
          keys: z.array(z.strictObject({ generation: z.int().min(1), digest: hex32, first_edition: z.string().nullable() })),
        }),
      ),
    })
    .nullable(),
})

export interface Pin {
  readonly schema: 'jnatip-pin/1'
  readonly signers: readonly string[]
  /** What it held stays in every later one. */
  readonly newest: (RegisterMemory & { readonly number: number; readonly checksum: string }) | null
}

/** @param signers public keys, hexadecimal  @throws RegisterRefused 'pin-malformed' unless they are two or more different ones */
export function newPin(signers: readonly string[]): Pin {
  return requireTwo({ schema: 'jnatip-pin/1', signers: [...new Set(signers)].sort(), newest: null })
}

/** @throws RegisterRefused 'pin-malformed' */
export function readPin(text: string): Pin {
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    value = null
  }
  const read = pinFile.safeParse(value)
  if (!read.success) throw new RegisterRefused('pin-malformed')
  return requireTwo(read.data)
}

function requireTwo(pin: Pin): Pin {
  if (new Set(pin.signers).size < 2 || new Set(pin.signers).size < pin.signers.length) throw new RegisterRefused('pin-malformed')
  return pin
}

export const pinText = ({ schema, signers, newest }: Pin): string => `${JSON.stringify({ schema, signers, newest }, null, 2)}\n`

/** A register that two trusted people signed, and who they are. */
export interface TrustedRegister {
  readonly content: RegisterContent
  /** Hexadecimal. */
  readonly checksum: string
  /** Public keys, hexadecimal, in their own order. */
  readonly signers: readonly string[]
}

interface Trusted {
  readonly register: TrustedRegister
  readonly pin: Pin
}

/**
 * The register, and the pin that remembers it.
 * @param between registers after the newest one that was used, oldest first: each must continue the one before it, so that none is passed over that others signed
 * @throws RegisterRefused 'signatures-missing', 'signature-wrong', or beside the newest one that was used 'older', 'another', 'skipped', 'other-before' or 'not-continued'
 */
export function trusted(register: SignedRegister, pin: Pin, between: readonly SignedRegister[] = []): Trusted {
  return trustedNext(
    register,
    between.reduce((known, one) => trustedNext(one, known).pin, pin),
  )
}

function trustedNext(register: SignedRegister, pin: Pin): Trusted {
  const { signatures, ...content } = register
  const checksum = registerChecksum(register)
  const signers = signersOf(signatures, checksum, pin.signers)
  const { newest } = pin
  if (newest !== null && content.number < newest.number) throw new RegisterRefused('older')
  if (newest !== null && content.number === newest.number && checksum !== newest.checksum) throw new RegisterRefused('another')
  if (newest !== null && content.number > newest.number + 1) throw new RegisterRefused('skipped')
  if (newest !== null && content.number === newest.number + 1 && content.previous !== newest.checksum)
    throw new RegisterRefused('other-before')
  if (newest !== null) requireContinued(content, newest)
  return { register: { content, checksum, signers }, pin: { ...pin, newest: { number: content.number, checksum, ...memoryOf(content) } } }
}
