/**
 * What two editors add to a book in their own words. It stands apart from what the program says, under their names, and its numbers are
 * released figures like those of any sentence.
 */
import type { Language } from '../text.ts'
import type { SentencePart } from './sentence.ts'

export interface Commentary {
  readonly editors: readonly [string, string]
  readonly parts: readonly CommentaryPart[]
  /** SHA-256 of the canonical JSON (RFC 8785) of the above, hexadecimal. */
  readonly checksum: string
}

/** Where it stands: `front`, or the id of a chapter or of a fact sheet. */
export type CommentaryPlace =
  | { readonly kind: 'front' }
  | { readonly kind: 'chapter'; readonly id: string }
  | { readonly kind: 'fact-sheet'; readonly id: string }

export interface CommentaryPart {
  readonly place: CommentaryPlace
  readonly paragraphs: Readonly<Record<Language, readonly CommentaryParagraph[]>>
}

export interface CommentaryParagraph {
  readonly kind: 'paragraph' | 'list-item'
  readonly runs: readonly CommentaryRun[]
}

export interface CommentaryRun {
  readonly part: SentencePart
  readonly style: 'plain' | 'emphasis' | 'strong'
}
