/**
 * The closed universe, enumerated by rule: every table that may ever be asked for. `WHOLE` is what the grammar allows; `universe`
 * is what a build makes now. What the grammar allows and no build makes answers `not-released`, whatever the data.
 */
import { VARIABLES, type Variable } from '../../survey-schema/variables/index.ts'
import { type AxisName, judgePair, tableId } from './grammar.ts'
import { namedPairs } from './refusals.ts'

export { askFor } from './grammar.ts'

export interface TableName {
  readonly id: string
  readonly axes: readonly [AxisName] | readonly [AxisName, AxisName]
}

/** Which part of the universe a table belongs to. */
export type Part = 'single' | 'core-core' | 'question-core' | 'named'

export interface PlacedTable extends TableName {
  readonly part: Part
}

/** No product of two answers: persons whom two bodies reported. The overlap that partners declare is a question of its own. */
const LATER: ReadonlySet<string> = new Set(['source_type@group5,source_type@group5'])

/** Every stored table of the grammar, in the order of the questionnaire. */
export const WHOLE: readonly PlacedTable[] = [...singles(), ...pairs()]

/** Every table that a build makes. */
export function universe(): readonly PlacedTable[] {
  return WHOLE.filter((table) => !LATER.has(table.id))
}

function singles(): PlacedTable[] {
  return VARIABLES.flatMap((variable) => variable.alone.map((level) => place('single', [{ variable: variable.id, level }])))
}

function pairs(): PlacedTable[] {
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

function place(part: Part, axes: readonly [AxisName] | readonly [AxisName, AxisName]): PlacedTable {
  return { id: tableId(axes), axes, part }
}
