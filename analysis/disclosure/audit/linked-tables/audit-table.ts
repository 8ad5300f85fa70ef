/**
 * A table as the audits read it: the answers that each line stands for, what each cell shows and, on the editors' machine only, its exact
 * count. Made of a released table (`publishedTable`) or, while a build runs, of what it is about to release (`../../protected-tables.ts`).
 */
import type { Volume } from '../../../../survey-schema/release/bundle.ts'
import type { LineRole, ReleasedAxis, ReleasedCell, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import {
  coarserCategories,
  type LevelGroup,
  levelOf,
  standsUnder,
  type Variable,
  variableById,
} from '../../../../survey-schema/variables/index.ts'
import { columnBeside } from '../../../catalogue/columns.ts'
import { unprintedBeside } from '../../../catalogue/frame.ts'
import { answeredLine, applicableLine, impossible, keyOfAnswers } from '../../../catalogue/line.ts'
import type { ExactCount, ExactCounts } from '../../../exact/exact-count.ts'

export interface AuditLine {
  /** Lines of one column with equal keys hold the same cases, at any level and in any table. */
  readonly key: string
  readonly code: string
  readonly role: LineRole
  /** Base codes that the line holds; null for the lines that are no set of answers. */
  readonly codes: ReadonlySet<string> | null
}

export interface AuditAxis {
  /** The column that was counted. A variable may be counted in two columns: `step_mode` and `step_mode:first`. */
  readonly column: string
  readonly kind: 'single' | 'multiple'
  readonly lines: readonly AuditLine[]
}

export interface AuditTable {
  readonly id: string
  /** Id of the edition or volume that publishes the table. */
  readonly slice: string
  /** Ids of the editions whose cases are counted, joined by spaces: a volume of one edition counts the cases of that edition. */
  readonly counted: string
  readonly axes: readonly [AuditAxis] | readonly [AuditAxis, AuditAxis]
  /** Row by row. */
  readonly cells: readonly ReleasedCell[]
  /** Exact counts in the order of the cells; null where they are not known, as for a reader. */
  readonly truth: readonly ExactCount[] | null
  /** In the order of the cells, how many of the cases of each cell each contributor reported; absent where contributors are not audited. */
  readonly own?: readonly ExactCounts[]
}

/**
 * A released table with what a reader can work out about its lines.
 * @param volume the volume of its bundle  @param truth exact counts in the order of the cells, then of those that `unprintedIn` names, from the editors' file
 * @throws RangeError for a variable or level that does not exist
 */
export function publishedTable(table: ReleasedTable, volume: Volume | null = null, truth: readonly ExactCount[] | null = null): AuditTable {
  const { id, slice, axes, cells } = table
  const [a, b] = axes
  const first = readAxis(a, b?.variable)
  const counted = slice === volume?.id ? volume.editions.join(' ') : slice
  const all = [...cells, ...unprintedIn(table).map(({ cell }) => cell)]
  return { id, slice, counted, axes: b === undefined ? [first] : [first, readAxis(b, a.variable)], cells: all, truth }
}

/**
 * The cells that a table of one variable leaves unprinted: "no answer" where it is part of the base, "not applicable" where it is part of all
 * cases. A reader knows that they are there, and how many hold nobody by the questionnaire.
 */
export function unprintedIn({
  axes: [axis, second],
}: Pick<ReleasedTable, 'axes'>): { readonly code: string; readonly cell: ReleasedCell }[] {
  if (second !== undefined) return []
  const variable = variableById(axis.variable)!
  return unprintedBeside(axis.lines).map((line) => ({
    code: line.code,
    cell: { status: impossible(variable, line) ? 'not_applicable' : 'withheld' },
  }))
}

/**
 * A released axis does not list which categories were joined; a reader works it out from the lines that are there. `rest:X` holds the
 * categories of X that have no line of their own, `rest` all that are left then.
 */
function readAxis(axis: ReleasedAxis, beside: string | undefined): AuditAxis {
  const variable = variableById(axis.variable)
  const level = variable && levelOf(variable, axis.level)
  if (!variable || !level) throw new RangeError('no such variable or level')
  const named = new Set(axis.lines.flatMap(({ code, role }) => (role === 'value' ? [code] : [])))
  const unnamed = new Map(level.categories.filter(({ code }) => !named.has(code)).map((category) => [category.code, category]))
  const coarser = coarserCategories(variable, axis.level)
  const lines = axis.lines.map((line): AuditLine => {
    const { code, role } = line
    if (role === 'answered') return { key: answeredLine(variable).key, code, role, codes: null }
    if (role === 'applicable') return { key: applicableLine(variable).key, code, role, codes: null }
    if (role !== 'value' && role !== 'rest') return { key: code, code, role, codes: null }
    const own = level.categories.find((category) => category.code === code)
    const held = role === 'value' ? (own ? [own] : []) : code === 'rest' ? [] : takeUnder(coarser, code.slice('rest:'.length), unnamed)
    return lineHolding(variable, line, held)
  })
  // The last rest is known only when every `rest:X` has taken its categories.
  const remaining = [...unnamed.values()]
  return {
    column: columnBeside(axis.variable, beside),
    kind: axis.kind,
    lines: [
      ...lines.map((line) => (line.role === 'rest' && line.code === 'rest' ? lineHolding(variable, line, remaining) : line)),
      ...(beside === undefined ? unprintedBeside(axis.lines) : []),
    ],
  }
}

/** Takes out of `unnamed` the categories under the first coarser category of this code that has any left, and returns them. */
function takeUnder(coarser: readonly LevelGroup[], code: string, unnamed: Map<string, LevelGroup>): LevelGroup[] {
  for (const parent of coarser) {
    if (parent.code !== code) continue
    const taken = [...unnamed.values()].filter((category) => standsUnder(category.codes, parent))
    for (const category of taken) unnamed.delete(category.code)
    if (taken.length > 0) return taken
  }
  return []
}

function lineHolding(variable: Variable, { code, role }: Pick<AuditLine, 'code' | 'role'>, categories: readonly LevelGroup[]): AuditLine {
  const codes = categories.flatMap((category) => category.codes)
  return { key: keyOfAnswers(variable, codes), code, role, codes: new Set(codes) }
}
