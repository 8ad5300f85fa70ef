/** HiGHS behind the port of `analysis/disclosure/audit`. Runs on the editors' machine, in WebAssembly, without output or threads. */
import highsModule, { type Highs } from 'highs'
import { type LinearProgram, type LinearSolver, type OpenProgram, SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'

/** Node loads the package as an ES module, whose default is the loader; its types describe the CommonJS one. */
const loadHighs = highsModule as unknown as () => Promise<Highs>

/** Seconds for one optimum. Ours take milliseconds; a table too large for that is refused rather than waited for. */
const PATIENCE = 60

/** @throws Error when WebAssembly cannot be loaded */
export async function highsSolver(): Promise<LinearSolver> {
  const highs = await loadHighs()
  return { open: (program) => openProgram(highs, program) }
}

/** One model stays in memory: after a change of the objective alone the last basis is a good start. */
function openProgram(highs: Highs, { upper, rows }: LinearProgram): OpenProgram {
  const columns = upper.length
  const bound = (value: number) => (value === Infinity ? highs.infinity : value)
  const starts = [0]
  for (const row of rows) starts.push(starts.at(-1)! + row.unknowns.length)
  const indices = rows.flatMap((row) => row.unknowns)
  const model = highs.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: Float64Array.from(upper, bound),
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => bound(row.upper)),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns, starts, indices, values: new Float64Array(indices.length).fill(1) },
  })
  model.options.set({ output_flag: false, solver: 'simplex' })
  const { modelStatus, objectiveSense } = highs.constants
  let asked: readonly number[] = []
  let first = true
  return {
    extreme(unknowns, end) {
      for (const column of asked) model.changeColCost(column, 0)
      for (const column of unknowns) model.changeColCost(column, 1)
      asked = unknowns
      model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
      model.zeroAllClocks()
      model.options.set({ time_limit: PATIENCE, presolve: first ? 'choose' : 'off', simplex_strategy: first ? 1 : 4 })
      model.run()
      first = false
      const status = model.getModelStatus()
      if (status === modelStatus.infeasible) throw new SolverStopped('contradiction')
      if (status === modelStatus.unbounded || (status === modelStatus.unboundedOrInfeasible && end === 'most'))
        return { value: Infinity, at: new Float64Array(columns) }
      if (status !== modelStatus.optimal && status !== modelStatus.empty) throw new SolverStopped('stopped')
      return { value: model.getObjectiveValue(), at: Float64Array.from(model.getSolution().colValue) }
    },
    close: () => model.dispose(),
  }
}
