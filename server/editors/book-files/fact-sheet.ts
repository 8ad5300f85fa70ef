/** A fact sheet as PDF: one A4 page, ready to print. Every number leads to its table in the HTML file of the book, which lies beside it. */

import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import type { Book, BookFigure, BookTable, FactSheet, SheetSentence } from '../../../survey-schema/release/book.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'
import { commentaryData } from './commentary-template.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { SHEET_TEMPLATE } from './sheet-template.ts'
import { typeset } from './typst.ts'

export const SHEET_WORDS = {
  sheets: { ja: 'ファクトシート', en: 'Fact sheets' },
  sheet: { ja: 'ファクトシート', en: 'Fact sheet' },
  cannotSay: { ja: 'この数値から言えないこと', en: 'What these figures cannot say' },
  demand: { ja: '私たちの求めること', en: 'What the network asks for' },
  tables: { ja: 'もとになった表', en: 'Tables behind it' },
} as const satisfies Readonly<Record<string, Text>>

/** Where a table stands in the HTML file of the book. */
export const tableAnchor = (number: string): string => `table-${number.replace('.', '-')}-all`

export const tableName = (number: string, language: Language): string =>
  language === 'ja' ? `${BOOK_WORDS.table.ja}${number}` : `${BOOK_WORDS.table.en} ${number}`

/** A sentence in pieces: its numbers apart, because each is a link. */
export const inPieces = ({ words }: SheetSentence, language: Language): readonly { readonly text: string; readonly number: boolean }[] =>
  words[language]
    .split(/(\d[\d,]*%?)/)
    .map((text, at) => ({ text, number: at % 2 === 1 }))
    .filter(({ text }) => text !== '')

interface SheetFigure {
  readonly table: string
  readonly figure: BookFigure
}

/** The drawing of the sheet: that of the plan, or of the first of its tables that has one to show. */
export function sheetFigure(book: Book, sheet: FactSheet, figures: DrawnFigures, language: Language): SheetFigure | null {
  const all = book.chapters.flatMap(({ tables }) => tables)
  const of = (table: BookTable) => table.figures.map((figure) => ({ table: table.number, figure }))
  const candidates = [
    ...(sheet.figure ? [sheet.figure] : []),
    ...[sheet.headline.table, ...sheet.tables].flatMap((number) => all.filter((table) => table.number === number).flatMap(of)),
  ]
  return candidates.find(({ figure }) => figures.bare(figure.id, language) !== null) ?? null
}

/** @param htmlName of the book, to which links lead */
export async function factSheetPdf(
  book: Book,
  sheet: FactSheet,
  language: Language,
  figures: DrawnFigures,
  htmlName: string,
): Promise<Uint8Array> {
  const other = language === 'ja' ? 'en' : 'ja'
  const { imprint } = book
  const address = (number: string) => `${htmlName}#${tableAnchor(number)}`
  const said = (sentence: SheetSentence) => ({
    pieces: inPieces(sentence, language),
    address: address(sentence.table),
    table: tableName(sentence.table, language),
  })
  const drawn = sheetFigure(book, sheet, figures, language)
  const picture = drawn && figures.bare(drawn.figure.id, language)
  return typeset(SHEET_TEMPLATE, {
    language,
    otherLanguage: other,
    book: `${imprint.title[language]} ${imprint.edition}`,
    kind: SHEET_WORDS.sheet[language],
    title: sheet.title[language],
    otherTitle: sheet.title[other],
    question: sheet.question[language],
    headline: said(sheet.headline),
    sentences: sheet.sentences.map(said),
    commentary: commentaryData(book, { kind: 'fact-sheet', id: sheet.id }, language),
    figure:
      drawn && picture
        ? {
            svg: picture.svg.replaceAll(/font-weight:bold;| font-weight="\w+"/g, ''),
            width: picture.width,
            height: picture.height,
            alt: drawn.figure.alternative[language],
            caption: drawn.figure.caption[language],
            address: address(drawn.table),
            table: tableName(drawn.table, language),
          }
        : null,
    cannotSay: sheet.cannotSay.map((words) => words[language]),
    demand: sheet.demand[language],
    tables: sheet.tables.map((number) => ({ name: tableName(number, language), address: address(number) })),
    notes: [
      ...(imprint.fictional ? [BOOK_WORDS.fictional[language]] : []),
      imprint.policyLine[language],
      BOOK_WORDS.reported[language],
      ...(imprint.records ? [imprint.records.citation[language], imprint.records.terms[language]] : []),
    ],
    citation: sheet.citation[language],
    words: {
      cannotSay: SHEET_WORDS.cannotSay[language],
      demand: SHEET_WORDS.demand[language],
      tables: SHEET_WORDS.tables[language],
      citation: BOOK_WORDS.citation[language],
      figure: BOOK_WORDS.figure[language],
    },
  })
}
