/** Fact sheets, citations and changes: they repeat what the book says. */
import { beforeAll, describe, expect, it } from 'vitest'
import { changesOf } from '../../../../analysis/publication/book/changes.ts'
import { citationFor } from '../../../../analysis/publication/book/citations.ts'
import { factSheets } from '../../../../analysis/publication/book/fact-sheets/sheets.ts'
import { ALWAYS, TOPICS } from '../../../../analysis/publication/book/fact-sheets/topics.ts'
import { imprintOf } from '../../../../analysis/publication/book/imprint.ts'
import { PLAN } from '../../../../analysis/publication/book/plan/plan.ts'
import { publishedEditionsOf } from '../../../../analysis/publication/book/published-editions.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import { bookFor, bundleOf, sha256, tableIn, withheldIn } from '../../../support/book.ts'

let bundle: Bundle
let book: Book
beforeAll(() => {
  bundle = bundleOf({ cases: 480, seed: 1 })
  book = bookFor(bundle)
})

const numbersIn = (text: string) => text.match(/\d[\d,]*/g) ?? []

describe('fact sheets', () => {
  it('at 480 cases are at least four of five', () => expect(factSheets(book).length).toBeGreaterThanOrEqual(4))

  it('repeat sentences of the tables that they name, with the same numbers, in です・ます', () => {
    for (const { headline, sentences } of factSheets(book)) {
      expect(sentences.length).toBeLessThanOrEqual(3)
      for (const { words, table } of [headline, ...sentences]) {
        const [sentence] = tableIn(book, table).sentences
        expect(words.en).toBe(sentence!.en)
        expect(numbersIn(words.ja).sort()).toEqual(numbersIn(sentence!.ja).sort())
        expect(words.ja).toMatch(/(です|ます|ました|でした|ません)(（[^（）]*）)?。$/)
        expect(words.ja).not.toContain('である')
      }
    }
  })

  it('are not made where the headline is withheld', () => {
    expect(factSheets(bookFor(withheldIn(bundle)))).toEqual([])
    const noDebt = withheldIn(bundle, (id) => !id.includes('debt_band'))
    expect(factSheets(bookFor(noDebt)).map(({ id }) => id)).not.toContain('debt')
  })

  it('name tables of the plan, and have no figure of their own', () => {
    const numbers = PLAN.flatMap(({ tables }) => tables.map(({ number }) => number))
    expect(TOPICS).toHaveLength(5)
    for (const { headline, figure, tables, demand, cannotSay } of TOPICS) {
      expect(numbers).toEqual(expect.arrayContaining([headline, figure, ...tables, ...ALWAYS]))
      for (const { ja, en } of [demand, ...cannotSay]) {
        expect(ja).toMatch(/(です|ます|ません)。$/)
        expect(ja.replace('10人に満たない', '')).not.toMatch(/\d/)
        expect(en).not.toMatch(/\d/)
      }
    }
  })
})

describe('a citation', () => {
  it('has edition, policy and checksum, and the year of the edition where its name has one', () => {
    const imprint = { ...imprintOf(publishedEditionsOf(bundle, [], sha256)), edition: '2026-1', fictional: false }
    const { words, bibtex, ris } = citationFor(imprint, { id: 'table-5-3', name: { ja: '表5.3', en: 'Table 5.3' } }, 'a'.repeat(64))
    for (const text of [words.ja, words.en, bibtex, ris])
      for (const part of ['2026-1', 'v2', 'aaaaaaaaaaaaaaaa']) expect(text).toContain(part)
    expect(bibtex).toContain('year = {2026}')
    expect(ris).toMatch(/^TY {2}- CHAP\n/)
    expect(ris).toMatch(/\nER {2}- \n$/)
    expect(citationFor({ ...imprint, edition: 'fictional-1', fictional: true }, null, 'b'.repeat(64)).bibtex).not.toContain('year')
  })
})

describe('changes', () => {
  it('are written newest first, from the manifests alone', () => {
    const next: Bundle = {
      ...bundle,
      manifest: {
        ...bundle.manifest,
        checksum: 'c'.repeat(64),
        previous: bundle.manifest.checksum,
        editions: [{ ...bundle.manifest.editions[0]!, id: 'fictional-2' }],
        counted: [{ ...bundle.manifest.counted[0]!, id: 'fictional-2', questionnaire: '1.1' }],
        volume: null,
        tables: bundle.manifest.tables.slice(0, 100),
      },
    }
    const changes = changesOf(publishedEditionsOf(next, [bundle], sha256))
    expect(changes.map(({ edition }) => edition)).toEqual(['fictional-2', 'fictional-1'])
    const said = changes[0]!.lines.map(({ en }) => en).join(' ')
    for (const part of ['fictional-2', 'wait for more cases', 'are not in this one', 'from 1.0 to 1.1', 'stay as they are'])
      expect(said).toContain(part)
    expect(changes[1]!.lines.at(-1)!.en).toBe('This is the first publication.')
  })

  it('say that two editors decided on a volume of fewer cases, and only then', () => {
    const said = (byDecision: boolean) => {
      const volume = { ...bundle.manifest.volume!, byDecision }
      const [change] = changesOf(publishedEditionsOf({ ...bundle, manifest: { ...bundle.manifest, volume } }, [], sha256))
      return change!.lines.map(({ en }) => en).join(' ')
    }
    expect(said(true)).toContain('Two editors decided, on record')
    expect(said(false)).not.toContain('decided')
  })
})
