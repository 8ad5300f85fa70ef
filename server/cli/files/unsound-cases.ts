/** The private file beside a bundle that was not built: which cases were refused, by their random ids, for a decision of two people. */
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import type { UnsoundCase } from '../../editors/build/sound-cases.ts'
import { Refusal } from '../../runtime/refusal.ts'

const unsoundFile = z.strictObject({
  schema: z.literal('jnatip-unsound-cases/1'),
  cases: z.array(z.strictObject({ edition: z.string(), id: z.string().regex(/^[0-9a-f]{32}$/), organisation: z.int(), rule: z.string() })),
})

export const unsoundText = (cases: readonly UnsoundCase[]): string =>
  `${JSON.stringify({ schema: 'jnatip-unsound-cases/1', cases }, null, 2)}\n`

/** @throws Refusal */
export function readUnsound(text: string): readonly Pick<UnsoundCase, 'edition' | 'id'>[] {
  try {
    return unsoundFile.parse(parseJson(text)).cases
  } catch {
    throw new Refusal('invalid-file', 'this is no list of refused cases as `build` writes it')
  }
}
