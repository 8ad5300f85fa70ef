/** Fact sheets from the chapters of the book: every sentence on them is a sentence of a printed table. Without a headline no sheet is made. */
import type { Book, BookTable, FactSheet, PrintedBlock, SheetSentence } from '../../../../survey-schema/release/book.ts'
import type { Sentence } from '../../../../survey-schema/release/sentence.ts'
import { text } from '../../../../survey-schema/text.ts'
import { ALWAYS, TOPICS, type Topic } from './topics.ts'

const FURTHER = 3

/** At most five, in the order of `TOPICS`. */
export const factSheets = (book: Pick<Book, 'chapters'>): readonly FactSheet[] => TOPICS.flatMap((topic) => sheet(book, topic) ?? [])

function sheet({ chapters }: Pick<Book, 'chapters'>, topic: Topic): FactSheet | null {
  const all = chapters.flatMap(({ tables }) => tables)
  const table = (number: string) => all.find((one) => one.number === number)
  const headline = headlineFrom(table(topic.headline))
  if (!headline) return null
  const sentences = topic.tables
    .filter((number) => number !== topic.headline)
    .flatMap((number) => sentenceFrom(table(number)) ?? [])
    .slice(0, FURTHER)
  const drawn = table(topic.figure)
  const [figure] = drawn?.figures ?? []
  return {
    id: topic.id,
    title: topic.title,
    question: topic.question,
    headline,
    sentences,
    figure: figure ? { table: topic.figure, figure } : null,
    cannotSay: topic.cannotSay,
    demand: topic.demand,
    tables: [...new Set([...topic.tables, topic.figure, ...ALWAYS])],
    notes: table(topic.headline)?.notes.slice(-2) ?? [],
    citation: table(topic.headline)!.citation,
  }
}

/** The first sentence of the table, if it is about a question of its first block; null where that is withheld, whatever other blocks say. */
function headlineFrom(table: BookTable | undefined): SheetSentence | null {
  const variablesOf = (block: PrintedBlock | undefined) => (block?.kind === 'table' ? block.table.axes.map(({ variable }) => variable) : [])
  const [first, about] = [table?.blocks[0], table?.blocks.find(({ id }) => id === table.sentences[0]?.block)]
  const asked = variablesOf(first)
  return variablesOf(about).some((variable) => asked.includes(variable)) ? sentenceFrom(table) : null
}

function sentenceFrom(table: BookTable | undefined): SheetSentence | null {
  const [sentence] = table?.sentences ?? []
  return table && sentence ? sheetSentence(table.number, sentence) : null
}

/** In the polite form (です・ます), which fact sheets use and the tables of the book do not. */
const sheetSentence = (table: string, { en, polite }: Sentence): SheetSentence => ({ words: text(polite, en), table })
