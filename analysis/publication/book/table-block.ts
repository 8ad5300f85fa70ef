/** A block of one released table: printed lines in order, bases, shares, caption, notes and citation. */

import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedAxis, ReleasedCell, ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { basePlace, cellAt, printedAxes } from '../released-cells.ts'
import { intervalWords, percentWords, shareOf } from '../statistics/share.ts'
import { baseName, CROSSED_NOTE, isOfAnswered, lowerBoundNote } from './base-words.ts'
import { captionOf } from './captions.ts'
import { citationOf, periodOf, policyLine, sourceOf } from './imprint.ts'
import { axisName } from './print-level.ts'
import { printedLines } from './printed-lines.ts'
import { type FoundTable, newestOf, type PublishedEditions } from './published-editions.ts'

export interface BlockRequest {
  /** Of the table in the plan. */
  readonly number: string
  /** Unique in the book. */
  readonly id: string
  readonly rows: string
  readonly columns: string | null
  readonly shareOf: 'row' | 'column'
  readonly notes: readonly Text[]
}

export function tableBlock(published: PublishedEditions, asked: BlockRequest, { table, caseSets }: FoundTable): TableBlock {
  const rowAxis = table.axes[0].variable === axisName(asked.rows).variable ? 0 : 1
  const { policy } = newestOf(published)
  return {
    kind: 'table',
    id: asked.id,
    caption: captionOf(asked.rows, asked.columns),
    period: periodOf(published, caseSets),
    bases: basesOf(table),
    policyLine: policyLine(table.policy),
    notes: [...ownNotes(table, policy), ...asked.notes],
    source: sourceOf(published, caseSets),
    citation: citationOf(published, text(`表${asked.number}`, `Table ${asked.number}`), table.checksum),
    checksum: table.checksum,
    table,
    rowAxis,
    ...printedPart(table, rowAxis, asked.shareOf, policy),
    statistics: null,
  }
}

/** Lines in the order of print, and shares: the same in the book and for a table that is asked for by itself. */
export function printedPart(
  table: ReleasedTable,
  rowAxis: 0 | 1,
  of: 'row' | 'column',
  policy: Policy,
): Pick<TableBlock, 'rows' | 'columns' | 'shares' | 'shareOf'> {
  const { rows, columns } = printedLines(table, rowAxis)
  return { rows, columns, ...sharesOf(table, rowAxis, rows, columns, of, policy) }
}

/** The base, then the cases of each state that stands for a missing answer. A state that cannot occur by the questionnaire is left out. */
function basesOf(table: ReleasedTable): TableBlock['bases'] {
  const [a, b] = table.axes
  const occurs = ({ cell }: { cell: ReleasedCell }) => cell.status !== 'not_applicable'
  const gaps = (axis: ReleasedAxis, cell: (place: number) => ReleasedCell, name: Text | null) =>
    axis.lines.flatMap((line, place) =>
      (name === null ? ['state', 'not_applicable'] : ['no_answer', 'not_applicable']).includes(line.role)
        ? [
            {
              words: name === null ? text(line.ja, line.en) : text(`${name.ja}：${line.ja}`, `${name.en}: ${line.en}`),
              cell: cell(place),
            },
          ]
        : [],
    )
  if (!b) {
    const base = { words: baseName(a), cell: table.cells[basePlace(a)]! }
    return [base, ...gaps(a, (place) => table.cells[place]!, null)].filter(occurs)
  }
  const totalOf = (axis: ReleasedAxis) => axis.lines.findIndex(({ role }) => role === 'total')
  return [
    {
      words: isOfAnswered(table.axes) ? text('両方に回答のある事例', 'Cases with an answer to both') : text('全事例', 'All cases'),
      cell: cellAt(table, 0, basePlace(a), basePlace(b)),
    },
    ...gaps(a, (place) => cellAt(table, 0, place, totalOf(b)), text(a.ja, a.en)),
    ...gaps(b, (place) => cellAt(table, 0, totalOf(a), place), text(b.ja, b.en)),
  ].filter(occurs)
}

/** What the shares of a table of two variables are shares of. */
const PERCENT_OF = {
  row: text('行ごとの割合', 'Percent of each row'),
  column: text('列ごとの割合', 'Percent of each column'),
} as const

function sharesOf(
  table: ReleasedTable,
  rowAxis: 0 | 1,
  rows: readonly number[],
  columns: readonly number[],
  of: 'row' | 'column',
  policy: Policy,
): Pick<TableBlock, 'shares' | 'shareOf'> {
  const [down, across] = printedAxes(table, rowAxis)
  const [allDown, allAcross] = [basePlace(down), across ? basePlace(across) : 0]
  const shares = rows.map((row) =>
    (across ? columns : [0]).map((column) => {
      const base = of === 'row' && across ? cellAt(table, rowAxis, row, allAcross) : cellAt(table, rowAxis, allDown, column)
      if (of === 'row' && across ? column === allAcross : row === allDown) return null
      const share = shareOf(cellAt(table, rowAxis, row, column), base, policy)
      return share && (across ? percentWords(share) : intervalWords(share))
    }),
  )
  if (shares.every((row) => row.every((share) => share === null))) return { shares: null, shareOf: null }
  const name = across && PERCENT_OF[of]
  return { shares, shareOf: name ?? shareOfBase(down) }
}

/** Words for a share of the base of this axis. */
function shareOfBase(axis: ReleasedAxis): Text {
  const { ja, en } = baseName(axis)
  return text(
    `${ja}に占める割合（括弧内は95%信頼区間）`,
    `Percent of ${en.charAt(0).toLowerCase()}${en.slice(1)} (95% interval in brackets)`,
  )
}

function ownNotes(table: ReleasedTable, policy: Policy): Text[] {
  const { axes } = table
  const { minimumBase, noise } = policy
  const [first, second] = axes
  const bound = second ? (isOfAnswered(axes) ? null : CROSSED_NOTE) : lowerBoundNote(first, table.cells[basePlace(first)]!, policy)
  const joined = axes.some(({ lines }) => lines.some(({ role }) => role === 'rest'))
  const several = axes.some(({ kind }) => kind === 'multiple')
  return [
    ...(several
      ? [text('複数回答。割合の合計は100%を超えることがある。', 'Several answers are possible; shares can add up to more than 100%.')]
      : []),
    ...(joined
      ? [
          text(
            '10事例未満または1団体のみの区分は「その他」にまとめた。',
            'Categories of fewer than ten cases or of one organisation stand under "other".',
          ),
        ]
      : []),
    ...(bound ? [bound] : []),
    text(
      `割合は集計対象が${minimumBase}事例以上のときだけ示す。${axes.length === 1 && noise ? '信頼区間には調整による幅を含む。' : ''}`,
      `Shares are given only where the base has ${minimumBase} cases or more.${axes.length === 1 && noise ? ' Intervals are widened for the adjustment.' : ''}`,
    ),
  ]
}
