/** A drawing as files carry it: in the font of the book, and the same bytes wherever and whenever it is drawn. */
import { paintable } from '../formats/settable.ts'
import { FONT } from './draw.ts'

/** The font that files bring or may expect, then those of common machines. Inside double quotes, so with single ones. */
export const FILE_FONT = "'BIZ UDPGothic', 'Yu Gothic', 'Hiragino Sans', sans-serif"

/** Programs that draw no pattern show this colour in its place: that of a withheld cell without its hatching. */
const UNHATCHED = '#faf9f6'

/** Our font, coordinates no finer than a hundredth of a pixel, and names counted from the first of this drawing, not of all that were drawn before. */
export function fileSvg(svg: string): string {
  const names = new Map<string, string>()
  return paintable(svg)
    .replaceAll(FONT, FILE_FONT)
    .replaceAll(/\bzr\d+-([a-z]+-?)\d+/g, (name, kind) => {
      const known = names.get(name) ?? `zr-${kind}${names.size}`
      names.set(name, known)
      return known
    })
    .replaceAll(/fill="(url\(#[\w-]{1,40}\))"/g, `fill="$1 ${UNHATCHED}"`)
    .replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
}
