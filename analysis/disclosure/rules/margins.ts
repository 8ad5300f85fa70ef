/**
 * Margins of a volume whose single tables were published before, or that holds several editions: sums of the figures that the single tables of those editions published, never a
 * second figure for the same people. A part that is withheld, or joined with others there, is left out and said so.
 */
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { Line } from '../../catalogue/line.ts'
import type { ProtectedVariable } from './protected-slice.ts'
import type { Verdict } from './verdict.ts'

/** The variable with the verdicts of its lines replaced by sums. @param singles published single tables, one map an edition, by id */
export function withSummedMargins(decided: ProtectedVariable, singles: readonly ReadonlyMap<string, ReleasedTable>[]): ProtectedVariable {
  const { variable, byLevel, verdicts } = decided
  const sums = new Map<string, Verdict>()
  for (const [key, verdict] of verdicts) {
    if (verdict.status === 'not_applicable') sums.set(key, verdict)
  }
  for (const [level, lines] of [...byLevel, [variable.alone[0]!, AGGREGATES] as const]) {
    const tables = singles.map((tables) => tables.get(`${variable.id}@${level}`))
    for (const line of lines) {
      if (!sums.has('key' in line ? line.key : line.code)) sums.set('key' in line ? line.key : line.code, summed(line, tables))
    }
  }
  return { ...decided, verdicts: sums }
}

const AGGREGATES = ['total', 'answered', 'no_answer', 'not_applicable', 'unknown', 'declined', 'not_asked'].map((code) => ({
  code,
  role: code,
}))

/** Joined categories are never summed: what stands together differs from edition to edition. One edition alone is no sum. */
function summed(line: Pick<Line, 'code'> & { readonly role: string }, tables: readonly (ReleasedTable | undefined)[]): Verdict {
  const alone = tables.length === 1
  if (line.role === 'rest' && !alone) return { status: 'withheld', reason: 'small' }
  const figures = tables.flatMap((table) => {
    const at = table?.axes[0].lines.findIndex((entry) => entry.code === line.code && (alone || entry.role !== 'rest')) ?? -1
    const cell = at < 0 ? undefined : table?.cells[at]
    return cell?.status === 'shown' ? [cell.figure] : []
  })
  if (figures.length === 0) return { status: 'withheld', reason: 'small' }
  if (alone) return { status: 'shown', figure: figures[0]! }
  return { status: 'sum', figure: figures.reduce((sum, figure) => sum + figure, 0), parts: figures.length, of: tables.length }
}
