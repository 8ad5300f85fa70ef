/**
 * The words of a drawing, from the cells that it draws: a subtitle that says measure, place, period and base, and the text that is read
 * aloud in its place. Each figure in them stands in the printed table.
 */
import type { BookFigure, PrintedBlock, TableBlock } from '../../../survey-schema/release/book.ts'
import type { ReleasedCell } from '../../../survey-schema/release/released-table.ts'
import { type Language, type Text, text } from '../../../survey-schema/text.ts'
import { basesText, cellText, type GridRow, type PrintedGrid, printedGrid } from '../formats/printed-grid.ts'
import { crosstabAxes, isContent } from '../released-cells.ts'

type Kind = BookFigure['kind']

const KIND_WORDS: Readonly<Record<Kind, Text>> = {
  bars: text('棒グラフ', 'Bars'),
  stacked: text('積み上げ棒グラフ', 'Stacked bars'),
  heat: text('濃淡の表', 'Shaded grid'),
  matrix: text('濃淡の表', 'Shaded grid'),
  sankey: text('流れの図', 'Flows'),
  'world-map': text('世界地図', 'Map of the world'),
  'japan-map': text('日本地図', 'Map of Japan'),
  lines: text('折れ線グラフ', 'Lines'),
  dots: text('点グラフ', 'Dots'),
  pyramid: text('人口ピラミッド', 'Pyramid'),
}

/** Drawings whose lengths are the printed shares of a table of two variables; all others draw cases. */
const OF_SHARES: ReadonlySet<Kind> = new Set(['stacked', 'lines', 'dots'])

/** What the network counts, and where. Records of others say by their citation what they are. */
const COUNTED = text('日本への人身取引の報告事例', 'reported cases of trafficking to Japan')

const CASES = text('事例数', 'Number of cases')
const WITH_SHARE = text(
  '事例数（括弧内は割合、細線はその95%信頼区間）',
  'Number of cases (in brackets the share, the thin line its 95% interval)',
)

/**
 * What is drawn, of whom, where and when, and of how many: what a reader has to know of a drawing that stands alone.
 * @param records whether the cases are records that somebody else published
 */
export function subtitleOf(kind: Kind, block: PrintedBlock, records = false): Text {
  const shares = block.kind === 'table' && block.table.axes.length === 2 && block.shareOf !== null && OF_SHARES.has(kind)
  const measure =
    shares && block.kind === 'table' && block.shareOf
      ? block.shareOf
      : kind === 'bars' && block.kind === 'table' && block.shares
        ? WITH_SHARE
        : CASES
  const [base] = block.bases
  const said = (language: Language) => (base ? `${base.words[language]} ${cellText(base.cell, language)}` : '')
  return text(
    [measure.ja, ...(records ? [] : [COUNTED.ja]), block.period.ja, ...(base ? [said('ja')] : [])].join('、'),
    [measure.en, ...(records ? [] : [COUNTED.en]), lowered(block.period.en), ...(base ? [lowered(said('en'))] : [])].join('; '),
  )
}

const lowered = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

/** Cells that are read out one by one; a listener looks the others up in the table. */
const READ_OUT = 24

/** Kind, caption and the published figures in the order of print, withheld ones as such. */
export function alternativeOf(kind: Kind, block: PrintedBlock): Text {
  const of = (language: Language) => {
    const grid = printedGrid(block)
    const cells = drawnCells(block, grid)
    const read = cells.slice(0, READ_OUT).map(({ row, column, at }) => {
      const { content, share } = row.cells[at]!
      const figure = content.status === 'withheld' ? WITHHELD[language] : cellText(content, language)
      const percent = share === null ? '' : BRACKETS[language](/^\d+%/.exec(share[language])?.[0] ?? share[language])
      return `${row.words[language]}${column === null ? '' : ` × ${column[language]}`} ${figure}${percent}`
    })
    const left = cells.length - read.length
    return { read: read.join(language === 'ja' ? '、' : '; '), left }
  }
  const [ja, en] = [of('ja'), of('en')]
  const bases = (language: Language) => (block.bases.length > 0 ? basesText(block, language) : '')
  return text(
    `${KIND_WORDS[kind].ja}：${block.caption.ja}。${block.period.ja}。${ja.read}。${ja.left > 0 ? `ほか${ja.left}欄は表にある。` : ''}${bases('ja')}`,
    `${KIND_WORDS[kind].en}: ${block.caption.en}. ${block.period.en}. ${en.read}. ${en.left > 0 ? `${en.left} more in the table. ` : ''}${bases('en')}`.trim(),
  )
}

const WITHHELD = { ja: '秘匿', en: 'withheld' } as const
const BRACKETS = { ja: (share: string) => `（${share}）`, en: (share: string) => ` (${share})` } as const

interface DrawnCell {
  readonly row: GridRow
  /** Head of its column; null in a table of one column. */
  readonly column: Text | null
  readonly at: number
}

/** Cells of categories: totals and cases without an answer are not drawn, nor what cannot occur, nor columns of a computed table after its first. */
function drawnCells(block: PrintedBlock, { rows, heads }: PrintedGrid): readonly DrawnCell[] {
  const crossed = block.kind === 'table' && block.table.axes.length === 2
  const places = crossed ? contentColumns(block) : [0]
  return rows
    .filter(({ frame }) => !frame)
    .flatMap((row) =>
      places.flatMap((at): DrawnCell[] => {
        const content = row.cells[at]?.content as ReleasedCell | undefined
        if (content === undefined || content.status === 'not_applicable') return []
        return [{ row, column: crossed ? heads[at]!.words : null, at }]
      }),
    )
}

/** Places of the printed columns that are categories. */
function contentColumns({ table, rowAxis, columns }: TableBlock): readonly number[] {
  const [, across] = crosstabAxes(table, rowAxis)
  return columns.flatMap((line, at) => (isContent(across.lines[line]!) ? [at] : []))
}
