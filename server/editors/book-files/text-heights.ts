/** Heights of what is set, estimated from its words, in millimetres. */
import { wrapped } from '../../../analysis/publication/figures/label.ts'

const POINT = 25.4 / 72
/** From baseline to baseline less the leading: the height of capitals, in parts of the font size. */
const CAPITALS = 0.74

/** @param size of the font in points @param leading in parts of it @param width in millimetres */
export function textHeight(text: string, size: number, leading: number, width: number): number {
  const lines = wrapped(text, size * POINT, width).length
  return (lines * (CAPITALS + leading) - leading) * size * POINT
}

/** Of several paragraphs, each on lines of its own. @param spacing between them, in parts of the font size */
export const paragraphsHeight = (texts: readonly string[], size: number, leading: number, spacing: number, width: number): number =>
  texts.reduce((sum, text) => sum + textHeight(text, size, leading, width) + spacing * size * POINT, 0)
