/** Released figures as JSON-stat 2.0: withheld cells are null with a status, never a number. @see https://json-stat.org/full/ */
import type { ReleasedAxis, ReleasedCell, ReleasedJourneys, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { type ExportContext, notes, SOURCE } from './export-context.ts'
import { journeyPaths } from './journey-paths.ts'

interface Category {
  readonly index: readonly string[]
  readonly label: Readonly<Record<string, string>>
  readonly child?: Readonly<Record<string, readonly string[]>>
}

export interface JsonStat {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  readonly source: string
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly dimension: Readonly<Record<string, { readonly label: string; readonly category: Category }>>
  readonly value: readonly (number | null)[]
  /** Status by place in `value`. `sum` and `at_least_3_of_4` (a sum of which one part is withheld) stand beside a figure, all others beside null. */
  readonly status: Readonly<Record<string, string>>
  readonly extension: {
    readonly edition: string
    readonly slice: string
    readonly policy: string
    readonly checksum: string
    readonly fictional: boolean
    readonly roles: Readonly<Record<string, readonly string[]>>
    readonly kinds: Readonly<Record<string, 'single' | 'multiple'>>
    readonly note: readonly string[]
  }
}

export function tableJsonStat(table: ReleasedTable, context: ExportContext): JsonStat {
  const { language } = context
  const names = dimensionNames(table.axes)
  const dimensions = table.axes.map((axis) => ({
    label: axis[language],
    category: {
      index: axis.lines.map(({ code }) => code),
      label: Object.fromEntries(axis.lines.map((line) => [line.code, line[language]])),
    },
  }))
  return {
    ...dataset(table.cells, context),
    label: table.axes.map((axis) => axis[language]).join(' × '),
    id: names,
    size: table.axes.map(({ lines }) => lines.length),
    dimension: Object.fromEntries(names.map((name, index) => [name, dimensions[index] as JsonStat['dimension'][string]])),
    extension: {
      ...extension(table, context),
      roles: Object.fromEntries(names.map((name, index) => [name, table.axes[index]?.lines.map(({ role }) => role) ?? []])),
      kinds: Object.fromEntries(names.map((name, index) => [name, table.axes[index]?.kind ?? 'single'])),
    },
  }
}

const ROUTE = { en: 'Route: origin, first country passed, area in Japan', ja: '移動経路：出身国・最初の経由国・日本国内の地方' } as const

export function journeysJsonStat(routes: ReleasedJourneys, context: ExportContext): JsonStat {
  const { language } = context
  const paths = journeyPaths(routes)
  return {
    ...dataset(
      paths.map(({ cell }) => cell),
      context,
    ),
    label: ROUTE[language],
    id: ['route'],
    size: [paths.length],
    dimension: {
      route: {
        label: ROUTE[language],
        category: {
          index: paths.map(({ path }) => path),
          label: Object.fromEntries(paths.map(({ path, node }) => [path, node[language]])),
          child: Object.fromEntries(paths.filter(({ children }) => children.length > 0).map(({ path, children }) => [path, children])),
        },
      },
    },
    extension: { ...extension(routes, context), roles: { route: paths.map(({ node }) => node.role) }, kinds: { route: 'single' } },
  }
}

/** Names of the dimensions: the variables without their level, numbered where both axes are of one variable, since names must differ. */
export const dimensionNames = (axes: readonly ReleasedAxis[]): readonly string[] =>
  axes.map(({ variable }, index) => (axes.findIndex((axis) => axis.variable === variable) < index ? `${variable}_2` : variable))

/** The status of a cell; for an incomplete sum it says how many of the summed cells have a figure. */
export const statusOf = (cell: ReleasedCell): string =>
  cell.status === 'sum' && cell.parts < cell.of ? `at_least_${cell.parts}_of_${cell.of}` : cell.status

function dataset(cells: readonly ReleasedCell[], { language }: ExportContext) {
  const silent = cells.flatMap((cell, index) => (cell.status === 'shown' ? [] : [[String(index), statusOf(cell)] as const]))
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    source: SOURCE[language],
    value: cells.map((cell) => ('figure' in cell ? cell.figure : null)),
    status: Object.fromEntries(silent),
  }
}

const extension = ({ slice, policy, checksum }: ReleasedTable | ReleasedJourneys, context: ExportContext) => ({
  edition: context.edition,
  slice,
  policy,
  checksum,
  fictional: context.fictional,
  note: notes(policy, context),
})
