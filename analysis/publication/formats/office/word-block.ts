/** A printed block as parts of a Word document: caption, base and policy, a table whose head repeats on each page, notes. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { type BlockNotes, captionLine } from '../chapter-notes.ts'
import { linesAbove, linesBelow, type PrintedGrid, printedGrid } from '../printed-grid.ts'
import { shadesOf } from '../shaded-cells.ts'
import { textRows } from '../text/text-rows.ts'
import type { Paragraph, ParagraphStyle, WordCell, WordPart } from './word-content.ts'
import { TEXT_WIDTH } from './word-text.ts'

/** One paragraph in one language. */
export const sayIn =
  (language: Language) =>
  (style: ParagraphStyle, text: string): Paragraph => ({ kind: 'paragraph', style, text, language })

/** What a volume says of a block elsewhere, and shows of it in its table. */
interface InVolume {
  /** Notes that stand once in its chapter are named by their numbers. */
  readonly notes: BlockNotes
  readonly shaded: boolean
}

/** @param volume that it stands in; a block by itself has all its notes under it */
export function blockParts(block: PrintedBlock, language: Language, volume?: InVolume): WordPart[] {
  const grid = printedGrid(block)
  const say = sayIn(language)
  const above = (text: string): Paragraph => ({ ...say('TableBase', text), together: true })
  return [
    { ...say('Caption', block.caption[language]), together: true },
    ...(volume ? [captionLine(block, volume.notes.marks, language), sumOf(block, language)] : linesAbove(grid, language))
      .filter((line) => line !== '')
      .map(above),
    ...tablesOf(grid, language, volume?.shaded ?? false),
    ...(volume ? volume.notes.own : linesBelow(block, language)).map((text) => say('TableNote', text)),
  ]
}

const sumOf = ({ checksum }: PrintedBlock, language: Language) => `${BOOK_WORDS.checksum[language]} ${checksum.slice(0, 16)}`

/** The table, cut into several with fewer columns where a page is too narrow; each begins with the column of line names. */
function tablesOf(grid: PrintedGrid, language: Language, shaded: boolean): WordPart[] {
  const shade = shaded ? shadesOf(grid) : () => null
  const { heads, rows } = textRows(grid, language)
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
            .map((text, place): WordCell => {
              const behind = shade(at, from - 1 + place)
              return { text: wrapped(text), right: true, ...(behind ? { shade: behind } : {}) }
            }),
        ]
      }),
    }
  })
}

/** A figure and its share on two lines, so that columns stay narrow. */
const wrapped = (text: string) => text.replace(/ (?=\d+(?:%| ?％))/, '\n')
