/** Labels of a figure, broken into lines by the rules of Japanese and English typesetting, because an SVG text does not wrap by itself. */

/** Estimated width in pixels at a font size: full for East Asian characters, some five sixths for digits and capitals, somewhat over half for others, as in the font of the files. */
export const widthOf = (text: string, fontSize: number) =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character)
        ? 1
        : /[A-Z0-9]/.test(character)
          ? 0.84
          : 0.58),
    0,
  ) * fontSize

const words = new Intl.Segmenter('ja', { granularity: 'word' })
/** Characters that may not begin a line, and those that may not end one. */
const NOT_FIRST = /^[\s、。，．・）」』】〕！？ー～／)\],.;:!?/–-]/
const NOT_LAST = /[（「『【〔([]$/

/** Parts between which a line may be broken. */
function parts(text: string): readonly string[] {
  const found: string[] = []
  for (const { segment } of words.segment(text)) {
    const before = found.at(-1)
    const latin = before !== undefined && /[\w’']$/.test(before) && /^[\w’']/.test(segment)
    if (before !== undefined && (NOT_FIRST.test(segment) || NOT_LAST.test(before) || latin)) found[found.length - 1] = before + segment
    else found.push(segment)
  }
  return found
}

/** The label with line breaks. @param width of a line in pixels; a part that is wider has a line of its own */
export function wrapped(text: string, fontSize: number, width: number): readonly string[] {
  const lines: string[][] = []
  for (const part of parts(text)) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf([...line, part].join('').trimEnd(), fontSize) <= width) line.push(part)
    else lines.push([part.trimStart()])
  }
  // A single character on the last line looks lost, so the part before it moves down as well.
  const [before, last] = [lines.at(-2), lines.at(-1)]
  if (before && last && before.length > 1 && [...last.join('').trim()].length === 1) last.unshift(before.pop()?.trimStart() ?? '')
  return lines.map((line) => line.join('').trimEnd()).filter((line) => line !== '')
}
