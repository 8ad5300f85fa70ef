/** Sentences agree with their table in both languages, and are silent where the table is. */
import { beforeAll, describe, expect, it } from 'vitest'
import { sentencesOf } from '../../../../analysis/publication/book/sentences/sentences.ts'
import type { Book, BookTable, PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../../../survey-schema/release/released-table.ts'
import { bookFor, bundleOf, isTable, printedCells, tableIn } from '../../../support/book.ts'

let bundle: Bundle
let book: Book
beforeAll(() => {
  bundle = bundleOf({ cases: 480, seed: 1 })
  book = bookFor(bundle)
})

/** Numbers outside of quoted labels. */
const numbersIn = (text: string) =>
  [...text.replaceAll(/「[^」]*」|“[^”]*”/g, ' ').matchAll(/\d[\d,]*%?/g)].map(([number]) => number.replaceAll(',', ''))

const figure = (cell: ReleasedCell | { readonly status: 'text' }) => ('figure' in cell ? [String(cell.figure)] : [])

/** Every figure and share that a reader finds in the table. */
function readable(block: PrintedBlock): string[] {
  if (block.kind === 'table')
    return [
      ...printedCells(block).flatMap(figure),
      ...block.bases.flatMap(({ cell }) => figure(cell)),
      ...(block.shares ?? []).flat().flatMap((share) => (share ? [/^\d+%/.exec(share.en)![0]] : [])),
    ]
  if (block.kind === 'routes') return block.routes.origins.flatMap(({ cell }) => figure(cell))
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ cell }) => (cell.status === 'text' ? numbersIn(cell.words.en) : figure(cell))))
}

const tables = (): readonly BookTable[] => book.chapters.flatMap((chapter) => chapter.tables)

describe('a sentence', () => {
  it('has no number that its table does not show, and the same numbers in both languages', () => {
    const said = tables().flatMap(({ number, blocks, sentences }) => sentences.map((sentence) => ({ number, blocks, sentence })))
    expect(said.length).toBeGreaterThan(70)
    for (const { number, blocks, sentence } of said) {
      const shown = new Set(blocks.flatMap(readable))
      for (const text of [sentence.ja, sentence.en]) for (const one of numbersIn(text)) expect(shown, `${number} ${text}`).toContain(one)
      expect(numbersIn(sentence.ja).sort(), number).toEqual(numbersIn(sentence.en).sort())
      expect(numbersIn(sentence.en).length).toBeGreaterThan(0)
    }
  })

  it('uses labels of its table only, and the same ones in both languages', () => {
    for (const { blocks, sentences } of tables()) {
      const labels = blocks.filter(isTable).flatMap(({ table }) => table.axes.flatMap((axis) => [axis, ...axis.lines]))
      for (const { ja, en } of blocks.every(isTable) ? sentences : []) {
        const named = [...ja.matchAll(/「([^」]*)」/g)].map(([, label]) => label)
        const english = [...en.matchAll(/“([^”]*)”/g)].map(([, label]) => label)
        expect(named.length).toBeGreaterThan(0)
        for (const label of named) expect(labels.map((line) => line.ja)).toContain(label)
        for (const label of english) expect(labels.map((line) => line.en)).toContain(label)
      }
    }
  })

  it('is silent when any of its figures is withheld, whichever it is', () => {
    for (const { number, blocks } of tables())
      for (const block of blocks.filter(isTable)) {
        const [sentence] = sentencesOf(number, [block])
        if (!sentence) continue
        for (const one of new Set(numbersIn(sentence.en).filter((number) => !number.endsWith('%')))) {
          const cells = block.table.cells.map((cell) =>
            'figure' in cell && String(cell.figure) === one ? ({ status: 'withheld' } as const) : cell,
          )
          const [changed] = sentencesOf(number, [{ ...block, table: { ...block.table, cells } }])
          if (changed) expect(numbersIn(changed.en), `${number} ${one}`).not.toContain(one)
        }
      }
  })

  it('never ranks countries, places or organisations: they stand in the order of the list', () => {
    const origins = bundle.tables.find(({ id }) => id === 'route_origin@country')!.axes[0].lines.map(({ en }) => en)
    const sentence = tableIn(book, '5.1').sentences[0]!
    const named = [...sentence.en.matchAll(/“([^”]*)”/g)].map(([, label]) => label!).slice(1)
    expect(named.length).toBeGreaterThan(1)
    expect(named).toEqual([...named].sort((a, b) => origins.indexOf(a) - origins.indexOf(b)))
    for (const { ja, en } of tables().flatMap(({ sentences }) => sentences)) {
      expect(ja.replaceAll(/「[^」]*」/g, '')).not.toMatch(/最も|最多|次いで|第\d位|約/)
      expect(en.replaceAll(/“[^”]*”/g, '')).not.toMatch(/\b(most|largest|leading|top|about|because|cause)/i)
    }
  })
})
