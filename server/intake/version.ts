/** The version of a case as it travels in `ETag` and `If-Match`. */
import { ProblemError } from '../../survey-schema/problem.ts'

export const entityTag = (version: number): string => `"${version}"`

/** @throws ProblemError 'precondition-required' where `If-Match` does not name one version */
export function requiredVersion(headers: Headers): number {
  const [, version] = /^"([1-9]\d{0,8})"$/.exec(headers.get('If-Match') ?? '') ?? []
  if (!version) throw new ProblemError('precondition-required')
  return Number(version)
}
