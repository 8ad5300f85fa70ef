/** Reads a refusal as a test wants to see it: its slug, then `pointer rule (kind)` line by line. */
import { ProblemError } from '../../survey-schema/problem.ts'

export function refusal(attempt: () => unknown): readonly string[] {
  try {
    attempt()
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem
    return [problem.slug, ...problem.errors.map(({ pointer, rule, kind }) => `${pointer} ${rule}${kind ? ` (${kind})` : ''}`)]
  }
  return []
}
