/**
 * The notes of a chapter, once: what is said of all its tables, what is said of several of them under a number, and what only one of them
 * needs. Each line that a table had under it is in one of the three.
 */
import type { Chapter, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { BOOK_WORDS } from './book-words.ts'
import { basesText, legendOf, printedGrid } from './printed-grid.ts'

export interface ChapterNotes {
  /** Of all tables of the chapter. */
  readonly all: readonly string[]
  /** Of several tables; a table names them by their place in this list, from 1. */
  readonly numbered: readonly string[]
  /** By the id of a block. */
  readonly of: (id: string) => BlockNotes
  /** Of a numbered table without a block, which has no notes of its own otherwise. */
  readonly ofTable: (number: string) => readonly string[]
}

export interface BlockNotes {
  readonly marks: readonly number[]
  readonly own: readonly string[]
}

const NONE: BlockNotes = { marks: [], own: [] }

export function chapterNotes({ tables }: Chapter, language: Language): ChapterNotes {
  const blocks = tables.flatMap(({ number, blocks: printed, notes }) =>
    printed.map((block) => ({ id: block.id, lines: [...linesOf(block, number, language), ...notes.map((words) => words[language])] })),
  )
  const times = new Map<string, number>()
  for (const { lines } of blocks) for (const line of new Set(lines)) times.set(line, (times.get(line) ?? 0) + 1)
  const lines = [...times.keys()]
  const numbered = lines.filter((line) => times.get(line)! > 1 && times.get(line)! < blocks.length)
  const found = new Map(
    blocks.map(({ id, lines: its }): [string, BlockNotes] => [
      id,
      {
        marks: numbered.flatMap((line, at) => (its.includes(line) ? [at + 1] : [])),
        own: blocks.length === 1 ? [] : [...new Set(its)].filter((line) => times.get(line) === 1),
      },
    ]),
  )
  const all = lines.filter((line) => times.get(line) === blocks.length)
  const silent = new Map(tables.map(({ number, notes }) => [number, notes.map((words) => words[language])]))
  return {
    all,
    numbered,
    of: (id) => found.get(id) ?? NONE,
    ofTable: (number) => (silent.get(number) ?? []).filter((line) => !all.includes(line)),
  }
}

/** Lines of a block that other blocks may share; its base and what its shares are of stand with its caption. */
function linesOf(block: PrintedBlock, number: string, language: Language): readonly string[] {
  const apart = language === 'ja' ? '：' : ': '
  return [
    `${block.period[language]}${language === 'ja' ? '　' : '. '}${block.policyLine[language]}`,
    ...legendOf(printedGrid(block)).map((words) => words[language]),
    ...block.notes.map((words) => words[language]),
    ...(block.kind === 'table' && block.statistics ? [block.statistics[language]] : []),
    block.source[language],
    `${BOOK_WORDS.citation[language]}${apart}${citedForm(block, number, language)}`,
  ]
}

/** The citation of a block with what differs from table to table left open: its number and its checksum, which stand with its caption. */
function citedForm({ citation, checksum }: PrintedBlock, number: string, language: Language): string {
  const { ja, en } = BOOK_WORDS.table
  const [named, open] = language === 'ja' ? [`${ja}${number}`, `${ja}○`] : [`${en} ${number}`, `${en} N`]
  return citation[language].replace(named, open).replaceAll(checksum.slice(0, 16), '…')
}

/** What stands between the caption of a block and its table: base and gaps with their figures, what shares are of, numbers of notes. */
export function captionLine(block: PrintedBlock, marks: readonly number[], language: Language): string {
  const [apart, next] = language === 'ja' ? ['：', '　'] : [': ', '. ']
  return [
    ...(block.bases.length > 0 ? [`${BOOK_WORDS.base[language]}${apart}${basesText(block, language)}`] : []),
    ...(block.kind === 'table' && block.shareOf ? [block.shareOf[language]] : []),
    ...(marks.length > 0
      ? [`${marks.length > 1 ? BOOK_WORDS.notes[language] : BOOK_WORDS.note[language]} ${marks.join(language === 'ja' ? '・' : ', ')}`]
      : []),
  ].join(next)
}
