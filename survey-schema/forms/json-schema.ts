/**
 * A submission as JSON Schema 2020-12: its keys, codes and states, what stands alone, and what a condition leaves out. What
 * relates two answers otherwise (R02 to R09, R12 to R17, R22, R23) and identifier detection are checked by intake alone.
 */
import { answerCodes } from '../answers/answer-codes.ts'
import { GROUP_ROWS } from '../answers/columns.ts'
import { CONFIRMABLE } from '../answers/rules.ts'
import { SUBMISSION_SCHEMA } from '../answers/strip.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, questionById } from '../questionnaire/index.ts'
import { type Condition, type Group, RESERVED } from '../questionnaire/question.ts'
import { LANGUAGE_IDS } from '../text.ts'
import { FIRST_YEAR, LAST_YEAR } from '../variables/places.ts'
import { questionsOf, SENT } from './offered.ts'

type Schema = Readonly<Record<string, unknown>>

const STATES = RESERVED.map((state) => state.code)

/** Codes that nobody may send: without them a case could not be counted (R01). */
const REFUSED: readonly string[] = ['no_basis']

export function submissionJsonSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:jnatip:case:${QUESTIONNAIRE_VERSION}`,
    title: 'JNATIP case / JNATIP 事例',
    description:
      'One case as POST /api/v1/cases takes it, in its plainest form. The server also reads dates that it cuts to the year, drops keys that name identifiers, and checks answers against each other. / 事例1件の提出形式。',
    type: 'object',
    additionalProperties: false,
    required: ['schema', 'answers', 'groups'],
    properties: {
      schema: { const: SUBMISSION_SCHEMA },
      questionnaire: { const: QUESTIONNAIRE_VERSION },
      language: { enum: LANGUAGE_IDS },
      confirmed: { type: 'array', items: { enum: CONFIRMABLE } },
      answers: objectOf(null),
      groups: {
        type: 'object',
        additionalProperties: false,
        required: ['route_legs'],
        properties: {
          route_legs: { type: 'array', minItems: 1, maxItems: GROUP_ROWS.route_legs, items: objectOf('route_legs') },
          contact_steps: {
            anyOf: [{ type: 'array', maxItems: GROUP_ROWS.contact_steps, items: objectOf('contact_steps') }, { const: 'not_asked' }],
          },
        },
      },
    },
    allOf: SENT.filter((question) => question.askIf !== null).map(whereAsked),
    $defs: { state: { enum: STATES }, year: YEAR },
  }
}

const YEAR: Schema = {
  anyOf: [
    { type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR },
    { type: 'string', pattern: '^(19[89][0-9]|20[0-9]{2}|2100)$' },
  ],
}

function objectOf(group: Group | null): Schema {
  const questions = questionsOf(group)
  return {
    type: 'object',
    additionalProperties: false,
    required: questions.filter(({ required, askIf }) => required && askIf === null).map(({ id }) => id),
    properties: Object.fromEntries(questions.map((question) => [question.id, answerOf(question)])),
  }
}

function answerOf(question: KnownQuestion): Schema {
  const described = { title: question.en, description: question.ja }
  const { codes, alone } = answerCodes(question.id)
  switch (question.type) {
    case 'single':
      return { ...described, enum: [...codes.filter((code) => !REFUSED.includes(code)), ...(question.reserved ? STATES : [])] }
    case 'multiple': {
      const together = codes.filter((code) => !alone.has(code))
      const apart = [...alone, ...(question.reserved ? STATES : [])]
      const several = {
        type: 'array',
        items: { enum: together },
        ...(question.max === null ? {} : { maxItems: question.max }),
        ...(question.id === 'consent_uses' ? { contains: { const: 'aggregate_tables' } } : {}),
      }
      const single = { type: 'array', minItems: 1, maxItems: 1, items: { enum: apart } }
      return {
        ...described,
        anyOf: [several, ...(apart.length > 0 ? [single] : []), ...(question.reserved ? [{ $ref: '#/$defs/state' }] : [])],
      }
    }
    case 'date_precision': {
      const dated = { type: 'object', additionalProperties: false, required: ['value'], properties: DATED }
      return {
        ...described,
        anyOf: [{ $ref: '#/$defs/year' }, dated, ...(question.reserved ? [{ $ref: '#/$defs/state' }] : [])],
      }
    }
    case 'text':
      return { ...described, type: 'string', minLength: 1, maxLength: question.max ?? 1, pattern: '\\S' }
  }
}

const DATED: Schema = { value: { $ref: '#/$defs/year' }, precision: { const: 'year' } }

/** Where the condition does not hold there is no answer, or a state (R11); where it holds, what is required is there. */
function whereAsked({ id, required, askIf }: KnownQuestion): Schema {
  const only = (answer: Schema) => ({ properties: { answers: { properties: { [id]: answer } } } })
  return {
    if: holds(askIf as Condition),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    ...(required ? { then: { properties: { answers: { required: [id] } } } } : {}),
    else: only({ anyOf: [{ $ref: '#/$defs/state' }, { type: 'array', minItems: 1, maxItems: 1, items: { $ref: '#/$defs/state' } }] }),
  }
}

/** A controlling answer that does not itself arise is refused by its own rule, so each is looked at alone. */
function holds(condition: Condition): Schema {
  switch (condition.op) {
    case 'and':
      return { allOf: condition.args.map(holds) }
    case 'or':
      return { anyOf: condition.args.map(holds) }
    case 'any_row': {
      const row = { required: [condition.q], properties: { [condition.q]: { enum: condition.values } } }
      const group = questionById(condition.q)?.group as Group
      return { properties: { groups: { required: [group], properties: { [group]: { type: 'array', contains: row } } } } }
    }
    case 'in':
      return answered(condition.q, { enum: condition.values })
    case 'includes_any':
      return answered(condition.q, { type: 'array', contains: { enum: condition.values } })
    case 'answered':
      return answered(condition.q, { not: { anyOf: [{ enum: STATES }, { type: 'array', contains: { enum: STATES } }] } })
  }
}

const answered = (id: string, answer: Schema): Schema => ({
  properties: { answers: { required: [id], properties: { [id]: answer } } },
})
