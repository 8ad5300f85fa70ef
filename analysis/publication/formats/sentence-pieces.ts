/** A sentence in pieces, its figures apart. Easy words for a share, and numbers in names of categories, are words. */

import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { type Language, numeral } from '../../../survey-schema/text.ts'
import { roundedWords } from '../findings/rounding.ts'

export interface SentencePiece {
  readonly text: string
  readonly number: boolean
}

export function piecesOf({ parts, ...printed }: Sentence, language: Language): readonly SentencePiece[] {
  const pieces = parts[language].map((part) => {
    if (typeof part === 'string') return { text: part, number: false }
    if (part.kind === 'rounded') return { text: roundedWords(part.figure)[language], number: false }
    return { text: part.kind === 'share' ? `${part.figure}%` : numeral(part.figure), number: true }
  })
  const [first, ...others] = pieces
  return first ? [{ ...first, text: printed[language].slice(0, first.text.length) }, ...others] : []
}
