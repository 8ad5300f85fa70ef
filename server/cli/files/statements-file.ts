/** Statements beside the bundle that they belong to, until they are published: sealed already, and for the editors alone. */
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import { type StatementsSealed, statementsToSend } from '../../editors/build/statements.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { fromBase64 } from '../../sealing/bytes.ts'

const statementsFile = z.strictObject({
  schema: z.literal('jnatip-statements/1'),
  bundle: z.string().regex(/^[0-9a-f]{64}$/),
  editions: z.array(
    z.strictObject({
      edition: z.string(),
      statements: z.array(z.strictObject({ organisation: z.int().min(1), enc: z.string(), ciphertext: z.string() })),
    }),
  ),
})
export type StatementsFile = Readonly<z.infer<typeof statementsFile>>

/** @param bundle checksum */
export const statementsText = (bundle: string, editions: readonly StatementsSealed[]): string =>
  `${JSON.stringify({
    schema: 'jnatip-statements/1',
    bundle,
    editions: editions.map((one) => ({ edition: one.edition, statements: statementsToSend(one) })),
  })}\n`

/** @throws Refusal for a file of another kind, or of another bundle */
export function readStatements(text: string, bundle: string): StatementsFile {
  let read: StatementsFile
  try {
    read = statementsFile.parse(parseJson(text))
    for (const { statements } of read.editions) for (const { enc } of statements) fromBase64(enc, 32)
  } catch {
    throw new Refusal('invalid-file', 'these are no statements as `build` writes them')
  }
  if (read.bundle !== bundle) throw new Refusal('statements-of-another-bundle', 'these statements were made with another bundle')
  return read
}
