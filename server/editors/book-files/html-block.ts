/** A printed block in the HTML file: drawings, and a table whose caption names base, notes and checksum. Every withheld cell says so in a word that is read aloud. */
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { type ChapterNotes, captionLine } from '../../../analysis/publication/formats/chapter-notes.ts'
import { cellText, type GridCell, printedGrid } from '../../../analysis/publication/formats/printed-grid.ts'
import { drawnInVolume, type Shade, shadesOf } from '../../../analysis/publication/formats/shaded-cells.ts'
import type { BookFigure, BookTable, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { tableAnchor } from './fact-sheet.ts'
import { type HtmlWords, shown } from './html-words.ts'

const ALOUD = {
  withheld: { ja: '秘匿', en: 'withheld' },
  not_applicable: { ja: '該当しえない', en: 'cannot occur' },
} as const

/** Where a numbered note of a chapter stands. */
export const noteAnchor = (chapter: string, language: Language, mark: number): string => `${chapter}-note-${language}-${mark}`

/** The notes of the chapter that a block stands in, by language. */
export interface NotesHere {
  readonly chapter: string
  readonly of: (language: Language) => ChapterNotes
}

export function htmlFigure({ languages, words }: HtmlWords, figures: DrawnFigures) {
  return ({ id, caption, subtitle, alternative }: BookFigure): string => {
    const images = languages.flatMap((language) => {
      const picture = figures.bare(id, language)
      if (!picture) return []
      const source = `data:image/svg+xml;base64,${Buffer.from(picture.svg).toString('base64')}`
      return `<img lang="${language}" loading="lazy" src="${source}" width="${picture.width}" height="${picture.height}" alt="${shown(alternative[language])}">`
    })
    return images.length === 0
      ? ''
      : `<figure tabindex="0">${images.join('')}<figcaption><strong>${words(caption)}</strong> ${words(subtitle)}</figcaption></figure>`
  }
}

export function htmlBlock(write: HtmlWords, figures: DrawnFigures) {
  const figure = htmlFigure(write, figures)
  return (table: BookTable, block: PrintedBlock, notes: NotesHere): string => {
    const { figures: drawn, shaded } = drawnInVolume(table, block)
    return [...drawn.map(figure), tableOf(write, table, block, shaded, notes)].join('\n')
  }
}

/** Tables of two chapters may have the same caption, and a region needs a name of its own. */
export const titleAnchor = (number: string): string => `${tableAnchor(number)}-title`

function tableOf(write: HtmlWords, table: BookTable, block: PrintedBlock, shaded: boolean, notes: NotesHere): string {
  const { words, each } = write
  const grid = printedGrid(block)
  const { corner, across, heads, rows, shares } = grid
  const alone = shares && heads.length === 1
  const shade = shaded ? shadesOf(grid) : () => null
  const above = (language: Language) => {
    const { marks } = notes.of(language).of(block.id)
    const line = captionLine(block, [], language)
    const links = marks
      .map((mark) => `<a href="#${noteAnchor(notes.chapter, language, mark)}">${mark}</a>`)
      .join(language === 'ja' ? '・' : ', ')
    const named = links === '' ? [] : [`${BOOK_WORDS[marks.length > 1 ? 'notes' : 'note'][language]} ${links}`]
    const sum = `<span class="sum">${BOOK_WORDS.checksum[language]} ${block.checksum.slice(0, 16)}</span>`
    return [...(line === '' ? [] : [shown(line)]), ...named, sum].join(language === 'ja' ? '　' : ' · ')
  }
  return [
    `<div class="block" id="${block.id}"><div class="scroll" role="region" aria-labelledby="${titleAnchor(table.number)} ${block.id}-caption" tabindex="0"><table data-checksum="${block.checksum}">`,
    `<caption id="${block.id}-caption"><strong>${words(block.caption)}</strong>${each('p', 'above', above)}</caption><thead>`,
    across ? `<tr><td></td><th scope="colgroup" colspan="${heads.length}">${words(across)}</th></tr>` : '',
    `<tr><th scope="col">${words(corner)}</th>${heads.map((head) => `<th scope="col">${words(head.words)}</th>`).join('')}${alone ? `<th scope="col">${words(BOOK_WORDS.share)}</th>` : ''}</tr></thead><tbody>`,
    ...rows.map(
      (row, line) =>
        `<tr${row.frame ? ' class="frame"' : ''}><th scope="row"${row.depth > 0 ? ` class="step-${row.depth}"` : ''}>${words(row.words)}</th>${row.cells.map((one, column) => cell(write, one, alone, shade(line, column))).join('')}</tr>`,
    ),
    '</tbody></table></div>',
    each('div', 'under', (language) =>
      notes
        .of(language)
        .of(block.id)
        .own.map((line) => `<p>${shown(line)}</p>`)
        .join(''),
    ),
    '</div>',
  ].join('\n')
}

function cell({ words }: HtmlWords, { content, share }: GridCell, alone: boolean, shade: Shade | null): string {
  if (content.status === 'text') return `<td class="words">${words(content.words)}</td>`
  if (content.status === 'withheld' || content.status === 'not_applicable')
    return `<td data-status="${content.status}"><span aria-hidden="true">${cellText(content, 'en')}</span><span class="aloud">${words(ALOUD[content.status])}</span></td>${alone ? '<td></td>' : ''}`
  const percent = share ? `<small>${words(share)}</small>` : ''
  const look = shade ? ` style="background:${shade.fill}" class="${shade.dark ? 'dark' : 'shade'}"` : ''
  return `<td${look}>${cellText(content, 'en')}${alone ? `</td><td>${share ? words(share) : ''}` : percent}</td>`
}
