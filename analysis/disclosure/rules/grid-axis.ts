/** One side of a grid of cells: its lines at all levels, in which order they are judged, and which add up to which. */
import type { Variable } from '../../../survey-schema/variables/index.ts'
import { contains, type Line, STATE_LINES, TOTAL_LINE } from '../../catalogue/line.ts'

export interface GridAxis {
  /** Empty for the axis of a single table that has none. */
  readonly variable: string
  readonly lines: readonly Line[]
  /** By line. A smaller rank is judged earlier, and its figure stays where two may not both be shown. */
  readonly rank: readonly number[]
  /** Additive relations: for each line the sets of its children, one set for each finer level. */
  readonly children: readonly (readonly (readonly number[])[])[]
}

/** Which figure stays where a category and the coarser category that holds it may not both be shown. */
export type Precedence = 'children' | 'parent'

/** The second axis of a single table: all cases. */
export const TOTAL_AXIS: GridAxis = { variable: '', lines: [TOTAL_LINE], rank: [0], children: [[]] }

/**
 * Of a variable by itself: for places the country stays, which readers ask for first; otherwise the coarser category, which every crosstab of the
 * variable has as its margin.
 */
export function precedenceOf(variable: Variable): Precedence {
  return variable.levels[0]!.id === 'country' ? 'children' : 'parent'
}

/** @param levels lines of each level of this grid, finest first  @param precedence orders the levels among themselves */
export function gridAxis(
  variable: Variable,
  lines: readonly Line[],
  levels: readonly (readonly Line[])[],
  precedence: Precedence,
): GridAxis {
  const levelOf = (line: Line) => levels.findIndex((level) => level.some((entry) => entry.key === line.key))
  const hasStates = lines.some((line) => line.role === 'state')
  const rank = lines.map((line) => {
    if (line.role === 'total') return 0
    if (line.role === 'answered' || line.role === 'applicable') return hasStates ? 0 : 20
    if (line.role === 'no_answer') return hasStates ? 9 : 0
    if (line.codes === null) return 1
    if (line.precedes) return 2
    return precedence === 'children' ? 2 + levelOf(line) : 2 + levels.length - levelOf(line)
  })
  const at = new Map(lines.map((line, index) => [line.key, index]))
  const children = lines.map((parent) => {
    if (parent.role === 'no_answer') return [STATE_LINES.flatMap((state) => at.get(state.key) ?? [])]
    // Of a multiple answer a case stands on several lines of one level: they do not add up.
    if (variable.kind === 'multiple' || parent.codes === null) return []
    return levels
      .slice(0, Math.max(0, levelOf(parent)))
      .map((level) => level.filter((line) => line.key !== parent.key && contains(parent, line)).map((line) => at.get(line.key)!))
      .filter((inLevel) => inLevel.length > 0)
  })
  return { variable: variable.id, lines, rank, children }
}

/** One line for each key, the first that has it: where everybody answered, the line of all answers is that of all cases. */
export function uniqueLines(lines: readonly Line[]): Line[] {
  const first = new Map<string, Line>()
  for (const line of lines) if (!first.has(line.key)) first.set(line.key, line)
  return [...first.values()]
}
