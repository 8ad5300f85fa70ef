/** Fact sheets and citations as files: one page each, every number leads to its table, every table can be cited. */
import { strFromU8 } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { citationsOf } from '../../../../analysis/publication/book/citations.ts'
import { factSheets } from '../../../../analysis/publication/book/fact-sheets/sheets.ts'
import { type BookFile, bookFiles } from '../../../../server/editors/book-files/book-files.ts'
import type { Book, FactSheet } from '../../../../survey-schema/release/book.ts'
import { bookOfBundle, printedBlocksOf } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'

let book: Book
let sheets: readonly FactSheet[]
let files: readonly BookFile[]
beforeAll(() => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  sheets = factSheets(book)
  files = bookFiles(book, ['ja', 'en'], ['html', 'fact-sheets', 'bibtex', 'ris'])
}, 300_000)

const numbersIn = (text: string) => text.match(/\d[\d,]*%?/g) ?? []
const anchor = (table: string) => `table-${table.replace('.', '-')}-all`
const made = async (ending: string) => Buffer.from(await files.find(({ name }) => name.endsWith(ending))!.make())

describe('a fact sheet as PDF', () => {
  it('is one A4 page in each language, and each of its numbers leads to the table in the HTML file', async () => {
    expect(sheets.length).toBeGreaterThan(1)
    const html = (await made('.html')).toString()
    for (const language of ['ja', 'en'] as const)
      for (const { id, headline, sentences, tables } of sheets) {
        const pdf = (await made(`.fact-sheet-${id}.${language}.pdf`)).toString('latin1')
        expect(pdf.match(/\/Type \/Page\b(?!s)/g), `${id} ${language}`).toHaveLength(1)
        expect(pdf).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/)
        const links = [...pdf.matchAll(/\/URI \((.*?)\)/g)].map(([, address]) => address!)
        for (const { words, table } of [headline, ...sentences]) {
          const needed = numbersIn(words[language]).length + 1
          expect(links.filter((address) => address.endsWith(`#${anchor(table)}`)).length, `${id} ${table}`).toBeGreaterThanOrEqual(needed)
        }
        const name = files.find(({ format }) => format === 'html')!.name
        for (const address of links) expect(address.startsWith(`${name}#`), address).toBe(true)
        for (const table of [...tables, ...links.map((address) => /#table-(\d+)-(\d+)-all$/.exec(address)!.slice(1).join('.'))])
          expect(html).toContain(`id="${anchor(table)}"`)
      }
  })

  it('stands in the HTML file too, where no link leads nowhere', async () => {
    const html = (await made('.html')).toString()
    for (const { id, demand } of sheets) {
      expect(html).toContain(`id="sheet-${id}"`)
      for (const words of [demand.ja, demand.en]) expect(html).toContain(words)
    }
    const places = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(places.has(target), target).toBe(true)
  })
})

describe('citations as files', () => {
  it('name the book, every chapter and every printed table once, with edition, policy and checksums', async () => {
    const [bib, ris] = [strFromU8(await made('.bib')), strFromU8(await made('.ris'))]
    const keys = [...bib.matchAll(/^@(?:book|inbook)\{([^,]+),$/gm)].map(([, key]) => key)
    const printed = book.chapters.flatMap(({ tables }) => tables.filter(({ blocks }) => blocks.length > 0))
    expect(keys).toHaveLength(1 + book.chapters.length + printed.length)
    expect(new Set(keys).size).toBe(keys.length)
    expect(ris.match(/^TY {2}- /gm)).toHaveLength(keys.length)
    expect(ris.match(/^ER {2}- \r$/gm)).toHaveLength(keys.length)
    expect(ris.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const text of [bib, ris]) {
      for (const { checksum } of [...printedBlocksOf(book), book.imprint]) expect(text).toContain(checksum.slice(0, 16))
      expect(text.split(`policy ${book.imprint.policy}`).length - 1).toBe(keys.length)
      expect(text.split(`edition ${book.imprint.edition}`).length - 1).toBe(keys.length)
    }
    let depth = 0
    for (const character of bib.replaceAll(/\\./g, '')) depth += character === '{' ? 1 : character === '}' ? -1 : 0
    expect(depth).toBe(0)
    for (const { words } of citationsOf(book)) expect(words.ja).toMatch(/照合値 [0-9a-f ]+$/)
  })
})
