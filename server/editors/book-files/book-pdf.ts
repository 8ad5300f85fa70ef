/** The volume of tables as a PDF, one edition a language: tagged, with contents, running heads, embedded fonts and the text of each drawing. */

import { BOOK_WORDS, recordsOf, TOKENS } from '../../../analysis/publication/formats/book-words.ts'
import { chapterNotes } from '../../../analysis/publication/formats/chapter-notes.ts'
import type { Book, BookTable, Chapter } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { PAGE, tableInPdf } from './book-pdf-table.ts'
import { BOOK_TEMPLATE } from './book-template.ts'
import { commentaryData } from './commentary-template.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { SHORT_HEADS_NOTE } from './short-heads.ts'
import { paragraphsHeight } from './text-heights.ts'
import { typeset } from './typst.ts'

export const bookPdf = (book: Book, language: Language, figures: DrawnFigures): Promise<Uint8Array> =>
  typeset(BOOK_TEMPLATE, bookData(book, language, figures))

function bookData(book: Book, language: Language, figures: DrawnFigures) {
  const { imprint, chapters } = book
  const other = language === 'ja' ? 'en' : 'ja'
  const { edition, volume, questionnaire, policy } = BOOK_WORDS
  const fictional = imprint.fictional ? BOOK_WORDS.fictional[language] : ''
  return {
    language,
    otherLanguage: other,
    title: imprint.title[language],
    otherTitle: imprint.title[other],
    edition: imprint.edition,
    fictional,
    footer: [fictional, TOKENS.legend.withheld[language], TOKENS.legend.not_applicable[language]]
      .filter((words) => words !== '')
      .join('　'),
    imprint: [
      [edition[language], imprint.editions.join(', ')],
      ...(imprint.volume === null ? [] : [[volume[language], imprint.volume]]),
      [questionnaire[language], imprint.questionnaire],
      [policy[language], imprint.policy],
      ...recordsOf(imprint, language),
    ],
    policyLine: imprint.policyLine[language],
    checksum: imprint.checksum,
    commentary: commentaryData(book, { kind: 'front' }, language),
    words: {
      contents: BOOK_WORDS.contents[language],
      figure: BOOK_WORDS.figure[language],
      checksum: BOOK_WORDS.checksum[language],
      chapterNotes: BOOK_WORDS.chapterNotes[language],
    },
    chapters: chaptersData({ ...book, chapters: chapters.filter(({ tables }) => tables.length > 0) }, language, figures),
  }
}

/** Least space for the heading of a chapter on a page that another chapter has begun, in millimetres. */
const HEADING = 22

/** Of the frame with its names, in millimetres. */
const commentaryHeight = ({ paragraphs, byline }: NonNullable<ReturnType<typeof commentaryData>>) =>
  24 + paragraphsHeight([...paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')), byline], 9, 0.62, 0.8, PAGE.width - 8)

const hasCrosstabs = ({ tables }: Chapter) =>
  tables.some(({ blocks }) => blocks.some((block) => block.kind === 'table' && block.columns.length > 0))

/** Chapters follow one another without a new page where the first table fits as well; each knows what the one before left of its last. */
function chaptersData(book: Book, language: Language, figures: DrawnFigures) {
  let left: number = PAGE.height
  return book.chapters.map((chapter) => {
    const notes = chapterNotes(chapter, language)
    const all = [...notes.all, ...(hasCrosstabs(chapter) ? [SHORT_HEADS_NOTE[language]] : [])]
    const commentary = commentaryData(book, { kind: 'chapter', id: chapter.id }, language)
    const opening =
      HEADING +
      paragraphsHeight([...all, ...notes.numbered], 6.8, 0.5, 0.55, PAGE.width - 8) +
      (commentary ? commentaryHeight(commentary) : 0)
    const set = (table: BookTable) => tableInPdf(table, notes, language, figures, left)
    const [before, [first]] = [left, chapter.tables]
    left = (before < opening ? PAGE.height : before) - opening
    // The heading of a chapter does not stand alone at the end of a page.
    const newPage = before < PAGE.height && (before < opening || (first !== undefined && set(first).moved))
    if (newPage) left = PAGE.height - opening
    const tables = chapter.tables.map((table) => {
      const laid = set(table)
      left = laid.left
      return laid.data
    })
    return { newPage, title: `${chapter.number}　${chapter.title[language]}`, commentary, all, numbered: notes.numbered, tables }
  })
}
