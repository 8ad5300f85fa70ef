/** What was answered about each contact step of a case, for the one table in which two answers are of the same step. */

import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { SAME_STEP } from '../../survey-schema/variables/same-step.ts'

/** Answers to the questions of `SAME_STEP`, in that order, both known. */
export type StepAnswers = readonly [string, string]

export interface Steps {
  /** For each case the set of its steps, as an index into `kinds`. */
  readonly of: Uint32Array
  readonly kinds: readonly (readonly StepAnswers[])[]
}

export function stepsOf(record: CaseRecord): readonly StepAnswers[] {
  if (record.contact_steps === 'not_asked') return []
  const [one, other] = SAME_STEP
  return record.contact_steps.flatMap((step): StepAnswers[] =>
    isUnanswered(step[one]) || isUnanswered(step[other]) ? [] : [[step[one], step[other]]],
  )
}

/** Takes records one after the other; cases whose steps have the same answers are of one kind. */
export function stepsWriter(size: number): { readonly steps: Steps; readonly write: (row: number, record: CaseRecord) => void } {
  const of = new Uint32Array(size)
  const { kinds, kindOf } = numberedKinds()
  return {
    steps: { of, kinds },
    write(row, record) {
      of[row] = kindOf(stepsOf(record))
    },
  }
}

/** The steps of these cases, in this order. */
export function gatherSteps(rows: readonly { readonly steps: Steps; readonly row: number }[]): Steps {
  const { kinds, kindOf } = numberedKinds()
  return { of: Uint32Array.from(rows, ({ steps, row }) => kindOf(steps.kinds[steps.of[row]!]!)), kinds }
}

/** Numbers the sets of steps as they come; 0 is the empty one. */
function numberedKinds() {
  const kinds: (readonly StepAnswers[])[] = [[]]
  const seen = new Map<string, number>([['', 0]])
  const kindOf = (answers: readonly StepAnswers[]): number => {
    const name = [...new Set(answers.map((step) => step.join(' ')))].sort().join()
    const known = seen.get(name) ?? kinds.push(answers) - 1
    seen.set(name, known)
    return known
  }
  return { kinds, kindOf }
}
