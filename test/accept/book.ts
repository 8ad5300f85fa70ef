/**
 * The data book of real, published records: every format read back by a program that is not ours and compared with the bundle cell for
 * cell, withheld ones included. Every judge is also shown a table with one cell changed and must object. One that is not installed is
 * named; where `JUDGES=required` says that it was installed, its absence is a failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv } from 'ajv'
import { strFromU8, unzipSync } from 'fflate'
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { bookFiles } from '../../server/editors/book-files/book-files.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import type { Book, PrintedBlock, RecordsNamed } from '../../survey-schema/release/book.ts'
import { bookOfBundle, printedBlocksOf } from '../support/book-files.ts'
import { launchChromium } from '../support/chromium.ts'
import { accessibilityFindings } from '../support/page.ts'
import { type Long, longOf, type Printed, printedOf, saidAround, tampered, tamperedLong } from '../support/printed.ts'
import type { Checks } from './checks.ts'
import { agrees, duckDb, haven, jsonStat, pspp, type Reader, refusedByJsonStat } from './judges/data.ts'
import { inDocument, inSheet, openedByOffice } from './judges/office.ts'
import { inPage, openedInBrowser, runningOver } from './judges/page.ts'
import { inPaper, textOfPdf } from './judges/paper.ts'
import { outOfOrder, partsOfPdf } from './judges/read-aloud.ts'
import type { Processes } from './processes.ts'

const FORMATS = 'html,pdf,docx,fact-sheets,xlsx,csv,json-stat,datapackage,sav,dta,parquet,bibtex,ris'
const LANGUAGES = ['ja', 'en'] as const

/** Whose records these are, and on what terms they may be used. */
const RECORDS: RecordsNamed = {
  citation: {
    ja: 'Counter-Trafficking Data Collaborative（CTDC）「Global K-anonymised Dataset」2021年7月15日版',
    en: 'Counter-Trafficking Data Collaborative (CTDC), Global K-anonymised Dataset, version of 15 July 2021',
  },
  terms: {
    ja: '記録の利用はCTDCの利用規約による。個人の特定やほかの資料との突き合わせを試みてはならない。ここに示す数値は、この仕組みを試すために集計し直したもので、CTDCおよび国際移住機関（IOM）の公表値ではない。',
    en: 'Use of the records is subject to the terms of use of CTDC: nobody may try to identify a person or to match the records with others. The figures here were counted anew to try this program and are not those published by CTDC or IOM.',
  },
}

/** The book as it must be read: by eye, and by programs. */
interface Expected {
  readonly blocks: readonly PrintedBlock[]
  readonly printed: readonly Printed[]
  readonly long: readonly Long[]
}

