/** Nested differencing: of any two published cells that lie within each other by what they say, a reader subtracts one from the other. */
import { QUESTIONS, questionById } from '../../../survey-schema/questionnaire/index.ts'
import { variableById } from '../../../survey-schema/variables/index.ts'
import { ofOneStep } from '../../../survey-schema/variables/same-step.ts'
import { figureOf, holds, keyOf, type LineCondition, type SeenCell } from './meaning.ts'

export interface NestedPair {
  readonly outer: SeenCell
  readonly inner: SeenCell
}

/** Questions that everybody answers: "with an answer" says the same as "all cases" there. */
const saysNothing = ({ variable, role }: LineCondition) => {
  const question = questionById(variable)
  return role === 'answered' && question !== undefined && !question.reserved && question.askIf === null && question.group === null
}

/** A question of any step holds the same question of the first and of the last. */
const ANY_STEP: Readonly<Record<string, string>> = {
  contact_first_actor: 'step_actor',
  contact_last_actor: 'step_actor',
  'step_mode:first': 'step_mode',
}

const asAnyStep = (condition: LineCondition): LineCondition[] => {
  const variable = ANY_STEP[condition.variable]
  return variable && (condition.codes || condition.role === 'answered') ? [{ ...condition, variable }] : []
}

/** What the questionnaire lets follow: each question with the one that decides whether it arises, and the answers that make it arise. */
const FOLLOWS = QUESTIONS.flatMap(({ id, askIf }) =>
  (askIf?.op === 'and' ? askIf.args : askIf ? [askIf] : []).flatMap((condition) => {
    if (!('q' in condition) || condition.op === 'any_row') return []
    const codes: ReadonlySet<string> | null = 'values' in condition ? new Set(condition.values) : null
    return variableById(condition.q) && variableById(id) && !questionById(condition.q)?.group
      ? [{ id: id as string, on: condition.q, codes }]
      : []
  }),
)

/** A size of debt says that there was a debt. */
const asAsked = ({ variable, role, code, codes }: LineCondition): LineCondition[] =>
  codes || role === 'answered' || code === 'unknown' || code === 'declined'
    ? FOLLOWS.filter(({ id }) => id === variable).map(({ on, codes: held }) => ({
        variable: on,
        role: held ? ('value' as const) : ('answered' as const),
        codes: held,
        key: held ? `=${[...held].sort().join(' ')}` : 'answered',
        code: '',
      }))
    : []

const notApplicable = (variable: string): LineCondition => ({
  variable,
  role: 'not_applicable',
  codes: null,
  key: 'not_applicable',
  code: 'not_applicable',
})

/** Nobody who ticked "none" ticked anything else. */
const ALONE: ReadonlySet<string> = new Set(['none', 'no'])

/** Whoever had no debt was not asked for its size; nor was whoever was not even asked for something wider. */
const asNotAsked = ({ variable, role, codes }: LineCondition): LineCondition[] =>
  FOLLOWS.filter(({ on, codes: asking }) => {
    if (on !== variable) return false
    if (role === 'not_applicable') return true
    if (!codes || !asking || [...codes].some((code) => asking.has(code))) return false
    return variableById(variable)!.kind === 'single' || [...codes].every((code) => ALONE.has(code))
  }).map(({ id }) => notApplicable(id))

const asNarrower = ({ variable, role }: LineCondition): LineCondition[] => {
  const own = FOLLOWS.filter(({ id }) => id === variable)
  const wide = own[0]
  if (role !== 'not_applicable' || own.length !== 1 || !wide) return []
  return FOLLOWS.filter(
    ({ id, on, codes }) =>
      id !== variable && on === wide.on && (wide.codes === null || (codes && [...codes].every((code) => wide.codes!.has(code)))),
  ).map(({ id }) => notApplicable(id))
}

/** Where nobody knows whether there was a debt, nobody knows its size. */
const asUnknown = ({ variable, role }: LineCondition): LineCondition[] =>
  role === 'state' || role === 'no_answer'
    ? FOLLOWS.filter(({ id, on }) => on === variable && FOLLOWS.filter((other) => other.id === id).length === 1).map(({ id }) => ({
        variable: id,
        role: 'state' as const,
        codes: null,
        key: 'not_asked',
        code: 'not_asked',
      }))
    : []

