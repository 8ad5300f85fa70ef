/** Days of Excel as dates, and which formats of numbers show dates. */

/** Whether a format shows a number as a date: a year, month, day, hour or era outside of quotes and brackets. */
export const isDateFormat = (code: string): boolean => /[ymdhsgeb]/i.test(signsOf(code))

/** Whether a format counts years by Japanese era. */
export const isEraFormat = (code: string): boolean => /[ge]/i.test(signsOf(code))

/** What is left of a format without its quotes, brackets and exponents. */
const signsOf = (code: string): string =>
  code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_.|\*./g, '')
    .replace(/\[(?!(?:h{1,9}|m{1,9}|s{1,9})\])[^[\]]*\]/gi, '')
    .replace(/general|g\/標準/gi, '')
    .replace(/e[+-]/gi, '')

/** Days from 1 March of the year 0 to 30 December 1899 and to 1 January 1904. */
const TO_1900 = 693_899
const TO_1904 = 695_361
/** The day after 31 December 9999, counted from 1900: beyond it Excel shows no date. */
const END = 2_958_466

/** `2004-05-01`, with `T10:20` where a time is kept; a time alone is `10:20`. Null for what no spreadsheet shows as a date. */
export function excelDate(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial < END)) return null
  // In whole minutes: midnight is often kept as a little less than a day.
  const total = Math.round(serial * 1440)
  const days = Math.floor(total / 1440)
  const minutes = total % 1440
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (serial < 1) return time
  // Excel has a 29 February 1900, which never was: its days before March 1900 are one late.
  const since = days + (is1904 ? TO_1904 : TO_1900 + (days < 60 ? 1 : 0))
  return minutes > 0 ? `${civil(since)}T${time}` : civil(since)
}

/** Day since 1 March of the year 0 as a date of the Gregorian calendar (Hinnant, chrono-compatible date algorithms). */
function civil(day: number): string {
  const cycle = Math.floor(day / 146_097)
  const ofCycle = day - cycle * 146_097
  const yearOfCycle = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365,
  )
  const dayOfYear = ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1).padStart(2, '0')}`
}
