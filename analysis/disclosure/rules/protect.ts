/**
 * All verdicts of a slice before anything is released: single tables first, because they are the margins of all crosstabs, then the
 * crosstabs. Each is settled: what figures say together is withheld, and everything that depends on it is decided again.
 */

import { COLUMN_IDS, columnBeside } from '../../catalogue/columns.ts'
import { type PlacedTable, universe } from '../../catalogue/universe.ts'
import { type Audits, settle } from '../fixed-point.ts'
import {
  type DecidedPair,
  type DecidedVariable,
  type Decisions,
  decidePair,
  decideVariable,
  type Slice,
  turned,
} from './protected-slice.ts'

export interface Settling {
  /** The audits of the figures; left out only where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  readonly progress?: ((done: number, of: number) => void) | undefined
}

export interface SettledVariables {
  readonly slice: Slice
  readonly variables: ReadonlyMap<string, DecidedVariable>
}

/** The single tables of a slice; and the mode of the first step, which means something else beside the first organisation. */
export function settleVariables(slice: Slice, id: string, { audits, progress }: Settling): SettledVariables {
  let variables = new Map<string, DecidedVariable>()
  const decide = (now: Slice, affected: ReadonlySet<string> | null): Decisions => {
    variables = new Map(
      COLUMN_IDS.map((column, index) => {
        const held = affected === null || affected.has(column) ? undefined : variables.get(column)
        progress?.(index + 1, COLUMN_IDS.length)
        return [column, held ?? decideVariable(now, column)]
      }),
    )
    return decisionsOf(variables, new Map())
  }
  const settled = settle({ slice, id, tables: singlesOf(universe()), columnsOf, audits, decide })
  return { slice: settled.slice, variables }
}

/** The crosstabs of a slice, with the margins that its single tables give. */
export function settlePairs(
  slice: Slice,
  variables: ReadonlyMap<string, DecidedVariable>,
  id: string,
  tables: readonly PlacedTable[],
  { audits, progress }: Settling,
): Decisions {
  let held = new Map<string, DecidedPair>()
  const decide = (now: Slice, affected: ReadonlySet<string> | null) => {
    held = decidedPairs(now, variables, tables, affected, held, progress)
    return decisionsOf(variables, held)
  }
  return settle({ slice, id, tables, columnsOf, audits, decide }).decisions
}

/** All verdicts of a slice whose margins are its own single tables. */
export function decideAll(slice: Slice, id: string, tables: readonly PlacedTable[], settling: Settling = {}): Decisions {
  const settled = settleVariables(slice, id, settling)
  return settlePairs(settled.slice, settled.variables, id, pairsOf(tables), settling)
}

export const singlesOf = (tables: readonly PlacedTable[]) => tables.filter((table) => table.axes.length === 1)
export const pairsOf = (tables: readonly PlacedTable[]) => tables.filter((table) => table.axes.length === 2)

const columnsOf = ({ axes: [a, b] }: PlacedTable) =>
  b === undefined ? [a.variable] : [columnBeside(a.variable, b.variable), columnBeside(b.variable, a.variable)]

/** @param affected pairs to decide anew, all if null; the others stay as they are held */
function decidedPairs(
  slice: Slice,
  variables: ReadonlyMap<string, DecidedVariable>,
  tables: readonly PlacedTable[],
  affected: ReadonlySet<string> | null,
  held: ReadonlyMap<string, DecidedPair>,
  progress: Settling['progress'],
): Map<string, DecidedPair> {
  const levels = new Map<string, [string, string][]>()
  for (const table of tables) {
    const key = columnsOf(table).join(' ')
    levels.set(key, [...(levels.get(key) ?? []), [table.axes[0].level, table.axes[1]!.level]])
  }
  return new Map(
    [...levels].map(([key, at], index) => {
      progress?.(index + 1, levels.size)
      const kept = affected === null || affected.has(key) ? undefined : held.get(key)
      const [a, b] = key.split(' ') as [string, string]
      return [key, kept ?? decidePair(slice, found(variables, a), found(variables, b), at)]
    }),
  )
}

const decisionsOf = (variables: ReadonlyMap<string, DecidedVariable>, pairs: ReadonlyMap<string, DecidedPair>): Decisions => ({
  variable: (id) => found(variables, id),
  pair: (a, b) => {
    const [one, other] = [columnBeside(a, b), columnBeside(b, a)]
    return pairs.get(`${one} ${other}`) ?? turned(found(pairs, `${other} ${one}`))
  },
})

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new RangeError('not decided')
  return value
}
