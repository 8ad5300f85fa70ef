/**
 * Released tables as an attacker lays them out: what each line holds by its meaning, what each cell says, and, for editors only,
 * the truth beside it. From a public bundle, or from the verdicts of a build before anything is released.
 */
import type { Volume } from '../../../../survey-schema/release/bundle.ts'
import type { LineRole, ReleasedAxis, ReleasedCell, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { coarserCategories, type LevelGroup, levelOf, standsUnder, variableById } from '../../../../survey-schema/variables/index.ts'
import { columnBeside } from '../../../catalogue/columns.ts'
import { answeredLine } from '../../../catalogue/line.ts'

export interface AuditLine {
  /** The same cases have the same key, at whatever level and in whatever table they stand. */
  readonly key: string
  readonly code: string
  readonly role: LineRole
  /** Base codes that the line holds; null for the lines that are no set of answers. */
  readonly codes: ReadonlySet<string> | null
}

export interface AuditAxis {
  /** The column that was counted: two readings of one question are two. */
  readonly column: string
  readonly kind: 'single' | 'multiple'
  readonly lines: readonly AuditLine[]
}

export interface AuditTable {
  readonly id: string
  /** The edition or volume under whose name it stands. */
  readonly slice: string
  /** Whose cases are counted: a volume of one edition counts those of the edition. */
  readonly counted: string
  readonly axes: readonly [AuditAxis] | readonly [AuditAxis, AuditAxis]
  /** Row by row. */
  readonly cells: readonly ReleasedCell[]
  /** Exact counts in the same order, where they are known. */
  readonly truth: readonly number[] | null
  /** In the same order how many of these cases each contributor knows; left out where contributors are not looked at. */
  readonly own?: readonly Uint32Array[]
}

/**
 * @param volume of its bundle  @param truth exact counts in the order of the cells, from the editors' file
 * @throws RangeError for a line that no list knows
 */
export function publishedTable(table: ReleasedTable, volume: Volume | null = null, truth: readonly number[] | null = null): AuditTable {
  const { id, slice, axes, cells } = table
  const [a, b] = axes
  const first = readAxis(a, b?.variable)
  const counted = slice === volume?.id ? volume.editions.join(' ') : slice
  return { id, slice, counted, axes: b === undefined ? [first] : [first, readAxis(b, a.variable)], cells, truth }
}

/**
 * What a reader works out about joined categories: `rest:X` holds those of X that have no line of their own, `rest` all others.
 */
function readAxis(axis: ReleasedAxis, beside: string | undefined): AuditAxis {
  const variable = variableById(axis.variable)
  const level = variable && levelOf(variable, axis.level)
  if (!variable || !level) throw new RangeError('no such variable or level')
  const named = new Map(axis.lines.flatMap((line) => (line.role === 'value' ? [[line.code, line] as const] : [])))
  const left = new Map(level.categories.filter((category) => !named.has(category.code)).map((category) => [category.code, category]))
  const parents = coarserCategories(variable, axis.level)
  const lines = axis.lines.map((line): AuditLine => {
    const { code, role } = line
    if (role === 'answered') return { key: answeredLine(variable).key, code, role, codes: null }
    if (role !== 'value' && role !== 'rest') return { key: code, code, role, codes: null }
    const own = level.categories.find((category) => category.code === code)
    const held = role === 'value' ? (own ? [own] : []) : code === 'rest' ? [] : takeInside(left, parents, code.slice('rest:'.length))
    const codes = held.flatMap((category) => category.codes)
    return { key: keyOf(codes), code, role, codes: new Set(codes) }
  })
  const others = [...left.values()].flatMap((category) => category.codes)
  return {
    column: columnBeside(axis.variable, beside),
    kind: axis.kind,
    lines: lines.map((line) =>
      line.role === 'rest' && line.code === 'rest' ? { ...line, key: keyOf(others), codes: new Set(others) } : line,
    ),
  }
}

/** Takes the categories inside the first coarser category of this code that holds any. */
function takeInside(left: Map<string, LevelGroup>, parents: readonly LevelGroup[], code: string): LevelGroup[] {
  for (const parent of parents) {
    if (parent.code !== code) continue
    const inside = [...left.values()].filter((category) => standsUnder(category.codes, parent))
    for (const category of inside) left.delete(category.code)
    if (inside.length > 0) return inside
  }
  return []
}

const keyOf = (codes: readonly string[]) => `=${[...codes].sort().join(' ')}`
