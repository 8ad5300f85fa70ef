/** Cells of a published CTDC file, by what became of them: read, stated as missing, dropped by kind, without a code of ours, or given up. */
import { type CellTally, isBlank } from '../cell-fates.ts'
import { countUnread, type Placed } from '../file-reader.ts'

const NO_FLAG = /^\s*0(?:\.0)?\s*$/

/** One row: which columns were read, and which of them said nothing that we have a code for. */
export class CtdcRow {
  readonly #read = new Set<string>()
  readonly #refused = new Map<string, string>()
  readonly #cells: readonly string[]
  readonly #placed: Placed
  readonly #unmapped: Record<string, number>

  /** @param unmapped counts values without a code of ours, by column, over the file */
  constructor(cells: readonly string[], placed: Placed, unmapped: Record<string, number>) {
    this.#cells = cells
    this.#placed = placed
    this.#unmapped = unmapped
  }

  /** The cell of a column as it stands. */
  read(column: string): string {
    this.#read.add(column)
    return this.#cells[this.#placed.at.get(column) as number] as string
  }

  /** The value has no code of ours. @returns the state that stands in its place */
  miss(column: string): 'not_asked' {
    this.#unmapped[column] = (this.#unmapped[column] ?? 0) + 1
    this.refuse('unmapped', [column])
    return 'not_asked'
  }

  /** The values of the columns became no answer, by this rule. A flag of 0 gives nothing up: it is left out. */
  refuse(rule: 'unmapped' | 'does_not_arise', columns: readonly string[]): void {
    for (const column of columns) this.#refused.set(column, rule)
  }

  /** -99 is the standard's own word for a missing value; a column that was not looked at is one that it declares unused here. */
  count(fates: CellTally, kinds: Readonly<Record<string, string>>): void {
    countUnread(this.#cells, this.#placed, fates)
    for (const [column, at] of this.#placed.at) {
      const cell = this.#cells[at] as string
      const rule = this.#refused.get(column)
      const kind = kinds[column]
      if (isBlank(cell)) continue
      if (kind !== undefined) fates.drop(kind)
      else if (cell.trim() === '-99') fates.gaps++
      else if (rule !== undefined && NO_FLAG.test(cell)) fates.leftOut++
      else if (rule !== undefined) {
        fates.refuse(rule)
        fates.places.push({ pointer: `/columns/${column}`, rule })
      } else if (this.#read.has(column)) fates.answers++
      else fates.leftOut++
    }
  }
}

/** What was given up over the file, in words, with how often. */
export const lossesTold = <What extends string>(
  losses: Readonly<Record<What, string>>,
  counts: ReadonlyMap<What, number>,
): readonly string[] =>
  (Object.keys(losses) as What[]).filter((what) => counts.has(what)).map((what) => `${counts.get(what)} ${losses[what]}`)
