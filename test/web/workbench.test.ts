/** What an author writes: read as Markdown, kept as a collection, and merged into one file beside tables of the book. */
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '../../analysis/disclosure/released/bundle.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { requestedTable } from '../../analysis/publication/formats/requested-block.ts'
import type { Book, BookTable, PrintedBlock } from '../../survey-schema/release/book.ts'
import { added, collectionOf, EMPTY, FOUND, keyOf, MOST, moved, pickedFrom, removed, rewritten } from '../../web/workbench/collection.ts'
import { collectionDocx } from '../../web/workbench/collection-docx.ts'
import { collectionXlsx } from '../../web/workbench/collection-xlsx.ts'
import { linesOf, textBlocks } from '../../web/workbench/markdown.ts'
import { asAsked, type Resolved } from '../../web/workbench/resolved.ts'
import { bookFor, bundleOf, printedCells } from '../support/book.ts'

const runsOf = (markdown: string) => textBlocks(markdown).flatMap((part) => (part.kind === 'list' ? [] : part.runs))

describe('Markdown of an author', () => {
  it('knows headings, paragraphs, lists and links, and keeps a line where it was broken', () => {
    expect(textBlocks('# 題\n一行目\n二行目\n\n- a\n  - b\n- c\n\n1. x\n２．　y')).toEqual([
      { kind: 'heading', level: 1, runs: [{ text: '題' }] },
      { kind: 'paragraph', runs: [{ text: '一行目\n二行目' }] },
      {
        kind: 'list',
        ordered: false,
        items: [
          { depth: 0, runs: [{ text: 'a' }] },
          { depth: 1, runs: [{ text: 'b' }] },
          { depth: 0, runs: [{ text: 'c' }] },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          { depth: 0, runs: [{ text: 'x' }] },
          { depth: 0, runs: [{ text: 'y' }] },
        ],
      },
    ])
    expect(runsOf('[表](https://example.org/a?b=1) を見る')).toEqual([
      { text: '表', address: 'https://example.org/a?b=1' },
      { text: ' を見る' },
    ])
  })

  it('finds emphasis in Japanese, which has no blanks, and none inside a name', () => {
    expect(runsOf('これは**「借金」**が*重い*。')).toEqual([
      { text: 'これは' },
      { text: '「借金」', strong: true },
      { text: 'が' },
      { text: '重い', emphasis: true },
      { text: '。' },
    ])
    expect(runsOf('**太い*斜め*字**')).toEqual([
      { text: '太い', strong: true },
      { text: '斜め', strong: true, emphasis: true },
      { text: '字', strong: true },
    ])
    expect(runsOf('snake_case_name 2 * 3 * 4')).toEqual([{ text: 'snake_case_name 2 * 3 * 4' }])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt;',
    '[a](javascript:alert(1))',
    '[a](data:text/html,b)',
    '![a](b)',
  ])('takes %s for text', (text) => {
    expect(
      runsOf(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text)
    expect(runsOf(text).every(({ address }) => address === undefined)).toBe(true)
  })

  it('counts entries of a list in plain lines', () => {
    expect(linesOf(textBlocks('1. a\n1. b\n\n- c\n  - d\n\n[x](https://example.org)')).map(({ text }) => text)).toEqual([
      '1. a',
      '2. b',
      '・c',
      '　・d',
      'x (https://example.org)',
    ])
  })

  it('reads a long text of marks in seconds of processor time, not minutes', () => {
    // Processor time: other work on the machine does not count. It takes a quarter of a second.
    const before = process.cpuUsage()
    textBlocks(`${'*_['.repeat(3000)}\n${'**a '.repeat(3000)}`)
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000)
  })
})

