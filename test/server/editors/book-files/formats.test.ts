/** Data formats, read back by programs that are not ours, are the bundle cell for cell. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { strFromU8, unzipSync } from 'fflate'
import JSONstat from 'jsonstat-toolkit'
import Papa from 'papaparse'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJourneys } from '../../../../analysis/disclosure/released/bundle.ts'
import { archive } from '../../../../analysis/publication/formats/archive.ts'
import { blockLongCsv, blockWideCsv } from '../../../../analysis/publication/formats/data/block-csv.ts'
import { NOT_APPLICABLE, WITHHELD } from '../../../../analysis/publication/formats/data/block-sav.ts'
import { journeysJsonStat } from '../../../../analysis/publication/formats/data/table-json-stat.ts'
import { blockXlsx } from '../../../../analysis/publication/formats/office/book-xlsx.ts'
import { blockMarkdown } from '../../../../analysis/publication/formats/text/block-text.ts'
import type { Book, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { bookOfBundle, cellsOf, filesOf, printedBlocksOf, printedCells } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'
import { savFigures } from '../../../support/sav-figures.ts'

let book: Book
let blocks: readonly PrintedBlock[]
let files: ReadonlyMap<string, Uint8Array>
const folder = mkdtempSync(join(tmpdir(), 'jnatip-formats-'))
beforeAll(async () => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  blocks = printedBlocksOf(book)
  files = await filesOf(book, ['xlsx', 'csv', 'json-stat', 'datapackage', 'sav', 'parquet', 'markdown', 'html'])
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const unzipped = (name: string) => {
  const file = files.get(name)
  if (!file) throw new Error(`no file ${name}`)
  return unzipSync(file)
}
/** A cell as text formats write it. */
const token = (cell: number | string) => (cell === 'withheld' ? 'x' : cell === 'not_applicable' ? '–' : cell)

describe('a book with withheld cells', () => {
  it('is what the formats are tried on', () => {
    expect(blocks.length).toBeGreaterThan(60)
    const all = blocks.flatMap(cellsOf)
    expect(all.filter((cell) => cell === 'withheld').length).toBeGreaterThan(500)
    expect(all.filter((cell) => typeof cell === 'number').length).toBeGreaterThan(500)
  })
})

describe('CSV', () => {
  it('P88 long: every cell of the bundle, x where it is withheld, with and without a byte order mark', () => {
    const zip = unzipped('csv.zip')
    for (const block of blocks) {
      const text = strFromU8(zip[`long/${block.id}.csv`]!)
      const [fields, ...rows] = Papa.parse(text.trim(), {}).data
      const at = fields!.indexOf('cases')
      expect(rows.map((row) => row[at]).map((value, place) => (cellsOf(block)[place] === 'text' ? 'text' : value))).toEqual(
        cellsOf(block).map((cell) => String(token(cell))),
      )
      expect(Buffer.from(zip[`long-with-bom/${block.id}.csv`]!).toString()).toBe(`\ufeff${text}`)
      expect(zip[`long/${block.id}.txt`]!.length).toBeGreaterThan(100)
    }
  })

  it('wide: as it is printed', () => {
    const zip = unzipped('csv.zip')
    for (const block of blocks.filter(({ kind }) => kind !== 'derived')) {
      const [, ...rows] = Papa.parse(strFromU8(zip[`wide/${block.id}.csv`]!).trim(), {}).data
      expect(
        rows.map((row) => row.slice(3)),
        block.id,
      ).toEqual(printedCells(block).map((line) => line.map((cell) => String(token(cell)))))
    }
  })
})

describe('JSON-stat', () => {
  it('by jsonstat-toolkit: values of the bundle, null with a status where there is none', () => {
    const zip = unzipped('json-stat.zip')
    for (const block of blocks)
      for (const language of ['ja', 'en']) {
        const value = JSON.parse(strFromU8(zip[`${language}/${block.id}.json`]!)) as { status: Record<string, string> }
        expect(JSONstat(value).value, block.id).toEqual(cellsOf(block).map((cell) => (typeof cell === 'number' ? cell : null)))
        cellsOf(block).forEach((cell, at) => {
          if (typeof cell === 'string') expect(value.status[at]).toBe(cell)
        })
      }
  })

  it('of an edition in which no route stands is one withheld line, for a dataset without a line is none', () => {
    const none = readJourneys({ id: 'routes', slice: 'volume-1', policy: 'v1', origins: [], checksum: '0'.repeat(64) })
    const written = journeysJsonStat(none, { edition: 'volume-1', fictional: true, language: 'en' })
    expect([written.size, written.value, written.status]).toEqual([[1], [null], { 0: 'withheld' }])
    expect(JSONstat(written as never).value).toEqual([null])
  })
})

describe('Parquet', () => {
  it('by DuckDB: figures as integers, null and a status where there is none', async () => {
    const zip = unzipped('parquet.zip')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    for (const block of blocks) {
      const path = join(folder, `${block.id}.parquet`)
      writeFileSync(path, zip[`${block.id}.parquet`]!)
      const read = await connection.runAndReadAll(`SELECT cases, status FROM read_parquet('${path}')`)
      expect(
        read.getRows().map(([cases, status]) => cases ?? status),
        block.id,
      ).toEqual(cellsOf(block))
    }
    connection.closeSync()
  })
})

