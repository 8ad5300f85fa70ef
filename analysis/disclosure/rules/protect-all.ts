/**
 * Protects all tables of a case set: first the single tables, because they are the margins of all crosstabs, then the crosstabs. Each of the two is
 * repeated to a fixed point: what figures reveal together is withheld, and what depends on it is judged again.
 */

import { COLUMN_IDS, columnBeside } from '../../catalogue/columns.ts'
import { type CatalogueTable, everyTable } from '../../catalogue/every-table.ts'
import type { Audits } from '../audits.ts'
import type { CaseSet } from '../case-set.ts'
import { protectToFixedPoint } from '../fixed-point.ts'
import { protectPair } from './protect-pair.ts'
import { protectVariable } from './protect-variable.ts'
import { type ProtectedPair, type ProtectedTables, type ProtectedVariable, transposed } from './protected-tables.ts'

export interface ProtectOptions {
  /** The audits of the figures. Left out where a test looks at the rules alone. */
  readonly audits?: Audits | undefined
  readonly progress?: ((done: number, of: number) => void) | undefined
}

export interface ProtectedSingleTables {
  /** With the secondary suppression that the single tables needed. */
  readonly caseSet: CaseSet
  readonly variables: ReadonlyMap<string, ProtectedVariable>
}

/** Every column by itself: the single tables, and the mode of the first step, which is a margin and no table. */
export function protectSingleTables(caseSet: CaseSet, id: string, { audits, progress }: ProtectOptions): ProtectedSingleTables {
  let variables = new Map<string, ProtectedVariable>()
  const protect = (now: CaseSet, affected: ReadonlySet<string> | null): ProtectedTables => {
    variables = new Map(
      COLUMN_IDS.map((column, index) => {
        const held = affected === null || affected.has(column) ? undefined : variables.get(column)
        progress?.(index + 1, COLUMN_IDS.length)
        return [column, held ?? protectVariable(now, column)]
      }),
    )
    return tablesFrom(variables, new Map())
  }
  const fixed = protectToFixedPoint({ caseSet, id, tables: singlesOf(everyTable()), columnsOf, audits, protect })
  return { caseSet: fixed.caseSet, variables }
}

/** @param variables the margins  @param tables crosstabs of the catalogue */
export function protectCrosstabs(
  caseSet: CaseSet,
  variables: ReadonlyMap<string, ProtectedVariable>,
  id: string,
  tables: readonly CatalogueTable[],
  { audits, progress }: ProtectOptions,
): ProtectedTables {
  let pairs = new Map<string, ProtectedPair>()
  const protect = (now: CaseSet, affected: ReadonlySet<string> | null) => {
    pairs = protectAffected(now, variables, tables, affected, pairs, progress)
    return tablesFrom(variables, pairs)
  }
  return protectToFixedPoint({ caseSet, id, tables, columnsOf, audits, protect }).tables
}

/** Single tables and crosstabs of a case set whose margins are its own single tables. */
export function protectAll(caseSet: CaseSet, id: string, tables: readonly CatalogueTable[], options: ProtectOptions = {}): ProtectedTables {
  const singles = protectSingleTables(caseSet, id, options)
  return protectCrosstabs(singles.caseSet, singles.variables, id, pairsOf(tables), options)
}

export const singlesOf = (tables: readonly CatalogueTable[]) => tables.filter((table) => table.axes.length === 1)
export const pairsOf = (tables: readonly CatalogueTable[]) => tables.filter((table) => table.axes.length === 2)

/** The columns that a table counts. */
const columnsOf = ({ axes: [a, b] }: CatalogueTable) =>
  b === undefined ? [a.variable] : [columnBeside(a.variable, b.variable), columnBeside(b.variable, a.variable)]

/** @param affected pairs to judge again, by their columns; all if null. The others stay as they are in `held`. */
function protectAffected(
  caseSet: CaseSet,
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
      return [key, kept ?? protectPair(caseSet, found(variables, a), found(variables, b), at)]
    }),
  )
}

const tablesFrom = (variables: ReadonlyMap<string, ProtectedVariable>, pairs: ReadonlyMap<string, ProtectedPair>): ProtectedTables => ({
  variable: (id) => found(variables, id),
  pair: (a, b) => {
    const [one, other] = [columnBeside(a, b), columnBeside(b, a)]
    return pairs.get(`${one} ${other}`) ?? transposed(found(pairs, `${other} ${one}`))
  },
})

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new RangeError('not protected')
  return value
}
