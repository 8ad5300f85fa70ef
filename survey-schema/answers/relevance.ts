/**
 * Which questions apply, in one pass: a condition refers only to earlier questions. Three outcomes, kept apart: the question is
 * asked; it does not apply (`not_applicable`); it is unknown whether it applies, because its controlling answer is a state
 * (`not_asked`).
 */

import { QUESTIONS, type QuestionId, questionById } from '../questionnaire/index.ts'
import { type Condition, type Group, isUnanswered } from '../questionnaire/question.ts'

export type Relevance = 'ask' | 'not_applicable' | 'not_asked'

export type GivenAnswers = Readonly<Record<string, unknown>>
export type GivenGroups = { readonly [group in Group]?: unknown }

/** The answer that a condition looks at: codes, or one of the two reasons for having none. */
type ControllingAnswer = { readonly codes: readonly unknown[] } | 'not_applicable' | 'not_asked'

const BY_RELEVANCE = { true: 'ask', false: 'not_applicable', unknown: 'not_asked' } as const
type Truth = keyof typeof BY_RELEVANCE

/** Relevance of every question. Takes answers as sent or as stored; answers to questions that do not apply are ignored. */
export function relevance(answers: GivenAnswers, groups: GivenGroups): ReadonlyMap<QuestionId, Relevance> {
  const found = new Map<QuestionId, Relevance>()
  for (const { id, askIf } of QUESTIONS) found.set(id, askIf ? BY_RELEVANCE[truth(askIf, answers, groups, found)] : 'ask')
  return found
}

function truth(condition: Condition, answers: GivenAnswers, groups: GivenGroups, found: ReadonlyMap<string, Relevance>): Truth {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const parts = condition.args.map((part) => truth(part, answers, groups, found))
      const decisive = condition.op === 'or' ? 'true' : 'false'
      if (parts.includes(decisive)) return decisive
      if (parts.includes('unknown')) return 'unknown'
      return condition.op === 'or' ? 'false' : 'true'
    }
    case 'any_row':
      return anyRow(rowsOf(groups, condition.q), condition.q, condition.values)
    default: {
      const answer = controllingAnswer(condition.q, answers, found)
      if (answer === 'not_asked') return 'unknown'
      if (answer === 'not_applicable') return 'false'
      if (condition.op === 'answered') return 'true'
      return answer.codes.some((code) => condition.values.includes(code as string)) ? 'true' : 'false'
    }
  }
}

function controllingAnswer(id: string, answers: GivenAnswers, found: ReadonlyMap<string, Relevance>): ControllingAnswer {
  const state = found.get(id)
  if (state !== 'ask') return state ?? 'not_asked'
  const answer = answers[id]
  if (answer === undefined) return 'not_asked'
  const codes = Array.isArray(answer) ? answer : [answer]
  if (codes.some(isUnanswered)) return codes.includes('not_applicable') ? 'not_applicable' : 'not_asked'
  return { codes }
}

const rowsOf = (groups: GivenGroups, id: string): unknown => {
  const group = questionById(id)?.group
  return group ? groups[group] : undefined
}

/** True if one row has the value; without one, unknown if any row lacks an answer. */
function anyRow(rows: unknown, id: string, values: readonly string[]): Truth {
  if (!Array.isArray(rows)) return 'unknown'
  let open = false
  for (const row of rows) {
    const answer = (row as Readonly<Record<string, unknown>> | null)?.[id]
    if (values.includes(answer as string)) return 'true'
    if (answer === undefined || isUnanswered(answer)) open = true
  }
  return open ? 'unknown' : 'false'
}
