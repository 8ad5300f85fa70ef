/** What the routes of a partner's cases take and answer, as schemas: they describe the API and type the answers. */
import * as z from 'zod'
import { submissionSchema } from '../../survey-schema/answers/shapes.ts'
import type { Described } from '../http/operation.ts'

const monthOf = z.string().describe('`YYYY-MM`; nothing finer is kept.')

/** Judged by `receive`; a test keeps the two alike. */
export const Submission = submissionSchema.meta({ id: 'Submission' })

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

export const CaseReference = z.strictObject({ partner_case_key: z.string() }).meta({ id: 'CaseReference' })

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
