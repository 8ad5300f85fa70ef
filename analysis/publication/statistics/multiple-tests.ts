/** p-values of one chapter, adjusted because many tests find something by chance; printed as bands, never as numbers. */
import { type Text, text } from '../../../survey-schema/text.ts'

/** Benjamini-Hochberg, in the order given. @see Benjamini & Hochberg (1995), JRSS B 57, 289-300 */
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

export function band(p: number): Text {
  const below = [0.001, 0.01, SIGNIFICANT].find((limit) => p < limit)
  return below === undefined ? text('有意でない', 'not significant') : { ja: `p<${below}`, en: `p<${below}` }
}
