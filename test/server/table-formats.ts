/** One table in each format as somebody else's program, or a reader of plain text, finds its cells: line by line, `x` for withheld and `–` for what cannot occur. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/node'
import { NOT_APPLICABLE, WITHHELD } from '../../analysis/publication/formats/data/block-sav.ts'
import type { AskedTable } from '../../survey-schema/release/book.ts'
import { readDta } from '../support/dta-figures.ts'
import { savFigures } from '../support/sav-figures.ts'

type Cells = readonly (readonly string[])[]

/** @param lines and columns of the table */
type Read = (bytes: Uint8Array, lines: number, columns: number) => Cells | Promise<Cells>

const inLines = (flat: readonly string[], columns: number): Cells =>
  Array.from({ length: flat.length / columns }, (_, line) => flat.slice(line * columns, (line + 1) * columns))
const rowsOf = (bytes: Uint8Array) => Papa.parse(strFromU8(bytes).trim(), {}).data
const figure = (text: string) => text.replaceAll(',', '').trim()

/** All that a file says, unpacked if it is an archive. */
export function wordsIn(bytes: Uint8Array): string {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  return zipped
    ? Object.values(unzipSync(bytes))
        .map((part) => strFromU8(part))
        .join('\n')
    : Buffer.from(bytes).toString('utf8')
}

/** A figure as text files for programs write it, where the status beside it says the same. @throws Error for a token that is not declared */
function textFigure(value: string, status: string): string {
  if (/^\d+$/.test(value) && ['shown', 'sum'].includes(status)) return value
  if (value === 'x' && status === 'withheld') return 'x'
  if (value === '.' && status === 'not_applicable') return '–'
  throw new Error(`${value} is ${status}`)
}

/** Code and names of the line, all its figures, then all their statuses. */
const wideCells = (bytes: Uint8Array): Cells =>
  rowsOf(bytes)
    .slice(1)
    .map((row) => {
      const width = (row.length - 3) / 2
      return row.slice(3, 3 + width).map((value, at) => textFigure(value, row[3 + width + at]!))
    })

export const TABLE_READERS: Readonly<Record<string, Read>> = {
  'csv-long': (bytes, _, columns) => {
    const [names = [], ...rows] = rowsOf(bytes)
    return inLines(
      rows.map((row) => textFigure(row[names.indexOf('cases')]!, row[names.indexOf('status')]!)),
      columns,
    )
  },
  'csv-wide': wideCells,
  'csv-excel': (bytes) => {
    // Read as text, the mark would not be seen.
    if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) throw new Error('Excel would read it in the code page of the machine')
    return wideCells(bytes)
  },
  xlsx: async (bytes, lines, columns) => {
    const [, sheet] = (await readWorkbook(Buffer.from(bytes))) as unknown as { data: unknown[][] }[]
    const [names = [], ...rows] = sheet!.data
    const [cases, status] = [names.indexOf('cases'), names.indexOf('status')]
    if (rows.length !== lines * columns) throw new Error('every cell is a row')
    for (const row of rows)
      if ((typeof row[cases] === 'number') !== ['shown', 'sum'].includes(String(row[status]))) throw new Error('a figure is no number')
    return inLines(
      rows.map((row) => textFigure(String(row[cases]), String(row[status]))),
      columns,
    )
  },
  docx: (bytes) => {
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
    const tables = [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([table]) =>
      [...table.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)]
        .filter(([row]) => !row.includes('<w:tblHeader/>'))
        .map(([row]) => [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([cell]) => figure(cell.replaceAll(/<[^>]*>/g, ''))).slice(1)),
    )
    return tables[0]!.map((_, line) => tables.flatMap((table) => table[line]!))
  },
  sav: (bytes, lines, columns) => {
    const dimensions = columns === 1 ? 1 : 2
    const said: Readonly<Record<number, string>> = { [WITHHELD]: 'x', [NOT_APPLICABLE]: '–' }
    return inLines(
      savFigures(bytes, lines * columns).map((values) => {
        // Codes are whole numbers from 1 and stand first, each before its text; what follows them is the figure.
        const numbers = values.filter((value) => Number.isInteger(value) && (Math.abs(value) < 1e7 || value in said))
        const found = numbers[dimensions]!
        return said[found] ?? String(found)
      }),
      columns,
    )
  },
  dta: (bytes, _, columns) => {
    const { names, rows } = readDta(bytes)
    const at = names.indexOf('cases')
    const said: Readonly<Record<string, string>> = { '.a': 'x', '.b': '–' }
    return inLines(
      rows.map((row) => said[row[at]!] ?? String(row[at])),
      columns,
    )
  },
  parquet: async (bytes, _, columns) => {
    const path = join(tmpdir(), `jnatip-one-${process.pid}.parquet`)
    writeFileSync(path, bytes)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    try {
      const read = await connection.runAndReadAll(`SELECT cases, status FROM read_parquet('${path}')`)
      const said: Readonly<Record<string, string>> = { withheld: 'x', not_applicable: '–' }
      return inLines(
        read.getRows().map(([cases, status]) => (cases === null ? (said[String(status)] ?? 'nothing') : String(cases))),
        columns,
      )
    } finally {
      connection.closeSync()
      rmSync(path)
    }
  },
  block: (bytes, _, columns) => {
    const { block } = JSON.parse(strFromU8(bytes)) as AskedTable
    if (block.kind !== 'table') throw new Error('a tree has no lines')
    const { cells } = block.table
    return inLines(
      cells.map((cell) => ('figure' in cell ? String(cell.figure) : cell.status === 'withheld' ? 'x' : '–')),
      columns,
    )
  },
  markdown: (bytes) =>
    strFromU8(bytes)
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(2)
      .map((line) =>
        line
          .replaceAll(/^\| | \|$/g, '')
          .split(' | ')
          .slice(1)
          .map(figure),
      ),
  latex: (bytes) =>
    strFromU8(bytes)
      .split('\\endhead')[1]!
      .split('\\bottomrule')[0]!
      .trim()
      .split('\n')
      .map((line) =>
        line
          .trim()
          .replace(/ \\\\$/, '')
          .split(' & ')
          .slice(1)
          .map(figure),
      ),
}
