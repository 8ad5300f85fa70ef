/**
 * The catalogue of tables, enumerated by rule: no table outside it can ever be asked for. `grammarTables` holds what the grammar
 * allows, `everyTable` what a build makes. A table that the grammar allows and no build makes is answered with `not-released`, whatever
 * the data.
 */
import { VARIABLES, type Variable } from '../../survey-schema/variables/index.ts'
import { type AxisName, judgePair, tableId } from './grammar.ts'
import { namedPairs } from './refusals.ts'

/** One variable; two core variables; one variable beside a core variable; a pair named in `refusals.ts`. */
export type TableKind = 'single' | 'core-core' | 'question-core' | 'named'

export interface CatalogueTable {
  readonly id: string
  readonly axes: readonly [AxisName] | readonly [AxisName, AxisName]
  readonly kind: TableKind
}

/** This table would count persons whom two bodies reported, which no product of two answers of one case is. */
const LATER: ReadonlySet<string> = new Set(['source_type@group5,source_type@group5'])

let enumerated: readonly CatalogueTable[] | undefined

/** Every stored table of the grammar, in the order of the questionnaire. Enumerated when first asked for: the server starts without it. */
export function grammarTables(): readonly CatalogueTable[] {
  enumerated ??= [...singles(), ...pairs()]
  return enumerated
}

/** Every table that a build makes. */
export function everyTable(): readonly CatalogueTable[] {
  return grammarTables().filter((table) => !LATER.has(table.id))
}

let builtIds: ReadonlySet<string> | undefined

/** Whether a build makes a table of this name. */
export function isBuilt(id: string): boolean {
  builtIds ??= new Set(everyTable().map((table) => table.id))
  return builtIds.has(id)
}

function singles(): CatalogueTable[] {
  return VARIABLES.flatMap((variable) => variable.alone.map((level) => place('single', [{ variable: variable.id, level }])))
}

function pairs(): CatalogueTable[] {
  const named = new Set(namedPairs().map(([a, b]) => [a, b].join(',')))
  return VARIABLES.flatMap((a, index) =>
    VARIABLES.slice(index).flatMap((b) =>
      levelPairs(a, b).map(([levelA, levelB]) => {
        const axes = [
          { variable: a.id, level: levelA },
          { variable: b.id, level: levelB },
        ] as const
        const isNamed = named.has(tableId(axes)) || named.has(tableId(axes.toReversed()))
        return place(isNamed ? 'named' : a.core && b.core ? 'core-core' : 'question-core', axes)
      }),
    ),
  )
}

function levelPairs(a: Variable, b: Variable): [string, string][] {
  return a.levels
    .flatMap((levelA) => b.levels.map((levelB): [string, string] => [levelA.id, levelB.id]))
    .filter(([levelA, levelB]) => judgePair(a, levelA, b, levelB) === null)
}

function place(kind: TableKind, axes: readonly [AxisName] | readonly [AxisName, AxisName]): CatalogueTable {
  return { id: tableId(axes), axes, kind }
}
