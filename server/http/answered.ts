/** A refusal by a server, as an error here. */
import * as z from 'zod'
import { PROBLEMS, ProblemError, type ProblemSlug } from '../../survey-schema/problem.ts'

const Problem = z.object({
  type: z.string(),
  errors: z.array(z.object({ pointer: z.string(), rule: z.string(), kind: z.string().optional() })).default([]),
})

/** The problem that the server answered; `internal` when it answered something else. */
export async function answeredProblem(response: Response): Promise<ProblemError> {
  const parsed = Problem.safeParse(await response.json().catch(() => null))
  const slug = parsed.success ? parsed.data.type.replace('/problems/', '') : ''
  if (!parsed.success || !Object.hasOwn(PROBLEMS, slug)) return new ProblemError(response.status === 503 ? 'busy' : 'internal')
  const errors = parsed.data.errors.map(({ pointer, rule, kind }) => ({ pointer, rule, ...(kind === undefined ? {} : { kind }) }))
  return new ProblemError(slug as ProblemSlug, errors)
}
