/** The book as a workbook: a sheet a block, and before them a sheet of notes and codes. Figures are numbers, everything else is text. */
import type { Book, PrintedBlock } from '../../analysis/book/document.ts'
import type { Words } from '../../analysis/book/methods/document.ts'
import { BOOK_WORDS, TOKENS } from './book-words.ts'
import { FORMULA } from './csv.ts'
import { basesText, type Content, cellText, type Grid, gridOf, legendOf, linesUnder } from './grid.ts'
import { acrossOf, type Sheet, type SheetCell, type SheetStyle, spreadsheet } from './spreadsheet.ts'

const LABEL_WIDTH = 42
const FIGURE_WIDTH = 14
const SHEET_NAME = 31

export function bookXlsx({ imprint, chapters }: Book): Uint8Array {
  const tables = chapters.flatMap((chapter) => chapter.tables)
  const blocks = tables.flatMap((table) => table.blocks)
  const names = sheetNames(blocks)
  const both = (words: Words) => [text(words.ja), text(words.en)]
  const row = (words: Words, value: string) => [...both(words), text(value)]
  const notes: Sheet = {
    name: sheetName('注と符号 Notes'),
    frozen: 0,
    print: { headRow: null },
    widths: [56, 64, 40],
    rows: [
      [styled(imprint.title.ja, 'title')],
      [styled(imprint.title.en, 'heading')],
      ...(imprint.fictional ? [both(BOOK_WORDS.fictional)] : []),
      row(BOOK_WORDS.edition, imprint.editions.join(', ')),
      ...(imprint.volume === null ? [] : [row(BOOK_WORDS.volume, imprint.volume)]),
      row(BOOK_WORDS.questionnaire, imprint.questionnaire),
      row(BOOK_WORDS.policy, imprint.policy),
      row(BOOK_WORDS.checksum, imprint.checksum),
      both(imprint.policyLine),
      ...(imprint.records ? [both(imprint.records.citation), both(imprint.records.terms)] : []),
      [],
      ...Object.values(TOKENS.legend).map(both),
      [],
      ...uniqueWords(tables.flatMap((table) => table.notes)).map(both),
      [],
      [styled('表 Table', 'head'), styled('', 'head'), styled('シート Sheet', 'head')],
      ...tables.flatMap((table): SheetCell[][] => [
        row(
          { ja: `表${table.number}　${table.title.ja}`, en: `Table ${table.number} ${table.title.en}` },
          table.blocks.map(({ id }) => names.get(id)!).join(', '),
        ),
        ...(table.silent ? [both(table.silent)] : []),
      ]),
    ],
  }
  return spreadsheet(
    [notes, ...blocks.map((block) => blockSheet(gridOf(block), names.get(block.id)!))],
    `${imprint.title.ja} / ${imprint.title.en}`,
  )
}

const uniqueWords = (all: readonly Words[]) => [...new Map(all.map((words) => [words.en, words])).values()]

/** One block by itself. */
export const blockXlsx = (block: PrintedBlock): Uint8Array => {
  const name = sheetNames([block]).get(block.id)!
  return spreadsheet([blockSheet(gridOf(block), name)], `${block.caption.ja} / ${block.caption.en}`)
}

/** Names of sheets, each once, without what a name may not hold. */
function sheetNames(blocks: readonly PrintedBlock[]): ReadonlyMap<string, string> {
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

const sheetName = (text_: string) => text_.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, SHEET_NAME)

function blockSheet(grid: Grid, name: string): Sheet {
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
  const under = [...legendOf(grid).flatMap(({ ja, en }) => [ja, en]), ...linesUnder(block, 'ja'), ...linesUnder(block, 'en')]
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

const widthOf = ({ ja, en }: Words) => Math.min(26, Math.max(FIGURE_WIDTH, Math.ceil(Math.max(acrossOf(ja), acrossOf(en)) / 2) + 2))

function figureCell(content: Content): SheetCell {
  if (!('figure' in content)) return styled(content.status === 'text' ? bilingual(content.words) : cellText(content, 'en'), 'token')
  return { value: content.figure, style: content.status === 'sum' && content.parts < content.of ? 'atLeast' : 'figure' }
}

const bilingual = ({ ja, en }: Words) => (ja === en ? ja : `${ja} / ${en}`)
const neutral = (value: string) => (FORMULA.test(value) ? `'${value}` : value)
const text = (value: string): SheetCell => neutral(value)
const plain = (value: string): SheetCell => styled(value, 'plain')
const styled = (value: string, style: SheetStyle): SheetCell => ({ value: neutral(value), style })
