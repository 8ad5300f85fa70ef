/** Numbers of sentences, worked out anew from released tables: nothing of the sentence is used but the places that it names. */
import { sumOfReleased } from '../../analysis/disclosure/released/sums.ts'
import { wilson } from '../../analysis/publication/statistics/share.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell, ReleasedJourneyNode } from '../../survey-schema/release/released-table.ts'
import type { CellPlace, FigureToken, Sentence } from '../../survey-schema/release/sentence.ts'
import { LANGUAGE_IDS } from '../../survey-schema/text.ts'

type CellsOf = (slice: string, table: string) => readonly ReleasedCell[]

/** Cells of the released tables of some bundles; those of `all` are added up here. */
export function releasedCells(bundles: readonly Bundle[]): CellsOf {
  const kept = new Map<string, readonly ReleasedCell[]>()
  for (const { tables, routes } of bundles) {
    for (const { slice, id, cells } of tables) kept.set(`${slice}/${id}`, cells)
    if (routes) kept.set(`${routes.slice}/routes`, walked(routes.origins))
  }
  return (slice, table) => {
    const name = `${slice}/${table}`
    const found = kept.get(name) ?? (slice === 'all' ? summed(bundles, table) : [])
    kept.set(name, found)
    return found
  }
}

const summed = (bundles: readonly Bundle[], id: string): readonly ReleasedCell[] =>
  sumOfReleased(
    bundles.flatMap(({ tables }) => tables.filter((table) => table.id === id)),
    () => '',
  ).cells

const walked = (nodes: readonly ReleasedJourneyNode[]): readonly ReleasedCell[] =>
  nodes.flatMap(({ cell, children }) => [cell, ...walked(children)])

/** @throws Error where a cell is not there or shows no figure */
function added(places: readonly CellPlace[], cellsOf: CellsOf): number {
  if (places.length === 0) throw new Error('a number that names no cell')
  return places.reduce((sum, { slice, table, place }) => {
    const cell = cellsOf(slice, table)[place]
    if (!cell || !('figure' in cell)) throw new Error(`${slice}/${table} ${place} shows no figure`)
    return sum + cell.figure
  }, 0)
}

/** What the token must say: cases, or whole percent. */
export function recomputed({ kind, cells, of }: FigureToken, cellsOf: CellsOf): number {
  const figure = added(cells, cellsOf)
  return kind === 'count' || kind === 'base' ? figure : Math.round(100 * (figure / added(of, cellsOf)))
}

export const tokensIn = ({ parts }: Pick<Sentence, 'parts'>): readonly FigureToken[] =>
  LANGUAGE_IDS.flatMap((language) => parts[language].flatMap((part) => (typeof part === 'string' ? [] : [part])))

/** The interval that a reader would work out for a share, in percent. @param noise variance of each figure */
export function intervalOf(part: number, base: number, noise: number): readonly [low: number, high: number] {
  const share = part / base
  const [low, high] = wilson(share, base, noise * (1 + share * share))
  return [100 * low, 100 * high]
}
