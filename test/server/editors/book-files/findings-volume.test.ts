/** The findings volume as files: at most 16 pages, main points first, each drawing with its text, and no number but those of the book's findings. */
import { beforeAll, describe, expect, it } from 'vitest'
import { bySpeaking } from '../../../../analysis/publication/formats/findings-words.ts'
import { namedFigures } from '../../../../server/editors/book-files/findings-figures.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import { bookOfBundle, filesOf } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'
import { partsIn, type TaggedPart, taggedPdf } from '../../../support/pdf-structure.ts'

let book: Book
let files: ReadonlyMap<string, Uint8Array>
beforeAll(async () => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  files = await filesOf(book, ['findings'])
}, 300_000)

const pdfOf = (language: string) => files.get(`findings.${language}.pdf`)!
const kinds = (parts: readonly TaggedPart[]) => parts.map(({ kind }) => kind).filter((kind) => /^H\d$/.test(kind))

describe.each(['ja', 'en'] as const)('the findings volume as PDF: %s', (language) => {
  it('has at most 16 pages of A4', () => {
    const text = Buffer.from(pdfOf(language)).toString('latin1')
    const pages = text.match(/\/Type \/Page\b(?!s)/g) ?? []
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.length).toBeLessThanOrEqual(16)
    expect(text).toMatch(/\/MediaBox \[0 0 595\.\d+ 841\.\d+\]/)
  })

  it('is read in this order: main points, each chapter with its finding and its limits, chapters without one, the rule', () => {
    const { speaking, silent } = bySpeaking(book.findings)
    expect([speaking.length > 5, silent.length > 0, book.findings.mainPoints.length > 0]).toEqual([true, true, true])
    const { accessible, titleShown, root, language: said } = taggedPdf(pdfOf(language))
    expect([accessible, titleShown, said]).toEqual(['1', true, language === 'ja' ? 'ja-JP' : 'en-GB'])
    expect(kinds(partsIn(root))).toEqual([
      'H1',
      ...speaking.flatMap(() => ['H1', 'H2', 'H3']),
      ...['H1', ...silent.map(() => 'H2')],
      ...['H1', 'H1'],
    ])
  })

  it('reads each drawing out by the figures of its table, one or two to a chapter', () => {
    const alternatives = partsIn(taggedPdf(pdfOf(language)).root).flatMap(({ kind, alternative }) =>
      kind === 'Figure' ? [alternative] : [],
    )
    const { speaking } = bySpeaking(book.findings)
    const planned = speaking.map((chapter) => namedFigures(book, chapter).map(({ figure }) => figure.alternative[language]))
    expect(alternatives.length).toBeGreaterThan(5)
    expect(planned.flat().filter((words) => alternatives.includes(words))).toEqual(alternatives)
    for (const [first] of planned.filter(({ length }) => length > 0)) expect(alternatives).toContain(first)
  })
})