/** @param bundle file of the published bundle */
export async function checkBook(to: Checks, all: Processes, data: string, bundle: string, folder: string): Promise<void> {
  const out = join(folder, 'book')
  const source = join(folder, 'source.json')
  writeFileSync(source, JSON.stringify(RECORDS))
  const { code, stderr, seconds } = await all.run('book', bundle, '--to', FORMATS, '--source', source, '--out', out)
  to.holds('the data book is written', code === 0, stderr.trim().split('\n').at(-1) ?? '')
  if (code !== 0) return
  to.note(`book in both languages as ${FORMATS}: ${seconds.toFixed(1)} s, start of the process included`)
  const started = performance.now()
  const book = bookOfBundle(readBundle(JSON.parse(readFileSync(bundle, 'utf8')), checksum), RECORDS)
  const blocks = printedBlocksOf(book)
  const expected = { blocks, printed: blocks.map(printedOf), long: blocks.map(longOf) }
  const silent = expected.long.flatMap(({ records }) => records).filter(({ value }) => value === 'withheld' || value === 'not_applicable')
  to.holds('the book has cells to be silent about', silent.length > 100, `${blocks.length} blocks, ${silent.length} silent cells`)
  // The book's own file and not that of a fact sheet: the shortest of these names.
  const file = (ending: string) =>
    join(
      out,
      readdirSync(out)
        .filter((name) => name.endsWith(ending))
        .sort((one, other) => one.length - other.length)[0]!,
    )
  await dataFiles(to, data, folder, expected, file)
  inPdf(to, expected, file)
  await readAloud(to, book, file, folder)
  citations(to, expected, file)
  await inPrograms(to, book, expected, file, folder)
  to.note(`judges of the book: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

type FileOf = (ending: string) => string

const unzipped = (path: string) => unzipSync(readFileSync(path))

/** What is no program of its own. */
const AT_HAND: Readonly<Record<string, string>> = { haven: `Rscript -e 'library(haven)'` }

/** False, with a line that says so, where a program is not there. */
function atHand(to: Checks, program: string): boolean {
  const found = spawnSync('sh', ['-c', AT_HAND[program] ?? `command -v ${program}`]).status === 0
  if (!found && process.env.JUDGES === 'required') to.holds(`${program} is at hand`, false)
  else if (!found) to.note(`not judged: ${program} is not installed`)
  return found
}

async function dataFiles(to: Checks, data: string, folder: string, { long }: Expected, file: FileOf) {
  const compared = async (what: string, read: Reader) => {
    const found = await Promise.all(long.map(async (one) => [one, await read(one.id)] as const))
    judged(
      to,
      what,
      found.map(([one, records]) => [one.id, agrees(records, one), one.records.length > 0 && agrees(records, tamperedLong(one))]),
    )
  }
  const duck = await duckDb(folder)
  const ordered = (read: Reader): Reader => {
    let before: Promise<unknown> = Promise.resolve()
    return (id) => {
      const now = before.then(() => read(id))
      before = now.catch(() => {})
      return now
    }
  }
  const csv = unzipped(file('.csv.zip'))
  await compared('CSV, by DuckDB', ordered(duck.reading('csv', csv, (id) => `long/${id}.csv`)))
  await compared('CSV with a byte order mark, by DuckDB', ordered(duck.reading('csv', csv, (id) => `long-with-bom/${id}.csv`)))
  await compared('Parquet, by DuckDB', ordered(duck.reading('parquet', unzipped(file('.parquet.zip')), (id) => `${id}.parquet`)))
  const packed = unzipped(file('.datapackage.zip'))
  await compared('Data Package, by DuckDB', ordered(duck.reading('csv', packed, (id) => `data/${id}.csv`)))
  duck.close()
  const stat = unzipped(file('.json-stat.zip'))
  for (const language of LANGUAGES) await compared(`JSON-stat (${language}), by jsonstat-toolkit`, jsonStat(stat, language))
  const refused = refusedByJsonStat(data, stat)
  if (refused) to.equal('datasets that the schema of JSON-stat 2.0 refuses', refused, [])
  else to.note('JSON-stat of the book: no schema in the data folder')
  if (atHand(to, 'haven')) await compared('Stata, by haven', haven(folder, unzipped(file('.dta.zip'))))
  if (atHand(to, 'pspp-convert')) await compared('SPSS, by PSPP', pspp(folder, unzipped(file('.sav.zip'))))
  const schemas = join(data, 'schemas/frictionless')
  if (existsSync(schemas)) asDataPackage(to, schemas, packed)
  else to.note('Data Package of the book: no schemas in the data folder')
}

/** @param blocks id, whether it reads as it is, and whether the judge also takes it with a changed cell */
function judged(to: Checks, what: string, blocks: readonly (readonly [id: string, right: boolean, blind: boolean])[]) {
  to.equal(
    `${what}: blocks that are not the bundle, cell for cell (of ${blocks.length})`,
    blocks.flatMap(([id, right]) => (right ? [] : [id])),
    [],
  )
  to.equal(
    `${what}: changed cells that go unseen`,
    blocks.flatMap(([id, , blind]) => (blind ? [id] : [])),
    [],
  )
}

function inPdf(to: Checks, { blocks, printed }: Expected, file: FileOf) {
  if (!atHand(to, 'pdftotext')) return
  for (const language of LANGUAGES) {
    const text = textOfPdf(file(`.${language}.pdf`))
    let from = 0
    judged(
      to,
      `PDF (${language}), by poppler`,
      printed.map((one) => {
        const end = inPaper(text, from, one, language)
        const blind = one.lines.length > 0 && inPaper(text.slice(0, Math.max(end, 0)), from, tampered(one), language) >= 0
        if (end >= 0) from = end
        return [one.id, end >= 0, blind]
      }),
    )
    aroundBlocks(to, `PDF (${language})`, text, blocks, language, true)
    namedIn(to, `PDF (${language})`, text, blocks, language, true)
  }
}

/** A screen reader meets headings, headers of columns and lines, drawings, and the captions of a chapter in the order of the book. */
async function readAloud(to: Checks, book: Book, file: FileOf, folder: string) {
  if (!atHand(to, 'pdfinfo')) return
  const [shortest] = book.chapters
    .filter(({ tables }) => tables.filter(({ blocks }) => blocks.length > 0).length > 1)
    .toSorted((one, other) => one.tables.length - other.tables.length)
  for (const language of LANGUAGES) {
    const parts = partsOfPdf(file(`.${language}.pdf`))
    const tables = book.chapters.flatMap((chapter) => chapter.tables)
    to.equal(`PDF (${language}), by pdfinfo: headings of numbered tables`, parts.H2, tables.length)
    to.holds(`PDF (${language}), by pdfinfo: every table names its columns and its lines`, (parts['/Scope /Row'] ?? 0) > (parts.Table ?? 0))
    to.equal(`PDF (${language}), by pdfinfo: tables without a head`, (parts.Table ?? 0) - (parts.THead ?? 0), 0)
    if (!shortest) continue
    const path = join(folder, `chapter.${language}.pdf`)
    const [pdf] = bookFiles({ ...book, chapters: [shortest] }, [language], ['pdf'])
    writeFileSync(path, await pdf!.make())
    const blocks = printedBlocksOf({ ...book, chapters: [shortest] })
    const first = blocks.map((block) => printedOf(block).lines[0]?.name[language] ?? '')
    to.equal(
      `PDF (${language}), by pdfinfo: captions of a chapter that are read out of order`,
      outOfOrder(path, blocks, first, language),
      [],
    )
  }
}

/** Whose records they are, with every table (where notes stand once a chapter: in every chapter), and their terms once at least. */
function namedIn(to: Checks, what: string, text: string, blocks: readonly PrintedBlock[], language: 'ja' | 'en', inChapters = false) {
  const bare = (one: string) => one.replaceAll(/\s/g, '')
  const times = (words: string) => bare(text).split(bare(words)).length - 1
  const { citation, terms } = RECORDS
  to.holds(
    `${what}: the records are cited with every table, and their terms stand there`,
    times(citation[language]) >= (inChapters ? chaptersOf(blocks) : blocks.length) && times(terms[language]) >= 1,
  )
}

const chaptersOf = (blocks: readonly PrintedBlock[]) => new Set(blocks.map(({ id }) => id.split('-')[1])).size

/** Bases, periods, policy, notes and sources stand in the text. */
function aroundBlocks(to: Checks, what: string, text: string, blocks: readonly PrintedBlock[], language: 'ja' | 'en', inChapters = false) {
  const bare = (one: string) => one.replaceAll(/\s/g, '')
  const whole = bare(text)
  const missing = new Set(blocks.flatMap((block) => saidAround(block, language, inChapters)).filter((said) => !whole.includes(bare(said))))
  to.equal(`${what}: bases, periods, notes and sources that are missing`, [...missing].slice(0, 3), [])
}

async function inPrograms(to: Checks, book: Book, { blocks, printed }: Expected, file: FileOf, folder: string) {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    // The compiler gives functions their names back by a helper that only this process has.
    await page.addInitScript({ content: 'globalThis.__name ??= (one) => one' })
    const html = await openedInBrowser(page, file('.html'))
    judged(
      to,
      'HTML, by Chromium',
      printed.map((one) => [one.id, inPage(html.tables[one.id], one), one.lines.length > 0 && inPage(html.tables[one.id], tampered(one))]),
    )
    for (const language of LANGUAGES) {
      aroundBlocks(to, `HTML (${language})`, html.text[language], blocks, language, true)
      namedIn(to, `HTML (${language})`, html.text[language], blocks, language, true)
    }
    await page.setViewportSize({ width: 360, height: 800 })
    to.equal('HTML, by Chromium on a telephone: pixels that run over', await runningOver(page), 0)
    // Three chapters have every part that the others have.
    const [short] = bookFiles({ ...book, chapters: book.chapters.slice(2, 5) }, LANGUAGES, ['html'])
    const path = join(folder, 'chapters.html')
    writeFileSync(path, await short!.make())
    await page.goto(pathToFileURL(path).href)
    for (const language of ['日本語', 'English']) {
      await page.getByText(language, { exact: true }).first().click()
      to.equal(`HTML (${language}), by axe: what it finds`, await accessibilityFindings(page), [])
    }
    if (!atHand(to, 'soffice')) return
    await page.goto('about:blank')
    const sheets = await openedByOffice(page, file('.xlsx'), 'ods', folder)
    to.equal('XLSX: sheets, those of the notes and of all cells included', sheets.tables.length, blocks.length + 2)
    judged(
      to,
      'XLSX, by LibreOffice',
      printed.map((one, at) => {
        const sheet = sheets.tables[at + 1]
        return [
          one.id,
          sheet !== undefined && inSheet(sheet, one),
          one.lines.length > 0 && sheet !== undefined && inSheet(sheet, tampered(one)),
        ]
      }),
    )
    for (const language of LANGUAGES) {
      aroundBlocks(to, `XLSX (${language})`, sheets.text, blocks, language)
      const document = await openedByOffice(page, file(`.${language}.docx`), 'odt', folder)
      let tables = document.tables
      judged(
        to,
        `DOCX (${language}), by LibreOffice`,
        printed.map((one) => {
          const rest = inDocument(tables, one, language)
          const blind = one.lines.length > 0 && inDocument(tables, tampered(one), language) !== null
          if (rest) tables = rest
          return [one.id, rest !== null, blind]
        }),
      )
      to.equal(`DOCX (${language}): tables left over`, tables.length, 0)
      aroundBlocks(to, `DOCX (${language})`, document.text, blocks, language, true)
    }
  } finally {
    await browser.close()
  }
}

/** Every printed table can be cited, with its checksum, by somebody else's reader of references. */
function citations(to: Checks, { blocks }: Expected, file: FileOf) {
  for (const [program, ending] of [
    ['bib2xml', '.bib'],
    ['ris2xml', '.ris'],
  ] as const) {
    if (!atHand(to, program)) continue
    const { stdout } = spawnSync(program, [file(ending)], { encoding: 'utf8', maxBuffer: 1 << 26 })
    const missing = blocks.filter(({ checksum: whole }) => !stdout.includes(whole.slice(0, 16)))
    to.equal(
      `${ending.slice(1)}, by bibutils: tables that nobody could cite`,
      missing.map(({ id }) => id),
      [],
    )
  }
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
