/**
 * The book as one HTML file in both languages: a switch without a script decides which is seen, and nothing is fetched. Every withheld
 * cell says so in a word that is read aloud.
 */

import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { printable } from '../../../analysis/publication/formats/office/xml-text.ts'
import {
  cellText,
  type GridCell,
  linesAbove,
  linesBelow,
  type PrintedGrid,
  printedGrid,
} from '../../../analysis/publication/formats/printed-grid.ts'
import { escapeXml } from '../../../survey-schema/forms/xml.ts'
import {
  type Book,
  type BookTable,
  drawnFrom,
  type FactSheet,
  type PrintedBlock,
  type SheetSentence,
} from '../../../survey-schema/release/book.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'
import { BOOK_STYLE } from './book-style.ts'
import { commentaryHtml } from './commentary-html.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { inPieces, SHEET_WORDS, sheetFigure, tableAnchor, tableName } from './fact-sheet.ts'

const LANGUAGES = ['ja', 'en'] as const
const shown = (text: string) => escapeXml(printable(text))
const ALOUD = {
  withheld: { ja: '秘匿', en: 'withheld' },
  not_applicable: { ja: '該当しえない', en: 'cannot occur' },
} as const

/** @param languages one, or both with the first one shown */
export function bookHtml(book: Book, languages: readonly Language[], figures: DrawnFigures, sheets: readonly FactSheet[]): string {
  const { imprint, chapters } = book
  const [first = 'ja'] = languages
  const write = writer(languages, figures)
  const printed = chapters.filter(({ tables }) => tables.length > 0)
  const switches =
    languages.length > 1
      ? LANGUAGES.map(
          (language) =>
            `<input type="radio" name="language" id="in-${language}"${language === first ? ' checked' : ''}><label for="in-${language}" lang="${language}">${language === 'ja' ? '日本語' : 'English'}</label>`,
        ).join('')
      : ''
  return [
    '<!doctype html>',
    `<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${shown(`${imprint.title[first]} ${imprint.edition}`)}</title><style>${BOOK_STYLE}</style></head><body>`,
    switches,
    '<div class="book"><header>',
    `<h1>${write.words(imprint.title)}</h1>`,
    imprint.fictional ? `<p class="fictional">${write.words(BOOK_WORDS.fictional)}</p>` : '',
    `<dl>${(
      [
        [BOOK_WORDS.edition, imprint.editions.join(', ')],
        ...(imprint.volume === null ? [] : [[BOOK_WORDS.volume, imprint.volume] as const]),
        [BOOK_WORDS.questionnaire, imprint.questionnaire],
        [BOOK_WORDS.policy, imprint.policy],
        [BOOK_WORDS.checksum, imprint.checksum],
      ] as const
    )
      .map(([name, value]) => `<dt>${write.words(name)}</dt><dd>${shown(value)}</dd>`)
      .join('')}</dl>`,
    `<p>${write.words(imprint.policyLine)}</p>`,
    ...(imprint.records
      ? [BOOK_WORDS.records, imprint.records.citation, BOOK_WORDS.terms, imprint.records.terms].map(
          (said, at) => `${at % 2 === 0 ? '<p><strong>' : ''}${write.words(said)}${at % 2 === 0 ? '</strong> ' : '</p>'}`,
        )
      : []),
    '</header>',
    commentaryHtml(book, { kind: 'front' }, { languages, words: write.words, level: 2 }),
    `<nav id="contents"><h2>${write.words(BOOK_WORDS.contents)}</h2><ol class="chapters">`,
    ...printed.map(
      ({ id, number, title, tables }) =>
        `<li><a href="#${shown(id)}">${number} ${write.words(title)}</a><ol>${tables.map((table) => `<li><a href="#${anchor(table)}">${table.number} ${write.words(table.title)}</a></li>`).join('')}</ol></li>`,
    ),
    '</ol>',
    ...(sheets.length === 0
      ? []
      : [
          `<h2>${write.words(SHEET_WORDS.sheets)}</h2><ul>`,
          ...sheets.map(({ id, title }) => `<li><a href="#sheet-${id}">${write.words(title)}</a></li>`),
          '</ul>',
        ]),
    '</nav><main>',
    ...sheets.map((sheet) => write.sheet(book, sheet)),
    ...printed.flatMap(({ id, number, title, tables }) => [
      `<section id="${shown(id)}" class="chapter"><h2>${number} ${write.words(title)}</h2>`,
      commentaryHtml(book, { kind: 'chapter', id }, { languages, words: write.words, level: 3 }),
      ...tables.map((table) => write.table(table)),
      '</section>',
    ]),
    '</main></div></body></html>\n',
  ].join('\n')
}

const anchor = ({ number }: BookTable) => tableAnchor(number)

