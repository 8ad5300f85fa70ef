/** Whom each contributor would find in a cell by subtracting its own persons: counted again the slow obvious way, from records and code lists alone. */
import { conditionsOf } from '../../server/editors/attack/meaning.ts'
import { namesAnActOfTheState, namesAnEmbassy } from './acts-of-the-state.ts'
import type { TrueEdition } from './edition.ts'
import type { Truth } from './persons-in-cells.ts'

/** Contributors behind some persons, holdings as one, with what each reported. */
export function behind(input: TrueEdition, cases: ReadonlySet<number>): number[] {
  const own = new Map<string, number>()
  for (const index of cases) {
    const { organisation } = input.cases[index]!
    const holding = input.holdings[organisation]
    const name = holding === null || holding === undefined ? `organisation ${organisation}` : `holding ${holding}`
    own.set(name, (own.get(name) ?? 0) + 1)
  }
  return [...own.values()]
}

/** Whether police or immigration met this person, or an authority decided whether she is a victim. */
export function policed(input: TrueEdition, index: number): boolean {
  const { record } = input.cases[index]!
  const steps = record.contact_steps === 'not_asked' ? [] : record.contact_steps
  return (
    steps.some((step) => ['police', 'immigration', 'anonymous_tip_line'].includes(step.step_actor)) ||
    ['police', 'immigration', 'court', 'other_authority', 'refused'].includes(record.answers.state_recognition as string)
  )
}

/** The countries whose embassy this person reached as a citizen. */
export function embassiesMet(input: TrueEdition, index: number): readonly string[] {
  const { contact_steps: steps, answers } = input.cases[index]!.record
  if (steps === 'not_asked' || !steps.some((step) => step.step_actor === 'embassy')) return []
  return Array.isArray(answers.citizenship) ? answers.citizenship : [String(answers.citizenship)]
}

/** Codes of the lines of a cell, side by side; null for a line that is no set of answers. */
export const codesOf = ({ table, lines }: Pick<Truth, 'table' | 'lines'>) =>
  table.axes.map((axis, side) => conditionsOf(axis.variable, axis).find(({ code }) => code === lines[side]!.code)!.codes)

/** The fewest others that an embassy would find; infinite where none met anybody here, or where the lines say that it met all. */
export function leftToEmbassies(input: TrueEdition, truth: Truth): number {
  const met = new Map<string, number>()
  for (const index of truth.cases) for (const country of embassiesMet(input, index)) met.set(country, (met.get(country) ?? 0) + 1)
  const codes = codesOf(truth)
  const atEmbassies = truth.table.axes.some((axis, side) => namesAnEmbassy(axis.variable, codes[side]!))
  const citizensOf = (country: string) =>
    truth.table.axes.some((axis, side) => axis.variable === 'citizenship' && codes[side]?.size === 1 && codes[side].has(country))
  const left = [...met].flatMap(([country, known]) => (atEmbassies && citizensOf(country) ? [] : [truth.cases.size - known]))
  return Math.min(Infinity, ...left)
}

/** Whether a promise about this cell alone forbids its figure: under five persons, or too few left to somebody who subtracts its own. */
export function forbiddenAlone(input: TrueEdition, truth: Truth): boolean {
  const { cases, table } = truth
  if (cases.size < 5) return true
  const own = behind(input, cases)
  if (own.length < 2 || cases.size - Math.max(...own) < 3) return true
  const codes = codesOf(truth)
  const met = [...cases].filter((index) => policed(input, index)).length
  const said = table.axes.some((axis, side) => namesAnActOfTheState(axis.variable, codes[side]!))
  if (met > 0 && !said && cases.size - met < 3) return true
  return leftToEmbassies(input, truth) < 3
}
