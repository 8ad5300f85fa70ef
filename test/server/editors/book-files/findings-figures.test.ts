/** Drawings on a page of the findings volume: as wide as the text at most, and the second one only where both stay legible. */
import { describe, expect, it } from 'vitest'
import { namedFigures } from '../../../../analysis/publication/formats/findings-words.ts'
import type { DrawnFigures } from '../../../../server/editors/book-files/drawn-figures.ts'
import { fittedFigures } from '../../../../server/editors/book-files/findings-figures.ts'
import { bookOfBundle } from '../../../support/book-files.ts'
import { makeEdition } from '../../../support/edition.ts'

const book = bookOfBundle(makeEdition({ cases: 160, seed: 5 }).bundle)
const chapter = book.findings.chapters.find(({ finding, figures }) => finding && figures.length === 2)!
const named = namedFigures(book, chapter)

/** Drawings of these sizes in pixels, whatever width is asked for, unless they follow it. */
function drawings(sizes: readonly (readonly [width: number | 'asked', height: number])[]): DrawnFigures {
  const across = (id: string, _: string, asked: number) => {
    const size = sizes[named.findIndex(({ figure }) => figure.id === id)]
    return size ? { svg: `<svg id="${id}"/>`, width: size[0] === 'asked' ? asked : size[0], height: size[1] } : null
  }
  return { across, bare: (id, language) => across(id, language, 720), narrow: () => null, alone: () => null }
}
const ROOM = { width: 470, height: 400, above: () => 50 }
const fitted = (sizes: Parameters<typeof drawings>[0], height = ROOM.height) =>
  fittedFigures(named, drawings(sizes), 'en', { ...ROOM, height })

describe('the drawings of a chapter', () => {
  it('have the finding as title, and their own name where the finding stands above them', () => {
    const [first, second] = named
    expect(first!.title).toBe(first!.figure.caption)
    expect(second!.title).toBe(chapter.figures[1]!.title)
  })

  it('stand both where there is room, no wider than the text', () => {
    const both = fitted([
      ['asked', 200],
      [760, 240],
    ])
    expect(both.map(({ figure }) => figure.id)).toEqual(named.map(({ figure }) => figure.id))
    for (const { width } of both) expect(Math.round(width)).toBeLessThanOrEqual(ROOM.width)
    expect(both.reduce((sum, { height }) => sum + height + 50, 0)).toBeLessThanOrEqual(ROOM.height)
  })

  it('are the first alone where the second is too tall or too wide to be read, as large as the room allows', () => {
    for (const second of [
      ['asked', 900],
      [1300, 200],
    ] as const) {
      const [one, ...more] = fitted([['asked', 200], second])
      expect([one!.figure.id, more]).toEqual([named[0]!.figure.id, []])
      expect(one!.height).toBe(200 * 0.68)
    }
  })

  it('are the first in any case, and none where nothing can be drawn', () => {
    expect(fitted([['asked', 900]], 60)).toHaveLength(1)
    expect(fitted([])).toEqual([])
  })
})
