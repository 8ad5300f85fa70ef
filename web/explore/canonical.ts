/** The one address of a table: in the order in which the server keeps its axes, with the edition or volume whose figures it holds. */
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import type { TableQuestion } from '../client.ts'

/** @param released as the server sent it, not turned */
export const canonical = (edition: string, { rows, columns, slice }: ReleasedView): TableQuestion => ({
  edition,
  rows: rows.id,
  columns: columns?.id ?? null,
  ...(slice ? { slice } : {}),
})
