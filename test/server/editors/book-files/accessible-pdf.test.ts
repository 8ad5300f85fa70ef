/** The PDF as a screen reader meets it: language, headings, table headers, and the figures of each drawing in words. */
import { beforeAll, describe, expect, it } from 'vitest'
import { drawableAs } from '../../../../analysis/publication/figures/views/block-view.ts'
import { chapterNotes } from '../../../../analysis/publication/formats/chapter-notes.ts'
import { printedGrid } from '../../../../analysis/publication/formats/printed-grid.ts'
import { partsOf } from '../../../../server/editors/book-files/table-parts.ts'
import { type Book, drawnFrom } from '../../../../survey-schema/release/book.ts'
import { bookOfBundle, filesOf, printedBlocksOf } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'
import { partsIn, type TaggedPart, type TaggedPdf, taggedPdf } from '../../../support/pdf-structure.ts'

let book: Book
let pdf: TaggedPdf
let parts: readonly TaggedPart[]
let sheets: readonly TaggedPdf[]
beforeAll(async () => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  const files = await filesOf(book, ['pdf', 'fact-sheets'], ['ja'])
  pdf = taggedPdf(files.get('ja.pdf')!)
  parts = partsIn(pdf.root)
  sheets = [...files].filter(([name]) => name.startsWith('fact-sheet')).map(([, bytes]) => taggedPdf(bytes))
}, 300_000)

const of = (kind: string, within = parts) => within.filter((part) => part.kind === kind)

describe('the volume of tables as PDF', () => {
  it('says its language, its title, and that it follows PDF/UA-1; so do the fact sheets', () => {
    expect(sheets.length).toBeGreaterThan(1)
    for (const one of [pdf, ...sheets])
      expect([one.language, one.titleShown, one.accessible, one.root.kind]).toEqual(['ja-JP', true, '1', 'Document'])
  })

  it('has a heading for each chapter and each numbered table, and skips no level', () => {
    const printed = book.chapters.filter(({ tables }) => tables.length > 0)
    const headings = parts.map(({ kind }) => kind).filter((kind) => /^H\d$/.test(kind))
    const wanted = ['H1', ...printed.flatMap(({ tables }) => ['H1', ...tables.map(() => 'H2')])]
    expect(headings).toEqual(wanted)
  })

  it('names the columns and the lines of every table as headers, and no other cell', () => {
    const tables = of('Table')
    expect(tables.length).toBeGreaterThanOrEqual(printedBlocksOf(book).length)
    for (const table of tables) {
      const [head, body] = [of('THead', partsIn(table)), of('TBody', partsIn(table))]
      expect([head.length, body.length]).toEqual([1, 1])
      for (const cell of of('TR', partsIn(head[0]!)).flatMap((row) => row.parts)) expect([cell.kind, cell.scope]).toEqual(['TH', 'Column'])
      for (const { parts: cells } of of('TR', partsIn(body[0]!)))
        expect(cells.map(({ kind, scope }) => `${kind} ${scope}`)).toEqual(['TH Row', ...cells.slice(1).map(() => 'TD null')])
    }
  })

  it('breaks a checksum, which has no place to break, so that it stays in its cell', () => {
    const rules = printedBlocksOf(book).find(({ id }) => id === 'table-14-1-a')!
    const cells = partsOf(printedGrid(rules), 'ja', false, true).flatMap(({ rows }) => rows.flatMap((row) => row.cells))
    const lines = cells.map(({ text }) => text.split('\n')).find((each) => each.length > 1)!
    expect([lines.join(''), Math.max(...lines.map((line) => line.length))]).toEqual([book.imprint.checksum, 16])
  })

  it('reads each drawing out by the figures of its table, in the order of the book', () => {
    // Shaded grids are the shades of their tables.
    const wanted = book.chapters.flatMap(({ tables }) =>
      tables.flatMap((table) =>
        table.blocks.flatMap((block) =>
          drawnFrom(table, block).filter(
            (figure) => figure.kind !== 'heat' && figure.kind !== 'matrix' && drawableAs(figure, block) !== null,
          ),
        ),
      ),
    )
    expect(wanted.length).toBeGreaterThan(20)
    expect(of('Figure').map(({ alternative }) => alternative)).toEqual(wanted.map(({ alternative }) => alternative.ja))
  })
})

describe('the notes of a chapter', () => {
  it('hold every line that its tables had, each once', () => {
    for (const chapter of book.chapters)
      for (const language of ['ja', 'en'] as const) {
        const { all, numbered, of: notesOf, ofTable } = chapterNotes(chapter, language)
        expect(new Set([...all, ...numbered]).size).toBe(all.length + numbered.length)
        for (const { number, blocks, notes } of chapter.tables) {
          for (const block of blocks) {
            const { marks, own } = notesOf(block.id)
            const said = [...all, ...marks.map((mark) => numbered[mark - 1]!), ...own]
            const lines = [...block.notes, ...notes, block.source].map((words) => words[language])
            expect(
              lines.filter((line) => !said.includes(line)),
              block.id,
            ).toEqual([])
            expect(said.some((line) => line.includes(block.policyLine[language]) && line.includes(block.period[language]))).toBe(true)
          }
          if (blocks.length === 0)
            expect([...all, ...ofTable(number)]).toEqual(expect.arrayContaining(notes.map((words) => words[language])))
        }
      }
  })
})
