/** A collection as one Word document: the author's title and words, and each table as the book prints it, with base, notes and citation. */
import { BOOK_WORDS } from '../../analysis/publication/formats/book-words.ts'
import { blockParts, sayIn } from '../../analysis/publication/formats/office/word-block.ts'
import type { Paragraph, ParagraphStyle, WordPart, WordPicture } from '../../analysis/publication/formats/office/word-content.ts'
import { wordDocument } from '../../analysis/publication/formats/office/word-document.ts'
import type { Language } from '../../survey-schema/text.ts'
import { type Collection, keyOf } from './collection.ts'
import { FILE_WORDS, partNamedAs } from './file-words.ts'
import { type Item, type Run, type TextBlock, textBlocks } from './markdown.ts'
import type { Resolved } from './resolved.ts'

/** @param tables in the order of the collection @param pictures of the tables, by their key */
export function collectionDocx(
  collection: Collection,
  tables: readonly Resolved[],
  language: Language,
  pictures: ReadonlyMap<string, WordPicture> = new Map(),
): Uint8Array {
  const say = sayIn(language)
  const title = collection.title || FILE_WORDS.untitled[language]
  const written = writer(language)
  const imprints = [...new Map(tables.map(({ imprint }) => [imprint.edition, imprint])).values()]
  const source = imprints.map((imprint) => `${imprint.title[language]} ${imprint.edition}`).join(language === 'ja' ? '、' : ', ')
  const fictional = imprints.some((imprint) => imprint.fictional)
  const parts: WordPart[] = [
    spoken(say('Title', title)),
    say('Subtitle', source),
    ...(fictional ? [say('Normal', BOOK_WORDS.fictional[language])] : []),
    say('TableNote', FILE_WORDS.whose[language]),
    ...written(collection.commentary, ['Heading1', 'Heading2', 'Heading3']),
    ...tables.flatMap(({ picked, table, block }): WordPart[] => {
      const printed = partNamedAs(table, block, language)
      const picture = pictures.get(keyOf(picked))
      return [
        { ...(picked.title === '' ? say('Heading1', printed) : spoken(say('Heading1', picked.title))) },
        ...(picked.title === '' ? [] : [{ ...say('TableBase', printed), together: true }]),
        ...written(picked.commentary, ['Heading2', 'Heading3', 'Heading3']),
        ...(picture ? [picture] : []),
        ...blockParts(block, language),
        ...table.notes.map((note) => say('TableNote', note[language])),
      ]
    }),
  ]
  return wordDocument({
    title,
    running: `${title}　${source}${fictional ? `　${BOOK_WORDS.fictional[language]}` : ''}`,
    language,
    parts,
  })
}

/** Words of an author are in the language of their letters, whatever the tables are printed in. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const spoken = (paragraph: Paragraph): Paragraph => {
  const text = paragraph.runs?.map((run) => run.text).join('') ?? paragraph.text
  return { ...paragraph, language: JAPANESE.test(text) ? 'ja' : 'en' }
}

type Headings = readonly [ParagraphStyle, ParagraphStyle, ParagraphStyle]

/** Numbers its lists through the whole document, because each list counts from 1. */
function writer(language: Language): (markdown: string, headings: Headings) => readonly Paragraph[] {
  let lists = 0
  const marked = (style: ParagraphStyle, runs: readonly Run[]): Paragraph =>
    spoken({ kind: 'paragraph', style, text: '', runs: runs.map((run) => ({ ...run })), language })
  const entry = (list: number, ordered: boolean, { depth, runs }: Item): Paragraph => ({
    ...marked('Normal', runs),
    entry: { list, ordered, depth },
  })
  return (markdown, headings) =>
    textBlocks(markdown).flatMap((part: TextBlock): readonly Paragraph[] => {
      if (part.kind === 'heading') return [marked(headings[part.level - 1] ?? 'Heading3', part.runs)]
      if (part.kind === 'paragraph') return [marked('Normal', part.runs)]
      const list = ++lists
      return part.items.map((item) => entry(list, part.ordered, item))
    })
}
