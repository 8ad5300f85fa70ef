/** The data book of real, published records, read back by PSPP, poppler and the official schemas. A judge that is not installed is named, not passed over in silence. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { readBundle } from '../../analysis/disclosure/bundle.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { blocksOf, bookOfBundle, cellsOf, printedCells } from '../support/book-files.ts'
import type { Checks } from './checks.ts'
import type { Processes } from './processes.ts'

const FORMATS = 'pdf,csv,datapackage,sav'
const MISSING: Readonly<Record<string, string>> = { withheld: '-9999999', not_applicable: '-9999998', text: '-9999997' }

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** @param bundle file of the published bundle */
export async function checkBook(to: Checks, all: Processes, shelf: string, bundle: string, folder: string): Promise<void> {
  const out = join(folder, 'book')
  const { code, stderr, seconds } = await all.run('book', bundle, '--lang', 'ja', '--to', FORMATS, '--out', out)
  to.holds('the data book is written', code === 0, stderr.trim().split('\n').at(-1) ?? '')
  if (code !== 0) return
  to.note(`book in Japanese as ${FORMATS}: ${seconds.toFixed(1)} s, start of the process included`)
  const file = (ending: string) => join(out, readdirSync(out).find((name) => name.endsWith(ending))!)
  const book = bookOfBundle(readBundle(JSON.parse(readFileSync(bundle, 'utf8')), checksum))
  const blocks = blocksOf(book)
  const [csv, sav] = [unzipSync(readFileSync(file('.csv.zip'))), unzipSync(readFileSync(file('.sav.zip')))]
  const inCsv = blocks.filter((block) => {
    const [fields, ...rows] = Papa.parse(strFromU8(csv[`long/${block.id}.csv`]!).trim(), {}).data
    const at = fields!.indexOf('status')
    return cellsOf(block).every((cell, row) => (typeof cell === 'number' ? rows[row]![at - 1] === String(cell) : rows[row]![at] === cell))
  })
  to.equal('blocks that stand in CSV cell for cell', inCsv.length, blocks.length)
  inSpss(to, blocks, sav, folder)
  inPdf(to, blocks, file('.ja.pdf'))
  const schemas = join(shelf, 'schemas/frictionless')
  if (existsSync(schemas)) asDataPackage(to, schemas, unzipSync(readFileSync(file('.datapackage.zip'))))
  else to.note('Data Package of the book: no schemas on the shelf')
}

type Blocks = ReturnType<typeof blocksOf>

function inSpss(to: Checks, blocks: Blocks, sav: Readonly<Record<string, Uint8Array>>, folder: string) {
  if (!has('pspp-convert')) return to.note('SPSS: PSPP is not installed')
  const place = join(folder, 'spss')
  mkdirSync(place, { recursive: true })
  const right = blocks.filter((block) => {
    const [from, into] = [join(place, 'one.sav'), join(place, 'one.csv')]
    writeFileSync(from, sav[`${block.id}.sav`]!)
    if (execFileSync('pspp-convert', [from, into], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }) !== '') return false
    const [fields, ...rows] = Papa.parse(readFileSync(into, 'utf8').trim(), {}).data
    const at = fields!.indexOf('cases')
    return cellsOf(block).every((cell, row) => rows[row]![at] === (typeof cell === 'number' ? String(cell) : MISSING[cell]))
  })
  to.equal('blocks that PSPP reads cell for cell, withheld ones as -9999999', right.length, blocks.length)
}

/** Every figure and token of every line stands in the text of the PDF, in its order. */
function inPdf(to: Checks, blocks: Blocks, path: string) {
  if (!has('pdftotext')) return to.note('PDF: pdftotext is not installed')
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const tokens = (cell: number | string) => (cell === 'withheld' ? 'x' : cell === 'not_applicable' ? '–' : cell)
  const figures = new Set(text.split(/[\s　（(]+/).map((word) => word.replaceAll(',', '').replace(/^≥/, '')))
  const printed = blocks
    .flatMap(printedCells)
    .flat()
    .filter((cell) => cell !== 'text')
  to.equal(
    'figures and tokens missing from the PDF',
    [...new Set(printed.map(tokens))].filter((one) => !figures.has(String(one))),
    [],
  )
  to.holds('the PDF says what x means', text.includes('秘匿'))
}

function asDataPackage(to: Checks, folder: string, files: Readonly<Record<string, Uint8Array>>) {
  const schema = (name: string) => {
    const { $schema: _, ...rest } = JSON.parse(readFileSync(join(folder, `${name}-2.0.json`), 'utf8')) as Record<string, unknown>
    return new Ajv({ strict: false, validateFormats: false }).compile(rest)
  }
  const [whole, table] = [schema('datapackage'), schema('tableschema')]
  const given = JSON.parse(strFromU8(files['datapackage.json']!)) as { resources: { schema: object }[] }
  to.holds('the book is a Data Package 2.0', whole(given) as boolean, whole.errors?.[0]?.message ?? '')
  to.equal('its tables that the schema refuses', given.resources.filter((one) => !table(one.schema)).length, 0)
}
