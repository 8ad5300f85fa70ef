/** Commentary of the editors on paper (Typst): in a dashed frame under their names, apart from what the program says. */
import { printedCommentary } from '../../../analysis/publication/commentary/printed.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { CommentaryPlace } from '../../../survey-schema/release/commentary.ts'
import type { Language } from '../../../survey-schema/text.ts'

/** Needs `TEMPLATE_HEAD` before it. The font has no italics, so what is stressed is underlined. */
export const COMMENTARY_TEMPLATE = `#let styled(r) = if r.style == "strong" { strong(r.text) } else if r.style == "emphasis" { underline(offset: 1.6pt, r.text) } else { r.text }
#let commented(c, size) = if c != none { block(stroke: (paint: soft, thickness: 0.6pt, dash: "dashed"), inset: 3.5mm, width: 100%, above: 4mm, below: 4mm, breakable: true, {
  set text(size)
  text(weight: "bold", c.heading)
  for p in c.paragraphs {
    let words = p.runs.map(styled).join()
    block(above: 2.4mm, below: 0mm, if p.kind == "list-item" { grid(columns: (4mm, 1fr), [・], words) } else { words })
  }
  block(above: 2.4mm, below: 0mm, { set par(leading: 0.5em); text(7.5pt, fill: soft, c.byline) })
}) }
`

/** What the template takes; null where editors wrote nothing for this place. */
export function commentaryData(book: Pick<Book, 'commentary'>, place: CommentaryPlace, language: Language) {
  const found = printedCommentary(book, place)
  return found && { heading: found.heading[language], byline: found.byline[language], paragraphs: found.paragraphs[language] }
}
