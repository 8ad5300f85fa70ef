/** Strength of the association of two questions, and a test of independence. */
import { sum } from 'simple-statistics'
import { chiSquaredTail } from './chi-squared.ts'

export interface Association {
  /** Pearson's statistic without continuity correction; the variance of the noise of adjusted figures is added to each expected count. */
  readonly chiSquared: number
  readonly df: number
  readonly p: number
  /** Cramér's V, 0 to 1. */
  readonly v: number
  /** Cramér's V with Bergsma's correction of its bias in small tables, 0 to 1. @see Bergsma (2013), J. Korean Stat. Soc. 42, 323-328 */
  readonly corrected: number
}

/**
 * Chi-squared test of independence, with Cramér's V, of a table of counts.
 * @param counts cases, row by row; rows and columns without cases are left out
 * @param noise variance that noise adds to each count, in cases²; 0 where figures are exact
 * @throws RangeError unless at least two rows and two columns hold cases
 * @example association([[20, 0], [0, 20]]).v // 1
 */
export function association(counts: readonly (readonly number[])[], noise: (row: number, column: number) => number = () => 0): Association {
  const rowSums = counts.map(sum)
  const columnSums = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column]!)))
  const n = sum(rowSums)
  const [rows, columns] = [rowSums.filter((total) => total > 0).length, columnSums.filter((total) => total > 0).length]
  if (rows < 2 || columns < 2) throw new RangeError('two rows and two columns with cases')
  let chiSquared = 0
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      const expected = (rowSums[i]! * columnSums[j]!) / n
      if (expected > 0) chiSquared += (count - expected) ** 2 / (expected + noise(i, j))
    })
  })
  const df = (rows - 1) * (columns - 1)
  const phi2 = Math.max(0, chiSquared / n - df / (n - 1))
  const less = (size: number) => size - (size - 1) ** 2 / (n - 1)
  return {
    chiSquared,
    df,
    p: chiSquaredTail(chiSquared, df),
    v: Math.sqrt(chiSquared / (n * Math.min(rows - 1, columns - 1))),
    corrected: Math.sqrt(phi2 / Math.min(less(rows) - 1, less(columns) - 1)),
  }
}
