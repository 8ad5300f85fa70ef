/** Packs: every number is worked out anew from released tables, a country whose figure is withheld has none, and what is not shown is named. */
import { beforeAll, describe, expect, it } from 'vitest'
import { POLICY_V2 } from '../../../../analysis/policy/policy.ts'
import { TOPICS } from '../../../../analysis/publication/book/fact-sheets/topics.ts'
import { printedPart } from '../../../../analysis/publication/findings/sentence.ts'
import { percentWords, shareOf } from '../../../../analysis/publication/statistics/share.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { Pack } from '../../../../survey-schema/release/packs.ts'
import { bookFor, bundleOf, withheldIn } from '../../../support/book.ts'
import { recomputed, releasedCells, tokensIn } from '../../../support/said-figures.ts'

let bundle: Bundle
let book: Book
let small: { readonly bundle: Bundle; readonly book: Book }
beforeAll(() => {
  bundle = bundleOf({ cases: 480, seed: 1 })
  book = bookFor(bundle)
  const few = bundleOf({ cases: 40, seed: 3, policy: POLICY_V2 })
  small = { bundle: few, book: bookFor(few) }
}, 600_000)

const COUNTRIES = 'citizenship@country'
const sentencesIn = ({ points, sections }: Pack) => [...points, ...sections.flatMap(({ sentences }) => sentences)]
const embassies = ({ packs }: Book) => packs.filter(({ id }) => id.startsWith('embassy-'))
const packOf = ({ packs }: Book, id: string) => packs.find((pack) => pack.id === id)!

