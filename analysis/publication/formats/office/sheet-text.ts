/** Text of a cell that no spreadsheet takes for a formula. */
import { FORMULA } from '../formula.ts'
import type { SheetStyle } from './sheet-styles.ts'
import type { SheetCell } from './worksheet.ts'

const neutral = (value: string) => (FORMULA.test(value) ? `'${value}` : value)

export const text = (value: string): SheetCell => neutral(value)
export const styled = (value: string, style: SheetStyle): SheetCell => ({ value: neutral(value), style })
