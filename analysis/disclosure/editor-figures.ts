/** What editors may see and readers may not: exact counts and reasons. They stay on the editors' machine, under seal. */
import type { ExactCount } from '../exact/exact-count.ts'
import type { Reason, Verdict } from './rules/verdict.ts'

export interface EditorFigures {
  readonly cells: readonly EditorCell[]
}

export interface EditorCell {
  /** The edition or volume. */
  readonly slice: string
  readonly table: string
  /** Codes of its lines, as printed. */
  readonly lines: readonly string[]
  readonly cases: ExactCount
  /** Null where the cell is shown. */
  readonly reason: Reason | null
}

export function editorCell(slice: string, table: string, lines: readonly string[], cases: ExactCount, verdict: Verdict): EditorCell {
  return { slice, table, lines, cases, reason: verdict.status === 'withheld' ? verdict.reason : null }
}
