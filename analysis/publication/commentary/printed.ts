/** Commentary as every file prints it: under a heading that says whose words these are, apart from what the program says. */
import type { Book } from '../../../survey-schema/release/book.ts'
import type { CommentaryParagraph, CommentaryPlace, CommentaryRun } from '../../../survey-schema/release/commentary.ts'
import { type Language, type Text, text } from '../../../survey-schema/text.ts'
import { printedPart } from '../findings/sentence.ts'

export interface PrintedCommentary {
  readonly heading: Text
  readonly byline: Text
  readonly paragraphs: Readonly<Record<Language, readonly PrintedParagraph[]>>
}

export interface PrintedParagraph {
  readonly kind: CommentaryParagraph['kind']
  readonly runs: readonly { readonly text: string; readonly style: CommentaryRun['style'] }[]
}

const HEADING = text('編集者の解説', 'Commentary by the editors')

/** Null where editors wrote nothing for this place. */
export function printedCommentary({ commentary }: Pick<Book, 'commentary'>, place: CommentaryPlace): PrintedCommentary | null {
  const part = commentary?.parts.find((one) => nameOf(one.place) === nameOf(place))
  if (!commentary || !part) return null
  const [one, other] = commentary.editors
  const printed = (language: Language) =>
    part.paragraphs[language].map(
      ({ kind, runs }): PrintedParagraph => ({
        kind,
        runs: runs.map((run) => ({
          text: printedPart(run.part, language).replaceAll('\n', language === 'en' ? ' ' : ''),
          style: run.style,
        })),
      }),
    )
  return {
    heading: HEADING,
    byline: text(
      `文：${one}、${other}。集計の結果ではなく編集者の意見である。数値は公表した表による。照合値 ${commentary.checksum.slice(0, 16)}`,
      `By ${one} and ${other}. Their view, not a result of counting; its figures are those of published tables. Checksum ${commentary.checksum.slice(0, 16)}`,
    ),
    paragraphs: { ja: printed('ja'), en: printed('en') },
  }
}

const nameOf = (place: CommentaryPlace): string => (place.kind === 'front' ? place.kind : `${place.kind} ${place.id}`)
