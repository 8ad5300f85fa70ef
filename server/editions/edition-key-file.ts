/** The public half of an edition's key as `keys make` writes it and `keys install` reads it. */
import * as z from 'zod'
import { fromBase64, toBase64 } from '../sealing/bytes.ts'
import { fingerprint } from '../sealing/fingerprint.ts'

/** Names of editions stand in addresses and files. */
export const EDITION_ID = /^[a-z0-9][a-z0-9-]{0,31}$/

export interface EditionKeyFile {
  readonly edition: string
  readonly questionnaire: string
  readonly fictional: boolean
  readonly publicKey: Uint8Array
}

const Shape = z.strictObject({
  schema: z.literal('jnatip-edition-key/1'),
  edition: z.string().regex(EDITION_ID),
  questionnaire: z.string().regex(/^\d+\.\d+$/),
  fictional: z.boolean(),
  publicKey: z.string(),
  fingerprint: z.string(),
})

export const writeEditionKeyFile = ({ publicKey, ...rest }: EditionKeyFile): string =>
  `${JSON.stringify(
    {
      schema: 'jnatip-edition-key/1',
      ...rest,
      publicKey: toBase64(publicKey),
      fingerprint: fingerprint(publicKey),
    },
    null,
    2,
  )}\n`

/** @throws RangeError when the text is not such a file or the fingerprint is not that of the key */
export function readEditionKeyFile(text: string): EditionKeyFile {
  let parsed: z.infer<typeof Shape>
  try {
    parsed = Shape.parse(JSON.parse(text))
  } catch {
    throw new RangeError('not an edition key as `keys make` writes it')
  }
  const { edition, questionnaire, fictional } = parsed
  const publicKey = fromBase64(parsed.publicKey, 32)
  if (fingerprint(publicKey) !== parsed.fingerprint) throw new RangeError('the fingerprint does not belong to the key')
  return { edition, questionnaire, fictional, publicKey }
}
