/**
 * Case references: what a partner calls a case. Numbers that an office gives out one after the other look like passport or national
 * numbers and point at nobody; a reference in any other shape of an identifier is refused by its kind.
 */
import { kindOfShape } from './identifier-shapes.ts'
import type { DetectedKind } from './shape.ts'

/**
 * Shapes of serial numbers that no authority issues: letters, a hyphen and a year with a serial; letters, a hyphen and up to six
 * digits; a word of letters and digits; digits behind two zeros or more.
 */
const SERIAL: readonly RegExp[] = [
  /^\p{L}{1,6}-(?:19[89]|20[0-4])\d-?\d{1,5}$/u,
  /^\p{L}{1,6}-\d{1,6}$/u,
  /^\p{L}{3,8}\d{1,8}$/u,
  /^00\d{1,6}$/,
  /^(?:19[89]|20[0-4])\d[-/]\d{1,4}$/,
]

/** A day in six or eight digits, or a month, is one whatever stands around it; so is what says that it is a telephone number. */
const DAY = /(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/
const SHORT_DAY = /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/
const MONTH = /^(?:19|20)\d{2}[-/](?:0[1-9]|1[0-2])$/
const TELEPHONE = /^(?:tel|phone|mobile|cell|fax|電話|携帯)/i

/** Whether a case reference is a serial number of an office by its shape. */
export const isSerialKey = (key: string): boolean =>
  ![DAY, SHORT_DAY, MONTH, TELEPHONE].some((shape) => shape.test(key)) && SERIAL.some((shape) => shape.test(key))

/**
 * The kind of identifier whose shape a case reference has; null for a serial number, and where it has none.
 * @example kindOfKey('A-2019001') // null
 */
export const kindOfKey = (key: string): DetectedKind | null => (isSerialKey(key) ? null : kindOfShape(key))

/** Two letters and no digit: an office that counts its cases writes a number. */
const WORDS_ALONE = /^\P{N}*\p{L}{2}\P{N}*$/u

/**
 * Whether a case reference may be the name of a person: words without any number.
 * @example mayBeName('Invented Santos') // true, and false for 'A-1'
 */
export const mayBeName = (reference: string): boolean => WORDS_ALONE.test(reference.normalize('NFKC'))

/** Kinds that numbers given out one after the other are mistaken for. Telephone numbers and days are refused however a list goes on. */
const MAY_RUN: readonly DetectedKind[] = ['passport_number', 'alien_registration_number', 'national_number']
/** An office counts its cases in fewer digits than any state its people, and than any bank its accounts. */
const MOST_DIGITS = 9

/** Whether a reference of this kind may be a running number after all. */
export const mayRun = (kind: DetectedKind, key: string): boolean => MAY_RUN.includes(kind) && key.replace(/\D/g, '').length <= MOST_DIGITS

/** Of a reference that is only looked for, or that must be the one that is held: whatever runs may be it. */
export const HELD_KEYS = { takes: () => true } as const

/** Letters and marks in front of the number, and the number. */
const NUMBERED = /^([\p{L}\p{P}_]{0,6}?)(\d{1,15})$/u
/** A new year may skip what was left of the old one. */
const LARGEST_STEP = 10_000

/** One prefix and growing numbers, in the order in which the references come: each is compared with the one taken before. */
export class RunningKeys {
  #prefix: string | null = null
  #last = Number.NEGATIVE_INFINITY

  /** Whether the reference goes on with the numbers; then the next one is compared with it. */
  takes(key: string): boolean {
    const [, prefix, digits] = NUMBERED.exec(key) ?? []
    if (prefix === undefined || (this.#prefix !== null && prefix !== this.#prefix)) return false
    const number = Number(digits)
    if (this.#prefix !== null && (number <= this.#last || number - this.#last > LARGEST_STEP)) return false
    this.#prefix = prefix
    this.#last = number
    return true
  }
}