describe('packs', () => {
  it('are made for the Diet, four ministries, the media, and embassies of countries that are shown, Japan not among them', () => {
    const { axes, cells } = bundle.tables.find(({ id }) => id === COUNTRIES)!
    const shown = axes[0].lines.flatMap(({ code, role }, place) =>
      role === 'value' && /^[A-Z]{2}$/.test(code) && 'figure' in cells[place]! ? [code] : [],
    )
    expect(shown).toContain('JP')
    expect(book.packs.map(({ id }) => id)).toEqual([
      'diet',
      'justice',
      'labour',
      'police',
      'foreign-affairs',
      ...shown.filter((code) => code !== 'JP').map((code) => `embassy-${code.toLowerCase()}`),
      'media',
    ])
    expect(packOf(book, 'diet').points.length).toBeGreaterThan(3)
    for (const { points, figures, sections } of book.packs) {
      expect(points.length).toBeLessThanOrEqual(6)
      expect(figures.length).toBeLessThanOrEqual(3)
      expect(points.length + sections.length).toBeGreaterThan(0)
    }
    expect([packOf(book, 'media').points.length, packOf(book, 'media').figures.length]).toEqual([6, 3])
  })

  it('have no number in a sentence but those of the released cells that it names', () => {
    let numbers = 0
    for (const one of [{ bundle, book }, small]) {
      const cellsOf = releasedCells([one.bundle])
      for (const pack of one.book.packs)
        for (const { sentence } of sentencesIn(pack))
          for (const token of tokensIn(sentence)) {
            expect(recomputed(token, cellsOf), `${pack.id} ${sentence.en}`).toBe(token.figure)
            numbers++
          }
    }
    expect(numbers).toBeGreaterThan(300)
  })

  it('have no line but a shown cell of the citizens, under its own name, with its share of their cases', () => {
    let lines = 0
    for (const { id, sections } of embassies(book))
      for (const { lines: some, released } of sections) {
        const table = bundle.tables.find((one) => one.id === released)!
        const at = table.axes.findIndex(({ variable }) => variable === 'citizenship')
        const [countries, other] = [table.axes[at]!, table.axes[1 - at]!]
        const place = (country: number, line: number) =>
          at === 0 ? country * other.lines.length + line : line * countries.lines.length + country
        const country = countries.lines.findIndex(({ code }) => `embassy-${code.toLowerCase()}` === id)
        const base =
          table.cells[
            place(
              country,
              other.lines.findIndex(({ role }) => role === 'total'),
            )
          ]!
        for (const { name, cell, place: from, share } of some) {
          const line = other.lines.findIndex(({ en }) => en === name.en)
          expect(from).toEqual({ slice: table.slice, table: table.id, place: place(country, line) })
          expect(cell).toEqual(table.cells[from.place])
          expect('figure' in cell).toBe(true)
          const printed = shareOf(cell, base, POLICY_V2)
          expect(share).toEqual(printed && percentWords(printed))
          lines++
        }
      }
    expect(lines).toBeGreaterThan(60)
  })

  it('leave out the embassy of a country whose figure is withheld, whatever else is shown of it', () => {
    const most = embassies(book).reduce((one, other) => (other.sections.length > one.sections.length ? other : one))
    const tables = bundle.tables.map((table) => {
      if (table.id !== COUNTRIES) return table
      const at = table.axes[0].lines.findIndex(({ code }) => `embassy-${code.toLowerCase()}` === most.id)
      return {
        ...table,
        checksum: 'withheld',
        cells: table.cells.map((cell, place) => (place === at ? { status: 'withheld' as const } : cell)),
      }
    })
    const left = embassies(bookFor({ ...bundle, tables })).map(({ id }) => id)
    expect(left).toEqual(embassies(book).flatMap(({ id }) => (id === most.id ? [] : [id])))
  })

  it('speak to their readers in です・ます, in print and where figures are links, and to the media in sentences that newspapers print', () => {
    const polite = /(です|ます|ません|でした|ました|ください)(（[^（）]*）)?。$/
    for (const one of [book, small.book])
      for (const { id, points, sections, introduction, asks, limits, withheld, rules } of one.packs) {
        for (const { sentence } of [...points, ...sections.flatMap(({ sentences }) => sentences)]) {
          expect(sentence.ja, id).toMatch(id === 'media' ? /(だった|高い|ある|含まれる|ない)(（[^（）]*）)?。$/ : polite)
          expect(sentence.parts.ja.map((part) => printedPart(part, 'ja')).join('')).toBe(sentence.ja)
        }
        for (const words of [introduction, ...asks.map((ask) => ask.words), ...limits, ...withheld, ...rules])
          for (const said of words.ja.split(/(?<=。)/)) expect(said, id).toMatch(polite)
      }
  })

  it('ask for what the fact sheets ask for, word for word and without figures', () => {
    const demands = TOPICS.map(({ demand }) => demand)
    expect(packOf(book, 'diet').asks.map(({ words }) => words)).toEqual(demands)
    for (const { asks } of book.packs) for (const { words } of asks) expect(demands).toContainEqual(words)
    for (const { ja, en } of demands) expect(`${ja}${en}`).not.toMatch(/\d/)
    for (const pack of embassies(book)) expect(pack.asks).toEqual([])
  })

  it('name tables and drawings that stand in the book', () => {
    const tables = book.chapters.flatMap((chapter) => chapter.tables)
    for (const pack of book.packs) {
      expect(pack.tables).toEqual(tables.map(({ number }) => number).filter((number) => pack.tables.includes(number)))
      for (const { table } of sentencesIn(pack)) if (table !== null) expect(pack.tables).toContain(table)
      for (const { table, figure } of pack.figures)
        expect(tables.find(({ number }) => number === table)!.figures.map(({ id }) => id)).toContain(figure)
    }
  })
})

describe('what is not shown', () => {
  it('is said in the packs of 40 cases', () => {
    const wait = /published once there are \d+ cases/
    for (const { id, withheld } of small.book.packs) expect(withheld.map(({ en }) => en).join(' '), id).not.toBe('')
    expect(packOf(small.book, 'justice').withheld.length).toBeGreaterThan(0)
    for (const { sections, withheld } of embassies(small.book)) {
      expect(sections).toEqual([])
      expect(withheld.map(({ en }) => en).join(' ')).toMatch(wait)
    }
  })

  it('is said where no figure is released, and no sentence has a number', () => {
    const bare = bookFor(withheldIn(bundle))
    expect(bare.packs.map(({ id }) => id)).toEqual(['diet', 'justice', 'labour', 'police', 'foreign-affairs', 'media'])
    for (const pack of bare.packs) {
      expect(sentencesIn(pack)).toEqual([])
      expect(pack.withheld.length).toBeGreaterThan(0)
    }
  })
})