let book: Book
let three: readonly Resolved[]
const blockOf = (number: string, at = 0): { table: BookTable; block: PrintedBlock; chapter: string } => {
  for (const { id, tables } of book.chapters)
    for (const table of tables) if (table.number === number) return { table, block: table.blocks[at]!, chapter: id }
  throw new Error(`no table ${number}`)
}
beforeAll(() => {
  book = bookFor(bundleOf({ cases: 120, seed: 2, policy: POLICY_V2 }))
  three = ['1.2', '2.4', '11.4'].map((number) => {
    const { table, block, chapter } = blockOf(number)
    return { picked: pickedFrom('fictional-1', chapter, number, block), imprint: book.imprint, table, block, replaced: false }
  })
})

describe('a collection', () => {
  it('holds each block once, in the order of its author', () => {
    const all = three.reduce((collection, { picked }) => added(collection, picked), EMPTY)
    const [first, second, third] = all.tables.map(keyOf) as [string, string, string]
    expect(added(all, all.tables[0]!)).toBe(all)
    const order = (collection: typeof all) => collection.tables.map(keyOf)
    expect(order(moved(all, third, -1))).toEqual([first, third, second])
    expect(order(moved(all, first, 1))).toEqual([second, first, third])
    expect(moved(all, first, -1)).toBe(all)
    expect(moved(all, third, 1)).toBe(all)
    expect(order(removed(all, second))).toEqual([first, third])
    expect(rewritten(all, second, { title: '題' }).tables[1]!.title).toBe('題')
  })

  it('is read back as it was kept, and nothing else is', () => {
    const kept = { title: '題', commentary: '文', tables: three.map(({ picked }) => picked) }
    expect(collectionOf(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    for (const other of [null, 1, 'x', [], {}, { tables: 'x' }]) expect(collectionOf(other)).toBeNull()
    expect(collectionOf({ tables: [null, 1, { edition: 'a' }], title: 3 })).toEqual(EMPTY)
    expect(collectionOf({ tables: Array(MOST + 5).fill(kept.tables[0]) })!.tables).toHaveLength(MOST)
  })
})

const TITLE = '=SUM(A1) & <題>'
const COMMENTARY = '## 見出し\n**「借金」**を[見る](https://example.org/?a=1&b=2)\n\n1. 一\n2. 二\n\n- 点'
const collection = () => ({
  title: '',
  commentary: 'はじめに',
  tables: three.map(({ picked }, at) => (at === 1 ? { ...picked, title: TITLE, commentary: COMMENTARY } : picked)),
})
const resolved = () => three.map((one, at) => ({ ...one, picked: collection().tables[at]! }))
const textIn = (xml: string) => [...xml.matchAll(/<(?:w:)?t\b[^>]*>([^<]*)</g)].map(([, text]) => text).join('\n')

describe('a file of an author', () => {
  it('P88 as a Word document has each table with its head, base, policy, citation and note, and the words in their looks', () => {
    const bytes = collectionDocx(collection(), resolved(), 'ja')
    expect(collectionDocx(collection(), resolved(), 'ja')).toEqual(bytes)
    // The first entry of the archive says midnight of 1 January 1980.
    expect([...bytes.slice(10, 14)]).toEqual([0, 0, 0x21, 0])
    const files = unzipSync(bytes)
    const xml = strFromU8(files['word/document.xml']!)
    expect(xml.match(/<w:tbl>/g)).toHaveLength(3)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3)
    for (const { block, table } of three)
      for (const words of [block.caption.ja, block.citation.ja, table.notes.at(-1)!.ja, '集計対象：', 'x＝秘匿'])
        expect(textIn(xml)).toContain(words)
    // Parts of one table are told apart by their headings; one has a title of the author's.
    for (const { block, table } of [three[0]!, three[2]!]) expect(textIn(xml)).toContain(`表${table.number}　${block.caption.ja}`)
    expect(xml).toMatch(/<w:b\/>[^/]*<w:lang[^>]*\/><\/w:rPr><w:t[^>]*>「借金」</)
    expect(strFromU8(files['word/_rels/document.xml.rels']!)).toContain('Target="https://example.org/?a=1&amp;b=2" TargetMode="External"')
    expect(strFromU8(files['word/numbering.xml']!).match(/<w:num /g)).toHaveLength(2)
    expect(xml).toContain('=SUM(A1) &amp; &lt;題&gt;')
    expect(textIn(xml)).toContain('JNATIPの見解ではない')
    expect(Object.keys(files).some((name) => /custom|app\.xml|comments/.test(name))).toBe(false)
    expect(strFromU8(files['docProps/core.xml']!)).not.toMatch(/creator|created|modified/)
  })

  it('P88 as a workbook has a sheet of words and a sheet a table; nothing is a formula, and withheld is the text x', () => {
    const files = unzipSync(collectionXlsx(collection(), resolved(), 'ja'))
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/'))
    expect(sheets).toHaveLength(4)
    const all = sheets.map((name) => strFromU8(files[name]!))
    expect(all.join('')).not.toContain('<f>')
    expect(textIn(all[0]!)).toContain('「借金」を見る (https://example.org/?a=1&amp;b=2)')
    expect(textIn(all[0]!)).toContain('&#39;=SUM(A1)')
    expect(textIn(all[2]!)).toContain(three[1]!.block.citation.ja)
    expect(textIn(all[3]!)).toContain(three[2]!.table.notes.at(-1)!.ja)
    const withheld = three.some(
      ({ block }) => block.kind === 'table' && block.rows.some((row) => block.table.cells[row]!.status === 'withheld'),
    )
    expect(withheld).toBe(true)
    expect(all.slice(1).some((xml) => textIn(xml).split('\n').includes('x'))).toBe(true)
  })

  it('P80 has a found table with the rows that were asked for, under its own name', () => {
    const axis = (variable: string, codes: readonly string[]) => ({
      variable,
      level: 'list',
      kind: 'single',
      en: variable,
      ja: `「${variable}」`,
      lines: codes.map((code) => ({ code, role: 'value', en: code, ja: code })),
    })
    const cells = [5, 6, 7, 8, 9, 10].map((figure) => ({ status: 'shown', figure }))
    const axes = [axis('gender', ['a', 'b']), axis('exit_mode', ['c', 'd', 'e'])]
    const table = readTable({ id: 'gender@list,exit_mode@list', slice: 's', axes, cells, policy: 'v1', checksum: '0'.repeat(64) })
    const block = requestedTable(table, { edition: 'fictional-1', fictional: true })
    const [first, second = first] = table.axes
    const [down, across] = [`${first.variable}@${first.level}`, `${second.variable}@${second.level}`]
    const turned = asAsked(block, across) as typeof block
    expect(asAsked(block, down)).toBe(block)
    expect(turned.caption).toEqual({ ja: `${second.ja} × ${first.ja}`, en: `${second.en} × ${first.en}` })
    const width = second.lines.length
    expect(printedCells(turned)).toEqual(
      second.lines.flatMap((_, column) => first.lines.map((_, row) => table.cells[row * width + column])),
    )
    const picked = pickedFrom('fictional-1', FOUND, `${across},${down}`, turned)
    const { title, edition, fictional } = book.imprint
    const found = {
      picked,
      imprint: { title, edition, fictional },
      table: { number: '', title: turned.caption, notes: [], figures: [] },
      block: turned,
    }
    const xml = strFromU8(unzipSync(collectionDocx(EMPTY, [{ ...found, replaced: false }], 'ja'))['word/document.xml']!)
    expect(textIn(xml)).toContain(turned.caption.ja)
    expect(textIn(xml)).not.toMatch(/^表\d/m)
  })

  it('says when it holds fictional figures', () => {
    const xml = strFromU8(unzipSync(collectionDocx(EMPTY, resolved(), 'en'))['word/document.xml']!)
    expect(textIn(xml)).toContain('Fictional: these partners and cases are invented.')
  })
})
