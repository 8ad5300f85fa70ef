/**
 * The closed query language: which tables can be asked for at all. The answer depends on the form of the request alone, never on
 * a case, so that a refusal tells nothing. No lists of codes, no negation, no ranges: what cannot be said cannot be subtracted.
 */
import { levelOf, VARIABLES, type Variable, variableById } from '../../survey-schema/variables/index.ts'
import {
  ALONE_ONLY,
  areNamedVariables,
  isNamedPair,
  NEVER,
  neverTogether,
  REFUSALS,
  RESIDENCE_STATUS,
  type RefusalId,
  THROUGH_ROUTE,
} from './refusals.ts'

export interface AxisName {
  readonly variable: string
  readonly level: string
}

/** The tree of journeys is the one three-way figure that stands so far; it is asked for like a table. */
export const ROUTES_ID = 'route_origin@country,route_transit@country,exploitation_prefectures@area8'
const ROUTE_VARIABLES = ['route_origin', 'route_transit', 'exploitation_prefectures'] as const

export type Judgement =
  | { readonly kind: 'table'; readonly id: string; readonly axes: readonly AxisName[]; readonly swapped: boolean }
  | { readonly kind: 'refused'; readonly rule: RefusalId; readonly en: string; readonly ja: string }
  | { readonly kind: 'unknown'; readonly parameter: 'rows' | 'columns' }

const ORDER = new Map<string, number>(VARIABLES.map((variable, index) => [variable.id, index]))

/** The name of a table: its axes in the order of the questionnaire, so that every way of asking ends at one table. */
export const tableId = (axes: readonly AxisName[]) => axes.map((axis) => `${axis.variable}@${axis.level}`).join(',')

/** @param request `rows` and `columns` as `VAR[@level]`; a comma asks for a third variable, which is refused but for the routes */
export function askFor(request: { readonly rows: string; readonly columns: string | null }): Judgement {
  const rows = request.rows.split(',')
  const columns = request.columns === null ? [] : request.columns.split(',')
  for (const [parameter, parts] of [
    ['rows', rows],
    ['columns', columns],
  ] as const) {
    if (parts.some((part) => !known(part))) return { kind: 'unknown', parameter }
  }
  const parts = [...rows, ...columns].map(parse)
  for (const [rule, names] of [
    ['never', NEVER],
    ['through-route', THROUGH_ROUTE],
  ] as const) {
    if (parts.some((part) => names.has(part.variable))) return refuse(rule)
  }
  if (parts.length > 2) return routes(parts)
  const [first, second] = parts
  if (!first) return { kind: 'unknown', parameter: 'rows' }
  const a = variableById(first.variable)!
  if (!second) {
    const level = first.level ?? a.alone[0]!
    return a.alone.includes(level) ? table([{ variable: a.id, level }], false) : refuse('fine-alone')
  }
  const b = variableById(second.variable)!
  const [levelA, levelB] = [first.level ?? coarsest(a), second.level ?? coarsest(b)]
  const rule = judgePair(a, levelA, b, levelB)
  if (rule !== null) return refuse(rule)
  const axes = [
    { variable: a.id as string, level: levelA },
    { variable: b.id as string, level: levelB },
  ]
  const swapped = ORDER.get(a.id)! > ORDER.get(b.id)!
  return table(swapped ? axes.toReversed() : axes, swapped)
}

/** Why two variables at these levels never stand together; null where they may. */
export function judgePair(a: Variable, levelA: string, b: Variable, levelB: string): RefusalId | null {
  if (ALONE_ONLY.has(a.id) || ALONE_ONLY.has(b.id)) return 'alone-only'
  if (isNamedPair(`${a.id}@${levelA}`, `${b.id}@${levelB}`)) return null
  const offender = a.id === 'treated_as_offender' ? b : b.id === 'treated_as_offender' ? a : null
  if (offender !== null && offender.id !== 'registration_year') return 'offender-period-only'
  if (areNamedVariables(a.id, b.id)) return 'fine-alone'
  if (a.privacy === 'sensitive' && b.privacy === 'sensitive') return 'two-sensitive'
  if (neverTogether(a.id, b.id)) return 'never-together'
  if (!a.core && !b.core) return 'core-only'
  if (!a.pair.includes(levelA) || !b.pair.includes(levelB)) return 'fine-alone'
  if (tooFineBeside(a, levelA, b) || tooFineBeside(b, levelB, a)) return 'coarsest-beside-sensitive'
  if (a.pair.length > 1 && b.pair.length > 1 && levelA !== coarsest(a) && levelB !== coarsest(b)) return 'one-fine'
  return null
}

/** The coarsest level at which a variable may stand beside another; its coarsest level at all where it never may. */
export const coarsest = (variable: Variable) => variable.pair.at(-1) ?? variable.levels.at(-1)!.id

function tooFineBeside(variable: Variable, level: string, other: Variable): boolean {
  if (level === coarsest(variable)) return false
  if (other.privacy === 'sensitive' && variable.privacy === 'quasi_identifier') return true
  return RESIDENCE_STATUS.has(other.id) && (variable.id === 'citizenship' || variable.id === 'route_origin')
}

function routes(parts: readonly { variable: string; level: string | null }[]): Judgement {
  const [country, transit, area] = ROUTES_ID.split(',').map((part) => part.split('@')[1]!)
  const levels = [country, transit, area]
  const fits =
    parts.length === 3 &&
    parts.every((part, index) => part.variable === ROUTE_VARIABLES[index] && (part.level === null || part.level === levels[index]))
  if (!fits) return refuse('dimensions')
  return table(
    ROUTE_VARIABLES.map((variable, index) => ({ variable, level: levels[index]! })),
    false,
  )
}

function known(part: string): boolean {
  const { variable, level } = parse(part)
  if (NEVER.has(variable) || THROUGH_ROUTE.has(variable)) return true
  const found = variableById(variable)
  return found !== undefined && (level === null || levelOf(found, level) !== undefined)
}

function parse(part: string): { variable: string; level: string | null } {
  const at = part.indexOf('@')
  return at < 0 ? { variable: part, level: null } : { variable: part.slice(0, at), level: part.slice(at + 1) }
}

const table = (axes: readonly AxisName[], swapped: boolean): Judgement => ({ kind: 'table', id: tableId(axes), axes, swapped })

function refuse(rule: RefusalId): Judgement {
  const { en, ja } = REFUSALS.find((entry) => entry.id === rule)!
  return { kind: 'refused', rule, en, ja }
}
