/** Classes of figures on a map: few, with round limits that the legend lists. */
import type { Text } from '../../../../survey-schema/text.ts'

/** Smallest figure of each class. Nothing under 5 is ever published. */
const FROM = [5, 20, 50, 100, 200] as const

export interface FigureClass extends Text {
  /** Place in `SHADES`, 0 (pale) to 4 (deep). */
  readonly shade: number
}

export const shadeOf = (figure: number): number => FROM.findLastIndex((from) => figure >= from)

/** The classes that a map with this largest figure needs. */
export function classesUpTo(most: number): readonly FigureClass[] {
  return FROM.flatMap((from, shade) => {
    if (from > most) return []
    const next = FROM[shade + 1]
    return next === undefined || next > most
      ? [{ shade, ja: `${from}以上`, en: `${from} or more` }]
      : [{ shade, ja: `${from}～${next - 1}`, en: `${from}–${next - 1}` }]
  })
}
