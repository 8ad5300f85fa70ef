/** One text of a commentary: its paragraphs with their numbers resolved, and what is refused in it. */
import type { IdentifierDetector } from '../../../survey-schema/identifiers/detect.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { CommentaryRun } from '../../../survey-schema/release/commentary.ts'
import { type Mark, marksIn } from './marks.ts'
import { personsIn } from './names.ts'
import { numbersIn, strangeIn } from './numbers.ts'
import { type ParagraphRead, paragraphsOf, placeIn, styleAt, textOf } from './paragraphs.ts'
import type { CommentaryRule, CommentaryTrouble } from './trouble.ts'

export interface ReadingContext {
  readonly book: Pick<Book, 'chapters'>
  readonly policy: Policy
  readonly detector: IdentifierDetector
}

/** The paragraphs of one text, and everything in it that is refused. */
export function readText(file: string, markdown: string, context: ReadingContext) {
  const { paragraphs, troubles } = paragraphsOf(file, markdown)
  const read = paragraphs.map((paragraph) => readParagraph(file, paragraph, context))
  return {
    troubles: [...troubles, ...read.flatMap((one) => one.troubles)],
    paragraphs: read.flatMap(({ made }) => (made.runs.length > 0 ? [made] : [])),
  }
}

function readParagraph(file: string, paragraph: ParagraphRead, { book, policy, detector }: ReadingContext) {
  const text = textOf(paragraph)
  const marks = marksIn(text, book, policy)
  const bare = marks.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
  const wrong = (places: readonly number[], rule: CommentaryRule) =>
    places.map((at): CommentaryTrouble => ({ file, ...placeIn(paragraph, at), rule }))
  const troubles = [
    ...marks.flatMap(({ start, found }) => ('rule' in found ? wrong([start], found.rule) : [])),
    ...wrong(strangeIn(bare), 'character'),
    ...wrong(numbersIn(bare), 'number'),
    ...wrong(personsIn(bare, detector), 'identifier'),
  ]
  return { troubles, made: { kind: paragraph.kind, runs: runsOf(paragraph, text, marks) } }
}

/** Words and figures in order, each in the style in which it begins. */
function runsOf(paragraph: ParagraphRead, text: string, marks: readonly Mark[]): readonly CommentaryRun[] {
  const runs: CommentaryRun[] = []
  const add = (part: CommentaryRun['part'], at: number) => {
    const style = styleAt(paragraph, at)
    const last = runs.at(-1)
    if (typeof part === 'string' && typeof last?.part === 'string' && last.style === style)
      runs[runs.length - 1] = { part: last.part + part, style }
    else runs.push({ part, style })
  }
  for (let at = 0; at < text.length; ) {
    const mark = marks.find(({ start }) => start === at)
    if (mark) {
      if ('part' in mark.found) add(mark.found.part, at)
      at = mark.end
    } else add(text[at]!, at++)
  }
  return runs
}
