/** Columns of a file of which nothing is sent, whatever else is decided. */
import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'
import type { PlannedColumn } from '../../survey-schema/partner-files/plan/planned-columns.ts'

export interface StayingColumn {
  /** From 1. */
  readonly position: number
  /** What was found in it; null where it was left out. */
  readonly kind: string | null
}

/** Of a plan. A column that still waits for an answer is not among them: it may be used. */
export const stayingOfPlan = (columns: readonly PlannedColumn[]): readonly StayingColumn[] =>
  columns
    .filter(({ fate, part }) => fate === 'dropped' || (fate === 'left_out' && part === null))
    .map(({ position, fate, kind }) => ({ position, kind: fate === 'dropped' ? kind : null }))

/** Of a file that was read to its end, planned or not. */
export const stayingOfReport = ({ planned, columns }: Pick<ImportReport, 'planned' | 'columns'>): readonly StayingColumn[] =>
  planned.length > 0
    ? stayingOfPlan(planned)
    : [...columns.dropped, ...columns.unknown.map((position) => ({ position, kind: null }))].sort((a, b) => a.position - b.position)
