/** In which order a partner decides about a file: what most rows wait for stands first. */
import type { PlannedColumn } from '../../survey-schema/partner-files/plan/planned-columns.ts'

/** Without a yes to such a column the file cannot be read; of all others, only the rows with its words wait. */
export const isNeeded = ({ fate }: Pick<PlannedColumn, 'fate'>): boolean => fate !== 'mapped' && fate !== 'left_out'

type Waiting = Pick<PlannedColumn, 'fate' | 'words' | 'unlisted'>

/** Cells that a column asks about. A cell of a multiple answer may hold several words, so that this is at least the number of rows. */
const cellsAsked = ({ words, unlisted }: Waiting): number => words.reduce((sum, { cells }) => sum + cells, unlisted.cells)

/**
 * At most so many rows can be sent once it is decided.
 * @example rowsFreed({ fate: 'mapped', words: [{ word: 'x', codes: [], cells: 3 }], unlisted: { cells: 1, rows: [7] } }, 30) === 4
 */
export const rowsFreed = (column: Waiting, rows: number): number => (isNeeded(column) ? rows : Math.min(rows, cellsAsked(column)))

/** The column that most rows wait for first; where they are equal, the one that asks about more cells, then as in the file. */
export const inOrderOfRows = (columns: readonly PlannedColumn[], rows: number): readonly PlannedColumn[] =>
  [...columns].sort((a, b) => rowsFreed(b, rows) - rowsFreed(a, rows) || cellsAsked(b) - cellsAsked(a) || a.position - b.position)

/** Those that the whole file waits for, and those that some of its rows do. */
export const byWeight = <Column extends { readonly clear: boolean; readonly needed: boolean }>(columns: readonly Column[]) => ({
  all: columns.filter(({ clear, needed }) => !clear && needed),
  some: columns.filter(({ clear, needed }) => !clear && !needed),
})

interface DecisionsAsked {
  readonly columns: readonly { readonly clear: boolean; readonly yes: boolean }[]
  readonly unknownColumns: readonly { readonly yes: boolean }[]
  readonly whole: Readonly<Record<string, string>>
}

/** Decisions made, of all that are asked for. */
export function progressOf({ columns, unknownColumns, whole }: DecisionsAsked): { readonly made: number; readonly of: number } {
  const asked = [
    ...columns.filter(({ clear }) => !clear).map(({ yes }) => yes),
    ...unknownColumns.map(({ yes }) => yes),
    ...Object.values(whole).map((answer) => answer !== ''),
  ]
  return { made: asked.filter(Boolean).length, of: asked.length }
}
