/**
 * The margins of a volume that holds several editions, or whose single tables were published before: sums of the figures that the single tables of these
 * editions published, and never a second figure for the same people. An edition that withholds its part, or joins the category with others, is left out
 * of the sum, which says so.
 */
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { frameLines } from '../../catalogue/frame.ts'
import type { Line } from '../../catalogue/line.ts'
import { publishedTable } from '../audit/linked-tables/audit-table.ts'
import type { ProtectedVariable } from './protected-tables.ts'
import type { Verdict } from './verdict.ts'

/** The single tables that one edition published, by id. */
export type PublishedSingles = ReadonlyMap<string, ReleasedTable>

/** The variable with the verdicts of its lines replaced by sums. @param editions one entry for each edition of the volume */
export function withSummedMargins(own: ProtectedVariable, editions: readonly PublishedSingles[]): ProtectedVariable {
  const { variable, byLevel, verdicts } = own
  const sums = new Map<string, Verdict>()
  for (const [key, verdict] of verdicts) if (verdict.status === 'not_applicable') sums.set(key, verdict)
  const everyLevel = [...byLevel, [variable.alone[0]!, WITHOUT_CATEGORIES] as const]
  for (const [level, lines] of everyLevel) {
    const tables = editions.map((singles) => singles.get(`${variable.id}@${level}`))
    for (const line of lines) {
      const key = 'key' in line ? line.key : line.code
      if (!sums.has(key)) sums.set(key, summed(line, tables))
    }
  }
  const printed = editions.flatMap((singles) => singles.get(`${variable.id}@${variable.alone[0]}`)?.axes[0].lines ?? [])
  const alone = frameLines(variable, new Set(printed.map(({ code }) => code)))
  return { ...own, frame: { ...own.frame, alone }, verdicts: sums }
}

/** The lines that every single table has, whatever its level. */
const WITHOUT_CATEGORIES = ['total', 'answered', 'applicable', 'no_answer', 'not_applicable', 'unknown', 'declined', 'not_asked'].map(
  (code) => ({
    code,
    role: code,
  }),
)

/**
 * The published figure where there is one edition, else their sum. Joined categories are never summed: which categories they join differs from
 * edition to edition.
 */
function summed(line: PrintedLine, tables: readonly (ReleasedTable | undefined)[]): Verdict {
  const alone = tables.length === 1
  if (line.role === 'rest' && !alone) return { status: 'withheld', reason: 'small' }
  const figures = tables.flatMap((table) => {
    const at = table === undefined ? -1 : placeIn(table, line)
    const cell = at < 0 ? undefined : table?.cells[at]
    return cell?.status === 'shown' ? [cell.figure] : []
  })
  if (figures.length === 0) return { status: 'withheld', reason: 'small' }
  if (alone) return { status: 'shown', figure: figures[0]! }
  return { status: 'sum', figure: figures.reduce((sum, figure) => sum + figure, 0), parts: figures.length, of: tables.length }
}

type PrintedLine = Pick<Line, 'code'> & { readonly role: string; readonly codes?: Line['codes'] }

/** Place of the line that a table prints for the same answers. What stands joined under one name may differ from policy to policy. */
function placeIn(table: ReleasedTable, { code, role, codes }: PrintedLine): number {
  const lines = publishedTable(table).axes[0].lines
  return lines.findIndex((line) => line.code === code && (role === 'rest' ? sameAnswers(line.codes, codes ?? null) : line.role !== 'rest'))
}

const sameAnswers = (one: Line['codes'], other: Line['codes']) =>
  one !== null && other !== null && one.size === other.size && [...one].every((code) => other.has(code))
