/** What one cell of an OpenDocument spreadsheet holds (OpenDocument 1.3, part 3, 9.1.4 and 19.385). */
import { numberText } from './number-format.ts'
import type { OdsNames } from './ods-names.ts'
import type { ReadCell } from './row-cells.ts'
import { FORMULA, FORMULA_OF_ZERO } from './xlsx-cell.ts'
import type { XmlAttributes } from './xml-reader.ts'

/** Errors as spreadsheets show them. */
const ERROR = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)|Err:\d{3})$/

/** LibreOffice keeps a truth value as a number with this formula. */
const TRUTH = /^(?:of:)?=(TRUE|FALSE)\(\)$/

/** @param paragraphs the text that a person sees in the cell; null where the cell has none */
export function odsCell(attributes: XmlAttributes, names: OdsNames, paragraphs: string | null): ReadCell {
  const of = (name: string) => names.of(attributes, name)
  const seen = paragraphs ?? ''
  const formula = of('table:formula')
  const hasFormula = formula !== undefined
  const truth = hasFormula ? TRUTH.exec(formula)?.[1] : undefined
  if (truth !== undefined) return { text: truth }
  if (of('calcext:value-type') === 'error' || (hasFormula && ERROR.test(seen.trim()))) return { text: '', fault: 'error_value' }
  const type = of('office:value-type')
  const text = plainText(type, of, hasFormula) ?? (type === undefined && hasFormula && paragraphs === null ? FORMULA : seen)
  // Where a formula holds the 0 of a writer that did not compute, what is shown is that 0.
  return seen === '' || seen === text || text === FORMULA_OF_ZERO || type === undefined ? { text } : { text, shown: seen }
}

/** The value without its format; null where the text that is shown is all there is. */
function plainText(type: string | undefined, of: (name: string) => string | undefined, hasFormula: boolean): string | null {
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = of('office:value') ?? ''
      const found = Number(value)
      if (value.trim() === '') return hasFormula ? FORMULA : null
      // As from XLSX: what is no number is a text.
      if (!Number.isFinite(found)) return value
      return hasFormula && found === 0 ? FORMULA_OF_ZERO : numberText(found)
    }
    case 'date':
      return dateOf(of('office:date-value') ?? '')
    case 'time':
      return timeOf(of('office:time-value') ?? '')
    case 'boolean': {
      const value = of('office:boolean-value')
      return value === 'true' ? 'TRUE' : value === 'false' ? 'FALSE' : value || null
    }
    default:
      return of('office:string-value') ?? null
  }
}

/** `2004-05-01`, with `T10:20` where a time is kept: as from XLSX. */
function dateOf(value: string): string | null {
  const [, day, hour = '00', minute = '00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:[.,]\d{1,9})?)?Z?)?$/.exec(value) ?? []
  if (day === undefined) return value === '' ? null : value
  return hour === '00' && minute === '00' ? day : `${day}T${hour}:${minute}`
}

/** `10:20` of `PT10H20M30S`. */
function timeOf(value: string): string | null {
  const [found, hours = '0', minutes = '0'] = /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:\d{1,6}(?:[.,]\d{1,9})?S)?$/.exec(value) ?? []
  return found === undefined ? value || null : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
