/** Figures and labels inside a sentence: whole figures only, labels always in quotation marks, so that a number outside them is a published one. */
import type { ReleasedLine } from '../../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../../survey-schema/text.ts'

export const quoted = ({ ja, en }: Pick<ReleasedLine, 'ja' | 'en'>): Text => text(`「${ja}」`, `“${en}”`)

/** `a、b、c` and `a, b and c`. */
export const listed = (parts: readonly Text[]): Text =>
  text(
    parts.map(({ ja }) => ja).join('、'),
    parts.length < 2
      ? (parts[0]?.en ?? '')
      : `${parts
          .slice(0, -1)
          .map(({ en }) => en)
          .join(', ')} and ${parts.at(-1)!.en}`,
  )
