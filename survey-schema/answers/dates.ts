/**
 * Cuts the dates of partner files to their year: western, Buddhist, and Japanese eras, full-width digits, month
 * names in English, Spanish, Tagalog and Thai. Two-digit years without an era stay unread: they are never guessed.
 */

import { withoutClock } from './clock.ts'
import { LONGEST_VALUE } from './limits.ts'
import { MONTH_NAMES, thaiMonthsInEnglish } from './months.ts'

export interface CutYear {
  /** Western calendar. */
  readonly year: number
  /** The text named something finer than a year, which was discarded. */
  readonly precise: boolean
}

/** First western year of each Japanese era less one, and the last year it reached (令和 is open). */
const ERAS: Readonly<Record<string, { readonly before: number; readonly last: number }>> = {
  明治: { before: 1867, last: 45 },
  m: { before: 1867, last: 45 },
  大正: { before: 1911, last: 15 },
  t: { before: 1911, last: 15 },
  昭和: { before: 1925, last: 64 },
  s: { before: 1925, last: 64 },
  平成: { before: 1988, last: 31 },
  h: { before: 1988, last: 31 },
  令和: { before: 2018, last: 99 },
  r: { before: 2018, last: 99 },
}

/** The Buddhist calendar of Thailand runs 543 years ahead. */
const BUDDHIST = { first: 2400, last: 2700, ahead: 543 }

const MONTHS: ReadonlySet<string> = new Set(MONTH_NAMES.flat())

const YEAR_FIRST = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/
/** A number without format, as programs of statistics write it. */
const WITH_DECIMALS = /^(\d{4})\.0{1,6}$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const MONTH_AND_YEAR = /^(\d{1,2})[-/.](\d{4})$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const KANJI = /^(?:西暦|仏暦)?(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/
const ERA = /^(明治|大正|昭和|平成|令和|[mtshr])\.?(元|\d{1,2})(?:年(?:(\d{1,2})月(?:(\d{1,2})日)?)?|([-/.])(\d{1,2})(?:\5(\d{1,2}))?)?$/
const BUDDHIST_MARK = /^(?:พ\.?ศ\.?|b\.?e\.?)\s*/

/**
 * The year, or null where the text is not a date that names one without doubt.
 * @example cutToYear('平成16年5月1日') // { year: 2004, precise: true }
 * @example cutToYear('4 พ.ค. 2547') // { year: 2004, precise: true }
 */
export function cutToYear(text: string): CutYear | null {
  if (text.length > LONGEST_VALUE) return null
  const given = withPlainDigits(text.normalize('NFKC')).trim().toLowerCase()
  const plain = withoutClock(given)?.replace(BUDDHIST_MARK, '')
  if (plain === undefined) return null
  const joined = plain.replace(/\s+/g, ' ').replace(/ ?(明治|大正|昭和|平成|令和|[元年月日]) ?/g, '$1')
  const found = yearFirst(plain) ?? kanji(joined) ?? era(joined) ?? yearLast(plain) ?? compact(plain) ?? withMonthName(plain)
  // A time of day belongs to a day: beside a year alone it is something else.
  return found && !found.precise && plain !== given.replace(BUDDHIST_MARK, '') ? null : found
}

/** ๐ to ๙ as 0 to 9. */
const withPlainDigits = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))

const western = (year: number) => (year >= BUDDHIST.first && year <= BUDDHIST.last ? year - BUDDHIST.ahead : year)

const isMonth = (month: number) => month >= 1 && month <= 12
/** Whether the month has the day; the year is western. */
const isDay = (year: number, month: number, day: number) => isMonth(month) && day >= 1 && day <= daysOf(year, month)

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function cut(given: string, month: string | undefined, day: string | undefined): CutYear | null {
  const year = western(Number(given))
  if (month === undefined) return { year, precise: false }
  return (day === undefined ? isMonth(Number(month)) : isDay(year, Number(month), Number(day))) ? { year, precise: true } : null
}

function yearFirst(text: string): CutYear | null {
  const found = YEAR_FIRST.exec(text)
  const number = WITH_DECIMALS.exec(text)
  if (number) return cut(number[1] as string, undefined, undefined)
  return found && cut(found[1] as string, found[3], found[4])
}

function kanji(text: string): CutYear | null {
  const found = KANJI.exec(text)
  return found ? cut(found[1] as string, found[2], found[3]) : null
}

function era(text: string): CutYear | null {
  const found = ERA.exec(text)
  const named = found && ERAS[found[1] as string]
  if (!named) return null
  const count = found[2] === '元' ? 1 : Number(found[2])
  if (count < 1 || count > named.last) return null
  return cut(String(named.before + count), found[3] ?? found[6], found[4] ?? found[7])
}

/** Day and month may stand in either order; the year is the same. */
function yearLast(text: string): CutYear | null {
  const short = MONTH_AND_YEAR.exec(text)
  if (short) return cut(short[2] as string, short[1], undefined)
  const found = YEAR_LAST.exec(text)
  if (!found) return null
  const [one, other, year] = [Number(found[1]), Number(found[3]), western(Number(found[4]))]
  return isDay(year, one, other) || isDay(year, other, one) ? { year, precise: true } : null
}

function compact(text: string): CutYear | null {
  const found = COMPACT.exec(text)
  return found ? cut(found[1] as string, found[2], found[3]) : null
}

/** English; a sheet or a program writes them before the date. */
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].flatMap((day) => [
  day,
  { tue: 'tuesday', wed: 'wednesday', thu: 'thursday', sat: 'saturday' }[day] ?? `${day}day`,
])

/** Between day, month and year, in the languages of the months. */
const LINKS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'de',
  'del',
  'ng',
  'ika',
  'noong',
  'sa',
  'el',
  'วันที่',
  'เดือน',
  'ปี',
  'พ',
  'ศ',
  'พศ',
  'ค',
  'คศ',
  'bc',
  'ad',
  'be',
  ...WEEKDAYS,
])

/** `1 May 2004`, `May 1, 2004`, `May 2004`, `4 de mayo de 2004`, `ika-4 ng Mayo 2004`, `4 พ.ค. 2547`. */
function withMonthName(text: string): CutYear | null {
  const words = thaiMonthsInEnglish(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .split(/[\s.,/-]+/)
    .filter((word) => word !== '' && !LINKS.has(word.normalize('NFC')))
  const months = words.filter((word) => MONTHS.has(word))
  const years = words.filter((word) => /^\d{4}$/.test(word))
  const days = words.filter((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word))
  if (months.length !== 1 || years.length !== 1 || days.length > 1 || days.length + 2 !== words.length) return null
  const month = MONTH_NAMES.findIndex((names) => names.includes(months[0] as string)) + 1
  return cut(years[0] as string, String(month), days[0]?.replace(/\D+/, ''))
}

/** Which calendar a date that `cutToYear` reads is written in. */
export function calendarOf(text: string): 'western' | 'era' | 'buddhist' {
  const given = withPlainDigits(text.normalize('NFKC')).trim().toLowerCase()
  const plain = withoutClock(given) ?? given
  if (/明治|大正|昭和|平成|令和|^[mtshr]\.?(?:元|\d{1,2})(?!\d)/.test(plain)) return 'era'
  return /พ\.?ศ|^b\.?e|(?<!\d)2[4-7]\d{2}(?!\d)/.test(plain) ? 'buddhist' : 'western'
}
