/** The attacker opens every file of the book and looks for figures that no table shows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnFigures } from '../../server/editors/book-files/drawn-figures.ts'
import type { Book } from '../../survey-schema/release/book.ts'
import { bookOfBundle, cellsOf, filesOf, printedBlocksOf } from '../support/book-files.ts'
import { makeEdition } from '../support/edition.ts'
import { textsIn } from '../support/file-text.ts'
import { scoreboard } from './scoreboard.ts'

const scores = scoreboard()
let book: Book
let files: ReadonlyMap<string, Uint8Array>
let published: ReadonlySet<string>
beforeAll(async () => {
  const { bundle } = makeEdition({ cases: 160, seed: 11 })
  published = new Set(
    [...bundle.tables.flatMap(({ cells }) => cells), ...JSON.stringify(bundle.routes).matchAll(/"figure":(\d+)/g)].flatMap((cell) =>
      Array.isArray(cell) ? [cell[1]!] : 'figure' in cell ? [String(cell.figure)] : [],
    ),
  )
  book = bookOfBundle(bundle)
  // What is computed from published figures is judged where it is computed.
  const derived = printedBlocksOf(book).filter(({ kind }) => kind === 'derived')
  published = new Set([
    ...published,
    ...derived.flatMap(cellsOf).map(String),
    ...derived.flatMap((block) => numbersIn(JSON.stringify(block))),
  ])
  files = await filesOf(book, [
    'html',
    'findings-html',
    'xlsx',
    'csv',
    'json-stat',
    'datapackage',
    'markdown',
    'latex',
    'svg',
    'bibtex',
    'ris',
  ])
}, 300_000)
afterAll(() => scores.print())

/** Numbers that the book says in words, its labels and notes included: they are the book's, and its own tests judge them. */
function numbersInWords(value: unknown, inCell = false): string[] {
  if (typeof value === 'string') return inCell ? [] : [...plainly(value), ...numbersIn(value)]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, entry]) => numbersInWords(entry, inCell || name === 'cells'))
}

/** Every number of a table; thousands without their commas. */
const plainly = (text: string) => [...text.matchAll(/\d+/g)].map(([number]) => number)
const numbersIn = (text: string) => plainly(text.replaceAll(/(?<=\d),(?=\d{3}\b)/g, ''))

describe('every file of the book', () => {
  it('P88 holds no figure that is not in the bundle', () => {
    // Shares, places in a list, and what a format itself says: versions, sizes, hashes, widths of columns.
    const words = new Set([...numbersInWords(book), ...Object.values(book.imprint).flatMap((value) => numbersIn(JSON.stringify(value)))])
    let [texts, figures] = [0, 0]
    const strange: string[] = []
    for (const [name, bytes] of files)
      for (const { path, text } of textsIn(name, bytes)) {
        texts++
        const own = /\.json$/.test(path)
          ? text.replaceAll(/"(hash|bytes|size|version|\$schema|name|path)":\s*("[^"]*"|\d+|\[[^\]]*\])/g, '').replaceAll(/"\d+":/g, '')
          : text
        const plain = own
          .replaceAll(/[0-9a-f]{16,64}/g, '')
          .replaceAll(/^% .*$/gm, '')
          .replaceAll(/c@\{|SHA-256|\d+\/\d+\)/g, '')
        // In CSV and JSON a comma ends a value.
        for (const number of /\.(csv|json)$/.test(path) ? plainly(plain) : numbersIn(plain)) {
          figures++
          if (!published.has(number) && !words.has(number)) strange.push(`${path}: ${number}`)
        }
      }
    scores.add({
      attack: 'book files',
      on: `${files.size} files, ${texts} texts, ${figures} numbers`,
      score: strange.length,
      mark: '0 figures from elsewhere',
      passes: strange.length === 0,
    })
    expect([...new Set(strange)].slice(0, 10)).toEqual([])
  })

  it('names no person, machine, path or hour', () => {
    for (const [name, bytes] of files)
      for (const { path, text } of textsIn(name, bytes))
        expect(
          /\/(home|root|tmp|work|Users)\/|[A-Z]:\\\\|\d{2}:\d{2}:\d{2}|dc:creator|localhost/.exec(text)?.[0],
          `${name} ${path}`,
        ).toBeUndefined()
  })
})

describe('a drawing', () => {
  it('is the same however many were drawn before it', () => {
    const ids = book.chapters.flatMap(({ tables }) => tables.flatMap(({ figures }) => figures.map(({ id }) => id)))
    const [one, other] = [drawnFigures(book), drawnFigures(book)]
    for (const id of ids.filter((_, at) => at % 20 === 0)) expect(other.bare(id, 'ja')).toEqual(one.bare(id, 'ja'))
  })
})
