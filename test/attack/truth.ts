/** Truth for scoring alone: who stands in a cell, read from the records. No attack decides anything by it. */
import { readingOf } from '../../analysis/exact/readings.ts'
import type { LineCondition, SeenCell } from '../../server/editors/attack/meaning.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'

export interface KnownCase {
  readonly record: CaseRecord
  readonly edition: string
}

/** Sets of persons as bits. */
export type Persons = Uint32Array

export const size = (persons: Persons) => {
  let counted = 0
  for (let word of persons) for (; word !== 0; word &= word - 1) counted++
  return counted
}
export const both = (one: Persons, other: Persons) => one.map((word, index) => word & other[index]!)
/** As `size(both(one, other))`, for the many. */
export function sizeOfBoth(one: Persons, other: Persons): number {
  let counted = 0
  for (let index = 0; index < one.length; index++) for (let word = one[index]! & other[index]!; word !== 0; word &= word - 1) counted++
  return counted
}
export const without = (one: Persons, other: Persons) => one.map((word, index) => word & ~other[index]!)

export function truthOf(cases: readonly KnownCase[]) {
  const words = Math.ceil(cases.length / 32)
  const sets = new Map<string, Persons>()
  const set = (key: string, belongs: (entry: KnownCase) => boolean): Persons => {
    const known = sets.get(key)
    if (known) return known
    const persons = new Uint32Array(words)
    cases.forEach((entry, index) => {
      if (belongs(entry)) persons[index >>> 5]! |= 1 << (index & 31)
    })
    sets.set(key, persons)
    return persons
  }
  const meets = (condition: LineCondition) =>
    set(`${condition.variable}:${condition.key}`, ({ record }) => stands(condition, readingOf(record, condition.variable as never)))
  /** Answers of the same step: some step of hers must have both. */
  const step = (conditions: readonly LineCondition[]) => {
    const [actor, outcome] = ['step_actor', 'step_outcome'].map((id) =>
      conditions.find(({ variable, codes }) => variable === id && codes !== null),
    )
    if (!actor || !outcome) return []
    return [
      set(`one step ${actor.key} ${outcome.key}`, ({ record: { contact_steps: steps } }) =>
        (steps === 'not_asked' ? [] : steps).some((one) => actor.codes!.has(one.step_actor) && outcome.codes!.has(one.step_outcome)),
      ),
    ]
  }
  return {
    where: set,
    persons: ({ conditions, editions }: Pick<SeenCell, 'conditions' | 'editions'>): Persons =>
      [
        ...conditions.map(meets),
        ...step(conditions),
        set(`editions ${editions.join(' ')}`, ({ edition }) => editions.includes(edition)),
      ].reduce(both),
  }
}

function stands({ role, codes, code }: LineCondition, reading: ReturnType<typeof readingOf>): boolean {
  const missing = isUnanswered(reading)
  if (role === 'answered') return !missing
  if (role === 'applicable') return reading !== 'not_applicable'
  if (role === 'no_answer') return missing && reading !== 'not_applicable'
  if (codes === null) return reading === code
  return !missing && (Array.isArray(reading) ? reading : [reading as string]).some((one) => codes.has(one))
}
