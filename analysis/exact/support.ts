/** How many cases, of how many contributors, stand behind a set of answers: what decides whether a category gets a line of its own. */
import { fewestLeftToSenders, sharesOf } from './contributors.ts'
import { type ExactCount, exactCount, exactCounts, minus, NOBODY } from './exact-count.ts'
import { impliedBy } from './observers.ts'
import { addKeys } from './record-key.ts'
import { ANSWERED, type Column } from './snapshot.ts'
import type { Cases } from './tally.ts'

export interface Supporting {
  readonly cases: ExactCount
  readonly key: number
  /** Submitting contributors that know any of these cases. */
  readonly contributors: number
  /** The fewest of these cases that remain when any one unit takes away those it knows. An observer is none where the codes say that it knows everybody. */
  readonly fewestLeft: ExactCount
  /** The same for the units that send cases. */
  readonly fewestLeftToSenders: ExactCount
}

/** What stands behind the cases that gave any of these base codes. @param edition of the volume, by its place; else all cases */
export type Support = (codes: readonly string[], edition?: number) => Supporting

/** Looks at each case once; each question after that looks at each distinct answer. @param variable that is counted in the column */
export function supportOf(column: Column, { size, keys, contributors, parts }: Cases, variable: string): Support {
  const { knownTo, units } = contributors
  const byAnswer = new Map<string, { answer: number; part: number; cases: number; key: number; known: Uint32Array }>()
  for (let row = 0; row < size; row++) {
    const answer = column.kind === 'single' ? column.data[row]! : column.state[row] === ANSWERED ? column.masks[row]! : 0
    const part = parts[row]!
    const name = `${answer} ${part}`
    const entry = byAnswer.get(name) ?? { answer, part, cases: 0, key: 0, known: new Uint32Array(units) }
    byAnswer.set(name, entry)
    entry.cases++
    entry.key = addKeys(entry.key, keys[row]!)
    for (const unit of knownTo[row]!) entry.known[unit]!++
  }
  return (codes, onlyEdition) => {
    const held = new Set(codes)
    const bits = column.kind === 'multiple' ? column.options.reduce((mask, code, bit) => (held.has(code) ? mask | (1 << bit) : mask), 0) : 0
    const own = new Uint32Array(units)
    let [plain, key] = [0, 0]
    for (const { answer, part, cases, key: added, known } of byAnswer.values()) {
      if (onlyEdition !== undefined && part !== onlyEdition) continue
      if (!(column.kind === 'single' ? held.has(column.codes[answer]!) : (answer & bits) !== 0)) continue
      plain += cases
      key = addKeys(key, added)
      for (let unit = 0; unit < units; unit++) own[unit]! += known[unit]!
    }
    const [cases, known, implied] = [exactCount(plain), exactCounts(own), impliedBy(variable, { codes: held })]
    const { largest, count, fewestLeft } = sharesOf(known, 0, cases, contributors, implied)
    const toSubmitting = minus(cases, largest)
    return {
      cases,
      key,
      contributors: count,
      fewestLeft: toSubmitting < fewestLeft ? toSubmitting : fewestLeft,
      fewestLeftToSenders: cases === NOBODY ? NOBODY : fewestLeftToSenders(cases, (unit) => known[unit]!, contributors, implied),
    }
  }
}
