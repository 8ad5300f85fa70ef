/** Adjustment of the p-values of one chapter, because among many tests some are significant by chance. They are printed as bands, never as numbers. */
import { type Text, text } from '../../../survey-schema/text.ts'

/**
 * p-values adjusted by the procedure of Benjamini and Hochberg, which controls the false discovery rate; in the order given.
 * @see Benjamini & Hochberg (1995), JRSS B 57, 289-300
 * @example benjaminiHochberg([0.5, 0.25]) // [0.5, 0.5]
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  const order = p.map((_, at) => at).sort((a, b) => p[b]! - p[a]!)
  const adjusted = new Array<number>(p.length)
  let least = 1
  order.forEach((at, place) => {
    least = Math.min(least, (p[at]! * p.length) / (p.length - place))
    adjusted[at] = least
  })
  return adjusted
}

export const SIGNIFICANT = 0.05

/** @param p 0 to 1 @example band(0.004) // { ja: 'p<0.01', en: 'p<0.01' } */
export function band(p: number): Text {
  const below = [0.001, 0.01, SIGNIFICANT].find((limit) => p < limit)
  return below === undefined ? text('有意でない', 'not significant') : { ja: `p<${below}`, en: `p<${below}` }
}
