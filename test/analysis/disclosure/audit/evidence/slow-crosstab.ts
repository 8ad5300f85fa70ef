/**
 * The slow attacker before a crosstab with its margins: he lists every row that fits, and every way in which the rows add up to the columns. What
 * the two axes say about each other's cells is in it, as it is not in the audit.
 */
import { type SlowAttacker, slowLaw } from './slow-attacker.ts'

/** Figures; null where withheld. */
export interface SlowCrosstab {
  readonly inner: readonly (readonly (number | null)[])[]
  readonly rows: readonly (number | null)[]
  readonly columns: readonly (number | null)[]
  readonly total: number
}

/** The weight of every count, one entry each. */
type Weights = Float64Array

/** For each inner cell how likely everything printed is given 0, 1, 2 … in it, up to a common factor. */
export function slowCrosstab({ inner, rows, columns, total }: SlowCrosstab, attacker: SlowAttacker): number[][][] {
  const { table, minimumCases } = attacker
  const law = slowLaw(attacker)
  const d = Math.max(...table.flat().map(({ v }) => Math.abs(v)))
  const most = total + d
  const weigh = (figure: number | null, unseen: (count: number) => number): Weights =>
    Float64Array.from({ length: most + 1 }, (_, count) => {
      if (figure === null) return unseen(count)
      return count < minimumCases ? 0 : (table[Math.min(count, table.length - 1)]!.find(({ v }) => v === figure - count)?.p ?? 0)
    })
  const [rowWeights, columnWeights] = [rows, columns].map((figures) => figures.map((figure) => weigh(figure, law.listed)))
  const totalWeights = weigh(total, law.withheld)
  const limits = columnWeights!.map((weights) => weights.findLastIndex((weight) => weight > 0))
  const listed = inner.map((figures, row) => {
    const cells = figures.map((figure) => weigh(figure, law.withheld))
    return everyRow(cells, limits).flatMap(({ counts, weight }) => {
      const all = weight * (rowWeights![row]![counts.reduce((sum, one) => sum + one, 0)] ?? 0)
      return all > 0 ? [{ counts, weight: all }] : []
    })
  })
  return inner.map((figures, row) => {
    const found = figures.map(() => new Array<number>(most + 1).fill(0))
    const others = listed.filter((_, other) => other !== row).reduce(bothRows(limits))
    for (const { counts, weight } of listed[row]!) {
      let all = 0
      for (const other of others) {
        let one = other.weight
        let sum = 0
        for (let column = 0; column < counts.length && one > 0; column++) {
          const count = counts[column]! + other.counts[column]!
          one *= columnWeights![column]![count] ?? 0
          sum += count
        }
        if (one > 0) all += one * (totalWeights[sum] ?? 0)
      }
      counts.forEach((count, column) => {
        // A cell is asked about apart from what is known of itself.
        const itself = figures[column] === null ? law.withheld(count) : 1
        found[column]![count]! += (weight * all) / itself
      })
    }
    return found
  })
}

interface Row {
  readonly counts: readonly number[]
  readonly weight: number
}

function everyRow(cells: readonly Weights[], limits: readonly number[]): Row[] {
  let rows: Row[] = [{ counts: [], weight: 1 }]
  for (const [column, weights] of cells.entries())
    rows = rows.flatMap(({ counts, weight }) =>
      [...weights.slice(0, limits[column]! + 1)].flatMap((one, count) => (one > 0 ? [{ counts: [...counts, count], weight: weight * one }] : [])),
    )
  return rows
}

/** Two rows added up, those together that have the same sums. */
const bothRows = (limits: readonly number[]) => (some: readonly Row[], more: readonly Row[]) => {
  const sums = new Map<number, { counts: number[]; weight: number }>()
  for (const a of some)
    for (const b of more) {
      const counts = a.counts.map((count, column) => count + b.counts[column]!)
      if (counts.some((count, column) => count > limits[column]!)) continue
      const name = counts.reduce((all, count) => all * 1024 + count, 0)
      const found = sums.get(name)
      if (found === undefined) sums.set(name, { counts, weight: a.weight * b.weight })
      else found.weight += a.weight * b.weight
    }
  return [...sums.values()] as Row[]
}
