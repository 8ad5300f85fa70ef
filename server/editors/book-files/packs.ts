/** A pack as PDF: two A4 pages for one kind of reader. Numbers lead to their tables in the HTML file of the book, which lies beside it. */
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { piecesOf } from '../../../analysis/publication/formats/sentence-pieces.ts'
import type { Book, BookFigure, PrintedBlock } from '../../../survey-schema/release/book.ts'
import type { FindingFigure } from '../../../survey-schema/release/findings.ts'
import type { Pack, PackLine, PackSentence } from '../../../survey-schema/release/packs.ts'
import { type Language, numeral, type Text } from '../../../survey-schema/text.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { SHEET_WORDS, tableAnchor, tableName } from './fact-sheet.ts'
import { PACK_TEMPLATE } from './packs-template.ts'
import { typeset } from './typst.ts'

export const PACK_WORDS = {
  rules: { ja: '引用のしかた', en: 'How to cite' },
  withheld: { ja: '示していないもの', en: 'What is not shown' },
  released: { ja: '公表された表：', en: 'Released table:' },
} as const satisfies Readonly<Record<string, Text>>

/** Height of a drawing in millimetres, by how many the pack has. */
const TALLEST = [0, 95, 66, 62] as const

/** @param htmlName of the book, to which links lead */
export function packPdf(book: Book, pack: Pack, language: Language, figures: DrawnFigures, htmlName: string): Promise<Uint8Array> {
  const { imprint } = book
  const address = (number: string) => `${htmlName}#${tableAnchor(number)}`
  const said = ({ sentence, table }: PackSentence) => ({
    pieces: piecesOf(sentence, language),
    address: table === null ? null : address(table),
    table: table === null ? null : tableName(table, language),
  })
  const drawn = pack.figures.flatMap((one) => pictured(book, one, figures, language) ?? [])
  return typeset(PACK_TEMPLATE, {
    language,
    book: `${imprint.title[language]} ${imprint.edition}`,
    reader: pack.reader[language],
    title: pack.title[language],
    introduction: pack.introduction[language],
    points: pack.points.map(said),
    sections: pack.sections.map(({ title, sentences, lines, released }) => ({
      title: title[language],
      sentences: sentences.map(said),
      lines: lines.map((line) => printedLine(line, language)),
      released,
    })),
    tallest: TALLEST[drawn.length] ?? 0,
    figures: drawn.map(({ table, ...figure }) => ({ ...figure, address: address(table), table: tableName(table, language) })),
    asks: pack.asks.map(({ title, words }) => ({ title: title[language], words: words[language] })),
    cannotSay: pack.limits.map((words) => words[language]),
    withheld: pack.withheld.map((words) => words[language]),
    rules: pack.rules.map((words) => words[language]),
    tables: pack.tables.map((number) => ({ name: tableName(number, language), address: address(number) })),
    notes: [
      ...(imprint.fictional ? [BOOK_WORDS.fictional[language]] : []),
      imprint.policyLine[language],
      BOOK_WORDS.reported[language],
      ...(imprint.records ? [imprint.records.citation[language], imprint.records.terms[language]] : []),
    ],
    citation: pack.citation[language],
    words: {
      asks: SHEET_WORDS.demand[language],
      rules: PACK_WORDS.rules[language],
      cannotSay: SHEET_WORDS.cannotSay[language],
      withheld: PACK_WORDS.withheld[language],
      released: PACK_WORDS.released[language],
      tables: SHEET_WORDS.tables[language],
      citation: BOOK_WORDS.citation[language],
      category: BOOK_WORDS.item[language],
      cases: BOOK_WORDS.cases[language],
      share: BOOK_WORDS.share[language],
    },
  })
}

const printedLine = ({ name, cell, share }: PackLine, language: Language) => ({
  name: name[language],
  figure: 'figure' in cell ? numeral(cell.figure) : '',
  share: share?.[language] ?? '',
})

/** The drawing under the sentence that it shows, with measure, period and base; null where nothing can be drawn. */
function pictured(book: Book, { table, figure: id, title }: FindingFigure, figures: DrawnFigures, language: Language) {
  const printed = book.chapters.flatMap(({ tables }) => tables).find(({ number }) => number === table)
  const figure = printed?.figures.find((one) => one.id === id)
  const picture = figure && figures.bare(id, language)
  if (!printed || !figure || !picture) return null
  return {
    table,
    svg: picture.svg.replaceAll(/font-weight:bold;| font-weight="\w+"/g, ''),
    width: picture.width,
    height: picture.height,
    alt: figure.alternative[language],
    title: title[language],
    caption: subtitle(
      figure,
      printed.blocks.find((block) => figure.draws.includes(block.id)),
      language,
    ),
  }
}

function subtitle({ caption }: BookFigure, block: PrintedBlock | undefined, language: Language): string {
  const [base] = block?.bases ?? []
  const counted = base && 'figure' in base.cell ? [`${base.words[language]} ${numeral(base.cell.figure)}`] : []
  return [caption[language], ...(block ? [block.period[language]] : []), ...counted].join(language === 'ja' ? '。' : '. ')
}
