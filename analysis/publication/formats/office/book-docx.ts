/** The book as a Word document, in one language. Heads of tables repeat on each page; the notes of a chapter stand once, at its beginning. */

import type { Book, BookFigure, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import type { FigureImages } from '../../figures/picture.ts'
import { BOOK_WORDS, recordsOf } from '../book-words.ts'
import { type ChapterNotes, chapterNotes } from '../chapter-notes.ts'
import { drawnInVolume } from '../shaded-cells.ts'
import { blockParts, sayIn } from './word-block.ts'
import { wordCommentary } from './word-commentary.ts'
import type { WordPart } from './word-content.ts'
import { wordDocument } from './word-document.ts'

export function bookDocx(book: Book, language: Language, figures: FigureImages): Uint8Array {
  const { imprint, chapters } = book
  const other = language === 'ja' ? 'en' : 'ja'
  const say = sayIn(language)
  const anchor = (id: string) => `t_${id.replaceAll(/\W/g, '_')}`
  const drawn = (figure: BookFigure): WordPart[] => {
    const image = figures(figure.id, language)
    if (!image) return []
    return [
      { kind: 'picture', ...image, description: figure.alternative[language] },
      { ...say('Caption', `${BOOK_WORDS.figure[language]}　${figure.caption[language]}`), together: true },
      say('TableBase', figure.subtitle[language]),
    ]
  }
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
    ...wordCommentary(book, { kind: 'front' }, language),
    { ...say('Heading1', BOOK_WORDS.contents[language]), newPage: true },
    ...printed.flatMap(({ id, number, title, tables }) => [
      { ...say('TOC1', `${number}　${title[language]}`), link: anchor(id) },
      ...tables.map((table) => ({ ...say('TOC2', `${table.number}　${table.title[language]}`), link: anchor(table.number) })),
    ]),
    ...printed.flatMap((chapter): WordPart[] => {
      const { id, number, title, tables } = chapter
      const notes = chapterNotes(chapter, language)
      return [
        { ...say('Heading1', `${number}　${title[language]}`), bookmark: anchor(id), newPage: true },
        ...wordCommentary(book, { kind: 'chapter', id }, language),
        ...chapterNotesParts(notes, language),
        ...tables.flatMap((table): WordPart[] => [
          { ...say('Heading2', `${BOOK_WORDS.table[language]} ${table.number}　${table.title[language]}`), bookmark: anchor(table.number) },
          { ...say('TableBase', table.title[other]), language: other, together: true },
          ...[table.learns, ...table.sentences].map((words) => ({ ...say('Normal', words[language]), together: table.blocks.length > 0 })),
          ...(table.silent ? [say('Normal', table.silent[language])] : []),
          ...table.blocks.flatMap((block) => {
            const { figures: its, shaded } = drawnInVolume(table, block)
            return [...its.flatMap(drawn), ...blockParts(block, language, { notes: notes.of(block.id), shaded })]
          }),
          ...(table.blocks.length === 0 ? notes.ofTable(table.number).map((line) => say('TableNote', line)) : []),
        ]),
      ]
    }),
  ]
  return wordDocument({
    title: imprint.title[language],
    running: `${imprint.title[language]}　${imprint.edition}${imprint.fictional ? `　${BOOK_WORDS.fictional[language]}` : ''}`,
    language,
    parts,
  })
}

/** The notes of a chapter, at its beginning: tables name them by number. */
function chapterNotesParts({ all, numbered }: ChapterNotes, language: Language): readonly WordPart[] {
  const say = sayIn(language)
  if (all.length + numbered.length === 0) return []
  return [
    { ...say('TableHead', BOOK_WORDS.chapterNotes[language]), together: true },
    ...all.map((line) => say('TableNote', line)),
    ...numbered.map((line, at) => say('TableNote', `${at + 1}. ${line}`)),
  ]
}

/** One block by itself. */
export const blockDocx = (block: PrintedBlock, language: Language): Uint8Array =>
  wordDocument({ title: block.caption[language], running: block.source[language], language, parts: blockParts(block, language) })
