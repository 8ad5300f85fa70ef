/** Count tables of invented variables, from who sent how many of what: for tests of rules on them, without records or a build. */
import { contributorsOf } from '../../analysis/exact/contributors.ts'
import { type Column, STATES } from '../../analysis/exact/snapshot.ts'
import type { Cases } from '../../analysis/exact/tally.ts'
import type { LevelGroup, Variable } from '../../survey-schema/variables/index.ts'

/** So many cases with this answer, from this unit, in this edition of a volume. */
export interface Sent {
  readonly code: string
  readonly unit: number
  readonly cases: number
  readonly edition?: number
}

/** @param levels for each level, finest first, its categories and the base codes of each */
export function inventedVariable(levels: readonly Readonly<Record<string, readonly string[]>>[]): Variable {
  const group = ([code, codes]: [string, readonly string[]]): LevelGroup => ({ code, en: code, ja: code, codes })
  const named = levels.map((categories, index) => ({
    id: `level${index}`,
    en: '',
    ja: '',
    categories: Object.entries(categories).map(group),
  }))
  const ids = named.map(({ id }) => id)
  return {
    id: 'invented' as Variable['id'],
    en: '',
    ja: '',
    privacy: 'quasi_identifier',
    derived: false,
    core: false,
    kind: 'single',
    levels: named,
    alone: ids,
    pair: ids,
  }
}

export function countedTable(variable: Variable, sent: readonly Sent[], units: number): { readonly column: Column; readonly cases: Cases } {
  const codes = [...STATES, ...variable.levels[0]!.categories.flatMap((category) => category.codes)]
  const rows = sent.flatMap(({ cases, ...one }) => Array.from({ length: cases }, () => one))
  const contributors = contributorsOf(
    [],
    Array.from({ length: units }, () => null),
    { embassiesAsOne: true },
  )
  return {
    column: { kind: 'single', codes, data: Uint8Array.from(rows, ({ code }) => codes.indexOf(code)) },
    cases: {
      size: rows.length,
      keys: new Float64Array(rows.length),
      contributors: { ...contributors, knownTo: rows.map(({ unit }) => [unit]) },
      parts: Uint8Array.from(rows, ({ edition = 0 }) => edition),
    },
  }
}
