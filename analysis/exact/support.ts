/** How many cases, of how many contributors, stand behind a set of answers: what decides whether a category gets a line of its own. */
import { type ExactCount, exactCount } from './exact-count.ts'
import { ANSWERED, type Column } from './snapshot.ts'
import type { Cases } from './tally.ts'

/** Cases that gave any of these base codes, and the submitting contributors that know any of these cases. */
export type Support = (codes: readonly string[]) => { readonly cases: ExactCount; readonly contributors: number }

/** Looks at each case once; each question after that looks at each distinct answer. */
export function supportOf(column: Column, { size, contributors }: Cases): Support {
  const { knownTo, submitting } = contributors
  const byAnswer = new Map<number, { cases: number; known: Uint8Array }>()
  for (let row = 0; row < size; row++) {
    const answer = column.kind === 'single' ? column.data[row]! : column.state[row] === ANSWERED ? column.masks[row]! : 0
    const entry = byAnswer.get(answer) ?? { cases: 0, known: new Uint8Array(submitting) }
    byAnswer.set(answer, entry)
    entry.cases++
    for (const unit of knownTo[row]!) if (unit < submitting) entry.known[unit] = 1
  }
  return (codes) => {
    const held = new Set(codes)
    const bits = column.kind === 'multiple' ? column.options.reduce((mask, code, bit) => (held.has(code) ? mask | (1 << bit) : mask), 0) : 0
    const known = new Uint8Array(submitting)
    let cases = 0
    for (const [answer, entry] of byAnswer) {
      if (!(column.kind === 'single' ? held.has(column.codes[answer]!) : (answer & bits) !== 0)) continue
      cases += entry.cases
      for (let unit = 0; unit < submitting; unit++) known[unit]! |= entry.known[unit]!
    }
    return { cases: exactCount(cases), contributors: known.reduce((sum, one) => sum + one, 0) }
  }
}
