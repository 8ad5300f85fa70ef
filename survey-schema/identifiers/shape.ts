/** What a shape of an identifier is. The lists of shapes stand beside this file, one file a subject. */
import type { IdentifierKindId } from './identifier-kinds.ts'

/** The kinds of questionnaire, section 6, and plates of cars, which no heading announces. */
export type DetectedKind = IdentifierKindId | 'number_plate'

export interface IdentifierShape {
  readonly kind: DetectedKind
  /** Global, for unmasked text. */
  readonly pattern: RegExp
  /** What the pattern alone cannot tell: a check digit, a plausible day. */
  readonly holds?: (found: string) => boolean
  /** Quick to test and true of every text that the pattern can match: one of the constants below, so that a text is tested once. */
  readonly needs?: RegExp
  /** The place is taken: later shapes do not see it. A date is not also a telephone number. */
  readonly takes?: true
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '')

export const DIGIT = /\d/
export const HAN = /\p{Script=Han}/u
export const THAI = /[ก-๙]/
export const LATIN = /[A-Za-z]/
export const AT = /@/
/** An @ in words or signs. */
export const WRITTEN_AT = /\(at\)|\[at\]|\{at\}|<at>|\(アット\)|★|☆|あっと|アットマーク| at /iu
export const COLON = /:/
export const POINT = /\./
export const POINT_OR_SLASH = /[./]/
/** What stands between the name of a thing and the thing. */
export const LINK = /[:=はคือ→(「"' ]/
export const CAPITAL = /[A-Z]/
export const POSTAL = /[〒\d]/
