/** Counts of ordered paths: journeys (origin > transit > destination) and paths to help (first helper > organisation > …). */

import { byCount, type ExactCount, exactCount } from './exact-count.ts'

/** A path and how many cases took it. */
export interface PathCount {
  readonly path: readonly string[]
  readonly cases: ExactCount
}

const SEPARATOR = '>'

/**
 * How many cases took each whole path, most first, equal counts in order of the path's codes, so that the order of the cases
 * never shows. Codes hold no `>`.
 */
export function countPaths(paths: Iterable<readonly string[]>): PathCount[] {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const key = path.join(SEPARATOR)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, cases]) => ({ path: key.split(SEPARATOR), cases: exactCount(cases) })).sort(byCasesThenPath)
}

/** How many cases pass each step `from > to`, wherever on their path and however often: a case counts once a step. */
export function countSteps(paths: Iterable<readonly string[]>): PathCount[] {
  return countPaths(stepsOf(paths))
}

function* stepsOf(paths: Iterable<readonly string[]>): Generator<readonly string[]> {
  for (const path of paths) {
    const steps = new Set<string>()
    for (let index = 1; index < path.length; index++) steps.add(`${path[index - 1]}${SEPARATOR}${path[index]}`)
    for (const step of steps) yield step.split(SEPARATOR)
  }
}

function byCasesThenPath(left: PathCount, right: PathCount): number {
  if (left.cases !== right.cases) return byCount(right.cases, left.cases)
  const [a, b] = [left.path.join(SEPARATOR), right.path.join(SEPARATOR)]
  return a < b ? -1 : a > b ? 1 : 0
}
