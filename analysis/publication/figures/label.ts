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

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Other positions for a label, in the order in which they are tried: offsets from its place, in widths and heights of the label. */
const SHIFTS = [
  [0, 0],
  [0.6, 0],
  [-0.6, 0],
  [0, -1],
  [0, 1],
  [0.5, -1],
  [0.5, 1],
  [-0.5, -1],
  [-0.5, 1],
] as const

/**
 * Offsets in pixels from the middle of each place, so that no label lies on an earlier one or outside the drawing where that can be helped.
 * @param labels in order of importance
 */
export function spread(
  labels: readonly { readonly x: number; readonly y: number; readonly text: string }[],
  fontSize: number,
  room: Box,
): readonly (readonly [number, number])[] {
  const taken: Box[] = []
  return labels.map(({ x, y, text }) => {
    const [width, height] = [widthOf(text, fontSize) + 6, fontSize + 5]
    const boxes = SHIFTS.map(([right, down]) => ({
      left: x + right * width - width / 2,
      top: y + down * height - height / 2,
      width,
      height,
    }))
    const found = boxes.find((box) => inside(box, room) && !taken.some((other) => overlap(box, other))) ?? (boxes[0] as Box)
    taken.push(found)
    return [Math.round(found.left + width / 2 - x), Math.round(found.top + height / 2 - y)] as const
  })
}

const inside = (box: Box, room: Box) =>
  box.left >= room.left &&
  box.left + box.width <= room.left + room.width &&
  box.top >= room.top &&
  box.top + box.height <= room.top + room.height

const overlap = (a: Box, b: Box) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
