/**
 * Released tables as a patient reader takes them apart: for each line the answers that it holds, also for joined categories, whose
 * members follow from the code lists and from which categories stand by themselves. Knows published tables and code lists, nothing else.
 */
import type { Manifest } from '../../../survey-schema/release/bundle.ts'
import type { LineRole, ReleasedAxis, ReleasedCell, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { type LevelGroup, levelOf, variableById } from '../../../survey-schema/variables/index.ts'

/** What one line says of a case. */
export interface LineCondition {
  readonly variable: string
  readonly role: LineRole
  /** Base codes, null for lines that are no set of answers. */
  readonly codes: ReadonlySet<string> | null
  /** The same answers have the same key at whatever level they stand. */
  readonly key: string
  /** As printed. */
  readonly code: string
}

/** A cell that a reader holds: everybody in these editions who meets these conditions. Lines for everybody are left out. */
export interface SeenCell {
  readonly editions: readonly string[]
  readonly slice: string
  readonly table: string
  readonly lines: readonly string[]
  readonly conditions: readonly LineCondition[]
  readonly cell: ReleasedCell
  /** Axes of the table, null for a table of one variable: where the cell lies among its neighbours. */
  readonly at: { readonly table: ReleasedTable; readonly row: number; readonly column: number }
}

export const TOTAL_KEY = 'total'

export const nameOf = ({ slice, table, lines }: Pick<SeenCell, 'slice' | 'table' | 'lines'>) => `${slice} ${table} ${lines.join(' x ')}`
export const keyOf = (conditions: readonly LineCondition[]) =>
  conditions
    .map(({ variable, key }) => `${variable}:${key}`)
    .sort()
    .join(' & ')

/** The figure that a reader sees, null where there is none. A sum that lacks a part counts fewer editions than it names. */
export const figureOf = (cell: ReleasedCell): number | null =>
  cell.status === 'shown' || (cell.status === 'sum' && cell.parts === cell.of) ? cell.figure : null

/** Beside the first organisation reached the mode of the first step is meant, elsewhere that of any step. */
export const columnOf = (table: ReleasedTable, axis: ReleasedAxis) =>
  axis.variable === 'step_mode' && table.axes.some((other) => other.variable === 'contact_first_actor') ? 'step_mode:first' : axis.variable

/** @param manifests of the bundles, which say which editions a volume holds */
export function seenCells(tables: readonly ReleasedTable[], manifests: readonly Manifest[]): SeenCell[] {
  const editionsOf = new Map(manifests.flatMap(({ volume }) => (volume ? [[volume.id, volume.editions] as const] : [])))
  return tables.flatMap((table) => {
    const axes = table.axes.map((axis) => conditionsOf(columnOf(table, axis), axis))
    const width = axes[1]?.length ?? 1
    return table.cells.map((cell, index): SeenCell => {
      const [row, column] = [Math.floor(index / width), index % width]
      const conditions = [axes[0]![row]!, ...(axes[1] ? [axes[1][column]!] : [])]
      return {
        editions: editionsOf.get(table.slice) ?? [table.slice],
        slice: table.slice,
        table: table.id,
        lines: conditions.map(({ code }) => code),
        conditions: unique(conditions.filter(({ key }) => key !== TOTAL_KEY)),
        cell,
        at: { table, row, column },
      }
    })
  })
}

/** Two lines of one question that say the same are one condition. */
const unique = (conditions: readonly LineCondition[]) => [
  ...new Map(conditions.map((condition) => [`${condition.variable}:${condition.key}`, condition])).values(),
]

export function conditionsOf(column: string, axis: ReleasedAxis): LineCondition[] {
  const variable = variableById(axis.variable)!
  const level = levelOf(variable, axis.level)!
  const named = new Set(axis.lines.filter(({ role }) => role === 'value').map(({ code }) => code))
  const own = new Map(level.categories.map((category) => [category.code, category.codes]))
  let left = level.categories.filter(({ code }) => !named.has(code))
  const joined = new Map<string, readonly string[]>()
  for (const coarser of variable.levels.slice(variable.levels.indexOf(level) + 1)) {
    for (const parent of coarser.categories) {
      const code = `rest:${parent.code}`
      if (!axis.lines.some((line) => line.code === code) || joined.has(code)) continue
      const members = left.filter((category) => within(category, parent))
      if (members.length === 0) continue
      joined.set(
        code,
        members.flatMap(({ codes }) => codes),
      )
      left = left.filter((category) => !members.includes(category))
    }
  }
  joined.set(
    'rest',
    left.flatMap(({ codes }) => codes),
  )
  return axis.lines.map(({ code, role }): LineCondition => {
    const codes = role === 'value' ? own.get(code)! : role === 'rest' ? (joined.get(code) ?? []) : null
    return {
      variable: column,
      role,
      codes: codes && new Set(codes),
      key: codes ? `=${[...codes].sort().join(' ')}` : role === 'total' ? TOTAL_KEY : code,
      code,
    }
  })
}

const within = (inner: LevelGroup, outer: LevelGroup) => inner.codes.every((code) => outer.codes.includes(code))

/** Whether everybody who meets the inner condition meets the outer one, by what they say. */
export function holds(outer: LineCondition, inner: LineCondition): boolean {
  if (outer.variable !== inner.variable) return false
  if (outer.key === inner.key) return true
  if (outer.role === 'answered') return inner.codes !== null
  if (outer.role === 'applicable') return inner.role !== 'not_applicable'
  if (outer.role === 'no_answer') return inner.role === 'state'
  if (outer.codes === null || inner.codes === null) return false
  return [...inner.codes].every((code) => outer.codes!.has(code))
}
