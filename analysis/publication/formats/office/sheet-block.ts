/** A printed block as a sheet of a workbook, in both languages: figures are numbers, everything else is text, and nothing is a formula. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { FORMULA } from '../formula.ts'
import { basesText, type CellContent, cellText, legendOf, linesBelow, type PrintedGrid } from '../printed-grid.ts'
import type { SheetStyle } from './sheet-styles.ts'
import type { SheetCell, Worksheet } from './worksheet.ts'
import { acrossOf } from './xml-text.ts'

const LABEL_WIDTH = 42
const FIGURE_WIDTH = 14
const SHEET_NAME = 31

/** Names of sheets by id of the block: unique in the workbook, at most 31 characters, without those that Excel forbids. */
export function sheetNames(blocks: readonly PrintedBlock[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    blocks.map(({ id }) => {
      let name = sheetName(id.replace(/^table-/, '').replace(/^(\d+)-(\d+)/, '$1.$2'))
      for (let again = 2; taken.has(name); again++) name = `${name.slice(0, SHEET_NAME - 4)}~${again}`
      taken.add(name)
      return [id, name] as const
    }),
  )
}

export const sheetName = (text_: string) => text_.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, SHEET_NAME)

export function blockSheet(grid: PrintedGrid, name: string): Worksheet {
  const { block, heads, rows, shares, across } = grid
  const shareHeads = shares ? heads : []
  const head: SheetCell[] = [
    styled(grid.corner.ja, 'head'),
    styled(grid.corner.en, 'head'),
    ...heads.map(({ words }) => styled(`${words.ja}\n${words.en}`, 'head')),
    ...shareHeads.map(({ words }) =>
      styled(
        heads.length > 1
          ? `${BOOK_WORDS.share.ja} ${words.ja}\n${BOOK_WORDS.share.en} ${words.en}`
          : `${BOOK_WORDS.share.ja}\n${BOOK_WORDS.share.en}`,
        'head',
      ),
    ),
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
    widths: [LABEL_WIDTH, LABEL_WIDTH, ...[...heads, ...shareHeads].map(({ words }) => widthOf(words))],
    rows: [
      ...above,
      head,
      ...rows.map(({ words, depth, cells }) => [
        styled(`${'　'.repeat(depth)}${words.ja}`, 'label'),
        styled(`${'    '.repeat(depth)}${words.en}`, 'label'),
        ...cells.map(({ content }) => figureCell(content)),
        ...(shares ? cells.map(({ share }) => styled(share?.en ?? '', 'share')) : []),
      ]),
      [],
      ...[...new Set(under)].map((line) => [styled(line, 'small')]),
    ],
  }
}

const widthOf = ({ ja, en }: Text) => Math.min(26, Math.max(FIGURE_WIDTH, Math.ceil(Math.max(acrossOf(ja), acrossOf(en)) / 2) + 2))

function figureCell(content: CellContent): SheetCell {
  if (!('figure' in content)) return styled(content.status === 'text' ? bilingual(content.words) : cellText(content, 'en'), 'token')
  return { value: content.figure, style: content.status === 'sum' && content.parts < content.of ? 'atLeast' : 'figure' }
}

const bilingual = ({ ja, en }: Text) => (ja === en ? ja : `${ja} / ${en}`)
const neutral = (value: string) => (FORMULA.test(value) ? `'${value}` : value)
export const text = (value: string): SheetCell => neutral(value)
const plain = (value: string): SheetCell => styled(value, 'plain')
export const styled = (value: string, style: SheetStyle): SheetCell => ({ value: neutral(value), style })
