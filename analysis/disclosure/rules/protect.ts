/**
 * All verdicts of a slice before anything is released: single tables first, because they are the margins of all crosstabs, then the
 * crosstabs. Each is settled: what figures say together is withheld, and everything that depends on it is decided again.
 */

import { COLUMN_IDS, columnBeside } from '../../catalogue/columns.ts'
import { type CatalogueTable, everyTable } from '../../catalogue/every-table.ts'
import { type Audits, protectToFixedPoint } from '../fixed-point.ts'
import {
  type CaseSet,
  type ProtectedPair,
  type ProtectedTables,
  type ProtectedVariable,
  protectPair,
  protectVariable,
  turned,
} from './protected-slice.ts'

export interface ProtectOptions {
  /** The audits of the figures; left out only where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  readonly progress?: ((done: number, of: number) => void) | undefined
}

export interface ProtectedSingleTables {
  readonly slice: CaseSet
  readonly variables: ReadonlyMap<string, ProtectedVariable>
}

/** The single tables of a slice; and the mode of the first step, which means something else beside the first organisation. */
export function protectSingleTables(slice: CaseSet, id: string, { audits, progress }: ProtectOptions): ProtectedSingleTables {
  let variables = new Map<string, ProtectedVariable>()
  const decide = (now: CaseSet, affected: ReadonlySet<string> | null): ProtectedTables => {
    variables = new Map(
      COLUMN_IDS.map((column, index) => {
        const held = affected === null || affected.has(column) ? undefined : variables.get(column)
        progress?.(index + 1, COLUMN_IDS.length)
        return [column, held ?? protectVariable(now, column)]
      }),
    )
    return tablesFrom(variables, new Map())
  }
  const settled = protectToFixedPoint({ slice, id, tables: singlesOf(everyTable()), columnsOf, audits, decide })
  return { slice: settled.slice, variables }
}

/** The crosstabs of a slice, with the margins that its single tables give. */
export function protectCrosstabs(
  slice: CaseSet,
  variables: ReadonlyMap<string, ProtectedVariable>,
  id: string,
  tables: readonly CatalogueTable[],
  { audits, progress }: ProtectOptions,
): ProtectedTables {
  let held = new Map<string, ProtectedPair>()
  const decide = (now: CaseSet, affected: ReadonlySet<string> | null) => {
    held = protectAffected(now, variables, tables, affected, held, progress)
    return tablesFrom(variables, held)
  }
  return protectToFixedPoint({ slice, id, tables, columnsOf, audits, decide }).decisions
}

/** All verdicts of a slice whose margins are its own single tables. */
export function protectAll(slice: CaseSet, id: string, tables: readonly CatalogueTable[], options: ProtectOptions = {}): ProtectedTables {
  const settled = protectSingleTables(slice, id, options)
  return protectCrosstabs(settled.slice, settled.variables, id, pairsOf(tables), options)
}

export const singlesOf = (tables: readonly CatalogueTable[]) => tables.filter((table) => table.axes.length === 1)
export const pairsOf = (tables: readonly CatalogueTable[]) => tables.filter((table) => table.axes.length === 2)

const columnsOf = ({ axes: [a, b] }: CatalogueTable) =>
  b === undefined ? [a.variable] : [columnBeside(a.variable, b.variable), columnBeside(b.variable, a.variable)]

/** @param affected pairs to decide anew, all if null; the others stay as they are held */
function protectAffected(
  slice: CaseSet,
  variables: ReadonlyMap<string, ProtectedVariable>,
  tables: readonly CatalogueTable[],
  affected: ReadonlySet<string> | null,
  held: ReadonlyMap<string, ProtectedPair>,
  progress: ProtectOptions['progress'],
): Map<string, ProtectedPair> {
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
      return [key, kept ?? protectPair(slice, found(variables, a), found(variables, b), at)]
    }),
  )
}

const tablesFrom = (variables: ReadonlyMap<string, ProtectedVariable>, pairs: ReadonlyMap<string, ProtectedPair>): ProtectedTables => ({
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
