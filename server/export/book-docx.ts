/** The book as a Word document, in one language: real tables whose head is repeated, with base, policy and notes kept beside them. */
import type { Book, PrintedBlock } from '../../analysis/book/document.ts'
import { textGrid } from './block-text.ts'
import { BOOK_WORDS, recordsOf } from './book-words.ts'
import type { FigureImages } from './figure-images.ts'
import { type Grid, gridOf, linesAbove, linesUnder } from './grid.ts'
import {
  type Language,
  type Paragraph,
  type ParagraphStyle,
  TEXT_WIDTH,
  type WordCell,
  type WordPart,
  wordDocument,
} from './word-document.ts'

export function bookDocx({ imprint, chapters }: Book, language: Language, figures: FigureImages): Uint8Array {
  const other = language === 'ja' ? 'en' : 'ja'
  const say = sayIn(language)
  const anchor = (id: string) => `t_${id.replaceAll(/\W/g, '_')}`
  const printed = chapters.filter(({ tables }) => tables.length > 0)
  const parts: WordPart[] = [
    say('Title', imprint.title[language]),
    { ...say('Subtitle', imprint.title[other]), language: other },
    ...(imprint.fictional ? [say('Heading2', BOOK_WORDS.fictional[language])] : []),
    say('Normal', `${BOOK_WORDS.edition[language]}: ${imprint.editions.join(', ')}`),
    ...(imprint.volume === null ? [] : [say('Normal', `${BOOK_WORDS.volume[language]}: ${imprint.volume}`)]),
    say('Normal', `${BOOK_WORDS.questionnaire[language]}: ${imprint.questionnaire}`),
    say('Normal', imprint.policyLine[language]),
    ...recordsOf(imprint, language).map(([name, value]) => say('Normal', `${name}: ${value}`)),
    say('TableNote', `${BOOK_WORDS.checksum[language]} ${imprint.checksum}`),
    { ...say('Heading1', BOOK_WORDS.contents[language]), newPage: true },
    ...printed.flatMap(({ id, number, title, tables }) => [
      { ...say('TOC1', `${number}　${title[language]}`), link: anchor(id) },
      ...tables.map((table) => ({ ...say('TOC2', `${table.number}　${table.title[language]}`), link: anchor(table.number) })),
    ]),
    ...printed.flatMap(({ id, number, title, tables }): WordPart[] => [
      { ...say('Heading1', `${number}　${title[language]}`), bookmark: anchor(id), newPage: true },
      ...tables.flatMap((table): WordPart[] => [
        { ...say('Heading2', `${BOOK_WORDS.table[language]} ${table.number}　${table.title[language]}`), bookmark: anchor(table.number) },
        { ...say('TableBase', table.title[other]), language: other, together: true },
        say('Normal', table.learns[language]),
        ...table.sentences.map((words) => say('Normal', words[language])),
        ...(table.silent ? [say('Normal', table.silent[language])] : []),
        ...table.figures.flatMap((figure): WordPart[] => {
          const png = figures(figure.id, language)
          return png
            ? [
                { kind: 'picture', ...png, description: figure.alternative[language] },
                say('Caption', `${BOOK_WORDS.figure[language]}　${figure.caption[language]}`),
              ]
            : []
        }),
        ...table.blocks.flatMap((block) => blockParts(block, language)),
        ...table.notes.map((words) => say('TableNote', words[language])),
      ]),
    ]),
  ]
  return wordDocument({
    title: imprint.title[language],
    running: `${imprint.title[language]}　${imprint.edition}${imprint.fictional ? `　${BOOK_WORDS.fictional[language]}` : ''}`,
    language,
    parts,
  })
}

/** One block by itself. */
export const blockDocx = (block: PrintedBlock, language: Language): Uint8Array =>
  wordDocument({ title: block.caption[language], running: block.source[language], language, parts: blockParts(block, language) })

const sayIn =
  (language: Language) =>
  (style: ParagraphStyle, text: string): Paragraph => ({ kind: 'paragraph', style, text, language })

function blockParts(block: PrintedBlock, language: Language): WordPart[] {
  const grid = gridOf(block)
  const say = sayIn(language)
  const above = (text: string): Paragraph => ({ ...say('TableBase', text), together: true })
  return [
    { ...say('Caption', block.caption[language]), together: true },
    ...linesAbove(grid, language).map(above),
    ...tablesOf(grid, language),
    ...linesUnder(block, language).map((text) => say('TableNote', text)),
  ]
}

/** A table with more columns than a page holds stands in parts, each with the names of its lines. */
function tablesOf(grid: Grid, language: Language): WordPart[] {
  const { heads, rows } = textGrid(grid, language)
  const columns = heads.length - 1
  const most = grid.shares && grid.heads.length > 1 ? 6 : 8
  const parts = Math.max(1, Math.ceil(columns / most))
  const each = Math.ceil(columns / parts)
  return Array.from({ length: parts }, (_, part) => {
    const from = 1 + part * each
    const to = Math.min(from + each, heads.length)
    const wide = Math.max(2400, TEXT_WIDTH - (to - from) * 1700)
    const narrow = Math.floor((TEXT_WIDTH - wide) / (to - from))
    const pick = <T>(cells: readonly T[]) => [cells[0]!, ...cells.slice(from, to)]
    const right = (text: string, at: number): WordCell => (at === 0 ? { text } : { text, right: true })
    return {
      kind: 'table' as const,
      language,
      description: grid.block.caption[language],
      widths: pick(heads).map((_, at) => (at === 0 ? wide : narrow)),
      head: [...(grid.across ? [[{ text: '' }, { text: grid.across[language], span: to - from }]] : []), pick(heads).map(right)],
      rows: rows.map((row, at) => {
        const { depth, words } = grid.rows[at]!
        return [
          { text: words[language], indent: depth },
          ...pick(row)
            .slice(1)
            .map((text) => ({ text: wrapped(text), right: true })),
        ]
      }),
    }
  })
}

/** Figure above, share below. */
const wrapped = (text: string) => text.replace(/ (?=\d+(?:%| ?％))/, '\n')