/** Whoever had a debt may be asked for its size, and so may whoever says nothing of it: the question is not ruled out. */
const asApplicable = ({ variable, role, codes }: LineCondition): LineCondition[] =>
  FOLLOWS.filter(({ id, on, codes: asking }) => {
    if (on !== variable || FOLLOWS.filter((other) => other.id === id).length > 1) return false
    if (role === 'state' || role === 'no_answer') return true
    if (asking === null) return codes !== null || role === 'answered'
    return codes !== null && [...codes].every((code) => asking.has(code))
  }).map(({ id }) => ({ variable: id, role: 'applicable' as const, codes: null, key: 'applicable', code: 'applicable' }))

const STEPS = ['step_actor', 'step_mode', 'step_outcome', 'contact_first_actor', 'contact_last_actor', 'step_mode:first']
const LENGTHS: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '6'])

/** Whatever is said of a step says that there was one; where nothing is said of steps, nothing is of any. */
const asSteps = (condition: LineCondition): LineCondition[] => {
  const { variable, role, codes, code } = condition
  if (STEPS.includes(variable) && (codes || role === 'answered' || code === 'unknown' || code === 'declined'))
    return [{ variable: 'contact_length', role: 'value', codes: LENGTHS, key: `=${[...LENGTHS].join(' ')}`, code: '' }]
  if (variable !== 'contact_length') return []
  if (role === 'not_applicable' || (codes && [...codes].every((one) => one === '0'))) return STEPS.map(notApplicable)
  return role === 'state' || role === 'no_answer'
    ? STEPS.map((id) => ({ variable: id, role: 'state' as const, codes: null, key: 'not_asked', code: 'not_asked' }))
    : []
}

/** All that a condition says, by the questionnaire alone. */
function saying(condition: LineCondition): LineCondition[] {
  const found = [condition]
  const known = new Set<string>([`${condition.variable}:${condition.key}`])
  for (const one of found) {
    for (const next of [asAnyStep, asAsked, asNotAsked, asNarrower, asUnknown, asApplicable, asSteps].flatMap((follow) => follow(one))) {
      const name = `${next.variable}:${next.key}`
      if (!known.has(name)) found.push(next)
      known.add(name)
    }
  }
  return found
}

/** Answers of the same step: only cells of these two questions say anything about who stands here. */
const ofSameStep = ({ conditions: [one, other] }: SeenCell) =>
  one?.codes != null && other?.codes != null && ofOneStep(one.variable, other.variable)

/**
 * Every pair of published cells of which one holds the other by meaning, over all tables, levels and slices: an edition lies in
 * its volume, a category in its coarser one, a cell of two variables in the line of each.
 */
export function* nestedPairs(cells: readonly SeenCell[]): Generator<NestedPair> {
  const shown = cells.filter(({ cell }) => figureOf(cell) !== null)
  const conditions = new Map<string, Map<string, LineCondition>>()
  const populations = new Map<string, ReadonlySet<string>>()
  const byPopulation = new Map<string, Map<string, SeenCell>>()
  for (const seen of shown) {
    const population = seen.editions.join(' ')
    populations.set(population, new Set(seen.editions))
    const stripped = seen.conditions.filter((condition) => !saysNothing(condition))
    const held = byPopulation.get(population) ?? new Map<string, SeenCell>()
    byPopulation.set(population, held.set(keyOf(stripped), seen))
    // The same people by another name: a figure of its own, were it not the same.
    if (stripped.length !== seen.conditions.length) held.set(keyOf(seen.conditions), seen)
    for (const condition of seen.conditions) {
      const known = conditions.get(condition.variable) ?? new Map<string, LineCondition>()
      conditions.set(condition.variable, known.set(condition.key, condition))
    }
  }
  const outersOf = new Map<string, readonly LineCondition[]>()
  const outers = (condition: LineCondition): readonly LineCondition[] => {
    const key = `${condition.variable}:${condition.key}`
    const known = outersOf.get(key)
    if (known) return known
    const found = saying(condition).flatMap((own) =>
      [...(conditions.get(own.variable)?.values() ?? [])].filter((other) => holds(other, own)),
    )
    outersOf.set(key, found)
    return found
  }
  for (const [population, held] of byPopulation) {
    const own = populations.get(population)!
    const enclosing = [...byPopulation].filter(([other]) => [...own].every((edition) => populations.get(other)!.has(edition)))
    for (const inner of new Set(held.values())) {
      const [first, second] = inner.conditions
      const rows = first ? [null, ...outers(first)] : [null]
      const columns = second ? [null, ...outers(second)] : [null]
      for (const [, other] of enclosing) {
        for (const row of rows) {
          for (const column of columns) {
            const outer = other.get(keyOf([row, column].filter((one) => one !== null)))
            if (outer && outer !== inner && (!ofSameStep(outer) || ofSameStep(inner))) yield { outer, inner }
          }
        }
      }
    }
  }
}
