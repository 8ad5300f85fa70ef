/** The public half of an organisation's secret as `keys secret` writes it: for whoever registers it on the server, and for the register that two people sign. */
import * as z from 'zod'
import { isStatementKey } from '../../survey-schema/credentials/key-registration.ts'
import type { SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { fromHex, toHex } from '../sealing/bytes.ts'
import { fingerprint } from '../sealing/fingerprint.ts'

const SCHEMA = 'jnatip-organisation-keys/1'
const hex = z.string().regex(/^[0-9a-f]{64}$/)
const Shape = z.strictObject({ schema: z.literal(SCHEMA), signing: hex, statements: hex, fingerprint: z.string() })

export const organisationKeysFile = ({ signing, statements }: SecretKeys): string =>
  `${JSON.stringify(
    {
      schema: SCHEMA,
      signing: toHex(signing.publicKey),
      statements: toHex(statements.publicKey),
      fingerprint: fingerprint(signing.publicKey),
    },
    null,
    2,
  )}\n`

/** @throws RangeError when the text is not such a file, or the fingerprint is not that of the signing key */
export function readOrganisationKeysFile(text: string): { readonly signing: Uint8Array; readonly statements: Uint8Array } {
  let parsed: z.infer<typeof Shape>
  try {
    parsed = Shape.parse(JSON.parse(text))
  } catch {
    throw new RangeError('not the public keys of an organisation as `keys secret` writes them')
  }
  const [signing, statements] = [fromHex(parsed.signing, 32), fromHex(parsed.statements, 32)]
  if (fingerprint(signing) !== parsed.fingerprint || !isStatementKey(statements))
    throw new RangeError('the fingerprint does not belong to the keys')
  return { signing, statements }
}
