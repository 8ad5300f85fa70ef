/** A perturbation table as a file: our own, or one that a statistical office has published. Comma or semicolon, quoted or not. */
import { Refusal } from '../../runtime/refusal.ts'
import { delimitedRows } from './delimited.ts'

/** The noise for a true count at a cell key; keys are shares of the key space, 0 and above, below 1, or whole numbers (see `whole`). */
export interface NoiseTable {
  /** The keys of this table are whole numbers, and a figure is looked up at the nearest listed key at or below. */
  readonly whole: boolean
  /** Null where the table does not say: a table by listed keys ends somewhere. */
  readonly noise: (cases: number, key: number) => number | null
}

interface Step {
  readonly upTo: number
  readonly v: number
}

/** @throws Refusal `invalid-table` naming the row and what it lacks */
export function readNoiseTable(path: string): NoiseTable {
  const rows = delimitedRows(path)
  const heading = (rows[0] ?? []).map((name) => name.trim())
  const column = (...names: string[]) => heading.findIndex((name) => names.includes(name))
  const body = rows.slice(1)
  const read = (index: number, name: string) =>
    body.map((cells, row) => {
      const value = cells[index]?.trim() ?? ''
      if (!/^-?\d*\.?\d+([eE][-+]?\d+)?$/.test(value)) throw new Refusal('invalid-table', `row ${row + 2}: ${name} is not a number`)
      return Number(value)
    })
  const [count, noise, upTo] = [column('i'), column('v'), column('p_int_ub', 'p_ij_ub')]
  if (count >= 0 && noise >= 0 && upTo >= 0) {
    const type = column('type')
    if (type >= 0 && body.some((cells) => cells[type] !== 'all'))
      throw new Refusal('invalid-table', 'tables for odd and even counts are not read')
    return byShare(read(count, 'i'), read(noise, 'v'), read(upTo, 'the upper bound of the interval'))
  }
  const [listed, key, change] = [column('pcv'), column('ckey'), column('pvalue')]
  if (listed >= 0 && key >= 0 && change >= 0) return byKey(read(listed, 'pcv'), read(key, 'ckey'), read(change, 'pvalue'))
  throw new Refusal('invalid-table', 'a table has the columns i, v and p_int_ub, or pcv, ckey and pvalue')
}

/** The first interval whose upper bound is beyond the key; the last row serves every larger count. */
function byShare(counts: readonly number[], noise: readonly number[], upTo: readonly number[]): NoiseTable {
  const rows = grouped(counts, (index) => ({ upTo: upTo[index]!, v: noise[index]! }))
  rows.forEach((steps, count) => {
    const rising = steps.every((step, index) => step.upTo > (steps[index - 1]?.upTo ?? 0) - 1e-12)
    if (!rising || Math.abs(steps.at(-1)!.upTo - 1) > 1e-6)
      throw new Refusal('invalid-table', `the intervals of count ${count} do not run up to 1`)
  })
  const last = Math.max(...rows.keys())
  return {
    whole: false,
    noise(cases, key) {
      const steps = rows.get(Math.min(cases, last))
      return steps === undefined ? null : (steps.find((step) => key < step.upTo) ?? steps.at(-1)!).v
    },
  }
}

/** The change listed at the greatest key that is not beyond the cell's. */
function byKey(counts: readonly number[], keys: readonly number[], changes: readonly number[]): NoiseTable {
  const rows = grouped(counts, (index) => ({ upTo: keys[index]!, v: changes[index]! }))
  return { whole: true, noise: (cases, key) => rows.get(cases)?.findLast((step) => step.upTo <= key)?.v ?? null }
}

function grouped(counts: readonly number[], stepOf: (index: number) => Step): Map<number, Step[]> {
  const rows = new Map<number, Step[]>()
  counts.forEach((count, index) => {
    rows.set(count, [...(rows.get(count) ?? []), stepOf(index)])
  })
  for (const steps of rows.values()) steps.sort((a, b) => a.upTo - b.upTo)
  return rows
}
