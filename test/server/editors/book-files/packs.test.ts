/** Packs as files: at most two pages, each figure of a printed table leads to that table, and what is asked stands in it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type BookFile, bookFiles } from '../../../../server/editors/book-files/book-files.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import { bookOfBundle } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'

let book: Book
let files: readonly BookFile[]
beforeAll(() => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  files = bookFiles(book, ['ja', 'en'], ['packs'])
}, 300_000)

const anchor = (table: string) => `table-${table.replace('.', '-')}-all`

describe('a pack as PDF', () => {
  it('is a file for each reader in each language', () => {
    expect(files.map(({ name }) => name.replace(/^.*?\.pack-/, ''))).toEqual(
      book.packs.flatMap(({ id }) => [`${id}.ja.pdf`, `${id}.en.pdf`]),
    )
  })

  it.each([
    ['diet', 'en'],
    ['media', 'ja'],
    ['embassy', 'en'],
  ] as const)('of two A4 pages at most, whose figures lead to their tables: %s, %s', async (reader, language) => {
    const longest = book.packs
      .filter(({ id }) => id.startsWith(reader))
      .reduce((one, other) => (other.sections.length > one.sections.length ? other : one))
    const pdf = Buffer.from(await files.find(({ name }) => name.endsWith(`.pack-${longest.id}.${language}.pdf`))!.make()).toString('latin1')
    const pages = pdf.match(/\/Type \/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(2)
    expect(pdf).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/)
    const links = [...pdf.matchAll(/\/URI \((.*?)\)/g)].map(([, address]) => address!)
    for (const { table, sentence } of longest.points) {
      const figures = sentence.parts[language].filter((part) => typeof part !== 'string' && part.kind !== 'rounded')
      expect(figures.length).toBeGreaterThan(0)
      expect(links.filter((address) => address.endsWith(`#${anchor(table!)}`)).length).toBeGreaterThan(figures.length)
    }
    for (const address of links) expect(address).toMatch(/\.html#table-\d+-\d+-all$/)
  })
})
