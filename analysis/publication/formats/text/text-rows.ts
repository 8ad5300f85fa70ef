/** A block as rows of text, in one language, from which Markdown, LaTeX and Word tables are made. */
import type { Language } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { cellText, type PrintedGrid } from '../printed-grid.ts'

/** Heads and rows. In a table of one variable shares have a column of their own; in one of two variables they follow the figure in its cell. */
export function textRows(
  grid: PrintedGrid,
  language: Language,
): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const alone = grid.shares && grid.heads.length === 1
  return {
    heads: [grid.corner[language], ...grid.heads.map(({ words }) => words[language]), ...(alone ? [BOOK_WORDS.share[language]] : [])],
    rows: grid.rows.map(({ words, depth, cells }) => [
      `${'　'.repeat(depth)}${words[language]}`,
      ...cells.flatMap(({ content, share }) => {
        const figure = cellText(content, language)
        const part = share?.[language] ?? ''
        return alone ? [figure, part] : [part === '' ? figure : `${figure} ${part}`]
      }),
    ]),
  }
}
