/** What one cell of an XLSX workbook holds (ECMA-376, Part 1, 18.3.1.4 and 18.18.11). */
import { type FormatReader, numberText } from './number-format.ts'
import type { ReadCell } from './row-cells.ts'
import { withoutEscapes } from './shared-strings.ts'

/** A formula whose result the writer did not keep, and one whose kept result is the 0 that some writers put in its place. */
export const FORMULA = '='
export const FORMULA_OF_ZERO = '=0'

export interface WorkbookContext {
  /** Null where the workbook has no table of texts. */
  readonly shared: readonly string[] | null
  /** By the index of the style of a cell. */
  readonly formats: readonly FormatReader[]
  /** The writer asks for all formulas to be computed when the workbook is opened: it has not done so itself. */
  readonly isToBeComputed: boolean
}

export interface WrittenCell {
  readonly type: string
  readonly style: number
  /** Null where the element is missing; it may be there and empty. */
  readonly value: string | null
  readonly inline: string | null
  readonly hasFormula: boolean
}

const UNFORMATTED: FormatReader = { number: (value) => ({ text: numberText(value) }), text: (text) => ({ text }) }
const BLANK: ReadCell = { text: '' }
const UNREADABLE: ReadCell = { text: '', fault: 'unreadable_text' }

/** @returns a fault for what stands in the cell and cannot be read; never a blank for it */
export function xlsxCell({ type, style, value, inline, hasFormula }: WrittenCell, context: WorkbookContext): ReadCell {
  const { shared, isToBeComputed } = context
  const format = context.formats[style] ?? UNFORMATTED
  // An empty text is a result that a formula may have, unless the writer has not computed any.
  const isKept = value !== null && (value !== '' || (type === 'str' && !isToBeComputed))
  if (hasFormula && !isKept && inline === null) return { text: FORMULA }
  if (value === null || value === '') return inline === null ? BLANK : format.text(inline)
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? shared?.[Number(value)] : undefined
      return text === undefined ? UNREADABLE : format.text(text)
    }
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : value === '0' || value === 'false' ? 'FALSE' : value }
    case 'e':
      // "#N/A" and the like say that a formula failed: nothing is known.
      return { text: '', fault: 'error_value' }
    case 'n': {
      const found = Number(value)
      if (value.trim() === '' || !Number.isFinite(found)) return { text: value }
      if (hasFormula && found === 0) return { text: FORMULA_OF_ZERO }
      return format.number(found)
    }
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0{1,9})?)?Z?$/, '') }
    default:
      return format.text(type === 'inlineStr' && inline !== null ? inline + value : withoutEscapes(value))
  }
}
