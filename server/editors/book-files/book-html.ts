/**
 * The book as one HTML file in both languages: a switch without a script decides which is seen, and nothing is fetched. The notes
 * of a chapter stand once, at its beginning.
 */

import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { chapterNotes } from '../../../analysis/publication/formats/chapter-notes.ts'
import type { Book, BookTable, Chapter, FactSheet, SheetSentence } from '../../../survey-schema/release/book.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { BOOK_STYLE } from './book-style.ts'
import { commentaryHtml } from './commentary-html.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { inPieces, SHEET_WORDS, sheetFigure, tableAnchor, tableName } from './fact-sheet.ts'
import { htmlBlock, htmlFigure, type NotesHere, noteAnchor, titleAnchor } from './html-block.ts'
import { htmlPage } from './html-page.ts'
import { htmlWords, shown } from './html-words.ts'

/** @param languages one, or both with the first one shown */
export function bookHtml(book: Book, languages: readonly Language[], figures: DrawnFigures, sheets: readonly FactSheet[]): string {
  const { imprint, chapters } = book
  const [first = 'ja'] = languages
  const write = writer(languages, figures)
  const printed = chapters.filter(({ tables }) => tables.length > 0)
  return htmlPage(languages, `${imprint.title[first]} ${imprint.edition}`, BOOK_STYLE, [
    '<header>',
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
    '</nav>',
    ...sheets.map((sheet) => write.sheet(book, sheet)),
    ...printed.map((chapter) => write.chapter(book, chapter)),
  ])
}

const anchor = ({ number }: BookTable) => tableAnchor(number)

function writer(languages: readonly Language[], figures: DrawnFigures) {
  const write = htmlWords(languages)
  const { words, each } = write
  const [block, figure] = [htmlBlock(write, figures), htmlFigure(write, figures)]

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

  /** The notes of a chapter, at its beginning: tables lead to them by number. */
  const notesOf = ({ id, tables }: Chapter, of: NotesHere['of']) => {
    const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${shown(line)}</p>`).join('')
    const listed = (language: Language) =>
      of(language)
        .numbered.map((line, at) => `<li id="${noteAnchor(id, language, at + 1)}">${shown(line)}</li>`)
        .join('')
    const inside = `${each('div', '', (language) => paragraphs(of(language).all))}${each('ol', '', listed)}`
    return tables.some(({ blocks }) => blocks.length > 0)
      ? `<div class="notes"><h3>${words(BOOK_WORDS.chapterNotes)}</h3>${inside}</div>`
      : ''
  }

  const table = (given: BookTable, notes: NotesHere) =>
    [
      `<section class="table" id="${anchor(given)}"><h3 id="${titleAnchor(given.number)}">${given.number} ${words(given.title)}</h3>`,
      `<p>${words(given.learns)}</p>`,
      ...given.sentences.map((sentence) => `<p>${words(sentence)}</p>`),
      given.silent ? `<p class="silent">${words(given.silent)}</p>` : '',
      ...given.blocks.map((one) => block(given, one, notes)),
      ...(given.blocks.length === 0 ? given.notes.map((note) => `<p class="note">${words(note)}</p>`) : []),
      `<p class="note">${words(given.citation)} <a href="#contents">${words(BOOK_WORDS.toTop)}</a></p></section>`,
    ].join('\n')

  return {
    words,
    sheet,
    chapter: (book: Book, chapter: Chapter) => {
      const made = { ja: chapterNotes(chapter, 'ja'), en: chapterNotes(chapter, 'en') }
      const notes: NotesHere = { chapter: chapter.id, of: (language) => made[language] }
      return [
        `<section id="${shown(chapter.id)}" class="chapter"><h2>${chapter.number} ${words(chapter.title)}</h2>`,
        commentaryHtml(book, { kind: 'chapter', id: chapter.id }, { languages, words, level: 3 }),
        notesOf(chapter, notes.of),
        ...chapter.tables.map((one) => table(one, notes)),
        '</section>',
      ].join('\n')
    },
  }
}
