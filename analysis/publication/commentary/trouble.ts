/** Why a commentary is refused, and where. Errors point and do not quote. */

export type CommentaryRule =
  /** A number in digits, kanji or words that is neither a reference nor marked. */
  | 'number'
  /** A name, number or address of a person. */
  | 'identifier'
  /** A character that nobody sees, or a letter of another script. */
  | 'character'
  /** A heading, link, picture, quotation, code or HTML: paragraphs, lists and emphasis alone are laid out. */
  | 'element'
  /** `{{…}}` or `{…}` that means nothing here. */
  | 'reference'
  /** A reference that several tables or lines answer to: name the variable. */
  | 'ambiguous'
  /** A reference to a figure that is withheld. */
  | 'withheld'
  /** A file whose name is no place of this book. */
  | 'place'
  /** A text without its other language, or without a word. */
  | 'language'
  /** More than fits on a fact sheet. */
  | 'length'
  /** Not two names, each on a line of its own. */
  | 'editors'

export interface CommentaryTrouble {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly rule: CommentaryRule
}
