/** Columns of a sheet beside the names of its lines: figures, shares with their bounds, and a status. They hold numbers, or the token that stands for one. */
import type { PrintedShare } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS, TOKENS } from '../book-words.ts'
import { bilingual, shareInWords, statusText } from '../data/long-table.ts'
import { type CellContent, cellText, type GridCell, type GridRow, type PrintedGrid } from '../printed-grid.ts'
import { styled } from './sheet-text.ts'
import type { SheetCell } from './worksheet.ts'

export interface SheetColumn {
  readonly head: Text
  readonly cell: (row: GridRow) => SheetCell
}

/** All figures first; shares behind them, with bounds where they are printed; the status of a single column of figures last. */
export function sheetColumns({ block, heads, rows, shares }: PrintedGrid): readonly SheetColumn[] {
  const alone = heads.length === 1
  const at = (place: number, write: (cell: GridCell) => SheetCell) => (row: GridRow) => write(row.cells[place]!)
  const named = (head: Text, of: Text): Text => (alone ? head : { ja: `${head.ja} ${of.ja}`, en: `${head.en} ${of.en}` })
  const bounds = (place: number, of: Text): readonly SheetColumn[] =>
    BOUNDS.map(({ head, key }) => ({ head: named(head, of), cell: at(place, (cell) => percentCell(cell, key)) }))
  return [
    ...heads.map(({ words }, place) => ({ head: words, cell: at(place, ({ content }) => figureCell(content)) })),
    ...(shares
      ? heads.map(({ words }, place) => ({ head: named(BOOK_WORDS.share, words), cell: at(place, (cell) => percentCell(cell, 'percent')) }))
      : []),
    ...heads.flatMap(({ words }, place) =>
      (shares && alone) || rows.some(({ cells }) => shareInWords(cells[place]!.content)) ? bounds(place, words) : [],
    ),
    ...(alone && block.kind !== 'derived'
      ? [{ head: BOOK_WORDS.status, cell: at(0, ({ content }) => styled(statusText(content), 'token')) }]
      : []),
  ]
}

const BOUNDS = [
  { head: BOOK_WORDS.lower, key: 'low' },
  { head: BOOK_WORDS.upper, key: 'high' },
] as const

/** Whole percent as the number that a spreadsheet shows as percent. @example ofHundred(29) // 0.29 */
export const ofHundred = (percent: number): number => percent / 100

function percentCell({ content, share }: GridCell, key: keyof Omit<PrintedShare, keyof Text>): SheetCell {
  const printed = share ?? shareInWords(content)
  if (printed) return { value: ofHundred(printed[key]), style: 'percent' }
  return styled(TOKENS[content.status === 'withheld' ? 'withheld' : 'not_applicable'], 'token')
}

function figureCell(content: CellContent): SheetCell {
  if ('figure' in content)
    return { value: content.figure, style: content.status === 'sum' && content.parts < content.of ? 'atLeast' : 'figure' }
  const share = shareInWords(content)
  if (share) return { value: ofHundred(share.percent), style: 'percent' }
  if (content.status !== 'text') return styled(cellText(content, 'en'), 'token')
  return numberIn(content.words) ?? styled(bilingual(content.words), 'token')
}

/** Words that are a number and nothing else, such as the number of withheld cells. */
function numberIn({ ja, en }: Text): SheetCell {
  const [, digits, percent] = ja === en ? (/^(\d{1,9})(%?)$/.exec(en) ?? []) : []
  if (digits === undefined) return null
  return percent === '' ? { value: Number(digits), style: 'figure' } : { value: ofHundred(Number(digits)), style: 'percent' }
}
