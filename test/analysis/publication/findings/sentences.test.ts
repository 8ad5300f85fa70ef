/** Sentences of the book: every number is that of a released cell, in both languages, and nothing is said that the figures do not bear. */
import { beforeAll, describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../../analysis/publication/findings/of-table.ts'
import { PHRASES } from '../../../../survey-schema/phrases/index.ts'
import type { Book, BookTable } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { BlockSentence, FigureToken } from '../../../../survey-schema/release/sentence.ts'
import { LANGUAGE_IDS, type Text } from '../../../../survey-schema/text.ts'
import { bookFor, isTable, tableIn, twoBundles } from '../../../support/book.ts'
import { recomputed, releasedCells, tokensIn } from '../../../support/said-figures.ts'

let bundles: readonly Bundle[]
let books: readonly Book[]
let said: readonly { readonly table: BookTable; readonly sentence: BlockSentence }[]
beforeAll(() => {
  const [first, second] = twoBundles()
  bundles = [first, second]
  books = [bookFor(first), bookFor(second, [first])]
  const tables = books.flatMap(({ chapters }) => chapters.flatMap((chapter) => chapter.tables))
  said = tables.flatMap((table) => table.sentences.map((sentence) => ({ table, sentence })))
})

const digitsIn = (text: string) => (text.match(/\d[\d,]*/g) ?? []).map((number) => number.replaceAll(',', ''))
const named = ({ kind, cells, of, figure }: FigureToken) => JSON.stringify([kind, cells, of, figure])

/** Words of categories hold numbers of their own: ages, years, amounts. */
const phrasesWithDigits = () =>
  Object.values(PHRASES)
    .flatMap(({ categories, levels = {} }) => [categories, ...Object.values(levels)])
    .flatMap((lines) => Object.values(lines))
    .flatMap(({ predicate, modifier, name }: { predicate: Text; modifier: Text; name: Text }) => [predicate, modifier, name])
    .flatMap(({ ja, en }) => [ja, en])
    .filter((words) => /\d/.test(words))
    .sort((a, b) => b.length - a.length)

describe('a sentence', () => {
  it('has no number but those of the released cells that it names', () => {
    expect(said.length).toBeGreaterThan(180)
    const cellsOf = releasedCells(bundles)
    for (const { table, sentence } of said)
      for (const token of tokensIn(sentence)) expect(recomputed(token, cellsOf), `${table.number} ${sentence.en}`).toBe(token.figure)
  })

  it('prints its figures as they are, in both languages and in the polite form, and no other number', () => {
    const phrases = phrasesWithDigits()
    for (const { sentence } of said) {
      const [ja, en] = LANGUAGE_IDS.map((language) => sentence.parts[language].filter((part) => typeof part !== 'string'))
      expect(ja!.map(named).sort(), sentence.en).toEqual(en!.map(named).sort())
      expect(ja!.length).toBeGreaterThan(0)
      const printed = ja!.filter(({ kind }) => kind !== 'rounded').map(({ figure }) => String(figure))
      for (const words of [sentence.ja, sentence.en, sentence.polite]) {
        const bare = phrases.reduce((text, phrase) => text.replaceAll(phrase, ''), words).replaceAll(/約\d+(分の\d+|割)|\d+割未満/g, '')
        expect(digitsIn(bare).sort(), words).toEqual(printed.sort())
      }
    }
  })

  it('quotes no label, is short, and ends as a sentence does', () => {
    for (const { sentence } of said) {
      expect(`${sentence.ja}${sentence.en}${sentence.polite}`).not.toMatch(/["“”「」『』]|undefined|\s{2}| ,/)
      expect(sentence.en).toMatch(/^[A-Z].*\.$/)
      expect(sentence.ja).toMatch(/[たるい]。$|）。$/)
      expect(sentence.polite).toMatch(/(です|ます|ました|でした|ません)(（[^（）]*）)?。$/)
      const english = sentence.en.split(/(?<=\.) /)
      const japanese = sentence.ja.split(/(?<=。)(?=.)/)
      expect(Math.max(english.length, japanese.length)).toBeLessThanOrEqual(2)
      for (const one of english) expect(one.split(' ').length, one).toBeLessThanOrEqual(25)
      for (const one of japanese) expect([...one].length, one).toBeLessThanOrEqual(60)
    }
  })

  it('names no figure any more once that is withheld, whichever it is', () => {
    let withheld = 0
    for (const { table, sentence } of said.filter(({ table: { blocks } }) => blocks.every(isTable))) {
      const block = table.blocks.filter(isTable).find(({ id }) => id === sentence.block)!
      for (const { cells } of tokensIn(sentence))
        for (const { place } of cells) {
          const fewer = block.table.cells.map((cell, at) => (at === place ? ({ status: 'withheld' } as const) : cell))
          const [changed] = sentencesOf(table.number, [{ ...block, table: { ...block.table, cells: fewer } }], bundles[0]!.manifest.policy)
          withheld++
          expect(changed ? tokensIn(changed).flatMap((token) => [...token.cells, ...token.of].map((one) => one.place)) : []).not.toContain(
            place,
          )
        }
    }
    expect(withheld).toBeGreaterThan(500)
  })

  it('never ranks countries, places or organisations: they stand in the order of the list', () => {
    const lines = bundles[0]!.tables.find(({ id }) => id === 'route_origin@country')!.axes[0].lines
    for (const book of books) {
      const [sentence] = tableIn(book, '5.1').sentences
      const places = sentence!.parts.en.flatMap((part) => (typeof part !== 'string' && part.kind === 'count' ? [part.cells[0]!.place] : []))
      expect(places.length).toBeGreaterThan(1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(lines.length).toBeGreaterThan(places.length)
    }
    for (const { sentence } of said) {
      expect(sentence.ja).not.toMatch(/最も|最多|次いで|第\d位/)
      expect(sentence.en).not.toMatch(/\b(most|largest|leading|top|because of these|cause)\b/i)
    }
  })
})
