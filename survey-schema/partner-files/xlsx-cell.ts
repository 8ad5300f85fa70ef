/** What one cell of an XLSX workbook holds (ECMA-376, Part 1, 18.3.1.4 and 18.18.11). */
import { plainNumber } from './number-format.ts'
import type { CellContent } from './row-cells.ts'
import { withoutEscapes } from './shared-strings.ts'

/** A formula whose result the writer did not keep, and one whose kept result is the 0 that some writers put in its place. */
export const FORMULA = '='
export const FORMULA_OF_ZERO = '=0'

export interface CellContext {
  /** Null where the workbook has no table of texts. */
  readonly shared: readonly string[] | null
  /** Reads a number by the index of the style of its cell. */
  number(style: number, value: number): CellContent
}

export interface WrittenCell {
  readonly type: string
  readonly style: number
  /** Null where the element is missing; it may be there and empty. */
  readonly value: string | null
  readonly inline: string | null
  readonly hasFormula: boolean
}

const BLANK: CellContent = { text: '' }
const UNREADABLE: CellContent = { text: '', fault: 'unreadable_text' }

/** @returns a fault for what stands in the cell and cannot be read; never a blank for it */
export function xlsxCell({ type, style, value, inline, hasFormula }: WrittenCell, { shared, number }: CellContext): CellContent {
  // An empty text is a result that a formula may have; of a number it says that the writer did not compute.
  if (hasFormula && (value === null || (value === '' && type !== 'str')) && inline === null) return { text: FORMULA }
  if (value === null || value === '') return inline === null ? BLANK : { text: inline }
  switch (type) {
    case 's': {
      const text = /^\s*\d+\s*$/.test(value) ? shared?.[Number(value)] : undefined
      return text === undefined ? UNREADABLE : { text }
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
      return number(style, found)
    }
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0{1,9})?)?Z?$/, '') }
    default:
      return { text: type === 'inlineStr' && inline !== null ? inline + value : withoutEscapes(value) }
  }
}

/** Numbers by style, each style with a memory of its own. */
export const numberOfStyle =
  (readers: readonly ((value: number) => CellContent)[]): CellContext['number'] =>
  (style, value) =>
    readers[style]?.(value) ?? { text: plainNumber(value) }
