/**
 * Two questions that are asked of each contact step. Beside each other they speak of one and the same step: "detained by the police", where
 * counting any two steps of a case would mix two doors. By itself, or beside any other question, each is read over all steps.
 */
export const SAME_STEP = ['step_actor', 'step_outcome'] as const

/** Whether the answers to these two are taken from the same step. */
export const ofOneStep = (a: string, b: string): boolean => {
  const [one, other] = SAME_STEP
  return (a === one && b === other) || (a === other && b === one)
}
