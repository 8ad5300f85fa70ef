/** What a person sees of a number in a workbook: its format applied, as `K-0007` for 7. */
import { format } from 'numfmt'
import { excelDate, isDateFormat, isEraFormat } from './excel-dates.ts'
import type { ReadCell } from './row-cells.ts'

export interface NumberFormat {
  readonly isDate: boolean
  /** Null for "General", and for dates whose form depends on the machine that shows them, or counts years by era. */
  readonly code: string | null
}

const GENERAL: NumberFormat = { isDate: false, code: null }

/** Longer codes are written by no spreadsheet (Excel: 255 characters). */
const LONGEST_CODE = 255

/** Formats that every Excel has and no workbook writes out (ECMA-376, Part 1, 18.8.30), those of dates that look alike everywhere. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
}

/** Dates and times, those of the East Asian and the Thai editions among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) || (id >= 71 && id <= 81)

/** @param code as the workbook writes it; undefined where it writes none for this number */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltInDate(id) || id in BUILT_IN ? { isDate: isBuiltInDate(id), code: BUILT_IN[id] ?? null } : GENERAL
  if (/^general$/i.test(code.trim()) || code === '@') return GENERAL
  const isDate = isDateFormat(code)
  // `[$-F800]` and `[$-F400]` are the long date and the time of the machine; years by era are not shown by numfmt.
  const isUnclear = code.length > LONGEST_CODE || /\[\$-F[48]00\]/i.test(code) || (isDate && isEraFormat(code))
  return { isDate, code: isUnclear ? null : code }
}

/** Numbers and texts whose appearance is remembered, for each format. */
const MOST_SEEN = 4096
/** Characters of a text to which a format is applied. */
const LONGEST_SHOWN = 1000
/** Days between the two calendars of Excel. */
const DAYS_1904 = 1462

/** Plain text and appearance of what stands in cells of one format. */
export interface FormatReader {
  number(value: number): ReadCell
  text(text: string): ReadCell
}

export const formatReader = (format: NumberFormat, is1904: boolean): FormatReader => ({
  number: numberReader(format, is1904),
  text: textReader(format.code),
})

const plainText = (text: string): ReadCell => ({ text })

/** A format may add to texts too: `"K-"@` shows K-7 for the text 7. */
function textReader(code: string | null): (text: string) => ReadCell {
  if (code === null || !code.includes('@')) return plainText
  const read = remembered((text: string) => {
    const shown = appearance(code, text)
    return shown === null || shown === text.trim() ? { text } : { text, shown }
  })
  // Nobody sees more of a cell than this, and a format may repeat its text.
  return (text) => (text.length > LONGEST_SHOWN ? { text } : read(text))
}

function numberReader({ isDate, code }: NumberFormat, is1904: boolean): (value: number) => ReadCell {
  const read = (value: number): ReadCell => {
    const text = (isDate ? excelDate(value, is1904) : null) ?? numberText(value)
    if (code === null) return { text }
    const shown = appearance(code, isDate && is1904 ? value + DAYS_1904 : value)
    return shown === null || shown === text ? { text } : { text, shown }
  }
  return isDate || code !== null ? remembered(read) : read
}

/** The same cells come again and again. */
function remembered<Value>(read: (value: Value) => ReadCell): (value: Value) => ReadCell {
  const seen = new Map<Value, ReadCell>()
  return (value) => {
    const known = seen.get(value)
    if (known) return known
    const content = read(value)
    // Keys, which never come again, fill the memory once and are not held after that.
    if (seen.size < MOST_SEEN) seen.set(value, content)
    return content
  }
}

/** The number without its format, in the 15 digits that spreadsheets keep: `0.3` for 0.30000000000000004. */
export function numberText(value: number): string {
  const text = String(value)
  return text.length > 16 ? String(Number(value.toPrecision(15))) : text
}

/** Null where the format is none, or shows nothing at all. */
function appearance(code: string, value: number | string): string | null {
  try {
    return format(code, value).trim() || null
  } catch {
    return null
  }
}
