/** Which drawings a table of the book has, of which of its blocks, and the text that screen readers read instead. */

import type { BookFigure, PrintedBlock, TableBlock } from '../../../survey-schema/release/book.ts'
import type { ReleasedAxis } from '../../../survey-schema/release/released-table.ts'
import { crosstabAxes, isContent, isTime } from '../released-cells.ts'
import { CASES } from './derived/derived-block.ts'
import { alternativeOf, subtitleOf } from './figure-words.ts'
import type { PlannedTable } from './plan/planned.ts'

type Kind = BookFigure['kind']

const ACROSS: ReadonlySet<Kind> = new Set(['stacked', 'heat', 'matrix', 'lines', 'pyramid', 'dots', 'sankey'])

/** The drawings that can be made of what is printed: bars where a crosstab had to be printed as single tables, a map only of a table of places. @param records whether somebody else published them */
export function drawingsOf({ number, figures }: PlannedTable, blocks: readonly PrintedBlock[], records: boolean): readonly BookFigure[] {
  const drawn = figures.flatMap((kind) => blocks.flatMap((block) => drawing(kind, block)))
  const inBars = blocks.filter(
    (block): block is TableBlock => block.kind === 'table' && figures.length > 0 && !drawn.some(([, { id }]) => id === block.id),
  )
  const all = [...drawn, ...inBars.map((block) => [block.columns.length === 0 ? 'bars' : 'heat', block] as const)]
  return all.map(([kind, block], place) => ({
    id: `figure-${number.replace('.', '-')}-${place + 1}`,
    kind,
    caption: block.caption,
    subtitle: subtitleOf(kind, block, records),
    alternative: alternativeOf(kind, block),
    draws: [block.id],
  }))
}

/** At most: parts of a bar that stay distinct in a photocopy; small drawings on one page; lines of a dot plot. */
const MOST = { parts: 7, panels: 16, dots: 48 } as const
/** At least: groups that bars compare, ages of a pyramid. */
const LEAST = { groups: 2, ages: 3 } as const

/** The planned kind where the crosstab has what that kind needs (printed shares, periods, two genders, few parts), else a shaded grid. */
function kindThatFits(kind: Kind, { table, rowAxis, rows, columns, shares, shareOf }: TableBlock): Kind {
  const [down, across] = crosstabAxes(table, rowAxis)
  const content = (axis: ReleasedAxis, places: readonly number[]) =>
    places.flatMap((place, at) => (isContent(axis.lines[place]!) ? [at] : []))
  const [inRows, inColumns] = [content(down, rows), content(across, columns)]
  const shown = (row: number, column: number) => (shares?.[row]?.[column] ?? null) !== null
  const byRow = shareOf?.en.includes('row') ?? false
  if (kind === 'stacked') {
    const [parts, groups, axis] = byRow ? [inColumns, inRows, across] : [inRows, inColumns, down]
    const compared = groups.filter((group) => parts.some((part) => (byRow ? shown(group, part) : shown(part, group)))).length
    return axis.kind === 'single' && parts.length <= MOST.parts && compared >= LEAST.groups ? kind : 'heat'
  }
  if (kind === 'lines') {
    const periods = inColumns.filter((at) => across.lines[columns[at]!]!.role === 'value')
    // A line joins periods that follow one another.
    const joined = (row: number) => periods.some((period, at) => at > 0 && shown(row, period) && shown(row, periods[at - 1]!))
    const panels = inRows.filter(joined).length
    return !byRow && isTime(across) && panels > 0 && panels <= MOST.panels ? kind : 'heat'
  }
  if (kind === 'dots') return shares && inRows.length * inColumns.length <= MOST.dots ? kind : 'heat'
  if (kind === 'pyramid') {
    const ages = columns.filter((place) => across.lines[place]!.role === 'value').length
    return ages >= LEAST.ages && ['woman', 'man'].every((code) => down.lines.some((line) => line.code === code)) ? kind : 'heat'
  }
  return kind
}

function drawing(kind: Kind, block: PrintedBlock): readonly (readonly [Kind, PrintedBlock])[] {
  if (block.kind === 'routes') return kind === 'bars' || kind === 'sankey' ? [[kind, block]] : []
  if (block.kind === 'derived')
    return kind === 'sankey' || (block.head[1] === CASES && (kind === 'bars' || kind === 'dots')) ? [[kind, block]] : []
  const [axis] = block.table.axes
  const crossed = block.table.axes.length === 2
  if (kind === 'world-map') return !crossed && axis.level === 'country' ? [[kind, block]] : []
  if (kind === 'japan-map') return block.table.axes.some(({ level }) => level === 'area8') ? [[kind, block]] : []
  if (kind === 'lines' && !crossed) return isTime(axis) ? [[kind, block]] : []
  if (kind === 'bars') return crossed ? [] : [[kind, block]]
  return ACROSS.has(kind) && crossed ? [[kindThatFits(kind, block), block]] : []
}
