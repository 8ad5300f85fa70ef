/** What the routes of an organisation take and answer, as schemas: they describe the API and type the answers. */
import * as z from 'zod'
import type { Described } from '../http/operation.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))

const PublicKeySet = z
  .object({
    generation: z.int().describe('From 1.'),
    signing: hex(32).describe('Ed25519.'),
    statements: hex(32).describe('X25519.'),
    first_edition: z.string().nullable().describe('That was open when the keys came; null where none was.'),
    last_edition: z.string().nullable().describe('Last one for which they may sign; null for the newest keys.'),
  })
  .meta({ id: 'PublicKeySet' })

export const OwnOrganisation = z
  .object({
    existing_record_rule: z
      .object({ year: z.int() })
      .nullable()
      .describe('Year of the registered rule for the research use of existing records (R22); null where none is registered.'),
    number: z.int().describe('Number of the organisation in the register, a part of what it signs.'),
    open_edition: z
      .object({ id: z.string(), layout: z.union([z.literal(1), z.literal(2)]) })
      .nullable()
      .describe('For which cases are signed; null while none is open.'),
    year: z.int().describe('By which the server judges years: it is a part of what follows from the answers.'),
    references: z
      .enum(['signed', 'secret', 'plain'])
      .describe(
        '`signed`: cases come with tag and signature. `secret`: this organisation has to register public keys first. `plain`: it sends its case references in clear.',
      ),
    keys: z.array(PublicKeySet).describe('Your own, the oldest first.'),
    earlier_withdrawals: z
      .object({ until: z.int().describe('Year until which cases came under tags of the server.') })
      .nullable()
      .describe(
        'Withdrawn or destroyed cases of before stand under tags that nobody has translated: a case of one of these years, sent again, may be one of them. Of the whole network; null where none is left.',
      ),
  })
  .meta({ id: 'Organisation' })
export type OwnOrganisation = Described<typeof OwnOrganisation>

export const KeysToAdd = z
  .strictObject({
    signing: hex(32),
    statements: hex(32),
    proof: hex(64).describe('The new signing key signs number, generation and both public keys.'),
    by_previous: hex(64)
      .optional()
      .describe('The signing key of the generation before signs the same; needed from the second generation on.'),
  })
  .meta({ id: 'KeysToAdd' })

export const AddedKeys = z.object({ keys: z.array(PublicKeySet) }).meta({ id: 'AddedKeys' })
export type AddedKeys = Described<typeof AddedKeys>
