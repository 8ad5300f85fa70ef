/**
 * Comparison of editions: what each published of one question, and their sum, "at least" where an edition withholds the figure.
 * Differences and changes between editions are not computed: they would be the increments that the audits protect.
 */

import type { DerivedBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedLine, ReleasedTable } from '../../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'
import { sumOfReleased } from '../../../disclosure/released/sums.ts'
import { baseAmong, isContent } from '../../released-cells.ts'
import { intervalWords, shareOf } from '../../statistics/share.ts'
import type { PlannedTable } from '../plan/planned.ts'
import { storedId } from '../print-level.ts'
import { printedLines } from '../printed-lines.ts'
import { editionsOf, newestOf, type PublishedEditions } from '../published-editions.ts'
import { type DerivedRow, derivedBlock, figureCell, sameInBoth, textCell, WITHHELD } from './derived-block.ts'

/** How many of the newest editions have a column of their own; older ones count in the sum only. */
const COLUMNS = 4

const APART = text(
  '版ごとに別の事例を数えている。版の間の差や増減率は示さない。数値は一つずつ調整されており、受付の期間や報告した団体も版によって異なるためである。',
  'Each edition counts other cases. No difference or change between editions is given: figures are adjusted one by one, and editions differ in length and in who reports.',
)
const SUMMED = text(
  '合計は公表値だけを足したもので、秘匿した版がある行は「以上」とする。',
  'The sum adds published figures only; a line that an edition withholds reads "at least".',
)
const JOINED = text(
  '「その他」にまとめた区分は版によって異なるため、合計しない。',
  'What stands joined under "other" differs between editions and is not added up.',
)
const BASES = text(
  '割合は、その版で示した集計対象に占めるものである。回答のない事例が少ない版では、集計対象に回答のない事例を含む。',
  'A share is of the base that its edition shows. Where few cases of an edition have no answer, its base holds them.',
)
const OLDER = text('それより前の版は合計にだけ含む。', 'Editions before these are in the sum alone.')
const NOT_ADDED = text('合計しない', 'not added up')

/** One block for each question that the table prints by itself; none where fewer than two editions hold it. */
export const editionComparisons = (published: PublishedEditions, { number, editions, blocks }: PlannedTable): readonly DerivedBlock[] =>
  editions === 'none'
    ? []
    : blocks.flatMap((block) => (block.kind === 'table' && block.columns === null ? (comparison(published, number, block.rows) ?? []) : []))

function comparison(published: PublishedEditions, number: string, rows: string): DerivedBlock | null {
  const id = storedId(rows, null)
  const tables = id === undefined ? [] : editionsOf(published).flatMap((edition) => published.table(edition, id) ?? [])
  if (tables.length < 2) return null
  const sum = sumOfReleased(tables, published.checksum)
  const shown = tables.slice(-COLUMNS)
  const [axis] = sum.axes
  const joined = joinedIn(shown)
  const lines = [
    ...printedLines(sum, 0).rows.map((place) => axis.lines[place]!),
    ...joined,
    ...axis.lines.filter(({ code }) => shown.some(({ axes: [{ lines }] }) => baseAmong(lines)?.code === code)),
  ]
  const heads = shown.map(({ slice }) => slice)
  return {
    ...derivedBlock(
      published,
      {
        number,
        caption: text(`${axis.ja}（版ごと）`, `${axis.en}, edition by edition`),
        caseSets: tables.map(({ slice }) => slice),
        notes: [
          APART,
          SUMMED,
          ...(shown.every(({ axes: [{ lines }] }) => baseAmong(lines)?.role === 'answered') ? [] : [BASES]),
          ...(joined.length > 0 ? [JOINED] : []),
          ...(tables.length > shown.length ? [OLDER] : []),
        ],
      },
      [
        text(axis.ja, axis.en),
        ...heads.map(sameInBoth),
        text(`${tables.length}版の合計`, `${tables.length} editions together`),
        ...heads.map((edition) => text(`${edition}の割合`, `Share, ${edition}`)),
      ],
      lines.map(
        (line): DerivedRow => ({
          line: { code: line.code, ja: line.ja, en: line.en },
          cells: [
            ...shown.map((table) => figureCell(cellOf(table, line), table)),
            line.role === 'rest' ? textCell(NOT_ADDED, ...tables) : figureCell(cellOf(sum, line), ...tables),
            ...shown.map((table) => shareIn(published, table, line)),
          ],
        }),
      ),
    ),
    editions: heads,
  }
}

/** The lines of joined small categories, each code once: editions may have joined them under different parents. */
const joinedIn = (tables: readonly ReleasedTable[]): readonly ReleasedLine[] => [
  ...new Map(
    tables.flatMap(({ axes: [{ lines }] }) => lines.flatMap((line) => (line.role === 'rest' ? [[line.code, line] as const] : []))),
  ).values(),
]

/** A category that an edition joined with others has no figure of its own there. */
const cellOf = ({ axes: [axis], cells }: ReleasedTable, line: ReleasedLine) =>
  cells[axis.lines.findIndex(({ code, role }) => code === line.code && role === line.role)] ?? WITHHELD

/** What stands for the share of a base, which may be another one in each edition. */
const BASE: Text = text('集計対象', 'base')

function shareIn(published: PublishedEditions, table: ReleasedTable, line: ReleasedLine) {
  if (!isContent(line)) return textCell(BASE)
  const base = baseAmong(table.axes[0].lines)
  const share = base ? shareOf(cellOf(table, line), cellOf(table, base), newestOf(published).policy) : null
  return share ? textCell(intervalWords(share), table) : figureCell(WITHHELD, table)
}
