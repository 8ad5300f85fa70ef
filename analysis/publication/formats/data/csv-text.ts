/** Rows as CSV (RFC 4180). An apostrophe is put before text that a spreadsheet would take for a formula. */
import Papa from 'papaparse'
import { FORMULA } from '../formula.ts'

/** @example csvText([['code', 'cases'], ['=a', 7]]) // "code,cases\r\n'=a,7\r\n" */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `${Papa.unparse(rows, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`
