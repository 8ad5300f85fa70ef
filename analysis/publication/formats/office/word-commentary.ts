/** Commentary of the editors in a Word document: under a heading of its own, with their names. */
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { CommentaryPlace } from '../../../../survey-schema/release/commentary.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { printedCommentary } from '../../commentary/printed.ts'
import { sayIn } from './word-block.ts'
import type { WordPart } from './word-content.ts'

/** Empty where editors wrote nothing for this place. */
export function wordCommentary(book: Pick<Book, 'commentary'>, place: CommentaryPlace, language: Language): readonly WordPart[] {
  const found = printedCommentary(book, place)
  if (!found) return []
  const say = sayIn(language)
  const paragraphs = found.paragraphs[language].map(
    ({ kind, runs }): WordPart => ({
      ...say('Normal', runs.map(({ text }) => text).join('')),
      runs: [
        ...(kind === 'list-item' ? [{ text: language === 'ja' ? '・' : '– ' }] : []),
        ...runs.map(({ text, style }) => ({ text, strong: style === 'strong', emphasis: style === 'emphasis' })),
      ],
    }),
  )
  return [{ ...say('Heading3', found.heading[language]), together: true }, ...paragraphs, say('TableNote', found.byline[language])]
}