function writer(languages: readonly Language[], figures: DrawnFigures) {
  const words = (given: Text) => languages.map((language) => `<span lang="${language}">${shown(given[language])}</span>`).join('')
  const lines = (name: string, of: (language: Language) => readonly string[]) =>
    languages
      .map(
        (language) =>
          `<div lang="${language}" class="${name}">${of(language)
            .map((line) => `<p>${shown(line)}</p>`)
            .join('')}</div>`,
      )
      .join('')

  const cell = ({ content, share }: GridCell, alone: boolean) => {
    const percent = share ? `<small>${words(share)}</small>` : ''
    if (content.status === 'text') return `<td class="words">${words(content.words)}</td>`
    if (content.status === 'withheld' || content.status === 'not_applicable')
      return `<td data-status="${content.status}"><span aria-hidden="true">${cellText(content, 'en')}</span><span class="aloud">${words(ALOUD[content.status])}</span></td>${alone ? '<td></td>' : ''}`
    return `<td>${cellText(content, 'en')}${alone ? `</td><td>${share ? words(share) : ''}` : percent}</td>`
  }

  const grid = (given: PrintedGrid) => {
    const { block, corner, across, heads, rows, shares } = given
    const alone = shares && heads.length === 1
    return [
      `<div class="block" id="${block.id}"><div class="scroll" role="region" aria-labelledby="${block.id}-caption" tabindex="0"><table data-checksum="${block.checksum}">`,
      `<caption id="${block.id}-caption"><strong>${words(block.caption)}</strong>${lines('above', (language) => linesAbove(given, language))}</caption><thead>`,
      across ? `<tr><td></td><th scope="colgroup" colspan="${heads.length}">${words(across)}</th></tr>` : '',
      `<tr><th scope="col">${words(corner)}</th>${heads.map((head) => `<th scope="col">${words(head.words)}</th>`).join('')}${alone ? `<th scope="col">${words(BOOK_WORDS.share)}</th>` : ''}</tr></thead><tbody>`,
      ...rows.map(
        (row) =>
          `<tr${row.frame ? ' class="frame"' : ''}><th scope="row"${row.depth > 0 ? ` class="step-${row.depth}"` : ''}>${words(row.words)}</th>${row.cells.map((one) => cell(one, alone)).join('')}</tr>`,
      ),
      '</tbody></table></div>',
      lines('under', (language) => linesBelow(block, language)),
      '</div>',
    ].join('\n')
  }

  const figure = ({ id, caption, alternative }: BookTable['figures'][number]) => {
    const images = languages.flatMap((language) => {
      const picture = figures.bare(id, language)
      if (!picture) return []
      const source = `data:image/svg+xml;base64,${Buffer.from(picture.svg).toString('base64')}`
      return `<img lang="${language}" loading="lazy" src="${source}" width="${picture.width}" height="${picture.height}" alt="${shown(alternative[language])}">`
    })
    return images.length === 0 ? '' : `<figure tabindex="0">${images.join('')}<figcaption>${words(caption)}</figcaption></figure>`
  }

  /** Numbers lead to the table that they are from. */
  const said = (sentence: SheetSentence) =>
    languages
      .map((language) => {
        const link = (text: string) => `<a href="#${tableAnchor(sentence.table)}">${shown(text)}</a>`
        const pieces = inPieces(sentence, language).map(({ text, number }) => (number ? link(text) : shown(text)))
        return `<span lang="${language}">${pieces.join('')} (${link(tableName(sentence.table, language))})</span>`
      })
      .join('')
  const listed = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

  const sheet = (book: Book, given: FactSheet) => {
    const drawn = sheetFigure(book, given, figures, languages[0] ?? 'ja')
    return [
      `<article class="sheet" id="sheet-${given.id}"><h2>${words(given.title)}</h2><p>${words(given.question)}</p>`,
      `<p class="headline">${said(given.headline)}</p>`,
      drawn ? figure(drawn.figure) : '',
      listed(given.sentences.map(said)),
      commentaryHtml(book, { kind: 'fact-sheet', id: given.id }, { languages, words, level: 3 }),
      `<div class="cannot"><h3>${words(SHEET_WORDS.cannotSay)}</h3>${listed(given.cannotSay.map(words))}</div>`,
      `<aside class="demand"><h3>${words(SHEET_WORDS.demand)}</h3><p>${words(given.demand)}</p></aside>`,
      `<p class="note">${given.tables.map((number) => `<a href="#${tableAnchor(number)}">${words({ ja: tableName(number, 'ja'), en: tableName(number, 'en') })}</a>`).join(' ')}</p>`,
      ...given.notes.map((note) => `<p class="note">${words(note)}</p>`),
      `<p class="note">${words(given.citation)}</p></article>`,
    ].join('\n')
  }

  return {
    words,
    sheet,
    table: (table: BookTable) =>
      [
        `<section class="table" id="${anchor(table)}"><h3>${table.number} ${words(table.title)}</h3>`,
        `<p>${words(table.learns)}</p>`,
        ...table.sentences.map((sentence) => `<p>${words(sentence)}</p>`),
        table.silent ? `<p class="silent">${words(table.silent)}</p>` : '',
        ...table.blocks.flatMap((block: PrintedBlock) => [...drawnFrom(table, block).map(figure), grid(printedGrid(block))]),
        ...table.notes.map((note) => `<p class="note">${words(note)}</p>`),
        `<p class="note">${words(table.citation)} <a href="#contents">${words(BOOK_WORDS.toTop)}</a></p></section>`,
      ].join('\n'),
  }
}