describe('Data Package', () => {
  it('names the hash and size of every file, and DuckDB reads no number where a figure is withheld', async () => {
    const zip = unzipped('datapackage.zip')
    const { resources } = JSON.parse(strFromU8(zip['datapackage.json']!)) as {
      resources: { path: string; hash: string; bytes: number; schema: { fields: { name: string }[]; missingValues: string[] } }[]
    }
    expect(resources.length).toBe(blocks.length)
    for (const { path, hash, bytes, schema } of resources) {
      const file = zip[path]!
      expect([`sha256:${createHash('sha256').update(file).digest('hex')}`, file.length]).toEqual([hash, bytes])
      expect(schema.fields.map(({ name }) => name).join()).toBe(strFromU8(file).split('\r\n')[0])
      expect(schema.missingValues).toEqual(['x', '–'])
    }
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const block = blocks.find((one) => cellsOf(one).includes('withheld'))!
    const path = join(folder, 'one.csv')
    writeFileSync(path, zip[`data/${block.id}.csv`]!)
    const read = await connection.runAndReadAll(`SELECT try_cast(cases AS INTEGER), status FROM read_csv('${path}', all_varchar = true)`)
    expect(read.getRows().map(([cases, status]) => cases ?? status)).toEqual(cellsOf(block))
    connection.closeSync()
  })
})

describe('XLSX', () => {
  it('by read-excel-file: a sheet a block, figures as numbers, x as text, nothing hidden and no formula', async () => {
    const file = files.get('xlsx')!
    const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    for (const [name, xml] of parts) {
      expect(/<f[ >]|hidden|externalLink|<definedName name="(?!_xlnm)/.test(xml), name).toBe(false)
      expect(/creator|lastModifiedBy|dcterms/.test(xml), name).toBe(false)
    }
    const sheets = (await readWorkbook(Buffer.from(file))) as unknown as { sheet: string; data: unknown[][] }[]
    expect(sheets.length).toBe(blocks.length + 1)
    blocks.forEach((block, at) => {
      const { data } = sheets[at + 1]!
      const printed = printedCells(block)
      const head = data.findIndex((row) => typeof row[0] === 'string' && typeof row[2] === 'string' && (row[2] as string).includes('\n'))
      const found = data.slice(head + 1, head + 1 + printed.length).map((row) => row.slice(2, 2 + printed[0]!.length))
      expect(
        found.map((row, line) => row.map((cell, place) => (printed[line]![place] === 'text' ? 'text' : cell))),
        block.id,
      ).toEqual(printed.map((line) => line.map(token)))
    })
  })
})

describe('SPSS', () => {
  it('declares withheld cells user-missing and never writes 0 or system-missing for one', () => {
    const zip = unzipped('sav.zip')
    for (const block of blocks) {
      const bytes = zip[`${block.id}.sav`]!
      const expected = cellsOf(block)
      const figures = savFigures(bytes, expected.length)
      expected.forEach((cell, row) => {
        const wanted = cell === 'withheld' ? WITHHELD : cell === 'not_applicable' ? NOT_APPLICABLE : cell
        if (cell !== 'text') expect(figures[row], `${block.id} ${row}`).toContain(wanted)
        expect(figures[row]).not.toContain(-Number.MAX_VALUE)
      })
    }
  })
})

describe('HTML', () => {
  it('says of every withheld cell that it is, and asks for nothing', () => {
    const html = strFromU8(files.get('html')!)
    const withheld = blocks
      .flatMap(printedCells)
      .flat()
      .filter((cell) => cell === 'withheld').length
    expect(html.match(/data-status="withheld"/g)?.length).toBe(withheld)
    expect(html.replaceAll(/http:\/\/www\.w3\.org[^"]*/g, '')).not.toMatch(/(src|href)="(?!data:|#)|url\(|<script|@import/)
  })
})

describe('labels with trouble in them', () => {
  const TROUBLE = ['=1+1', '＝cmd', '@SUM(A1)', '-2', '\t=3', 'a|b\\c*`<b>', '\u202e逆', '👩‍👧\ud800', 'x\u0000y', '"quoted",\r\nline']
  const block = (): PrintedBlock => {
    const one = blocks.find((entry) => entry.kind === 'table' && entry.table.axes.length === 1 && entry.rows.length > 5)!
    if (one.kind !== 'table') throw new Error('no table')
    const lines = one.table.axes[0].lines.map((line, at) => ({
      ...line,
      en: TROUBLE[at % TROUBLE.length]!,
      ja: TROUBLE[at % TROUBLE.length]!,
    }))
    return { ...one, table: { ...one.table, axes: [{ ...one.table.axes[0], lines }] } }
  }

  it('are text in every cell, never a formula', async () => {
    const given = block()
    for (const csv of [blockLongCsv(given, { edition: 'e', policy: 'p', fictional: true }), blockWideCsv(given)])
      for (const row of Papa.parse(csv, {}).data) for (const cell of row) expect(cell).not.toMatch(/^[=+@\t\r＝＋＠]/)
    const sheets = (await readWorkbook(Buffer.from(blockXlsx(given)))) as unknown as { data: unknown[][] }[]
    for (const row of sheets[0]!.data) for (const cell of row) if (typeof cell === 'string') expect(cell.trim()).not.toMatch(/^[=+@-]\S/)
    for (const line of blockMarkdown(given, 'en')
      .split('\n')
      .filter((one) => one.startsWith('|')))
      expect(line.replaceAll(/\\./g, '').split('|').length).toBe(blockMarkdown(given, 'en').includes('| :-- | --: | --: |') ? 5 : 4)
  })
})

describe('archives', () => {
  it('carry no clock', () => {
    const zip = archive(new Map([['a.txt', 'a']]))
    expect([...zip.slice(10, 14)]).toEqual([0, 0, 33, 0])
  })
})
