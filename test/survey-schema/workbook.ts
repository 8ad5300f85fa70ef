/** Writes small workbooks for tests, by hand: what a reader must survive is in the hands of the test. */
import { strToU8, zipSync } from 'fflate'

export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  readonly hidden?: true
  /** Given as they stand in `mergeCells`, such as `A1:C1`. */
  readonly merged?: readonly string[]
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** `1` is A, `28` is AB. */
export function letters(column: number): string {
  let found = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) found = String.fromCharCode(65 + ((rest - 1) % 26)) + found
  return found
}

/** Texts are shared, as Excel writes them; every third one is inline, as other programs do. */
export function workbook(sheets: readonly TestSheet[], extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const shared: string[] = []
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${sheets.map((sheet, at) => `<sheet name="${escaped(sheet.name)}" sheetId="${at + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="ggge&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
    ),
  }
  sheets.forEach((sheet, at) => {
    const rows = sheet.rows.map((cells, row) => {
      const written = cells.map((cell, column) => {
        if (cell === null || cell === '') return ''
        const place = `r="${letters(column + 1)}${row + 1}"`
        if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`
        if (typeof cell === 'boolean') return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`
        // A date is written as {serial}.
        const serial = /^\{(\d+)\}$/.exec(cell)?.[1]
        if (serial) return `<c ${place} s="${column % 2 === 0 ? 1 : 2}"><v>${serial}</v></c>`
        if ((row + column) % 3 === 2) return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
        shared.push(`<si><r><t>${escaped(cell)}</t></r><rPh sb="0" eb="1"><t>ζフリガナ</t></rPh></si>`)
        return `<c ${place} t="s"><v>${shared.length - 1}</v></c>`
      })
      return `<row r="${row + 1}" spans="1:9">${written.join('')}</row>`
    })
    const merged = sheet.merged ? `<mergeCells>${sheet.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(`<worksheet><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`)
  })
  files['xl/sharedStrings.xml'] = strToU8(`<sst>${shared.join('')}</sst>`)
  for (const [name, text] of Object.entries(extra)) files[name] = strToU8(text)
  return zipSync(files)
}
