/** Refused rows with the same trouble are one finding: thirty rows that rest on one wrong decision are mended by one. */
import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'

type RefusedAlike = ImportReport['refusals'][number]

export interface TroubledRows {
  /** As a spreadsheet numbers them, in order. */
  readonly rows: readonly number[]
  /** Without the row in their pointers. */
  readonly errors: RefusedAlike['errors']
}

const withoutRow = (errors: RefusedAlike['errors']): RefusedAlike['errors'] =>
  errors.map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^\/rows\/\d+/, '/rows/') }))

/** In the order of their first rows. */
export function rowsByTrouble(refusals: readonly RefusedAlike[]): readonly TroubledRows[] {
  const groups = new Map<string, { rows: number[]; errors: RefusedAlike['errors'] }>()
  for (const refusal of refusals) {
    const errors = withoutRow(refusal.errors)
    const key = JSON.stringify(errors.map(({ pointer, rule, kind }) => [pointer, rule, kind]))
    const group = groups.get(key) ?? { rows: [], errors }
    group.rows.push(refusal.row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** @example inRanges([5, 6, 7, 9]) // '5–7, 9' */
export function inRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const row of rows) {
    const last = ranges.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else ranges.push([row, row])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
