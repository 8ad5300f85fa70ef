/**
 * The shape of a submission as a schema, generated from the questionnaire: for the API description and other
 * people's validators. `receive` alone accepts or refuses; a test keeps the two equal.
 */
import { z } from 'zod'
import { type KnownQuestion, QUESTIONNAIRE_VERSIONS, QUESTIONS } from '../questionnaire/index.ts'
import { type Group, RESERVED } from '../questionnaire/question.ts'
import { LANGUAGE_IDS } from '../text.ts'
import { answerCodes } from './answer-codes.ts'
import { GROUP_ROWS } from './columns.ts'
import { CONFIRMABLE } from './rules.ts'
import { sentSignatureSchema } from './sent-signature-shape.ts'
import { SUBMISSION_SCHEMA } from './strip.ts'

const reserved = RESERVED.map((entry) => entry.code)

/** A year, or a date that intake cuts to its year. */
const date = z.union([z.int().min(1900).max(2700), z.string().max(40)])

function answerShape(question: KnownQuestion): z.ZodType {
  const states: readonly string[] = question.reserved ? reserved : []
  const { codes } = answerCodes(question.id)
  switch (question.type) {
    case 'single':
      return z.enum([...codes, ...states])
    case 'multiple': {
      const several = z.array(z.enum([...codes, ...states])).max(question.max ?? codes.length)
      return question.reserved ? z.union([several, z.enum(states)]) : several
    }
    case 'date_precision':
      return z.union([date, z.strictObject({ value: date, precision: z.enum(['year', 'month', 'day']).optional() })])
    case 'text':
      return z
        .string()
        .min(1)
        .max(question.max ?? 0)
  }
}

function shapeOf(group: Group | null) {
  return z.strictObject(
    Object.fromEntries(
      QUESTIONS.filter((question) => question.group === group && question.privacy !== 'direct_identifier').map((question) => [
        question.id,
        (question.required ? answerShape(question) : answerShape(question).optional()).describe(`${question.en} / ${question.ja}`),
      ]),
    ),
  )
}

const shared = {
  schema: z.literal(SUBMISSION_SCHEMA),
  questionnaire: z.enum(QUESTIONNAIRE_VERSIONS).optional(),
  language: z.enum(LANGUAGE_IDS).optional(),
  confirmed: z.array(z.enum(CONFIRMABLE)).optional(),
  groups: z.strictObject({
    route_legs: z.array(shapeOf('route_legs')).min(1).max(GROUP_ROWS.route_legs),
    contact_steps: z.union([z.array(shapeOf('contact_steps')).max(GROUP_ROWS.contact_steps), z.literal('not_asked')]).optional(),
  }),
}

/** The body of `POST /api/v1/cases` without the keys that intake drops by their heading, with the case reference in clear. */
export const submissionSchema = z.strictObject({ ...shared, answers: shapeOf(null) })

/** The same with tag and signature in the place of the case reference. */
export const signedSubmissionSchema = z.strictObject({
  ...shared,
  answers: shapeOf(null).omit({ partner_case_key: true }),
  signed: sentSignatureSchema,
})
