/**
 * The drawings of a chapter of the findings volume on its page: as wide as the text, their letters as large as the room allows. A second
 * one that would make both illegible is left out; its table holds the figures.
 */
import type { Picture } from '../../../analysis/publication/figures/picture.ts'
import type { NamedFigure } from '../../../analysis/publication/formats/findings-words.ts'
import type { Language } from '../../../survey-schema/text.ts'
import { inOneWeight } from './book-pdf-table.ts'
import type { DrawnFigures } from './drawn-figures.ts'

/** Points of the page for a pixel of a drawing, from the largest that is wanted. The letters of drawings are 14 pixels high. */
const SCALES = [0.68, 0.64, 0.6, 0.56, 0.52, 0.48, 0.44] as const
/** For one drawing by itself. */
const SMALLER = [...SCALES, 0.4, 0.36] as const
/** Of the first of two. */
const FIRST = 0.56
/** Of a drawing that is wider than the page at the scale of the others. */
const SMALLEST = 0.42

export interface FittedFigure extends NamedFigure {
  readonly svg: string
  /** In points of the page. */
  readonly width: number
  readonly height: number
}

/** In points. */
interface Room {
  readonly width: number
  /** For drawings and what stands above each. */
  readonly height: number
  readonly above: (one: NamedFigure) => number
}

interface KnownFigure extends NamedFigure {
  /** At its usual width. */
  readonly usual: Picture
}

/** Heights are judged by drawings at their usual width, so that each is drawn once more and not once for every scale; the layout corrects the rest. */
export function fittedFigures(
  named: readonly NamedFigure[],
  figures: DrawnFigures,
  language: Language,
  { width, height: room, above }: Room,
): readonly FittedFigure[] {
  const known = named.flatMap((one): KnownFigure[] => {
    const usual = figures.bare(one.figure.id, language)
    return usual ? [{ ...one, usual }] : []
  })
  const first = known.slice(0, 1)
  const tries = [
    ...SCALES.map((scale) => known.map((one, at) => ({ one, scale: at === 0 ? Math.max(scale, FIRST) : scale }))),
    ...SMALLER.map((scale) => first.map((one) => ({ one, scale }))),
  ]
  const fits = (all: (typeof tries)[number]) =>
    all.every(({ one: { usual } }) => width / usual.width >= SMALLEST) &&
    all.reduce((sum, { one, scale }) => sum + one.usual.height * Math.min(scale, width / one.usual.width) + above(one), 0) <= room
  return (tries.find(fits) ?? tries[tries.length - 1] ?? []).map(({ one: { usual: _, ...one }, scale }) => {
    const picture = figures.across(one.figure.id, language, Math.floor(width / scale))!
    const fit = Math.min(scale, width / picture.width)
    return { ...one, svg: inOneWeight(picture.svg), width: picture.width * fit, height: picture.height * fit }
  })
}
