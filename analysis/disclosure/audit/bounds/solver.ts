/** What the audits ask of a solver of linear programs. It is handed in, because the one that we use is a program of its own (HiGHS, in `server/editors/audit/solver.ts`). */

/** Unknowns between 0 and an upper bound, and rows that bound the sum of some of them. Every coefficient is 1. */
export interface LinearProgram {
  /** Upper bound of each unknown; Infinity where there is none. */
  readonly upper: Float64Array
  readonly rows: readonly { readonly unknowns: readonly number[]; readonly lower: number; readonly upper: number }[]
}

export interface Optimum {
  /** Infinity where the sum is unbounded; `at` then says nothing. */
  readonly value: number
  /** A value for each unknown, at which the optimum is reached. */
  readonly at: Float64Array
}

export interface OpenProgram {
  /** The least or the greatest value of a sum of unknowns. @throws SolverStopped */
  readonly extreme: (unknowns: readonly number[], end: 'least' | 'most') => Optimum
  /** Gives its memory back. */
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
