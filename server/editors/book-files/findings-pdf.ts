/** The findings volume as a PDF, one edition a language. References lead to their tables in the HTML file of the book, which lies beside it. */
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { findingsImprint } from '../../../analysis/publication/formats/findings-imprint.ts'
import {
  bySpeaking,
  chapterName,
  FINDINGS_WORDS,
  namedFigures,
  type SpeakingChapter,
} from '../../../analysis/publication/formats/findings-words.ts'
import { piecesOf, type SentencePiece } from '../../../analysis/publication/formats/sentence-pieces.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { FindingsChapter, PlacedSentence } from '../../../survey-schema/release/findings.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { commentaryData } from './commentary-template.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { tableAnchor, tableName } from './fact-sheet.ts'
import { fittedFigures } from './findings-figures.ts'
import { FINDINGS_TEMPLATE } from './findings-template.ts'
import { paragraphsHeight, textHeight } from './text-heights.ts'
import { typeset } from './typst.ts'

/** @param htmlName of the book, to which references lead */
export const findingsPdf = (book: Book, language: Language, figures: DrawnFigures, htmlName: string): Promise<Uint8Array> =>
  typeset(FINDINGS_TEMPLATE, findingsData(book, language, figures, htmlName))

function findingsData(book: Book, language: Language, figures: DrawnFigures, htmlName: string) {
  const { imprint, findings } = book
  const other = language === 'ja' ? 'en' : 'ja'
  const { speaking, silent } = bySpeaking(findings)
  const table = (number: string) => ({ table: tableName(number, language), address: `${htmlName}#${tableAnchor(number)}` })
  const said = ({ sentence, table: number }: PlacedSentence) => ({
    // A count and its base stay on one line.
    pieces: piecesOf(sentence, language).map((piece) => (piece.text === ' of ' ? { ...piece, text: '\u00a0of\u00a0' } : piece)),
    ...table(number),
  })
  const fictional = imprint.fictional ? BOOK_WORDS.fictional[language] : ''
  const both = (chapter: FindingsChapter) => ({
    label: labelOf(chapter.number),
    title: `${chapter.number}　${chapter.title[language]}`,
    question: chapter.question[language],
    sentences: chapter.sentences.map(said),
    limits: chapter.limits.map((words) => words[language]),
    commentary: commentaryData(book, { kind: 'chapter', id: chapter.id }, language),
  })
  const page = (chapter: SpeakingChapter) => {
    const shared = both(chapter)
    const commentary = shared.commentary ? commentaryHeight(shared.commentary) : 0
    const here = commentary <= LONGEST_COMMENTARY
    const room = roomOf(chapter, language) - (here ? commentary : 0)
    return {
      ...shared,
      headline: chapter.finding.headline[language],
      sentence: said(chapter.finding),
      commentaryHere: here,
      figures: fittedFigures(namedFigures(book, chapter), figures, language, {
        width: PAGE.width / POINT,
        height: room / POINT,
        above: ({ title, figure }) =>
          (11 +
            textHeight(title[language], 10, 0.5, PAGE.width) +
            textHeight(`${figure.subtitle[language]}000000000`, 7.5, 0.5, PAGE.width)) /
          POINT,
      }).map((one) => ({
        svg: one.svg,
        width: one.width,
        height: one.height,
        alt: one.figure.alternative[language],
        title: one.title[language],
        subtitle: one.figure.subtitle[language],
        ...table(one.table),
      })),
      tables: chapter.tables.map((number) => ({ name: tableName(number, language), address: table(number).address })),
    }
  }
  const volume = FINDINGS_WORDS.volume
  return {
    language,
    otherLanguage: other,
    title: `${imprint.title[language]} ${volume[language]}`,
    book: imprint.title[language],
    edition: `${BOOK_WORDS.edition[language]} ${imprint.edition}`,
    volume: volume[language],
    otherVolume: `${imprint.title[other]} ${volume[other]}`,
    fictional,
    running: [`${imprint.title[language]} ${imprint.edition}　${volume[language]}`, fictional].filter((words) => words !== '').join('　'),
    points: findings.mainPoints.map((point) => ({
      ...inBrackets(said(point)),
      chapter: chapterName(point.chapter)[language],
      label: labelOf(point.chapter),
    })),
    notes: [BOOK_WORDS.reported[language], imprint.policyLine[language]],
    commentary: commentaryData(book, { kind: 'front' }, language),
    chapters: speaking.map(page),
    silent: silent.map((chapter) => ({ ...both(chapter), why: chapter.silent?.[language] ?? '' })),
    rule: findings.notes.map((words) => words[language]),
    imprint: findingsImprint(imprint).map(([name, value]) => [name[language], typeof value === 'string' ? value : value[language]]),
    words: Object.fromEntries(Object.entries(FINDINGS_WORDS).map(([name, words]) => [name, words[language]])),
  }
}

/** Figures in brackets at the end of a main point stay on one line. */
function inBrackets<Said extends { readonly pieces: readonly SentencePiece[] }>(given: Said) {
  const { pieces } = given
  const at = pieces.findLastIndex(({ text, number }) => !number && /[(（]$/.test(text))
  const opening = pieces[at]
  if (!opening) return { ...given, figures: [] }
  const [words, bracket] = [opening.text.slice(0, -1), opening.text.slice(-1)]
  return {
    ...given,
    pieces: [...pieces.slice(0, at), { text: words, number: false }],
    figures: [{ text: bracket, number: false }, ...pieces.slice(at + 1)],
  }
}

const labelOf = (chapter: number) => `chapter-${chapter}`

/** A point in millimetres. */
const POINT = 25.4 / 72
/** Between the margins, in millimetres. */
const PAGE = { width: 166, height: 258 } as const
/** Commentary that is longer has a page of its own after the chapter, in millimetres. */
const LONGEST_COMMENTARY = 60

/** What the words of a chapter leave for its drawings, in millimetres. */
function roomOf({ finding, sentences, limits }: SpeakingChapter, language: Language): number {
  const texts = [
    21 + textHeight(finding.headline[language], 20, 0.5, PAGE.width),
    7 + textHeight(`${finding.sentence[language]}000000000`, 12, 0.65, PAGE.width),
    8 +
      paragraphsHeight(
        sentences.map(({ sentence }) => `${sentence[language]}000000000`),
        10.5,
        0.62,
        1,
        PAGE.width - 4,
      ),
    4 +
      14 +
      paragraphsHeight(
        limits.map((words) => words[language]),
        9,
        0.6,
        0.6,
        PAGE.width - 8,
      ),
    6,
  ]
  return PAGE.height - texts.reduce((sum, height) => sum + height, 0)
}

/** Of the frame with its names, in millimetres. */
const commentaryHeight = ({ paragraphs, byline }: NonNullable<ReturnType<typeof commentaryData>>) =>
  14 + paragraphsHeight([...paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')), byline], 9, 0.62, 0.8, PAGE.width - 8)
