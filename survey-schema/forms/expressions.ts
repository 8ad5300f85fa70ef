/** Conditions and answers as XPath, once for both forms: the XForm names nodes by path, the workbook as `${name}`. */
import { answerCodes } from '../answers/answer-codes.ts'
import { type KnownQuestion, questionById } from '../questionnaire/index.ts'
import { type Condition, RESERVED } from '../questionnaire/question.ts'

/** How a form names a node. */
export type NodeName = (name: string) => string
export type Expression = (node: NodeName) => string

const STATES = RESERVED.map((state) => state.code)

/**
 * True exactly where `relevance` says that the question is asked. A form may keep what was typed before its question went
 * away, so the condition of a controlling question is asked along with its answer.
 */
export function relevantWhere(condition: Condition): Expression {
  switch (condition.op) {
    case 'and':
    case 'or':
      return (node) => condition.args.map((part) => `(${relevantWhere(part)(node)})`).join(` ${condition.op} `)
    case 'any_row': {
      const group = questionById(condition.q)?.group as string
      return (node) => `count(${node(group)}[${either(condition.values, (value) => `${condition.q} = '${value}'`)}]) > 0`
    }
    case 'in':
      return asked(condition.q, (name) => either(condition.values, (value) => `${name} = '${value}'`))
    case 'includes_any':
      return asked(condition.q, (name) => either(condition.values, (value) => `selected(${name}, '${value}')`))
    case 'answered':
      return asked(condition.q, (name) => `${name} != '' and not(${either(STATES, (state) => `selected(${name}, '${state}')`)})`)
  }
}

function asked(id: string, holds: (name: string) => string): Expression {
  const own = questionById(id)?.askIf
  return (node) => (own ? `(${holds(node(id))}) and (${relevantWhere(own)(node)})` : holds(node(id)))
}

const either = (values: readonly string[], one: (value: string) => string) => values.map(one).join(' or ')

/** Codes and states that stand alone in a question with several answers. */
export function alone(question: KnownQuestion): readonly string[] {
  return [...answerCodes(question.id).alone, ...(question.reserved ? STATES : [])]
}

/** Rules R10 and R18, and how many may be named; null where any answer will do. */
export function severalConstraint(question: KnownQuestion): Expression | null {
  const apart = alone(question)
  const parts = [
    ...(apart.length > 0 ? [`count-selected(.) <= 1 or not(${either(apart, (code) => `selected(., '${code}')`)})`] : []),
    ...(question.max === null ? [] : [`count-selected(.) <= ${question.max}`]),
  ]
  return parts.length === 0 ? null : () => parts.map((part) => (parts.length > 1 ? `(${part})` : part)).join(' and ')
}
