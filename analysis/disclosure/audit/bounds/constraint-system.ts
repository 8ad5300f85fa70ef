/**
 * What a reader knows of a table, without what it is about: unknown inner counts (atoms), and cells that add some of them up. A
 * published figure narrows its cell, to one number or to a band; a withheld cell may hold anything from 0 up.
 */
export interface AuditCell {
  readonly id: string
  /** Indexes of the atoms that the cell adds up, each once. */
  readonly atoms: readonly number[]
  /** What was published says that the count lies here. A withheld cell: 0 and Infinity. */
  readonly lower: number
  readonly upper: number
  readonly withheld: boolean
}

export interface AuditSystem {
  /** How many atoms there are. Each is a count: 0 or more. */
  readonly atoms: number
  readonly cells: readonly AuditCell[]
}

/** What the figures prove about a cell. Bounds of the relaxation over real numbers; a count is a whole number inside them. */
export interface Bounds {
  readonly lower: number
  /** Infinity where nothing bounds the cell from above. */
  readonly upper: number
}

export const withheldCell = (id: string, atoms: readonly number[]): AuditCell => ({ id, atoms, lower: 0, upper: Infinity, withheld: true })

/** @param band how far the count may lie from the figure: 0 for exact figures, D under noise */
export const publishedCell = (id: string, atoms: readonly number[], figure: number, band = 0): AuditCell => ({
  id,
  atoms,
  lower: Math.max(0, figure - band),
  upper: figure + band,
  withheld: false,
})

const CLOSE = 1e-6

/** A count is a whole number, so bounds that leave room for one alone give it away. */
export function exactValue({ lower, upper }: Bounds): number | null {
  const value = Math.ceil(lower - CLOSE) + 0
  return Math.floor(upper + CLOSE) <= value ? value : null
}

/** Solvers come within 1e-7 of the corner they mean. */
export const snapped = (value: number) => (Math.abs(value - Math.round(value)) < CLOSE ? Math.round(value) + 0 : value)
