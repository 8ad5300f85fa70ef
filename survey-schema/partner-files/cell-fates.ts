/**
 * What became of every cell that is not blank: exactly one of an answer, a stated gap, dropped by kind, left out, or refused by rule.
 * The counts of a file add up to its cells, so that nothing is lost in silence.
 */
import type { Issue } from '../problem.ts'

export interface FileCells {
  /** Cells of the table's body that are not blank: the sum of the five below. */
  readonly read: number
  readonly answers: number
  /** Not known, declined, not recorded: in the partner's own words. */
  readonly gaps: number
  /** Identifiers and the like, by kind. */
  readonly dropped: Readonly<Record<string, number>>
  /** By the partner's decision, or because the format of the file declares the column unused. */
  readonly leftOut: number
  /** By rule. Every cell of a refused row is refused. */
  readonly refused: Readonly<Record<string, number>>
  /** Titles, headings, and lines below the table that are no cases. Not among `read`. */
  readonly outside: number
}

export const isBlank = (cell: string): boolean => cell === '' || cell.trim() === ''

/** Cells that hold something, what could not be read among them. */
export function cellsIn({ cells, faults }: { readonly cells: readonly string[]; readonly faults?: ReadonlyMap<number, unknown> }): number {
  let count = 0
  for (const [at, cell] of cells.entries()) if (!isBlank(cell) || faults?.has(at)) count++
  return count
}

const add = (counts: Map<string, number>, key: string, by: number) => void counts.set(key, (counts.get(key) ?? 0) + by)

/** The cells of one row, as its reader takes them. */
export class CellTally {
  answers = 0
  gaps = 0
  leftOut = 0
  /** Cells of further files that belong to the row, counted among the others. */
  further = 0
  readonly dropped = new Map<string, number>()
  readonly refused = new Map<string, number>()
  /** Cells that were refused although their row may be taken. */
  readonly places: Issue[] = []

  drop(kind: string, cells = 1): void {
    if (cells > 0) add(this.dropped, kind, cells)
  }

  refuse(rule: string, cells = 1): void {
    if (cells > 0) add(this.refused, rule, cells)
  }

  /** An answer that is taken back afterwards. `pointer` says where it would stand. */
  takeBack(rule: string, cells: number, pointer: string): void {
    this.answers -= cells
    this.refuse(rule, cells)
    if (cells > 0) this.places.push({ pointer, rule })
  }

  clear(): void {
    this.answers = this.gaps = this.leftOut = this.further = 0
    this.dropped.clear()
    this.refused.clear()
    this.places.length = 0
  }
}

/** The cells of a file, row by row. */
export class CellCounts {
  #read = 0
  #answers = 0
  #gaps = 0
  #leftOut = 0
  #outside = 0
  readonly #dropped = new Map<string, number>()
  readonly #refused = new Map<string, number>()

  /** The cells of a row that is taken. */
  taken(row: CellTally): void {
    this.#answers += row.answers
    this.#gaps += row.gaps
    this.#leftOut += row.leftOut
    this.#read += row.answers + row.gaps + row.leftOut
    for (const [kind, cells] of row.dropped) this.#drop(kind, cells)
    for (const [rule, cells] of row.refused) this.#refuse(rule, cells)
  }

  /** The cells of a refused row: those with a rule of their own, and all others by the first rule of the row. `all` are those of the row itself. */
  refused(row: CellTally, all: number, rule: string): void {
    let own = -row.further
    for (const [its, cells] of row.refused) {
      this.#refuse(its, cells)
      own += cells
    }
    this.#refuse(rule, all - own)
  }

  outside(cells: number): void {
    this.#outside += cells
  }

  #drop(kind: string, cells: number): void {
    add(this.#dropped, kind, cells)
    this.#read += cells
  }

  #refuse(rule: string, cells: number): void {
    if (cells === 0) return
    add(this.#refused, rule, cells)
    this.#read += cells
  }

  totals(): FileCells {
    return {
      read: this.#read,
      answers: this.#answers,
      gaps: this.#gaps,
      dropped: Object.fromEntries(this.#dropped),
      leftOut: this.#leftOut,
      refused: Object.fromEntries(this.#refused),
      outside: this.#outside,
    }
  }
}

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, cells) => all + cells, 0)

/**
 * The counts as one sum, in words.
 * @example cellsSentence({ read: 9, answers: 4, gaps: 2, dropped: { telephone: 1 }, leftOut: 1, refused: { R24: 1 }, outside: 0 }).en // '9 cells = 4 answers + 2 stated gaps + 1 dropped by kind + 1 left out + 1 refused'
 */
export function cellsSentence({ read, answers, gaps, dropped, leftOut, refused, outside }: FileCells): {
  readonly en: string
  readonly ja: string
} {
  const [droppedCells, refusedCells] = [sum(dropped), sum(refused)]
  return {
    en: `${read} cells = ${answers} answers + ${gaps} stated gaps + ${droppedCells} dropped by kind + ${leftOut} left out + ${refusedCells} refused${outside > 0 ? `; ${outside} more in titles, headings and lines that are no cases` : ''}`,
    ja: `セル${read}個＝回答${answers}＋「不明」などの記載${gaps}＋種類により除いたもの${droppedCells}＋使わないもの${leftOut}＋受け付けないもの${refusedCells}${outside > 0 ? `（ほかに表題・見出し・事例でない行に${outside}個）` : ''}`,
  }
}
