/** Sheets of text as an XLSX workbook: the first row of each sheet is its heading and does not scroll. */
import type { SheetOfText } from '../../../../survey-schema/forms/xls-form.ts'
import { spreadsheet } from './spreadsheet.ts'

export const workbook = (sheets: readonly SheetOfText[]): Uint8Array =>
  spreadsheet(
    sheets.map(({ name, rows }) => ({
      name,
      frozen: 1,
      rows: rows.map((cells, row) => (row === 0 ? cells.map((value) => ({ value, style: 'heading' as const })) : cells)),
    })),
  )
