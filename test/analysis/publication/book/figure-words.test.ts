/** The words of a drawing say what its table prints, and nothing that is withheld. */
import { beforeAll, describe, expect, it } from 'vitest'
import { alternativeOf, subtitleOf } from '../../../../analysis/publication/book/figure-words.ts'
import { cellText, printedGrid } from '../../../../analysis/publication/formats/printed-grid.ts'
import type { Book, BookFigure, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { numeral } from '../../../../survey-schema/text.ts'
import { bookOfBundle } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'

let book: Book
let drawn: readonly { readonly figure: BookFigure; readonly block: PrintedBlock }[]
beforeAll(() => {
  book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
  drawn = book.chapters.flatMap(({ tables }) =>
    tables.flatMap(({ figures, blocks }) => figures.map((figure) => ({ figure, block: blocks.find(({ id }) => id === figure.draws[0])! }))),
  )
}, 300_000)

describe('what is read aloud in place of a drawing', () => {
  it('holds the kind, the caption and the first figures in the order of print', () => {
    expect(drawn.length).toBeGreaterThan(60)
    for (const { figure, block } of drawn) {
      expect(figure.alternative).toEqual(alternativeOf(figure.kind, block))
      for (const language of ['ja', 'en'] as const) {
        const said = figure.alternative[language]
        expect(said).toContain(block.caption[language])
        const [first] = printedGrid(block).rows.filter(({ frame, cells }) => !frame && cells[0] && 'figure' in cells[0].content)
        if (first && block.kind !== 'table')
          expect(said, figure.id).toContain(`${first.words[language]} ${cellText(first.cells[0]!.content, language)}`)
      }
    }
  })

  it('says no number but those of printed cells, their shares, captions, periods and names', () => {
    for (const { figure, block } of drawn) {
      const { rows, heads } = printedGrid(block)
      const cells = rows.flatMap((row) => row.cells)
      const worded = cells.flatMap(({ content }) => (content.status === 'text' ? [content.words.en] : [cellText(content, 'en')]))
      const names = [
        ...worded,
        ...rows.map(({ words }) => words.en),
        ...heads.map(({ words }) => words.en),
        block.caption.en,
        block.period.en,
      ]
      const known = new Set([
        ...[...cells.map(({ content }) => content), ...block.bases.map(({ cell }) => cell)].flatMap((one) =>
          'figure' in one ? [numeral(one.figure)] : [],
        ),
        ...cells.flatMap(({ share }) => share?.en.match(/^\d+/) ?? []),
        ...[...names, ...block.bases.map(({ words }) => words.en)].flatMap((name) => name.match(/\d[\d,]*/g) ?? []),
      ])
      const rest = figure.alternative.en.replace(/ \d+ more in the table\./, '')
      expect(
        (rest.match(/\d[\d,]*/g) ?? []).filter((number) => !known.has(number.replace(/,$/, ''))),
        figure.id,
      ).toEqual([])
    }
  })

  it('calls a withheld cell withheld', () => {
    const { figure } = drawn.find(({ figure: one }) => one.kind === 'bars' && one.alternative.en.includes('withheld'))!
    expect(figure.alternative.ja).toContain('秘匿')
  })
})

describe('the subtitle of a drawing', () => {
  it('says measure, place, period and base', () => {
    for (const { figure, block } of drawn) {
      const [base] = block.bases
      for (const language of ['ja', 'en'] as const) {
        const said = figure.subtitle[language].toLowerCase()
        expect(said).toContain(block.period[language].toLowerCase())
        expect(said).toContain(language === 'ja' ? '日本への人身取引' : 'trafficking to japan')
        if (base) expect(said).toContain(`${base.words[language]} ${cellText(base.cell, language)}`.toLowerCase())
      }
      const shares = ['stacked', 'lines', 'dots'].includes(figure.kind) && block.kind === 'table' && block.columns.length > 0
      expect(figure.subtitle.en.startsWith(shares ? 'Percent of each' : 'Number of cases'), figure.id).toBe(true)
    }
  })

  it('says nothing of Japan where the cases are records of others', () => {
    const { figure, block } = drawn[0]!
    expect(subtitleOf(figure.kind, block, true).en).not.toContain('Japan')
  })
})
