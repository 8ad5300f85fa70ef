/**
 * What is known of a table, whatever it is about: a number of unknown counts, the elementary cells, and cells that each add up some of them.
 * A published figure bounds the sum of its cell; a withheld cell may hold any number from 0 up.
 */
export interface ConstraintCell {
  readonly id: string
  /** Indexes of the elementary cells that it adds up, each once. */
  readonly elements: readonly number[]
  /** The count lies between these, ends included. Of a withheld cell: 0 and Infinity. */
  readonly lower: number
  readonly upper: number
  readonly withheld: boolean
}

export interface ConstraintSystem {
  /** Number of elementary cells. Each holds a count of 0 or more. */
  readonly size: number
  readonly cells: readonly ConstraintCell[]
}

/** Bounds of a count: those of the real numbers that fit every constraint. The count is a whole number between them, ends included. */
export interface Bounds {
  readonly lower: number
  /** Infinity where nothing bounds the cell from above. */
  readonly upper: number
}

export const withheldCell = (id: string, elements: readonly number[]): ConstraintCell => ({
  id,
  elements,
  lower: 0,
  upper: Infinity,
  withheld: true,
})

/** @param band how far the count may lie from the figure: 0 for exact figures, the largest noise D under a noise policy */
export const publishedCell = (id: string, elements: readonly number[], figure: number, band = 0): ConstraintCell => ({
  id,
  elements,
  lower: Math.max(0, figure - band),
  upper: figure + band,
  withheld: false,
})

/** For each elementary cell the indexes of the cells that add it up. */
export function cellsOnElements({ size, cells }: ConstraintSystem): number[][] {
  const on: number[][] = Array.from({ length: size }, () => [])
  cells.forEach(({ elements }, cell) => {
    for (const element of elements) on[element]!.push(cell)
  })
  return on
}

const TOLERANCE = 1e-6

/**
 * The count that bounds leave, where they leave one whole number only; else null.
 * @example exactValue({ lower: 2.4, upper: 3.9 }) // 3
 */
export function exactValue({ lower, upper }: Bounds): number | null {
  const value = Math.ceil(lower - TOLERANCE) + 0
  return Math.floor(upper + TOLERANCE) <= value ? value : null
}

/** A whole number where one is within the tolerance: solvers come within 1e-7 of the corner they mean. Never -0. */
export const snapped = (value: number) => (Math.abs(value - Math.round(value)) < TOLERANCE ? Math.round(value) + 0 : value)
