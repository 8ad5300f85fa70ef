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
  const [rowWeights, columnWeights] = [rows, columns].map((figures) => figures.map((figure) => weigh(figure, law.listed))) as [
    Weights[],
    Weights[],
  ]
  const totalWeights = weigh(total, law.withheld)
  const sizes = columnWeights.map((weights) => weights.findLastIndex((weight) => weight > 0) + 1)
  const listed = inner.map((figures, row) =>
    everyRow(
      figures.map((figure) => weigh(figure, law.withheld)),
      sizes,
      rowWeights[row]!,
    ),
  )
  const sums = Int32Array.from({ length: sizes.reduce((all, size) => all * size, 1) }, (_, place) => totalOf(countsAt(place, sizes)))
  return inner.map((figures, row) => {
    const others = sumOfRows(
      listed.filter((_, other) => other !== row),
      sizes,
    )
    const found = figures.map(() => new Array<number>(most + 1).fill(0))
    for (const sum of new Set(listed[row]!.map(({ counts }) => totalOf(counts)))) {
      // What the columns and the total say, for every row of this sum.
      const fits = others.map((weight, place) => (weight > 0 ? weight * (totalWeights[sum + sums[place]!] ?? 0) : 0))
      const left = weighedByColumns(fits, columnWeights, sizes)
      for (const { counts, weight } of listed[row]!.filter((one) => totalOf(one.counts) === sum))
        counts.forEach((count, column) => {
          // A cell is asked about apart from what is known of itself.
          const itself = figures[column] === null ? law.withheld(count) : 1
          found[column]![count]! += (weight * left[placeOf(counts, sizes)]!) / itself
        })
    }
    return found
  })
}

interface Row {
  readonly counts: readonly number[]
  readonly weight: number
}

const totalOf = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)

/** Rows stand in one array, by their counts as digits. */
const placeOf = (counts: readonly number[], sizes: readonly number[]) =>
  counts.reduce((all, count, column) => all * sizes[column]! + count, 0)
const countsAt = (place: number, sizes: readonly number[]): number[] =>
  sizes.reduceRight<{ left: number; counts: number[] }>(
    ({ left, counts }, size) => ({ left: Math.floor(left / size), counts: [left % size, ...counts] }),
    { left: place, counts: [] },
  ).counts

function everyRow(cells: readonly Weights[], sizes: readonly number[], sums: Weights): Row[] {
  let rows: Row[] = [{ counts: [], weight: 1 }]
  for (const [column, weights] of cells.entries())
    rows = rows.flatMap(({ counts, weight }) =>
      [...weights.slice(0, sizes[column])].flatMap((one, count) => (one > 0 ? [{ counts: [...counts, count], weight: weight * one }] : [])),
    )
  return rows.map(({ counts, weight }) => ({ counts, weight: weight * (sums[totalOf(counts)] ?? 0) })).filter(({ weight }) => weight > 0)
}

/** The weights of what rows add up to in each column. */
function sumOfRows([first, ...more]: readonly (readonly Row[])[], sizes: readonly number[]): Weights {
  const size = sizes.reduce((all, one) => all * one, 1)
  let sum = new Float64Array(size)
  for (const { counts, weight } of first ?? [{ counts: sizes.map(() => 0), weight: 1 }]) sum[placeOf(counts, sizes)] = weight
  for (const rows of more) {
    const next = new Float64Array(size)
    const known = [...sum.keys()].filter((place) => sum[place]! > 0).map((place) => ({ place, counts: countsAt(place, sizes) }))
    for (const { counts, weight } of rows) {
      const by = placeOf(counts, sizes)
      for (const one of known)
        if (counts.every((count, column) => count + one.counts[column]! < sizes[column]!)) next[one.place + by]! += weight * sum[one.place]!
    }
    sum = next
  }
  return sum
}

/** For every row how likely the figures of the columns are. @param others weights of what the other rows add up to */
function weighedByColumns(others: Weights, columns: readonly Weights[], sizes: readonly number[]): Weights {
  let weights = others
  let below = 1
  for (let column = sizes.length - 1; column >= 0; column--) {
    const size = sizes[column]!
    const next = new Float64Array(weights.length)
    for (let place = 0; place < weights.length; place++) {
      if (weights[place] === 0) continue
      const count = Math.floor(place / below) % size
      for (let mine = 0; mine + count < size; mine++)
        next[place + (mine - count) * below]! += weights[place]! * columns[column]![count + mine]!
    }
    weights = next
    below *= size
  }
  return weights
}
