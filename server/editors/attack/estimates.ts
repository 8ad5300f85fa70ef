/**
 * Everything that published neighbours say of one cell of a table of two questions: the cell itself, what is left of its line or of
 * its coarser category when all others are subtracted, and the mean of all of these, weighted by their noise.
 */
import type { LineRole, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { columnOf, conditionsOf, figureOf, keyOf, type LineCondition, type SeenCell } from './meaning.ts'

export interface Estimate {
  readonly figure: number
  /** How many figures, each with noise of its own, were added or subtracted. */
  readonly figures: number
}

export interface Target {
  readonly seen: SeenCell
  readonly estimates: readonly Estimate[]
}

/** What a line of categories adds up to. */
const PARTS: Readonly<Partial<Record<LineRole, readonly LineRole[]>>> = {
  answered: ['value', 'rest'],
  total: ['value', 'rest', 'no_answer', 'not_applicable'],
}

/** Inner cells of two questions with all estimates that the bundle allows. A withheld cell has remainders alone. */
export function estimatesOf(cells: readonly SeenCell[]): Target[] {
  const targets = new Map<string, { seen: SeenCell; estimates: Map<string, Estimate> }>()
  const byTable = new Map<ReleasedTable, SeenCell[]>()
  for (const seen of cells) {
    const { table } = seen.at
    byTable.set(table, [...(byTable.get(table) ?? []), seen])
  }
  for (const [table, inTable] of byTable) {
    if (table.axes.length !== 2) continue
    const [a, b] = table.axes
    const width = b.lines.length
    for (const seen of inTable) {
      const { row, column } = seen.at
      if (!inner(a.lines[row]!.role) || !inner(b.lines[column]!.role)) continue
      const key = `${seen.editions.join(' ')} ${keyOf(seen.conditions)}`
      const target = targets.get(key) ?? { seen, estimates: new Map<string, Estimate>() }
      targets.set(key, target)
      const own = figureOf(seen.cell)
      if (own !== null) target.estimates.set('itself', { figure: own, figures: 1 })
      for (const whole of ['answered', 'total'] as const) {
        for (const along of [0, 1] as const) {
          const axis = table.axes[along]!
          if (axis.kind !== 'single') continue
          const place = along === 0 ? row : column
          const wholeAt = axis.lines.findIndex(({ role }) => role === whole)
          if (wholeAt < 0) continue
          const others = axis.lines.flatMap(({ role }, index) => (index !== place && PARTS[whole]!.includes(role) ? [index] : []))
          const at = (index: number) => inTable[along === 0 ? index * width + column : row * width + index]!
          const left = subtracted(at(wholeAt), others.map(at))
          if (left) target.estimates.set(`${table.id} ${whole} ${along}`, left)
        }
      }
      for (const along of [0, 1] as const) lessSiblings(seen, along, inTable, table, target.estimates, cells)
    }
  }
  return [...targets.values()].map(({ seen, estimates }) => ({ seen, estimates: [...estimates.values()] }))
}

const inner = (role: LineRole) => role === 'value' || role === 'rest'

function subtracted(whole: SeenCell, others: readonly SeenCell[]): Estimate | null {
  const top = figureOf(whole.cell)
  if (top === null) return null
  let [figure, figures] = [top, 1]
  for (const { cell } of others) {
    if (cell.status === 'not_applicable') continue
    const one = figureOf(cell)
    if (one === null) return null
    figure -= one
    figures++
  }
  return { figure, figures }
}

const cellsByKey = new WeakMap<readonly SeenCell[], Map<string, SeenCell>>()

/** The coarser category less its other finer ones. */
function lessSiblings(
  seen: SeenCell,
  along: 0 | 1,
  inTable: readonly SeenCell[],
  table: ReleasedTable,
  estimates: Map<string, Estimate>,
  cells: readonly SeenCell[],
) {
  const axis = table.axes[along]!
  if (axis.kind !== 'single' || seen.conditions.length !== 2) return
  let byKey = cellsByKey.get(cells)
  if (!byKey) {
    byKey = new Map(cells.map((one) => [`${one.editions.join(' ')} ${keyOf(one.conditions)}`, one]))
    cellsByKey.set(cells, byKey)
  }
  const finer = conditionsOf(columnOf(table, axis), axis)
  const own = finer[along === 0 ? seen.at.row : seen.at.column]!
  const other = seen.conditions.find((condition) => condition !== own && condition.key !== own.key)
  if (!other) return
  for (const parent of coarser(own, byKey, seen.editions, other)) {
    const members = finer.filter((line) => line.codes && line.key !== own.key && [...line.codes].every((code) => parent.codes!.has(code)))
    const covered = members.reduce((sum, line) => sum + line.codes!.size, own.codes!.size)
    if (covered !== parent.codes!.size) continue
    const width = table.axes[1]!.lines.length
    const others = members.map((line) => {
      const index = finer.indexOf(line)
      return inTable[along === 0 ? index * width + seen.at.column : seen.at.row * width + index]!
    })
    const left = subtracted(byKey.get(`${seen.editions.join(' ')} ${keyOf([parent, other])}`)!, others)
    if (left) estimates.set(`ladder ${along} ${parent.key}`, left)
  }
}

function coarser(
  own: LineCondition,
  byKey: ReadonlyMap<string, SeenCell>,
  editions: readonly string[],
  beside: LineCondition,
): LineCondition[] {
  const prefix = editions.join(' ')
  const known = new Map<string, LineCondition>()
  for (const condition of parentsOf(byKey, own)) {
    if (byKey.has(`${prefix} ${keyOf([condition, beside])}`)) known.set(condition.key, condition)
  }
  return [...known.values()]
}

const parents = new WeakMap<ReadonlyMap<string, SeenCell>, Map<string, LineCondition[]>>()

function parentsOf(byKey: ReadonlyMap<string, SeenCell>, own: LineCondition): LineCondition[] {
  let known = parents.get(byKey)
  if (!known) {
    known = new Map()
    const all = new Map<string, LineCondition>()
    for (const seen of byKey.values()) for (const one of seen.conditions) if (one.codes) all.set(`${one.variable}:${one.key}`, one)
    for (const one of all.values()) {
      known.set(
        `${one.variable}:${one.key}`,
        [...all.values()].filter(
          (other) =>
            other.variable === one.variable &&
            other.codes!.size > one.codes!.size &&
            [...one.codes!].every((code) => other.codes!.has(code)),
        ),
      )
    }
    parents.set(byKey, known)
  }
  return known.get(`${own.variable}:${own.key}`) ?? []
}

/** The mean of all estimates, each weighted by how little noise it carries, as a whole number of cases. */
export function averaged(estimates: readonly Estimate[]): number {
  const weight = estimates.reduce((sum, { figures }) => sum + 1 / figures, 0)
  return Math.max(0, Math.round(estimates.reduce((sum, { figure, figures }) => sum + figure / figures, 0) / weight))
}
