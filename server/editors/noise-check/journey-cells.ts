/** Who stands at each step of the tree of journeys: origin, then first transit, then place in Japan, and what is left at each step. */
import { TOTAL_LINE } from '../../../analysis/catalogue/line.ts'
import type { ReleasedCell, ReleasedJourneyNode, ReleasedJourneys, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { conditionsOf, type LineCondition } from '../attack/meaning.ts'
import { both, type Persons, without } from './persons.ts'
import type { PersonsOnLines } from './persons-on-lines.ts'

interface JourneyCell {
  readonly cell: ReleasedCell
  readonly persons: Persons
  /** An origin by itself is a single table's figure. */
  readonly isMargin: boolean
}

/** @param tables the crosstabs of the volume, whose lines the steps are */
export function journeyCells({ origins }: ReleasedJourneys, tables: readonly ReleasedTable[], standing: PersonsOnLines): JourneyCell[] {
  const linesOf = (variable: string, level: string): ReadonlyMap<string, LineCondition> => {
    const axis = tables.flatMap(({ axes }) => axes).find((one) => one.variable === variable && one.level === level)
    return new Map(axis ? conditionsOf(variable, axis).map((line) => [line.code, line]) : [])
  }
  const [origin, transit, area] = [
    linesOf('route_origin', 'country'),
    linesOf('route_transit', 'country'),
    linesOf('exploitation_prefectures', 'area8'),
  ]
  /** Null for "by any way": everybody of the step before. */
  const standingAt = ({ code, role }: ReleasedJourneyNode, lines: ReadonlyMap<string, LineCondition>): Persons | null => {
    if (code === 'any' && role === 'rest') return null
    const line = lines.get(code)
    if (line === undefined || line.key === TOTAL_LINE.key) throw new RangeError('a step of the tree that no table has')
    return standing.on(line)
  }
  const below = (
    nodes: readonly ReleasedJourneyNode[],
    parent: Persons,
    depth: number,
    lines: ReadonlyMap<string, LineCondition>,
  ): JourneyCell[] => {
    let left = parent
    return nodes.flatMap((node) => {
      if (node.role === 'further') return [{ cell: node.cell, persons: left, isMargin: false }]
      const line = standingAt(node, lines)
      const persons = line === null ? parent : both(parent, line)
      left = without(left, persons)
      const isMargin = depth === 0 || (depth === 1 && line === null)
      return [{ cell: node.cell, persons, isMargin }, ...below(node.children, persons, depth + 1, depth === 0 ? transit : area)]
    })
  }
  return below(origins, standing.everybody, 0, origin)
}
