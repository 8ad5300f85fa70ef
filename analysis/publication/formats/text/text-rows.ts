/** A block as text, in one language: what Markdown, LaTeX and Word lay out. */
import type { Language } from '../../../../survey-schema/text.ts'
import { BOOK_WORDS } from '../book-words.ts'
import { cellText, type PrintedGrid } from '../printed-grid.ts'

/** Heads and lines as text: of one variable, shares stand in a column of their own; of two, behind the figure. */
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
