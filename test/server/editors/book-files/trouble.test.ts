/** Books that go wrong: a disk that fills up, labels with every trouble of Unicode, an edition that shows next to nothing, an older questionnaire, a plan that asks for what is not there. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookOf } from '../../../../analysis/publication/book/book.ts'
import { PLAN } from '../../../../analysis/publication/book/plan/plan.ts'
import type { Plan } from '../../../../analysis/publication/book/plan/planned.ts'
import { blockLongCsv, blockWideCsv } from '../../../../analysis/publication/formats/data/block-csv.ts'
import { blockJsonStat } from '../../../../analysis/publication/formats/data/block-json-stat.ts'
import { blockParquet } from '../../../../analysis/publication/formats/data/block-parquet.ts'
import { blockSav } from '../../../../analysis/publication/formats/data/block-sav.ts'
import { blockDocx, bookDocx } from '../../../../analysis/publication/formats/office/book-docx.ts'
import { blockXlsx } from '../../../../analysis/publication/formats/office/book-xlsx.ts'
import { blockLatex, blockMarkdown } from '../../../../analysis/publication/formats/text/block-text.ts'
import { readRecordSource } from '../../../../server/cli/files/record-source.ts'
import { writeWholeBook } from '../../../../server/cli/whole-book.ts'
import { type BookFile, bookFiles } from '../../../../server/editors/book-files/book-files.ts'
import { BOOK_FORMATS } from '../../../../server/editors/book-files/book-formats.ts'
import { showableIn } from '../../../../server/editors/book-files/font-characters.ts'
import { fontFiles } from '../../../../server/editors/book-files/fonts.ts'
import { Refusal } from '../../../../server/runtime/refusal.ts'
import type { Book, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import { sha256, withheldIn } from '../../../support/book.ts'
import { bookOfBundle, filesOf, printedBlocksOf } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-trouble-'))
let bundle: Bundle
let book: Book
beforeAll(() => {
  bundle = makeEdition({ cases: 120, seed: 5 }).bundle
  book = bookOfBundle(bundle)
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const refusal = (given: Promise<unknown>) =>
  given.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? `${error.slug}: ${error.message}` : `no refusal: ${error}`),
  )

describe('a disk that fills up', () => {
  const made = (name: string, bytes: number): BookFile => ({
    name,
    format: 'csv',
    language: null,
    type: 'text/csv',
    make: async () => new Uint8Array(bytes),
  })
  const files = [made('one.csv', 40), made('two.csv', 40), made('three.csv', 40)]
  const INDEX = '{"list":true}'
  /** A disk with room for so many bytes, which takes what still fits and then fails, as a real one does. */
  const disk = (room: number) => {
    let left = room
    return (path: string, content: Uint8Array | string) => {
      const bytes = Buffer.from(content as string)
      writeFileSync(path, bytes.subarray(0, Math.max(0, left)), { flag: 'wx' })
      left -= bytes.length
      if (left < 0) throw Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), { code: 'ENOSPC' })
    }
  }

  it.each([0, 1, 39, 40, 41, 119, 120, 120 + INDEX.length - 1])(
    'at byte %i leaves no half book, and says what to do without a path',
    async (room) => {
      const place = join(folder, `room-${room}`)
      const said = await refusal(writeWholeBook(join(place, 'book'), files, () => INDEX, { write: disk(room) }))
      expect(said).toMatch(/^cannot-write: the disk is full: nothing was written\. .* make room or name fewer formats with --to$/)
      expect(said).not.toContain(folder)
      expect(readdirSync(place)).toEqual([])
    },
  )

  it('keeps the book that was there, whole, and replaces it only by a whole one', async () => {
    const place = join(folder, 'kept')
    const out = join(place, 'book')
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'old.csv'), 'old')
    expect(await refusal(writeWholeBook(out, files, () => INDEX, { write: disk(100) }))).toContain('the disk is full')
    expect([readdirSync(place), readdirSync(out)]).toEqual([['book'], ['old.csv']])
    const listed = await writeWholeBook(out, files, () => INDEX, { write: disk(120 + INDEX.length) })
    expect(listed.map(({ name, bytes }) => [name, bytes])).toEqual(files.map(({ name }) => [name, 40]))
    expect([readdirSync(place), readdirSync(out).sort()]).toEqual([['book'], ['index.json', 'one.csv', 'three.csv', 'two.csv']])
  })

  it('a writer that fails for a reason of its own leaves nothing either', async () => {
    const place = join(folder, 'broken')
    const broken = { ...files[0]!, make: () => Promise.reject(new Error('no drawing')) }
    expect(await refusal(writeWholeBook(join(place, 'book'), [files[1]!, broken], () => INDEX))).toBe('no refusal: Error: no drawing')
    expect(readdirSync(place)).toEqual([])
  })
})

