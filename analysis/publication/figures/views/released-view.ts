/** A released table in the form that drawings and pages read, made from JSON-stat 2.0. Each number in it was published. */
import type { LineRole, ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { count, type Fields, fields, listOf, mapOf, oneOf, text } from './json-parts.ts'

const ROLES = ['value', 'rest', 'answered', 'applicable', 'state', 'no_answer', 'not_applicable', 'total', 'further'] as const

export interface ViewLine {
  readonly code: string
  readonly role: LineRole | 'further'
  readonly label: string
}

export interface ViewAxis {
  /** `citizenship@country`. */
  readonly id: string
  readonly label: string
  readonly kind: 'single' | 'multiple'
  readonly lines: readonly ViewLine[]
  /** Codes of the children of each line, where the axis is a tree. */
  readonly children: Readonly<Record<string, readonly string[]>>
}

export interface ReleasedView {
  readonly edition: string
  /** The edition or volume whose figures these are, where the server said so. */
  readonly slice?: string
  readonly policy: string
  readonly checksum: string
  readonly fictional: boolean
  readonly rows: ViewAxis
  readonly columns: ViewAxis | null
  /** What a printed share is a share of, where the table prints shares. */
  readonly shareOf?: 'row' | 'column'
  /** The share that is printed beside a cell. */
  readonly share?: (row: number, column: number) => string | null
  /** The published base of the shares of a table of one variable; null where it is not shown. */
  readonly base?: number | null
  /** The published cell; `column` is 0 in a table of one variable. */
  readonly cell: (row: number, column: number) => ReleasedCell
}

/**
 * @param asked the axes as they were asked for, `variable@level`: a dataset names its dimensions without their level
 * @throws TypeError or RangeError for anything but a dataset of one or two dimensions whose parts fit together
 */
export function viewOfJsonStat(body: unknown, asked: readonly string[]): ReleasedView {
  const dataset = fields(body)
  const extension = fields(dataset.extension)
  const value = listOf((entry) => (entry === null ? null : count(entry)))(dataset.value)
  const status = dataset.status === undefined ? {} : mapOf(text)(dataset.status)
  const axes = listOf(text)(dataset.id).map((name) => axisOf(name, fields(dataset.dimension), extension, asked))
  const size = listOf(count)(dataset.size)
  const [rows, columns = null] = axes
  const width = columns?.lines.length ?? 1
  if (!rows || axes.length > 2 || size.reduce((product, part) => product * part, 1) !== value.length)
    throw new RangeError('not a table of one or two variables')
  return {
    edition: text(extension.edition),
    ...(extension.slice === undefined ? {} : { slice: text(extension.slice) }),
    policy: text(extension.policy),
    checksum: text(extension.checksum),
    // What does not say that it is real is shown as fictional.
    fictional: extension.fictional !== false,
    rows,
    columns,
    cell: (row, column) => cellOf(value[row * width + column] ?? null, status[String(row * width + column)]),
  }
}

function axisOf(name: string, dimensions: Fields, { roles, kinds }: Fields, asked: readonly string[]): ViewAxis {
  const { label, category } = fields(dimensions[name])
  const { index, label: labels, child } = fields(category)
  const codes = Array.isArray(index) ? listOf(text)(index) : inOrder(mapOf(count)(index))
  const named = mapOf(text)(labels)
  const roleOf = listOf(oneOf(ROLES))(fields(roles)[name] ?? [])
  return {
    id: asked.find((axis) => axis === name || axis.startsWith(`${name}@`)) ?? name,
    label: text(label),
    kind: kinds !== undefined && fields(kinds)[name] === 'multiple' ? 'multiple' : 'single',
    lines: codes.map((code, place) => ({ code, role: roleOf[place] ?? 'value', label: named[code] ?? code })),
    children: child === undefined ? {} : mapOf(listOf(text))(child),
  }
}

/** The same table with rows and columns exchanged. */
export function turned(view: ReleasedView): ReleasedView {
  const { rows, columns, cell } = view
  return columns ? { ...view, rows: columns, columns: rows, cell: (row, column) => cell(column, row) } : view
}

function cellOf(figure: number | null, status: string | undefined): ReleasedCell {
  if (figure !== null) return { status: 'shown', figure }
  return status === 'not_applicable' ? { status } : { status: 'withheld' }
}

const inOrder = (places: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(places).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
