/** Large files of invented cases, written piece by piece: CSV, and XLSX as Excel writes it. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { letters } from '../survey-schema/workbook.ts'
import { STYLES, xlsxParts } from '../survey-schema/workbook-parts.ts'

const WORDS = ['Filipino', 'フィリピン', 'タイ人', '女性', '売春強要', '強制労働・性的搾取', 'unknown', 'sexual exploitation', '東京都']
const COLUMNS = 12
const PIECE = 1 << 18

/** The same cells for each format: a key, years, numbers, words of a list, and texts that differ. */
const cell = (row: number, column: number): string | number => {
  if (column === 0) return row
  if (column % 4 === 1) return 1990 + ((row * 7 + column) % 30)
  if (column % 4 === 2) return (row * 31 + column) % 90
  return column % 4 === 3 ? `K${(row * 2_654_435_761 + column) % 4_294_967_296}-${row}` : (WORDS[(row + column) % WORDS.length] as string)
}

function* pieces(rows: number, line: (row: number) => string): Generator<string> {
  let text = ''
  for (let row = 1; row <= rows; row++) {
    text += line(row)
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  yield text
}

const columns = Array.from({ length: COLUMNS }, (_, column) => column)

export function writeLargeCsv(path: string, rows: number): void {
  const file = openSync(path, 'w')
  for (const text of pieces(rows, (row) => `${columns.map((column) => cell(row, column)).join(',')}\n`)) writeSync(file, text)
  closeSync(file)
}

export function writeLargeXlsx(path: string, rows: number): void {
  const file = openSync(path, 'w')
  const zip = new Zip((error, data) => {
    if (error) throw error
    writeSync(file, data)
  })
  const part = (name: string, texts: Iterable<string>) => {
    const deflate = new ZipDeflate(name, { level: 6 })
    zip.add(deflate)
    for (const text of texts) deflate.push(strToU8(text))
    deflate.push(new Uint8Array(), true)
  }
  // Words of the list are shared by all rows, and texts that differ have a place each.
  const differing = columns.filter((column) => column % 4 === 3)
  const shared = (row: number, column: number) =>
    column % 4 === 3 ? WORDS.length + (row - 1) * differing.length + differing.indexOf(column) : WORDS.indexOf(cell(row, column) as string)
  const written = (row: number, column: number) => {
    const place = `r="${letters(column + 1)}${row}"`
    const value = cell(row, column)
    return typeof value === 'number' ? `<c ${place}><v>${value}</v></c>` : `<c ${place} t="s"><v>${shared(row, column)}</v></c>`
  }
  const names = { sheet: 'xl/worksheets/sheet1.xml', shared: 'xl/sharedStrings.xml' }
  for (const [name, text] of Object.entries(xlsxParts({ sheet: ' ', shared: ' ', styles: STYLES })))
    if (!Object.values(names).includes(name)) part(name, [text])
  const around = function* (start: string, texts: Iterable<string>, end: string) {
    yield start
    yield* texts
    yield end
  }
  part(
    names.sheet,
    around(
      '<worksheet><sheetData>',
      pieces(rows, (row) => `<row r="${row}" spans="1:${COLUMNS}">${columns.map((column) => written(row, column)).join('')}</row>`),
      '</sheetData></worksheet>',
    ),
  )
  const texts = (row: number) => differing.map((column) => `<si><t>${cell(row, column)}</t></si>`).join('')
  part(names.shared, around(`<sst>${WORDS.map((word) => `<si><t>${word}</t></si>`).join('')}`, pieces(rows, texts), '</sst>'))
  zip.end()
  closeSync(file)
}
