/** The findings volume as a Word document, in one language: main points, then a page for each chapter that has a finding. */
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { FindingsChapter, PlacedSentence } from '../../../../survey-schema/release/findings.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import type { FigureImages, Image } from '../../figures/picture.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { findingsImprint } from '../findings-imprint.ts'
import { bySpeaking, chapterName, FINDINGS_WORDS, type NamedFigure, namedFigures } from '../findings-words.ts'
import { piecesOf } from '../sentence-pieces.ts'
import { sayIn } from './word-block.ts'
import { wordCommentary } from './word-commentary.ts'
import type { Paragraph, ParagraphStyle, WordPart } from './word-content.ts'
import { wordDocument } from './word-document.ts'

export function findingsDocx(book: Book, language: Language, images: FigureImages): Uint8Array {
  const { imprint, findings } = book
  const say = sayIn(language)
  const other = language === 'ja' ? 'en' : 'ja'
  const { speaking, silent } = bySpeaking(findings)
  const word = (name: keyof typeof FINDINGS_WORDS) => FINDINGS_WORDS[name][language]
  const title = `${imprint.title[language]}　${word('volume')}`
  const chapter = chapterParts(book, language, images)
  const parts: WordPart[] = [
    { ...say('Subtitle', `${imprint.title[language]}　${imprint.edition}`), together: true },
    say('Heading1', word('volume')),
    { ...say('Subtitle', `${imprint.title[other]} ${FINDINGS_WORDS.volume[other]}`), language: other },
    ...(imprint.fictional ? [say('TableHead', BOOK_WORDS.fictional[language])] : []),
    say('Heading2', word('mainPoints')),
    ...(findings.mainPoints.length === 0 ? [say('Lead', word('noMainPoints'))] : []),
    ...findings.mainPoints.flatMap((point): WordPart[] => [
      { ...sentenceIn(point, language, 'Lead'), entry: { list: 1, ordered: true, depth: 0 }, together: true },
      {
        ...say('TableBase', `${chapterName(point.chapter)[language]}${language === 'ja' ? '・' : ', '}${tableOf(point.table, language)}`),
        link: bookmarkOf(point.chapter),
      },
    ]),
    ...[BOOK_WORDS.reported, imprint.policyLine].map((line) => say('TableNote', line[language])),
    ...wordCommentary(book, { kind: 'front' }, language),
    ...speaking.flatMap((one) => chapter.speaking(one)),
    ...(silent.length > 0 ? [{ ...say('Heading1', word('silent')), newPage: true }] : []),
    ...silent.flatMap((one) => chapter.silent(one)),
    { ...say('Heading1', word('rule')), newPage: silent.length === 0 },
    ...findings.notes.map((note) => say('Normal', note[language])),
    say('Heading1', word('about')),
    ...findingsImprint(imprint).map(([name, value]) =>
      say('TableNote', `${name[language]}: ${typeof value === 'string' ? value : value[language]}`),
    ),
  ]
  return wordDocument({
    title,
    running: `${title}　${imprint.edition}${imprint.fictional ? `　${BOOK_WORDS.fictional[language]}` : ''}`,
    language,
    parts,
  })
}

/** Of a page, for drawings, in CSS pixels: a chapter whose drawings are taller has them set smaller. */
const ROOM = 400
const SMALLEST = 0.5
/** Between the margins. */
const WIDTH = 643
const heightOf = (image: Image | null) => (image ? image.height * Math.min(1, WIDTH / image.width) : 0)

const bookmarkOf = (chapter: number) => `chapter_${chapter}`
const tableOf = (number: string, language: Language) => `${BOOK_WORDS.table[language]}${language === 'ja' ? '' : ' '}${number}`
const inBrackets = (words: string, language: Language) => (language === 'ja' ? `（${words}）` : ` (${words})`)

/** Its figures in bold. @param named whether the table stands behind it */
function sentenceIn({ sentence, table }: PlacedSentence, language: Language, style: ParagraphStyle, named = false): Paragraph {
  const pieces = piecesOf(sentence, language).map(({ text, number }) => ({ text, strong: number }))
  const behind = named ? [{ text: inBrackets(tableOf(table, language), language) }] : []
  return { ...sayIn(language)(style, sentence[language]), runs: [...pieces, ...behind] }
}

function chapterParts(book: Book, language: Language, images: FigureImages) {
  const say = sayIn(language)
  const further = ({ number, sentences }: FindingsChapter) =>
    sentences.map((one) => ({
      ...sentenceIn(one, language, 'Normal', true),
      entry: { list: number + 1, ordered: false, depth: 0 },
    }))
  const drawn = ({ figure, table, title }: NamedFigure, scale: number): WordPart[] => {
    const image = images(figure.id, language)
    if (!image) return []
    const size = { width: image.width * scale, height: image.height * scale }
    const under = `${figure.subtitle[language]}${inBrackets(tableOf(table, language), language)}`
    return [
      { ...say('Caption', title[language]), together: true },
      { ...say('TableBase', under), together: true },
      { kind: 'picture', ...image, ...size, description: figure.alternative[language] },
      say('TableNote', ''),
    ]
  }
  const commentary = ({ id }: FindingsChapter) => wordCommentary(book, { kind: 'chapter', id }, language)
  return {
    speaking: (chapter: ReturnType<typeof bySpeaking>['speaking'][number]): WordPart[] => {
      const { number, title, question, finding, limits, tables } = chapter
      const named = namedFigures(book, chapter)
      const tall = named.reduce((sum, { figure: { id } }) => sum + heightOf(images(id, language)), 0)
      const scale = Math.max(SMALLEST, Math.min(1, ROOM / Math.max(1, tall)))
      const [first = [], ...more] = named.map((one) => drawn(one, scale))
      return [
        { ...say('Heading1', `${number}　${title[language]}`), bookmark: bookmarkOf(number), newPage: true },
        { ...say('TableBase', question[language]), together: true },
        say('Heading2', finding.headline[language]),
        sentenceIn(finding, language, 'Lead', true),
        ...first,
        ...further(chapter),
        ...more.flat(),
        say('Heading3', FINDINGS_WORDS.cannotSay[language]),
        ...limits.map((line) => say('Normal', line[language])),
        say(
          'TableNote',
          `${FINDINGS_WORDS.tables[language]} ${tables.map((table) => tableOf(table, language)).join(language === 'ja' ? '、' : ', ')}`,
        ),
        ...commentary(chapter),
      ]
    },
    silent: (chapter: FindingsChapter): WordPart[] => [
      { ...say('Heading2', `${chapter.number}　${chapter.title[language]}`), bookmark: bookmarkOf(chapter.number) },
      { ...say('TableBase', chapter.question[language]), together: true },
      ...(chapter.silent ? [say('Normal', chapter.silent[language])] : []),
      ...further(chapter),
      ...chapter.limits.map((line) => say('TableNote', line[language])),
      ...commentary(chapter),
    ],
  }
}
