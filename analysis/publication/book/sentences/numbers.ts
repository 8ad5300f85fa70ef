/** Figures and labels inside a sentence: whole figures only, labels always in quotation marks, so that a number outside them is a published one. */
import type { ReleasedLine } from '../../../../survey-schema/release/released-table.ts'
import { type Words, words } from '../methods/document.ts'

/** 1304 as `1,304`. */
export const grouped = (figure: number): string => String(figure).replaceAll(/\B(?=(\d{3})+$)/g, ',')

export const quoted = ({ ja, en }: Pick<ReleasedLine, 'ja' | 'en'>): Words => words(`「${ja}」`, `“${en}”`)

/** `a、b、c` and `a, b and c`. */
export const listed = (parts: readonly Words[]): Words =>
  words(
    parts.map(({ ja }) => ja).join('、'),
    parts.length < 2
      ? (parts[0]?.en ?? '')
      : `${parts
          .slice(0, -1)
          .map(({ en }) => en)
          .join(', ')} and ${parts.at(-1)!.en}`,
  )
