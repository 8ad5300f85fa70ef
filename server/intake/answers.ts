/** What the routes of a partner's cases take and answer, as schemas: they describe the API and type the answers. */
import * as z from 'zod'
import { tagShape } from '../../survey-schema/answers/sent-signature-shape.ts'
import { signedSubmissionSchema, submissionSchema } from '../../survey-schema/answers/shapes.ts'
import type { Described } from '../http/operation.ts'

const monthOf = z.string().describe('`YYYY-MM`; nothing finer is kept.')

/** Judged by `receive`; a test keeps the two alike. */
export const Submission = z
  .union([submissionSchema, signedSubmissionSchema])
  .meta({ id: 'Submission', description: 'With its case reference, or with tag and signature in the place of it.' })

export const Receipt = z
  .object({
    id: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .describe('Random id of the case.'),
    receipt: z
      .string()
      .regex(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
      .describe('Shown once; only a hash is kept.'),
    stripped: z.array(z.object({ path: z.string(), kind: z.string() })).describe('What was dropped unread, by our name of its kind.'),
    generalised: z.array(z.object({ path: z.string(), to: z.string() })).describe('What was made coarser, and to which level.'),
    flags: z.array(z.string()).describe('Checks that ask for a second look. They do not block.'),
  })
  .meta({ id: 'Receipt' })

export const Corrected = Receipt.omit({ receipt: true }).meta({ id: 'Corrected' })

export const Found = z.object({ id: z.string(), month: monthOf }).meta({ id: 'Found' })

export const CaseReference = z
  .union([
    z.strictObject({ tag: tagShape, earlier: tagShape.optional().describe('The tag under the keys before.') }),
    z.strictObject({ partner_case_key: z.string() }),
  ])
  .meta({
    id: 'CaseReference',
    description: 'The reference itself only with `JNATIP-Secret`, or of an organisation without public keys in a network of before.',
  })

/** Tags of one question. */
export const MOST_TAGS = 500

export const Tags = z.strictObject({ tags: z.array(tagShape).min(1).max(MOST_TAGS) }).meta({ id: 'Tags' })

export const HeldCases = z
  .object({
    held: z
      .array(z.object({ tag: z.string(), id: z.string(), version: z.int() }))
      .describe('Those of the tags whose case you hold, in the order of the tags. A withdrawn case is not there.'),
  })
  .meta({ id: 'HeldCases' })
export type HeldCases = Described<typeof HeldCases>

export const OwnCases = z
  .object({
    cases: z
      .array(
        z.object({
          id: z.string(),
          month: monthOf,
          edition: z.string(),
          state: z
            .enum(['open', 'frozen'])
            .describe('`open`: may be corrected or withdrawn. `frozen`: its edition is closed; it may only be withdrawn.'),
        }),
      )
      .describe('In the order of their random ids. A withdrawn case is not there.'),
    next: z.string().nullable().describe('To be given as `after` for the next page.'),
  })
  .meta({ id: 'OwnCases' })
export type OwnCases = Described<typeof OwnCases>

export const CaseId = z.object({ id: z.string().describe('Of the case.') })

/** Where the name comes more than once, the first counts. */
export const After = z.object({
  after: z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().regex(/^([0-9a-f]{32})?$/))
    .default('')
    .describe('Id after which the page begins.'),
})
