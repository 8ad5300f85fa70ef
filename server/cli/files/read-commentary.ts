/** The commentary of two editors from a folder of texts. A text that is refused is named with line and column, and never quoted. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { commentaryOf } from '../../../analysis/publication/commentary/commentary.ts'
import type { CommentaryRule } from '../../../analysis/publication/commentary/trouble.ts'
import { loadIdentifierDetector } from '../../../survey-schema/identifiers/detect.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { Commentary } from '../../../survey-schema/release/commentary.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { checksum } from '../../sealing/checksum.ts'

/** Bytes of one text. */
const LONGEST = 100_000
/** Places that are named before the rest is counted. */
const NAMED = 20

const MEANING: Readonly<Record<CommentaryRule, string>> = {
  number: 'a number: refer to its cell ({{5.3 TH×kanto}}), or mark a year {y:2004}, an article {art:6}, a table {t:5.3}',
  identifier: 'a name, number or address of a person',
  character: 'a character that nobody sees, or a letter of another script',
  element: 'only paragraphs, lists and emphasis are laid out',
  reference: 'braces that mean nothing in this book: {{table line×line}}, {y:…}, {art:…} or {t:…}',
  ambiguous: 'several questions of the table have this line: write variable:line',
  withheld: 'the figure is withheld',
  place: 'no place of this book: front, chapter-N or fact-sheet-NAME, then .ja.md or .en.md',
  language: 'a text in both languages, with words in it',
  length: 'more than fits on a fact sheet: 160 characters in Japanese, 320 in English',
  editors: 'two names, each on a line of its own',
}

/** @param folder with `editors.txt`, and `front.ja.md`, `chapter-7.en.md`, `fact-sheet-debt.ja.md` … @throws Refusal naming every place that is wrong */
export async function readCommentary(folder: string, book: Pick<Book, 'chapters'>, policy: Policy): Promise<Commentary> {
  const found = commentaryOf(textsOf(folder), { book, policy, detector: await loadIdentifierDetector(), checksum })
  if ('commentary' in found) return found.commentary
  const lines = found.troubles.map(({ file, line, column, rule }) => `${file}:${line}:${column}: ${MEANING[rule]}`)
  const further = lines.length > NAMED ? [`and ${lines.length - NAMED} more`] : []
  throw new Refusal('commentary-refused', ['the commentary was not taken:', ...lines.slice(0, NAMED), ...further].join('\n'))
}

function textsOf(folder: string): ReadonlyMap<string, string> {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
    if (names.some((name) => statSync(join(folder, name)).size > LONGEST))
      throw new Refusal('unreadable-commentary', `--commentary: a text has at most ${LONGEST} bytes`)
    const text = new TextDecoder('utf-8', { fatal: true })
    return new Map(names.map((name) => [name, text.decode(readFileSync(join(folder, name)))]))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('unreadable-commentary', '--commentary names no folder of texts in UTF-8 that can be read')
  }
}
