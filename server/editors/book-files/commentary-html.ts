/** Commentary of the editors in the HTML file: an aside under their names, apart from what the program says. */
import { type PrintedParagraph, printedCommentary } from '../../../analysis/publication/commentary/printed.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { CommentaryPlace } from '../../../survey-schema/release/commentary.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'
import { shown } from './html-words.ts'

const ELEMENTS = { plain: ['', ''], emphasis: ['<em>', '</em>'], strong: ['<strong>', '</strong>'] } as const

/** Empty where there is none. @param words a text in all languages of the file @param level of the heading */
export function commentaryHtml(
  book: Pick<Book, 'commentary'>,
  place: CommentaryPlace,
  {
    languages,
    words,
    level,
  }: { readonly languages: readonly Language[]; readonly words: (given: Text) => string; readonly level: 2 | 3 | 4 },
): string {
  const found = printedCommentary(book, place)
  if (!found) return ''
  const texts = languages.map((language) => `<div lang="${language}">${paragraphs(found.paragraphs[language])}</div>`)
  return `<aside class="commentary"><h${level}>${words(found.heading)}</h${level}>${texts.join('')}<p class="note">${words(found.byline)}</p></aside>`
}

/** List items that follow one another are one list. */
const paragraphs = (all: readonly PrintedParagraph[]): string =>
  all
    .map(({ kind, runs }, at) => {
      const said = runs.map(({ text, style }) => `${ELEMENTS[style][0]}${shown(text)}${ELEMENTS[style][1]}`).join('')
      if (kind === 'paragraph') return `<p>${said}</p>`
      const [before, after] = [all[at - 1]?.kind === kind, all[at + 1]?.kind === kind]
      return `${before ? '' : '<ul>'}<li>${said}</li>${after ? '' : '</ul>'}`
    })
    .join('')
