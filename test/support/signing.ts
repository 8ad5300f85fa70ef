/** A partner that has a secret: registers its public keys and signs, as our programs do. */
import { signKeys } from '../../survey-schema/credentials/key-registration.ts'
import { keysOf, type SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { type Signer, signedSubmission } from '../../survey-schema/credentials/signed-submission.ts'
import { CONTEXT } from './records.ts'

export interface OwnRegister {
  readonly number: number
  readonly open_edition: { readonly id: string; readonly layout: number } | null
  readonly keys: readonly { readonly generation: number; readonly signing: string; readonly last_edition: string | null }[]
  readonly references: string
}

type Request = (path: string, init?: RequestInit) => Response | Promise<Response>

export const secretOf = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** @param request of an app, or of a server over HTTP  @param key of the organisation */
export function signingPartner(request: Request, key: string, secret: Uint8Array = secretOf(7), before: Uint8Array | null = null) {
  const keys = keysOf(secret)
  const earlier: SecretKeys | null = before ? keysOf(before) : null
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  const organisation = async (): Promise<OwnRegister> =>
    (await (await request('/api/v1/organisation', { headers: { Authorization: headers.Authorization } })).json()) as OwnRegister
  const signer = async (): Promise<Signer> => {
    const { number, open_edition, keys: held } = await organisation()
    const generation = held.find(({ signing }) => signing === hex(keys.signing.publicKey))?.generation ?? 1
    return { organisation: number, edition: open_edition?.id ?? 'none', generation, keys, earlier }
  }
  return {
    keys,
    organisation,
    signer,
    /** Answers as the server does. @param previous keys whose holder agrees  @param given fields in the place of the right ones */
    async register(previous: SecretKeys | null = earlier, given: object = {}): Promise<Response> {
      const { number, keys: held } = await organisation()
      const newest = held.at(-1)
      const again = newest?.signing === hex(keys.signing.publicKey)
      const generation = (newest?.generation ?? 0) + (again ? 0 : 1)
      const offered = { organisation: number, generation, signing: keys.signing.publicKey, statements: keys.statements.publicKey }
      return request('/api/v1/organisation/keys', {
        method: 'POST',
        headers,
        body: JSON.stringify({
          signing: hex(offered.signing),
          statements: hex(offered.statements),
          proof: hex(signKeys(offered, keys)),
          ...(previous ? { by_previous: hex(signKeys(offered, previous)) } : {}),
          ...given,
        }),
      })
    },
    /** The body to send, signed for the open edition unless another signer is given. */
    async signed(submission: object, version = 1, given: Partial<Signer> = {}): Promise<SignedBody> {
      // A whole signer asks the server no more: questions are counted.
      const whole = given.organisation !== undefined && given.edition !== undefined && given.generation !== undefined
      const own = whole ? { keys, earlier } : await signer()
      return signedSubmission(submission, version, { ...own, ...given } as Signer, CONTEXT).body as SignedBody
    },
  }
}

export interface SignedBody {
  readonly answers: Readonly<Record<string, unknown>>
  readonly signed: {
    readonly tag: string
    readonly signature: string
    readonly generation: number
    readonly edition: string
    readonly earlier?: string
  }
}
