/** A released table in the form that drawings and pages read, made from JSON-stat 2.0. Each number in it was published. */
import * as z from 'zod/mini'
import type { LineRole, ReleasedCell } from '../../../../survey-schema/release/released-table.ts'

const ROLES = ['value', 'rest', 'answered', 'applicable', 'state', 'no_answer', 'not_applicable', 'total', 'further'] as const

const Dataset = z.object({
  class: z.literal('dataset'),
  id: z.array(z.string()),
  size: z.array(z.number()),
  dimension: z.record(
    z.string(),
    z.object({
      label: z.string(),
      category: z.object({
        index: z.union([z.array(z.string()), z.record(z.string(), z.number())]),
        label: z.record(z.string(), z.string()),
        child: z.optional(z.record(z.string(), z.array(z.string()))),
      }),
    }),
  ),
  value: z.array(z.nullable(z.number())),
  status: z.optional(z.record(z.string(), z.string())),
  extension: z.object({
    edition: z.string(),
    policy: z.string(),
    checksum: z.string(),
    fictional: z.boolean(),
    roles: z.record(z.string(), z.array(z.enum(ROLES))),
    kinds: z.optional(z.record(z.string(), z.string())),
  }),
})

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
  readonly policy: string
  readonly checksum: string
  readonly fictional: boolean
  readonly rows: ViewAxis
  readonly columns: ViewAxis | null
  /** What a printed share is a share of, where the table prints shares. */
  readonly shareOf?: 'row' | 'column'
  /** The share that is printed beside a cell. */
  readonly share?: (row: number, column: number) => string | null
  /** The published cell; `column` is 0 in a table of one variable. */
  readonly cell: (row: number, column: number) => ReleasedCell
}

/**
 * @param asked the axes as they were asked for, `variable@level`: a dataset names its dimensions without their level
 * @throws ZodError or RangeError for anything but a dataset of one or two dimensions whose parts fit together
 */
export function viewOfJsonStat(body: unknown, asked: readonly string[]): ReleasedView {
  const { id, size, dimension, value, status, extension } = z.parse(Dataset, body)
  const axes = id.map((name): ViewAxis => {
    const found = dimension[name]
    const roles = extension.roles[name] ?? []
    const codes = found ? inOrder(found.category.index) : []
    return {
      id: asked.find((axis) => axis === name || axis.startsWith(`${name}@`)) ?? name,
      label: found?.label ?? name,
      kind: extension.kinds?.[name] === 'multiple' ? 'multiple' : 'single',
      lines: codes.map((code, place) => ({ code, role: roles[place] ?? 'value', label: found?.category.label[code] ?? code })),
      children: found?.category.child ?? {},
    }
  })
  const [rows, columns = null] = axes
  const width = columns?.lines.length ?? 1
  if (!rows || axes.length > 2 || size.reduce((product, part) => product * part, 1) !== value.length)
    throw new RangeError('not a table of one or two variables')
  return {
    ...extension,
    rows,
    columns,
    cell: (row, column) => cellOf(value[row * width + column] ?? null, status?.[String(row * width + column)]),
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

function inOrder(index: readonly string[] | Readonly<Record<string, number>>): readonly string[] {
  if (Array.isArray(index)) return index
  const places = index as Readonly<Record<string, number>>
  return Object.keys(places).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
}
