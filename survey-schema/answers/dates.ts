/**
 * Cuts the dates of partner files to their year: western, Buddhist, and Japanese eras, full-width digits, month
 * names in English, Spanish, Tagalog and Thai. Two-digit years without an era stay unread: they are never guessed.
 */
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

const CLOCK = String.raw`(?:[t ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|[+-]\d{2}:?\d{2})?)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2})${CLOCK})?)?$`)
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
  const plain = withPlainDigits(text.normalize('NFKC')).trim().toLowerCase().replace(BUDDHIST_MARK, '')
  const joined = plain.replace(/\s+/g, ' ').replace(/ ?(明治|大正|昭和|平成|令和|[元年月日]) ?/g, '$1')
  return yearFirst(plain) ?? kanji(joined) ?? era(joined) ?? yearLast(plain) ?? compact(plain) ?? withMonthName(plain)
}

/** ๐ to ๙ as 0 to 9. */
const withPlainDigits = (text: string) => text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))

const western = (year: number) => (year >= BUDDHIST.first && year <= BUDDHIST.last ? year - BUDDHIST.ahead : year)

const isMonth = (text: string | undefined) => text === undefined || (Number(text) >= 1 && Number(text) <= 12)
const isDay = (text: string | undefined) => text === undefined || (Number(text) >= 1 && Number(text) <= 31)

function cut(year: string, month: string | undefined, day: string | undefined): CutYear | null {
  if (!isMonth(month) || !isDay(day)) return null
  return { year: western(Number(year)), precise: month !== undefined }
}

function yearFirst(text: string): CutYear | null {
  const found = YEAR_FIRST.exec(text)
  return found ? cut(found[1] as string, found[3], found[4]) : null
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
  if (!found || (!isMonth(found[1]) && !isMonth(found[3])) || !isDay(found[1]) || !isDay(found[3])) return null
  return { year: western(Number(found[4])), precise: true }
}

function compact(text: string): CutYear | null {
  const found = COMPACT.exec(text)
  return found ? cut(found[1] as string, found[2], found[3]) : null
}

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
])

/** `1 May 2004`, `May 1, 2004`, `May 2004`, `4 de mayo de 2004`, `ika-4 ng Mayo 2004`, `4 พ.ค. 2547`. */
function withMonthName(text: string): CutYear | null {
  const words = thaiMonthsInEnglish(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .split(/[\s.,/-]+/)
    .filter((word) => word !== '' && !LINKS.has(word.normalize('NFC')))
  if (words.length < 2 || words.length > 3 || words.filter((word) => MONTHS.has(word)).length !== 1) return null
  const years = words.filter((word) => /^\d{4}$/.test(word))
  const days = words.filter((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word))
  if (years.length !== 1 || years.length + days.length + 1 !== words.length || !isDay(days[0]?.replace(/\D+/, ''))) return null
  return { year: western(Number(years[0])), precise: true }
}

/** Which calendar a date that `cutToYear` reads is written in. */
export function calendarOf(text: string): 'western' | 'era' | 'buddhist' {
  const plain = withPlainDigits(text.normalize('NFKC')).trim().toLowerCase()
  if (/明治|大正|昭和|平成|令和|^[mtshr]\.?(?:元|\d{1,2})(?!\d)/.test(plain)) return 'era'
  return /พ\.?ศ|^b\.?e|(?<!\d)2[4-7]\d{2}(?!\d)/.test(plain) ? 'buddhist' : 'western'
}
