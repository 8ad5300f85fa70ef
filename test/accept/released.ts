/** Released tables as any reader gets them, over HTTP, against exact counts of the cases that were sent. */

import { plainNumber } from '../../analysis/exact/exact-count.ts'
import type { Records } from '../../analysis/exact/snapshot.ts'
import { type ExactRequest, tabulate, type VariableAt } from '../../analysis/exact/tabulate.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Checks } from './checks.ts'

/** As much of a JSON-stat answer as is compared. */
interface Released {
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly dimension: Readonly<
    Record<string, { readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> } }>
  >
  readonly value: readonly unknown[]
  readonly status: Readonly<Record<string, string>>
  readonly extension: {
    readonly roles: Readonly<Record<string, readonly string[]>>
    readonly kinds: Readonly<Record<string, 'single' | 'multiple'>>
    readonly fictional: boolean
  }
}

export interface PublishedLine {
  readonly code: string
  readonly role: string
}

export interface ReleasedCellFound {
  readonly lines: readonly PublishedLine[]
  readonly value: unknown
  readonly status: string | undefined
}

export async function read(
  url: string,
  edition: string,
  rows: string,
  columns: string | null,
): Promise<{ released: Released; cells: readonly ReleasedCellFound[] }> {
  const address = new URL(`/api/v1/editions/${edition}/tables`, url)
  address.search = new URLSearchParams({ rows, ...(columns ? { columns } : {}), lang: 'en' }).toString()
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address.pathname}${address.search} answered ${response.status}`)
  const released = (await response.json()) as Released
  const lines = released.id.map((name): PublishedLine[] =>
    (released.dimension[name]?.category.index ?? []).map((code, index) => ({ code, role: released.extension.roles[name]?.[index] ?? '' })),
  )
  const [first = [], second] = lines
  const at = first.flatMap((row) => (second ? second.map((column) => [row, column]) : [[row]]))
  return {
    released,
    cells: at.map((found, index) => ({ lines: found, value: released.value[index], status: released.status[String(index)] })),
  }
}

const NOISE = 5
const SMALLEST = 5

export interface Compared {
  readonly shown: number
  readonly withheld: number
  /** Cases behind shown cells that are categories on both sides, and behind all such cells. */
  readonly shownCases: number
  readonly cases: number
}

/** Each shown figure lies within 5 of the exact count, none is below 5, and a withheld cell holds no number. */
export async function compare(
  check: Checks,
  url: string,
  edition: string,
  records: Records,
  rows: VariableAt,
  columns: VariableAt | null,
): Promise<Compared> {
  const named = [rows, ...(columns ? [columns] : [])].map(({ variable, level }) => `${variable}@${level}`)
  const { released, cells } = await read(url, edition, named[0] as string, named[1] ?? null)
  const kinds = released.id.map((name) => released.extension.kinds[name] ?? 'single')
  const exact = exactly(records, { rows, columns, where: [] }, kinds)
  let [far, small, numbered, shown, withheld, unknownHow, shownCases, cases] = [0, 0, 0, 0, 0, 0, 0, 0]
  let largest = 0
  for (const { lines, value, status } of cells) {
    const truth = exact(lines)
    const category = lines.every(({ role }) => role === 'value')
    if (category) cases += truth ?? 0
    if (status === undefined) {
      shown++
      if (category) shownCases += truth ?? 0
      if (typeof value !== 'number' || value < SMALLEST) small++
      if (truth === null) unknownHow++
      else {
        largest = Math.max(largest, Math.abs((value as number) - truth))
        if (Math.abs((value as number) - truth) > NOISE) far++
      }
    } else {
      if (status === 'withheld') withheld++
      if (value !== null) numbered++
    }
  }
  const title = named.join(' x ')
  check.holds(
    `${title}: every shown figure within ${NOISE} of the exact one`,
    far === 0 && shown > 0,
    `${shown - unknownHow} compared, largest distance ${largest}${far ? `, ${far} too far` : ''}`,
  )
  check.holds(
    `${title}: no figure below ${SMALLEST}, no number where it is withheld`,
    small === 0 && numbered === 0,
    `${shown} shown, ${withheld} withheld`,
  )
  return { shown, withheld, shownCases, cases }
}

/** The exact count behind a released cell; null for joined small categories, whose members the table does not name by code. */
function exactly(
  records: Records,
  request: ExactRequest,
  kinds: readonly ('single' | 'multiple')[],
): (lines: readonly PublishedLine[]) => number | null {
  const table = tabulate(records, request)
  const total = plainNumber(table.total)
  const holds = (line: PublishedLine, code: string | null): boolean => {
    const state = isUnanswered(code)
    switch (line.role) {
      case 'value':
        return code === line.code
      case 'answered':
        return !state
      case 'applicable':
        return code !== 'not_applicable'
      case 'state':
        return code === line.code
      case 'no_answer':
        return state && code !== 'not_applicable'
      case 'not_applicable':
        return code === 'not_applicable'
      default:
        return line.role === 'total'
    }
  }
  return (lines) => {
    if (lines.some(({ role }) => role === 'rest')) return null
    // Options of a multiple answer overlap, so only lines that stand for one label can be counted by adding.
    if (lines.some(({ role }, index) => kinds[index] === 'multiple' && ['answered', 'applicable', 'total'].includes(role))) {
      if (lines.length > 1) return null
      if (lines[0]?.role === 'applicable') return null
      return lines[0]?.role === 'total' ? total : plainNumber(table.base)
    }
    const [row, column] = lines
    return table.lines
      .filter((line) => row && holds(row, line.row) && (!column || holds(column, line.column)))
      .reduce((sum, line) => sum + plainNumber(line.cases), 0)
  }
}
