/**
 * Shapes of identifiers inside a short text, after NFKC. A tripwire that refuses, not a cleaner: names and workplaces have
 * no shape, which is why there is one text field only, and it is a code word. Shapes of Japanese numbers are unverified.
 */
import { cutToYear } from './dates.ts'
import type { IdentifierKindId } from './identifiers.ts'

/** Most specific first: the first that fits names the kind. `^` and `$` stand where a longer run would be something else. */
const SHAPES: readonly (readonly [IdentifierKindId, RegExp])[] = [
  ['email', /[^\s@]+@[^\s@]+\.[^\s@]+/],
  ['web_address', /\b[a-z][a-z0-9+.-]*:\/\/|\bwww\./i],
  ['social_handle', /(?:^|\s)@[\w.]{2,}/],
  ['residence_card_number', /(?<![a-z0-9])[a-z]{2}[ -]?\d{8}[ -]?[a-z]{2}(?![a-z0-9])/i],
  ['telephone', /\+\d(?:[ ()-]?\d){6,14}(?!\d)/],
  ['telephone', /(?<!\d)0\d{1,4}[- ()]{1,2}\d{1,4}[- ()]{1,2}\d{3,4}(?!\d)/],
  ['telephone', /(?<!\d)0[5789]0\d{8}(?!\d)/],
  ['address', /〒|\d+丁目|\d+番地|\d+号室/],
  ['device_trace', /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/],
  ['coordinates', /-?\d{1,3}\.\d{3,}\s*,\s*-?\d{1,3}\.\d{3,}/],
  ['exact_amount', /[¥$€]\s*\d|\d\s*(?:円|万円)/],
  ['case_number', /年.{0,6}第?\d+号/],
  ['passport_number', /(?<![a-z0-9])[a-z]{1,2} ?\d{6,8}(?![a-z0-9])/i],
  ['alien_registration_number', /(?<![a-z0-9])[a-z] ?\d{8,10}(?![a-z0-9])/i],
]

/** Seven digits in one piece are long; in groups nine are, so that "2004-0017" may be a code word. */
const LONG_GROUPED = 9
/** Digits of one number, though written in groups. */
const DIGIT_RUN = /\d(?:[ -]?\d){6,}/g
const DATE_LIKE =
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:明治|大正|昭和|平成|令和|(?<![a-z])[mtshr])(?:元|\d{1,2})[年/.-]\d{1,2}[月/.-]\d{1,2}日?/gi

/** The kind of identifier whose shape the text holds; null where it holds none. */
export function kindOfShape(text: string): IdentifierKindId | null {
  const plain = text.normalize('NFKC')
  const dated = plain.match(DATE_LIKE)?.some((found) => cutToYear(found)?.precise)
  if (dated) return 'exact_date'
  for (const [kind, shape] of SHAPES) if (shape.test(plain)) return kind
  for (const run of plain.match(DIGIT_RUN) ?? []) {
    const digits = run.replace(/\D/g, '')
    if (digits.length === 12 && isIndividualNumber(digits)) return 'individual_number'
    if (digits.length >= 14 && digits.length <= 19 && passesLuhn(digits)) return 'account_or_card'
    if (digits.length === 8 && cutToYear(digits)?.precise) return 'exact_date'
    if (digits.length >= LONG_GROUPED || /\d{7}/.test(run)) return 'national_number'
  }
  return null
}

/** Check digit of the individual number: 11 minus the weighted sum modulo 11 (Ministerial Order No. 85 of 2014, Article 5). */
export function isIndividualNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest)
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const weighted = at % 2 === 1 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}
