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
import { shadeAt } from '../../../../analysis/publication/figures/shades.ts'
import { archive } from '../../../../analysis/publication/formats/archive.ts'
import { blockLongCsv, blockWideCsv } from '../../../../analysis/publication/formats/data/block-csv.ts'
import { NOT_APPLICABLE, WITHHELD } from '../../../../analysis/publication/formats/data/block-sav.ts'
import { journeysJsonStat } from '../../../../analysis/publication/formats/data/table-json-stat.ts'
import { bookDocx } from '../../../../analysis/publication/formats/office/book-docx.ts'
import { blockXlsx } from '../../../../analysis/publication/formats/office/book-xlsx.ts'
import { blockMarkdown } from '../../../../analysis/publication/formats/text/block-text.ts'
import { escapeXml } from '../../../../survey-schema/forms/xml.ts'
import type { Book, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { bookOfBundle, cellsOf, filesOf, printedBlocksOf, printedCells } from '../../../support/book-files.ts'
import { readDta } from '../../../support/dta-figures.ts'
import { makeEdition } from '../../../support/edition.ts'
import { savFigures, savLabels } from '../../../support/sav-figures.ts'

let book: Book
let blocks: readonly PrintedBlock[]
let files: ReadonlyMap<string, Uint8Array>
const folder = mkdtempSync(join(tmpdir(), 'jnatip-formats-'))
beforeAll(async () => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  blocks = printedBlocksOf(book)
  files = await filesOf(book, ['xlsx', 'csv', 'json-stat', 'datapackage', 'sav', 'dta', 'parquet', 'markdown', 'html'])
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const unzipped = (name: string) => {
  const file = files.get(name)
  if (!file) throw new Error(`no file ${name}`)
  return unzipSync(file)
}
/** A cell as text formats write it. */
const token = (cell: number | string) => (cell === 'withheld' ? 'x' : cell === 'not_applicable' ? '–' : cell)
/** The same as text files for programs write it: one ASCII token for withheld, one where there can be no figure. */
const csvToken = (cell: number | string) => (cell === 'withheld' ? 'x' : typeof cell === 'string' ? '.' : String(cell))
const statusOf = (cell: number | string) => (typeof cell === 'string' ? cell : expect.stringMatching(/^(shown|sum|at_least_\d+_of_\d+)$/))

describe('a book with withheld cells', () => {
  it('is what the formats are tried on', () => {
    expect(blocks.length).toBeGreaterThan(60)
    const all = blocks.flatMap(cellsOf)
    expect(all.filter((cell) => cell === 'withheld').length).toBeGreaterThan(500)
    expect(all.filter((cell) => typeof cell === 'number').length).toBeGreaterThan(500)
  })
})

describe('CSV', () => {
  it('P88 long: every cell of the bundle, x where it is withheld, its status beside it, with and without a byte order mark', () => {
    const zip = unzipped('csv.zip')
    for (const block of blocks) {
      const text = strFromU8(zip[`long/${block.id}.csv`]!)
      const [fields, ...rows] = Papa.parse(text.trim(), {}).data
      const at = fields!.indexOf('cases')
      expect(rows.map((row) => [row[at], row[at + 1]])).toEqual(cellsOf(block).map((cell) => [csvToken(cell), statusOf(cell)]))
      const words = fields!.indexOf('in_words')
      expect(words >= 0).toBe(cellsOf(block).includes('text'))
      if (words >= 0) expect(rows.map((row) => row[words] !== '')).toEqual(cellsOf(block).map((cell) => cell === 'text'))
      expect(Buffer.from(zip[`long-with-bom/${block.id}.csv`]!).toString()).toBe(`\ufeff${text}`)
      expect(zip[`long/${block.id}.txt`]!.length).toBeGreaterThan(100)
    }
  })

  it('P88 wide: as it is printed, then the status of each figure', () => {
    const zip = unzipped('csv.zip')
    for (const block of blocks.filter(({ kind }) => kind !== 'derived')) {
      const [fields, ...rows] = Papa.parse(strFromU8(zip[`wide/${block.id}.csv`]!).trim(), {}).data
      expect(new Set(fields).size, block.id).toBe(fields!.length)
      expect(
        rows.map((row) => row.slice(3)),
        block.id,
      ).toEqual(printedCells(block).map((line) => [...line.map(csvToken), ...line.map(statusOf)]))
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
      expect(schema.missingValues).toEqual(['x', '.'])
      expect(schema.fields.find(({ name }) => name === 'cases')).toMatchObject({
        type: 'integer',
        description: expect.stringContaining('x = withheld'),
      })
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
    expect(sheets.length).toBe(blocks.length + 2)
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

describe('XLSX for programs', () => {
  it('P88 by read-excel-file: every cell of every block with its share as numbers, in order, and a token where there is none', async () => {
    const sheets = (await readWorkbook(Buffer.from(files.get('xlsx')!))) as unknown as { sheet: string; data: unknown[][] }[]
    const [names = [], ...rows] = sheets.at(-1)!.data
    const column = (name: string) => names.indexOf(name)
    let [from, shares] = [0, 0]
    blocks.forEach((block, at) => {
      const cells = cellsOf(block)
      const found = rows.slice(from, from + cells.length)
      from += cells.length
      expect(new Set(found.map(([sheet]) => sheet))).toEqual(new Set(cells.length > 0 ? [sheets[at + 1]!.sheet] : []))
      expect(
        found.map((row) => [row[column('cases')], row[column('status')]]),
        block.id,
      ).toEqual(cells.map((cell) => [typeof cell === 'number' ? cell : csvToken(cell), statusOf(cell)]))
      // What is printed as percent is the same number, between its bounds, which are the printed ones where those are printed.
      const printed = (block.kind === 'table' ? (block.shares ?? []).flat() : []).flatMap((share) => share?.en ?? [])
      const numbers = found.map((row) => ['share', 'lower', 'upper'].map((name) => row[column(name)]))
      const given = numbers.filter(([share]) => typeof share === 'number') as [number, number, number][]
      if (block.kind === 'table') {
        const words = given.map(([share, low, high]) =>
          block.table.axes.length === 1 ? `${percent(share)}% (${percent(low)}–${percent(high)})` : `${percent(share)}%`,
        )
        expect(words.sort(), block.id).toEqual([...printed].sort())
      }
      for (const [share, low, high] of given) expect(0 <= low && low <= share && share <= high && high <= 1, block.id).toBe(true)
      numbers.forEach(([share, low, high], place) => {
        if (typeof share !== 'number') expect([share, low, high]).toEqual(Array(3).fill(cells[place] === 'withheld' ? 'x' : '.'))
      })
      shares += given.length
    })
    expect([from, shares > 300]).toEqual([rows.length, true])
  })
})

/** A share of a sheet in whole percent. */
const percent = (share: number) => Math.round(100 * share)

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

describe('labels of SPSS', () => {
  it('have at most 120 bytes, end between characters, and stand whole in the documents of the file where they were cut', () => {
    const zip = unzipped('sav.zip')
    let cut = 0
    for (const block of blocks) {
      const bytes = zip[`${block.id}.sav`]!
      const labels = savLabels(bytes).map((label) => [label.length, new TextDecoder('utf-8', { fatal: true }).decode(label)] as const)
      expect(Math.max(...labels.map(([length]) => length)), block.id).toBeLessThanOrEqual(120)
      const documents = strFromU8(bytes).replaceAll(/ {2,}/g, '')
      for (const { ja, en } of linesOf(block)) {
        const whole = ja === en ? ja : `${ja} / ${en}`
        if (labels.some(([, label]) => label === whole)) continue
        cut++
        expect(documents.replaceAll(' ', ''), block.id).toContain(whole.replaceAll(' ', ''))
      }
    }
    expect(cut).toBeGreaterThan(10)
  })
})

/** Every line that is labelled. */
function linesOf(block: PrintedBlock): readonly Text[] {
  if (block.kind === 'table') return block.table.axes.flatMap((axis) => [axis, ...axis.lines])
  return block.kind === 'derived' ? block.rows.map(({ line }) => line) : []
}

describe('Stata', () => {
  it('P88 has every figure as a number, .a where it is withheld, .b where it cannot occur, .c for words, and labels whole in both languages', () => {
    const zip = unzipped('dta.zip')
    for (const block of blocks) {
      const { names, rows, valueLabels, notes, labels } = readDta(zip[`${block.id}.dta`]!)
      const cases = names.indexOf('cases')
      expect(
        rows.map((row) => [row[cases], row[cases + 1]]),
        block.id,
      ).toEqual(cellsOf(block).map((cell) => [typeof cell === 'number' ? cell : MISSING[cell], statusOf(cell)]))
      expect(valueLabels.cases).toEqual({ '.a': '秘匿 / withheld', '.b': '該当しえない / cannot occur', '.c': '文字 / in words' })
      expect(labels[cases]).toBe('事例数 / Cases')
      expect([notes[0], notes.at(-1)]).toEqual([String(notes.length - 1), `SHA-256 ${block.checksum}`])
      if (block.kind !== 'table') continue
      const [first, second] = block.table.axes
      const width = second?.lines.length ?? 1
      for (const [at, row] of rows.entries()) {
        const lines = [first.lines[Math.floor(at / width)]!, ...(second ? [second.lines[at % width]!] : [])]
        lines.forEach(({ code, ja, en }, axis) => {
          expect([row[2 * axis + 1], valueLabels[names[2 * axis]!]![String(row[2 * axis])]]).toEqual([
            code,
            ja === en ? ja : `${ja} / ${en}`,
          ])
        })
      }
    }
  })
})
const MISSING: Readonly<Record<string, string>> = { withheld: '.a', not_applicable: '.b', text: '.c' }

describe('HTML', () => {
  it('names each region that scrolls by its table and its caption, so that no two have one name', () => {
    const text = strFromU8(files.get('html')!)
    const words = (id: string) => text.split(` id="${id}"`)[1]?.split(/<\/(?:h3|caption)>/)[0]
    const names = [...text.matchAll(/role="region" aria-labelledby="([^"]+)"/g)].map(([, ids]) => ids!.split(' ').map(words).join())
    expect(names.length).toBe(printedBlocksOf(book).length)
    expect(new Set(names).size).toBe(names.length)
  })

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

describe('DOCX', () => {
  it('has each drawing as SVG and as PNG, the one named beside the other, with the text that is read in its place', () => {
    const image = { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', png: new Uint8Array(8), width: 720, height: 300 }
    const zip = unzipSync(bookDocx(book, 'en', () => image))
    const document = strFromU8(zip['word/document.xml']!)
    const relations = strFromU8(zip['word/_rels/document.xml.rels']!)
    const named = [...document.matchAll(/<a:blip r:embed="(rIdP\d+)">.*?<asvg:svgBlip [^>]*r:embed="(rIdS\d+)"/g)]
    expect(named.length).toBeGreaterThan(20)
    expect(named.length).toBe(document.split('<a:blip ').length - 1)
    for (const [, png, svg] of named)
      for (const [id, ending] of [
        [png, 'png'],
        [svg, 'svg'],
      ] as const) {
        const target = new RegExp(`Id="${id}" [^>]*Target="(media/figure\\d+\\.${ending})"`).exec(relations)?.[1]
        expect(zip[`word/${target}`]?.length, `${id} ${ending}`).toBeGreaterThan(0)
      }
    expect(strFromU8(zip['[Content_Types].xml']!)).toContain('Extension="svg" ContentType="image/svg+xml"')
    const read = [...document.matchAll(/ descr="([^"]*)"/g)].map(([, words]) => words)
    for (const { kind, alternative } of book.chapters.flatMap(({ tables }) => tables.flatMap(({ figures }) => figures)))
      if (kind !== 'heat' && kind !== 'matrix') expect(read).toContain(escapeXml(alternative.en))
  })

  it('has the notes of a chapter once, and shades the grids that it does not draw', () => {
    const document = strFromU8(unzipSync(bookDocx(book, 'ja', () => null))['word/document.xml']!)
    const [source] = blocks.map((block) => block.source.ja)
    expect(document.split(`>${source}<`).length - 1).toBe(new Set(blocks.map(({ id }) => id.split('-')[1])).size)
    for (const { checksum } of blocks) expect(document).toContain(checksum.slice(0, 16))
    for (const { fill } of [shadeAt(1), shadeAt(0)]) expect(document).toContain(`w:fill="${fill.slice(1).toUpperCase()}"`)
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