/** Overrides and isolates of writing direction, marks without a letter, halves of pairs, joiners, noncharacters, formulas, markup. */
const TROUBLE = [
  '\u202eesrever\u202c',
  '\u2067مرحبا\u2069 (7)',
  '\u0301\u0301\u0301',
  'e\u0301\u0323か\u3099',
  '\ud83d',
  'x\udc00y',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\ufeff\u200b\u200d\u2060',
  '\uffff\u0000\u0008\u001f',
  "=cmd|'/C calc'!A0",
  '＝1＋1',
  '@SUM(1)\t+1',
  '</td></tr><script>alert(1)</script>',
  '#let x = 1; $x$ `code` *bold* \\input{x}',
  ']]>&amp;&#0;%00',
  '㍿㌖ﷺ𠮷𩸽葛\u{e0100}',
]

describe('labels with every trouble of Unicode', () => {
  const troubled = (): PrintedBlock => {
    const block = printedBlocksOf(book).find((one) => one.kind === 'table' && one.table.axes.length === 1 && one.rows.length > 8)
    if (block?.kind !== 'table') throw new Error('no table is long enough')
    const lines = block.table.axes[0].lines.map((line, at) => ({
      ...line,
      en: TROUBLE[at % TROUBLE.length]!,
      ja: TROUBLE[(at + 5) % TROUBLE.length]!,
    }))
    const words = { en: TROUBLE.join(' '), ja: TROUBLE.join(' ') }
    return { ...block, caption: words, notes: [words], source: words, table: { ...block.table, axes: [{ ...block.table.axes[0], lines }] } }
  }
  const bookOfTrouble = (): Book => {
    const [chapter] = book.chapters
    const [table] = chapter!.tables
    const block = troubled()
    const words = block.caption
    return {
      ...book,
      chapters: [
        {
          ...chapter!,
          title: words,
          tables: [
            {
              ...table!,
              title: words,
              learns: words,
              sentences: [{ ...words, parts: { ja: [words.ja], en: [words.en] }, polite: words.ja, block: block.id }],
              notes: [words],
              blocks: [block],
              figures: [{ id: 'figure-1-1-1', kind: 'bars', caption: words, subtitle: words, alternative: words, draws: [block.id] }],
            },
          ],
        },
      ],
    }
  }
  /** Every element is closed by its own end, and nothing in the text is markup. */
  const wellFormed = (name: string, xml: string) => {
    const open: string[] = []
    const rest = xml
      .replaceAll(/<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs, '')
      .replaceAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g, (_, end, element, __, empty) => {
        if (end === '/') expect(open.pop(), name).toBe(element)
        else if (empty !== '/') open.push(element)
        return ''
      })
    expect([name, open, /.{0,30}[<>].{0,30}/s.exec(rest)?.[0], /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(rest)?.[0]]).toEqual([
      name,
      [],
      undefined,
      undefined,
    ])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
    expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml), name).toBe(false)
  }

  it('go into every format, and every part of a document stays well-formed', async () => {
    const block = troubled()
    const origin = { edition: 'e', policy: 'p', fictional: true }
    const parts = [blockXlsx(block), blockDocx(block, 'ja')].flatMap((file) => Object.entries(unzipSync(file)))
    for (const [name, bytes] of parts.filter(([path]) => /\.(xml|rels)$/.test(path))) {
      const xml = strFromU8(bytes)
      wellFormed(name, xml)
      expect(xml).not.toContain('<script>')
    }
    for (const text of [blockLongCsv(block, origin), blockWideCsv(block)]) expect(text).not.toMatch(/(^|[,"\n])[=@＝]/)
    const stat = JSON.parse(JSON.stringify(blockJsonStat(block, origin, 'en'))) as { value: unknown[] }
    expect(stat.value).toHaveLength(block.kind === 'table' ? block.table.cells.length : 0)
    for (const bytes of [blockSav(block, origin), blockParquet(block, origin)]) expect(bytes.length).toBeGreaterThan(500)
    expect(blockMarkdown(block, 'en')).not.toContain('<script>')
    expect(blockLatex(block, 'en').replaceAll('\\textbackslash{}', '')).not.toContain('\\input')
  })

  it('have a shape in the PDF, or a geta in its place', () => {
    const shown = showableIn(fontFiles().map((font) => readFileSync(font)))
    expect(shown('か\u3099き𠮷 e\u0301')).toBe('がき〓 é')
    expect(shown('👩‍👩 مر a\u{e0100}b\u200d')).toBe('〓〓 〓〓 ab')
  })

  it('make a whole book: PDF, HTML, DOCX and drawings', async () => {
    const files = await filesOf(bookOfTrouble(), ['html', 'pdf', 'docx', 'svg', 'xlsx'])
    const html = strFromU8(files.get('html')!)
    expect(html).not.toContain('<script>')
    expect([...html].some((character) => character === '\u0000')).toBe(false)
    for (const language of ['ja', 'en']) expect(strFromU8(files.get(`${language}.pdf`)!.subarray(0, 5))).toBe('%PDF-')
    for (const [path, bytes] of Object.entries(unzipSync(files.get('svg.zip')!))) wellFormed(path, strFromU8(bytes))
    for (const [path, bytes] of Object.entries(unzipSync(files.get('ja.docx')!)))
      if (/\.(xml|rels)$/.test(path)) wellFormed(path, strFromU8(bytes))
  })
})

describe('an edition that shows next to nothing', () => {
  it('is a book in every format, of x alone, without fact sheets', async () => {
    const bare = withheldIn(bundle, (id) => id === 'gender@list')
    const nearlyNothing = bookOf(bare, [], PLAN, sha256)
    const files = bookFiles(nearlyNothing, ['ja'], BOOK_FORMATS)
    expect(files.filter(({ format }) => format === 'fact-sheets')).toEqual([])
    const html = Buffer.from(await files.find(({ format }) => format === 'html')!.make()).toString()
    expect(html.match(/data-status="withheld"/g)!.length).toBeGreaterThan(1000)
    for (const { name, format, make } of files) expect([format, name, (await make()).length > 20]).toEqual([format, name, true])
  }, 120_000)
})

describe('a bundle of an older questionnaire', () => {
  it('prints its tables in its own words, and says of others that they are not there', async () => {
    const old = structuredClone(bundle) as unknown as {
      manifest: { counted: { questionnaire: string }[]; editions: { questionnaire: string }[] }
      tables: { id: string; axes: { lines: { code: string; en: string; ja: string }[] }[] }[]
    }
    for (const edition of [...old.manifest.counted, ...old.manifest.editions]) edition.questionnaire = '0.9'
    const gender = old.tables.find(({ id }) => id === 'first_helper@list')!
    Object.assign(gender.axes[0]!.lines[0]!, { code: 'retired_code', en: 'A category of 0.9', ja: '0.9版の区分' })
    old.tables = old.tables.filter(({ id }) => !id.startsWith('wish_at_contact'))
    const before = bookOf(old as unknown as Bundle, [], PLAN, sha256)
    expect(before.imprint.questionnaire).toBe('0.9')
    const tables = before.chapters.flatMap((chapter) => chapter.tables)
    expect(tables.find(({ number }) => number === '11.2')!.silent!.en).toBe('This edition does not hold the table.')
    const files = await filesOf(before, ['html', 'csv', 'pdf'], ['ja'])
    expect(strFromU8(files.get('html')!)).toContain('0.9版の区分')
  })
})

describe('a plan that names a table which the bundle lacks', () => {
  it('says so in its place, in both languages, and prints the rest', async () => {
    const [chapter] = PLAN
    const asking = (number: string, rows: string, columns: string | null) => ({
      ...chapter!.tables[0]!,
      number,
      blocks: [{ kind: 'table' as const, rows, columns }],
      figures: ['bars' as const],
    })
    const plan: Plan = [
      {
        ...chapter!,
        tables: [
          asking('1.1', 'gender@list', null),
          asking('1.2', 'never_asked@list', null),
          asking('1.3', 'gender@list', 'never_asked@list'),
          asking('1.4', 'gender@no_such_level', null),
        ],
      },
    ]
    const made = bookOf(bundle, [], plan, sha256)
    const silent = made.chapters[0]!.tables.map(({ number, silent: words }) => [number, words])
    const missing = { ja: 'この版の公表データには、この表が含まれていない。', en: 'This edition does not hold the table.' }
    expect(silent).toEqual([
      ['1.1', null],
      ['1.2', missing],
      ['1.3', missing],
      ['1.4', missing],
    ])
    const html = strFromU8((await filesOf(made, ['html', 'xlsx', 'docx', 'pdf'])).get('html')!)
    expect(html.split(missing.ja).length - 1).toBe(3)
  })
})

describe('records of others', () => {
  const SOURCE = {
    citation: { ja: '架空の記録集 2020年版', en: 'An invented collection, 2020' },
    terms: { ja: '架空の条件', en: 'Invented terms' },
  }

  it('are named on title pages and under every table, in both languages', async () => {
    const path = join(folder, 'source.json')
    writeFileSync(path, JSON.stringify(SOURCE))
    const named = bookOfBundle(bundle, readRecordSource(path))
    for (const { source } of printedBlocksOf(named)) {
      expect(source.ja).toContain(SOURCE.citation.ja)
      expect(source.en).toContain(SOURCE.citation.en)
    }
    const files = await filesOf(named, ['html', 'xlsx', 'datapackage', 'bibtex'], ['ja', 'en'])
    const document = (language: 'ja' | 'en') => strFromU8(unzipSync(bookDocx(named, language, () => null))['word/document.xml']!)
    const notes = strFromU8(unzipSync(files.get('xlsx')!)['xl/worksheets/sheet1.xml']!)
    const descriptor = strFromU8(unzipSync(files.get('datapackage.zip')!)['datapackage.json']!)
    for (const language of ['ja', 'en'] as const)
      for (const text of [strFromU8(files.get('html')!), document(language), notes, descriptor])
        for (const words of [SOURCE.citation, SOURCE.terms]) expect(text).toContain(words[language])
    expect(strFromU8(files.get('bib')!)).toContain(SOURCE.citation.en)
  }, 120_000)

  it('P16 are refused in a file of another shape, without repeating it', () => {
    for (const text of [
      '',
      'hidden words',
      '{"citation":{"ja":"hidden words"}}',
      JSON.stringify({ ...SOURCE, hidden: 'words' }),
      JSON.stringify({ ...SOURCE, terms: { ja: ' ', en: 'hidden' } }),
    ]) {
      const path = join(folder, 'spoiled.json')
      writeFileSync(path, text)
      expect(() => readRecordSource(path)).toThrow(Refusal)
      try {
        readRecordSource(path)
      } catch (error) {
        expect(String(error)).not.toMatch(/hidden|spoiled/)
      }
    }
    expect(readFileSync(join(folder, 'source.json'), 'utf8')).toContain('citation')
  })
})
