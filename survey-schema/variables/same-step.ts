/**
 * Two questions that are asked of each contact step. Beside each other they are read of one and the same step ("detained by the police"),
 * so that two organisations are not mixed. Alone, or beside any other question, each is read over all steps of a case.
 */
export const SAME_STEP = ['step_actor', 'step_outcome'] as const

/** Whether the answers to these two are taken from the same step. */
export const ofOneStep = (a: string, b: string): boolean => {
  const [one, other] = SAME_STEP
  return (a === one && b === other) || (a === other && b === one)
}
