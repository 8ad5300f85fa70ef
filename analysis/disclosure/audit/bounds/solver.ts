/** The linear solver as this room sees it: handed in, because the one we use is a program of its own (`server/editors/audit/solver.ts`). */

/** Unknowns from 0 up to a bound each, and rows that bound a plain sum of some of them. Every coefficient is 1. */
export interface LinearProgram {
  /** Upper bound of each unknown; Infinity where there is none. */
  readonly upper: Float64Array
  readonly rows: readonly { readonly unknowns: readonly number[]; readonly lower: number; readonly upper: number }[]
}

export interface Optimum {
  /** Infinity where the sum is unbounded; `at` is then any point. */
  readonly value: number
  readonly at: Float64Array
}

export interface OpenProgram {
  /** The least or the greatest value of a sum of unknowns. @throws SolverStopped */
  readonly extreme: (unknowns: readonly number[], end: 'least' | 'most') => Optimum
  readonly close: () => void
}

export interface LinearSolver {
  readonly open: (program: LinearProgram) => OpenProgram
}

/** `contradiction`: no counts at all fit what is published. `stopped`: the solver gave up, and nothing has been proved. */
export class SolverStopped extends Error {
  readonly fault: 'contradiction' | 'stopped'
  constructor(fault: 'contradiction' | 'stopped') {
    super(fault === 'contradiction' ? 'no counts fit these figures' : 'the solver stopped before it had an answer')
    this.name = 'SolverStopped'
    this.fault = fault
  }
}
