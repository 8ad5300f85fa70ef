/** The version of a case as it travels in `ETag` and `If-Match`. */
import * as z from 'zod'
import { refusingBare, validated } from '../http/validated.ts'

export const entityTag = (version: number): string => `"${version}"`

/** The version that the sender read, as a number in `If-Match`. @throws ProblemError 'precondition-required' where it names not exactly one */
export const ifMatch = validated(
  'header',
  z.object({
    'If-Match': z
      .string()
      .regex(/^"[1-9]\d{0,8}"$/)
      .transform((tag) => Number(tag.slice(1, -1)))
      .describe('The `ETag` of the version that was read: `"1"`.'),
  }),
  refusingBare('precondition-required'),
)

/** Header of an answer. */
export const VERSION = { ETag: 'Version of the case.' } as const
