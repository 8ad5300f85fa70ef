/** Workbooks of LibreOffice and of whoever writes its format (OpenDocument 1.3). All sheets stand in one part, one after another. */

import { refuseFile } from '../file-reader.ts'
import type { FileRow } from '../texts/delimited.ts'
import { OdsSheets } from './ods-sheets.ts'
import { type Parts, partNamed } from './package-parts.ts'
import { partTexts } from './part-text.ts'
import type { HiddenContent, Workbook } from './sheet.ts'
import { readingXml, readWholeXml } from './xml-reader.ts'
import { UnpackBudget, type ZipPart } from './zip.ts'

/** The part with the sheets, or nothing. @throws ProblemError `encrypted` for a document under a password */
export function odsContent(parts: Parts, budget: UnpackBudget): ZipPart | undefined {
  const manifest = partNamed(parts, 'META-INF/manifest.xml')
  if (manifest) {
    let end = ''
    // Its form differs from program to program, and this word is all that is needed of it.
    for (const piece of partTexts(manifest, budget)) {
      if ((end + piece).includes(ENCRYPTION)) throw refuseFile([{ pointer: '', rule: 'encrypted' }])
      end = piece.slice(-ENCRYPTION.length)
    }
  }
  return parts.get('content.xml')
}

const ENCRYPTION = 'encryption-data'

/** @throws ProblemError `invalid-file` for a document of texts or drawings, and for what is broken */
export function openOds(content: ZipPart): Workbook {
  const listed = new OdsSheets(null)
  readWholeXml(partTexts(content, new UnpackBudget()), listed, { rule: 'broken_archive' })
  if (!listed.isSpreadsheet) throw refuseFile([{ pointer: '', rule: 'no_workbook' }])
  const sheets = listed.tables.flatMap((table, at) => (table.isCopy ? [] : [{ table, place: at + 1 }]))
  let hidden: () => HiddenContent = () => ({ rows: 0, columns: [] })
  return {
    format: 'ods',
    sheets: sheets.map(({ table }, at) => ({ position: at + 1, name: table.name, hidden: listed.isHidden(table) })),
    *rows(position): Generator<FileRow> {
      const sheet = sheets[position - 1]
      if (!sheet) throw refuseFile([{ pointer: '', rule: 'no_sheet' }])
      const { table, place } = sheet
      hidden = () => table.rows.cells.hidden()
      yield* table.first
      if (!table.goesOn) return
      const reading = new OdsSheets(place)
      let known = table.first.length
      for (const _ of readingXml(partTexts(content, new UnpackBudget()), reading, { rule: 'broken_archive' })) {
        const rows = reading.tables[place - 1]?.rows.cells
        if (!rows) continue
        hidden = () => rows.hidden()
        for (const row of rows.taken()) if (known-- <= 0) yield row
        if (reading.isDone) return
      }
    },
    hidden: () => hidden(),
  }
}
