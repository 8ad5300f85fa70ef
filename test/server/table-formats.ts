/** One table in each format as somebody else's program, or a reader of plain text, finds its cells: line by line, `x` and `–` as they stand. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/node'
import { NOT_APPLICABLE, WITHHELD } from '../../analysis/publication/formats/data/block-sav.ts'
import type { AskedTable } from '../../survey-schema/release/book.ts'
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

const wideCells = (bytes: Uint8Array): Cells =>
  rowsOf(bytes)
    .slice(1)
    .map((row) => row.slice(3))

export const TABLE_READERS: Readonly<Record<string, Read>> = {
  'csv-long': (bytes, _, columns) => {
    const [names = [], ...rows] = rowsOf(bytes)
    return inLines(
      rows.map((row) => row[names.indexOf('cases')]!),
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
    const [sheet] = (await readWorkbook(Buffer.from(bytes))) as unknown as { data: unknown[][] }[]
    const { data } = sheet!
    const head = data.findIndex((row) => typeof row[2] === 'string' && row[2].includes('\n'))
    return data.slice(head + 1, head + 1 + lines).map((row) => row.slice(2, 2 + columns).map(String))
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
