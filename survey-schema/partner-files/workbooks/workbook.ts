/** Opens a workbook of either format: XLSX of Excel, ODS of LibreOffice. */
import { refuseFile } from '../file-reader.ts'
import { odsContent, openOds } from './ods.ts'
import type { Workbook } from './sheet.ts'
import { openXlsx, xlsxWorkbookPart } from './xlsx.ts'
import { UnpackBudget, zipParts } from './zip.ts'

/** @throws ProblemError `invalid-file` for what is no workbook */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = zipParts(bytes)
  const budget = new UnpackBudget()
  const workbook = xlsxWorkbookPart(parts, budget)
  if (workbook) return openXlsx(parts, workbook, budget)
  const content = odsContent(parts, budget)
  if (!content) throw refuseFile([{ pointer: '', rule: 'no_workbook' }])
  return openOds(content)
}
