/** Labels for formats that limit their length: both languages in at most 120 bytes of UTF-8, which is what SPSS takes for the label of a value. */
import type { Text } from '../../../../survey-schema/text.ts'
import { bilingual } from './long-table.ts'

export const LABEL_BYTES = 120

const utf8 = new TextEncoder()
const bytesIn = (text: string) => utf8.encode(text).length
const SEPARATOR = ' / '
const CUT = '…'

/** As many whole characters as fit into `most` bytes of UTF-8. @example cutToBytes('日本', 5).length // 3 */
export function cutToBytes(text: string, most: number): Uint8Array {
  const bytes = utf8.encode(text)
  if (bytes.length <= most) return bytes
  let end = most
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.slice(0, end)
}

const within = (text: string, most: number) =>
  bytesIn(text) <= most ? text : `${new TextDecoder().decode(cutToBytes(text, most - bytesIn(CUT))).trimEnd()}${CUT}`

/**
 * Both languages if they fit; else each is cut to its half, and what one does not need is the other's.
 * @example shortLabel({ ja: '女性', en: 'Woman' }) // '女性 / Woman'
 */
export function shortLabel({ ja, en }: Text, most = LABEL_BYTES): string {
  if (ja === en) return within(ja, most)
  const both = most - bytesIn(SEPARATOR)
  const half = Math.floor(both / 2)
  return `${within(ja, Math.max(half, both - bytesIn(en)))}${SEPARATOR}${within(en, Math.max(both - half, both - bytesIn(ja)))}`
}

/** A label for each line of a variable. Where cutting would make two alike, both say the place of their line. */
export function shortLabels(lines: readonly Text[]): readonly string[] {
  const labels = lines.map((line) => shortLabel(line))
  const alike = new Map<string, number>()
  for (const label of labels) alike.set(label, (alike.get(label) ?? 0) + 1)
  return labels.map((label, at) => {
    const cut = label !== bilingual(lines[at]!)
    return cut && alike.get(label)! > 1 ? `${at + 1}. ${shortLabel(lines[at]!, LABEL_BYTES - `${at + 1}. `.length)}` : label
  })
}
