/** How strongly two questions go together, and whether more than chance would make them. */
import { sum } from 'simple-statistics'
import { chiSquaredTail } from './chi-squared.ts'

export interface Association {
  /** Pearson's, without continuity correction; the noise of adjusted figures stands in its variance. */
  readonly chiSquared: number
  readonly df: number
  readonly p: number
  /** Cramér's V, 0 to 1. */
  readonly v: number
  /** Bergsma's correction for chance, 0 to 1. @see Bergsma (2013), J. Korean Stat. Soc. 42, 323-328 */
  readonly corrected: number
}

/**
 * @param counts of cases, row by row; rows and columns that hold nothing are left out
 * @param noise variance of each count beside that of sampling, in cases²; 0 where figures are exact
 * @throws RangeError unless two rows and two columns hold cases
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
