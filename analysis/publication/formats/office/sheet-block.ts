/** A printed block as a sheet of a workbook, in both languages: figures and shares are numbers, everything else is text, and nothing is a formula. */
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { basesText, legendOf, linesBelow, type PrintedGrid } from '../printed-grid.ts'
import { sheetColumns } from './sheet-columns.ts'
import { styled } from './sheet-text.ts'
import type { SheetCell, Worksheet } from './worksheet.ts'
import { acrossOf } from './xml-text.ts'

const LABEL_WIDTH = 42
const FIGURE_WIDTH = 14

export function blockSheet(grid: PrintedGrid, name: string): Worksheet {
  const { block, rows, across } = grid
  const columns = sheetColumns(grid)
  const head: SheetCell[] = [
    styled(grid.corner.ja, 'head'),
    styled(grid.corner.en, 'head'),
    ...columns.map((column) => styled(`${column.head.ja}\n${column.head.en}`, 'head')),
  ]
  const above: SheetCell[][] = [
    [styled(block.caption.ja, 'title')],
    [styled(block.caption.en, 'heading')],
    [plain(`${BOOK_WORDS.base.ja}：${basesText(block, 'ja')}`)],
    [plain(`${BOOK_WORDS.base.en}: ${basesText(block, 'en')}`)],
    [plain(`${block.period.ja}　${block.policyLine.ja}`)],
    [plain(`${block.period.en}. ${block.policyLine.en}`)],
    ...(across ? [[null, null, styled(`${across.ja} / ${across.en}`, 'heading')]] : []),
  ]
  const under = [...legendOf(grid).flatMap(({ ja, en }) => [ja, en]), ...linesBelow(block, 'ja'), ...linesBelow(block, 'en')]
  return {
    name,
    frozen: above.length + 1,
    print: { headRow: above.length + 1 },
    widths: [LABEL_WIDTH, LABEL_WIDTH, ...columns.map((column) => widthOf(column.head))],
    rows: [
      ...above,
      head,
      ...rows.map((row) => [
        styled(`${'　'.repeat(row.depth)}${row.words.ja}`, 'label'),
        styled(`${'    '.repeat(row.depth)}${row.words.en}`, 'label'),
        ...columns.map(({ cell }) => cell(row)),
      ]),
      [],
      ...[...new Set(under)].map((line) => [styled(line, 'small')]),
    ],
  }
}

const widthOf = ({ ja, en }: Text) => Math.min(26, Math.max(FIGURE_WIDTH, Math.ceil(Math.max(acrossOf(ja), acrossOf(en)) / 2) + 2))
const plain = (value: string): SheetCell => styled(value, 'plain')
