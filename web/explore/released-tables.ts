/** Which tables an edition holds, so that the page offers no dead ends. Only the names are known here, never why one is missing. */
import { type Variable, variableById } from '../../survey-schema/variables/index.ts'

export interface ReleasedTables {
  /** Levels at which the variable stands alone. */
  readonly alone: (variable: string) => readonly string[]
  /** Pairs of levels at which the two stand together, the level of `a` first. */
  readonly together: (a: string, b: string) => readonly (readonly [string, string])[]
}

type Axis = readonly [variable: string, level: string]

export const splitAxis = (axis: string): Axis => {
  const [variable = '', level = ''] = axis.split('@')
  return [variable, level]
}

export function releasedTables(ids: readonly string[]): ReleasedTables {
  const alone = new Map<string, string[]>()
  const together = new Map<string, (readonly [string, string])[]>()
  const put = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value])
  for (const id of ids) {
    const [first, second, third] = id.split(',').map(splitAxis)
    if (!first || third) continue
    if (!second) {
      put(alone, first[0], first[1])
      continue
    }
    put(together, `${first[0]} ${second[0]}`, [first[1], second[1]] as const)
    if (first[0] !== second[0]) put(together, `${second[0]} ${first[0]}`, [second[1], first[1]] as const)
  }
  return { alone: (variable) => alone.get(variable) ?? [], together: (a, b) => together.get(`${a} ${b}`) ?? [] }
}

/** The axes of a table that exists, as near as may be to those wanted; columns fall away where the two never stand together. */
export function nearest(
  tables: ReleasedTables,
  rows: string,
  columns: string | null,
  keep: 'rows' | 'columns' = 'rows',
): { readonly rows: string; readonly columns: string | null } {
  const [rowVariable, rowLevel] = splitAxis(rows)
  if (columns === null) {
    const levels = tables.alone(rowVariable)
    const level = levels.includes(rowLevel) ? rowLevel : (levels.at(0) ?? rowLevel)
    return { rows: `${rowVariable}@${level}`, columns: null }
  }
  const [columnVariable, columnLevel] = splitAxis(columns)
  const wanted = (pair: readonly [string, string]) => {
    const [row, column] = [pair[0] === rowLevel ? 1 : 0, pair[1] === columnLevel ? 1 : 0]
    return keep === 'rows' ? 2 * row + column : row + 2 * column
  }
  const [best] = [...tables.together(rowVariable, columnVariable)].sort((a, b) => wanted(b) - wanted(a))
  return best ? { rows: `${rowVariable}@${best[0]}`, columns: `${columnVariable}@${best[1]}` } : { rows, columns }
}

/** Levels of a variable that some released table shows it at, beside `other` or alone, from fine to coarse. */
export function levelsOffered(tables: ReleasedTables, variable: string, other: string | null): Variable['levels'] {
  const offered = new Set(other === null ? tables.alone(variable) : tables.together(variable, other).map(([level]) => level))
  return variableById(variable)?.levels.filter((level) => offered.has(level.id)) ?? []
}
