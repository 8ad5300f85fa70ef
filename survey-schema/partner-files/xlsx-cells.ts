/** What a cell of a workbook says: its text without markup, and its number as a date where its format is one. */
import { elementsIn, withoutElements } from './xml-elements.ts'

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with XML's and Excel's escapes resolved. A reference that is no character becomes nothing. */
export function textOf(xml: string): string {
  if (!xml.includes('&') && !xml.includes('_x')) return xml
  return xml
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name] ?? ''
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The text of a shared or inline string: its runs joined, without the readings in kana that Japanese Excel keeps beside kanji. */
export function asText(xml: string): string {
  let text = ''
  for (const { content } of elementsIn(withoutElements(xml, 'rPh'), 't')) text += textOf(content)
  return text
}

/** Formats of dates and times that every Excel has, and those of its East Asian editions (ECMA-376, Part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Whether a format shows a number as a date: a year, month, day, hour or era outside of quotes and brackets. */
export function isDateFormat(code: string): boolean {
  const plain = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_.|\*./g, '')
    .replace(/\[(?!h|m|s)[^[\]]*\]/gi, '')
  return !/^general$/i.test(plain.trim()) && /[ymdhs]|gg|e年/i.test(plain.replace(/e[+-]/gi, ''))
}

/** By index of a cell's style: whether its numbers are dates. */
export function dateFormats(styles: string): readonly boolean[] {
  const own = new Map(
    [...styles.matchAll(/<(?:\w{1,24}:)?numFmt\b([^<>]*)>/g)].map(([, attributes = '']) => [
      Number(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? -1),
      textOf(/formatCode="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    ]),
  )
  const cells = [...elementsIn(styles, 'cellXfs')][0]?.content ?? ''
  return [...cells.matchAll(/<(?:\w{1,24}:)?xf\b([^<>]*)>/g)].map(([, attributes = '']) => {
    const id = Number(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? 0)
    const code = own.get(id)
    return code === undefined ? isBuiltInDate(id) : isDateFormat(code)
  })
}

/** Days from 30 December 1899 and from 1 January 1904 to 1 March of the year 0. */
const TO_1900 = 693_899
const TO_1904 = 695_361

/** `2004-05-01`, with `T10:20` where a time is kept; a time alone is `10:20`. */
export function excelDate(serial: number, is1904: boolean): string {
  const days = Math.floor(serial)
  const minutes = Math.round((serial - days) * 1440)
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (serial < 1) return time
  // Excel believes in 29 February 1900: its days before March 1900 are one late.
  const since = days + (is1904 ? TO_1904 : TO_1900 + (days < 60 ? 1 : 0))
  const date = civil(since)
  return minutes > 0 && minutes < 1440 ? `${date}T${time}` : date
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
