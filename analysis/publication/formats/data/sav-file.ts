/**
 * Writes an SPSS system file: uncompressed, UTF-8, little-endian, with a fixed date of creation, so that the same data give the same bytes.
 * @see https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html
 */
import { ByteBuffer } from './byte-buffer.ts'
import { cutToBytes, LABEL_BYTES } from './short-labels.ts'

export type SavVariable =
  | {
      readonly kind: 'number'
      readonly name: string
      readonly label: string
      readonly decimals: number
      readonly labels: readonly (readonly [value: number, label: string])[]
      /** Values declared as user-missing, at most three. */
      readonly missing: readonly number[]
      readonly values: readonly number[]
    }
  | { readonly kind: 'text'; readonly name: string; readonly label: string; readonly values: readonly string[] }

interface SavContent {
  /** Label of the file; cut to 64 bytes of UTF-8. */
  readonly label: string
  readonly documents: readonly string[]
  /** Each holds one value for every case of the file; names have at most 64 letters, digits and `_`. */
  readonly variables: readonly SavVariable[]
}

/** What text is padded with. */
const BLANK = 0x20
const DOCUMENT_WIDTH = 80
/** Longest string in bytes: longer ones ("very long strings") need records of their own, which are not written here. 248 is the multiple of 8 below 255. */
const TEXT_BYTES = 248
const utf8 = new TextEncoder()

export function savFile({ label, documents, variables }: SavContent): Uint8Array {
  const cases = variables[0]?.values.length ?? 0
  const placed = variables.map((variable, at) => {
    const texts = variable.kind === 'text' ? variable.values.map((value) => cutToBytes(value, TEXT_BYTES)) : []
    return { variable, texts, width: Math.max(1, ...texts.map((bytes) => bytes.length)), short: `V${at + 1}` }
  })
  const slots = placed.map(({ variable, width }) => (variable.kind === 'text' ? Math.ceil(width / 8) : 1))
  const out = new ByteBuffer(BLANK)
  // Header.
  out
    .text('$FL2', 4)
    .text('@(#) SPSS DATA FILE', 60)
    .int(2)
    .int(slots.reduce((sum, one) => sum + one, 0))
    .int(0)
    .int(0)
    .int(cases)
    .double(100)
  out.text('01 Jan 80', 9).text('00:00:00', 8).bytes(cutToBytes(label, 64), 64).zeros(3)
  for (const { variable, width, short } of placed) {
    const text = variable.kind === 'text'
    const missing = text ? [] : variable.missing
    // Print and write format: A for text, F for numbers; width; decimals.
    const format = text ? (1 << 16) | (width << 8) : (5 << 16) | (12 << 8) | variable.decimals
    const words = cutToBytes(variable.label, LABEL_BYTES)
    out
      .int(2)
      .int(text ? width : 0)
      .int(1)
      .int(missing.length)
      .int(format)
      .int(format)
      .text(short, 8)
    out.int(words.length).bytes(words, Math.ceil(words.length / 4) * 4)
    for (const value of missing) out.double(value)
    if (text) for (let at = 1; at < Math.ceil(width / 8); at++) out.int(2).int(-1).int(0).int(0).int(0).int(0).text('', 8)
  }
  let slot = 1
  placed.forEach(({ variable }, at) => {
    if (variable.kind === 'number' && variable.labels.length > 0) {
      out.int(3).int(variable.labels.length)
      for (const [value, words] of variable.labels) {
        const bytes = cutToBytes(words, LABEL_BYTES)
        out
          .double(value)
          .byte(bytes.length)
          .bytes(bytes, Math.ceil((bytes.length + 1) / 8) * 8 - 1)
      }
      out.int(4).int(1).int(slot)
    }
    slot += slots[at]!
  })
  const lines = documents.flatMap(documentLines)
  if (lines.length > 0) out.int(6).int(lines.length)
  for (const line of lines) out.bytes(line, DOCUMENT_WIDTH)
  // Machine integers: version, floating point IEEE, no compression code, little-endian, UTF-8.
  out.int(7).int(3).int(4).int(8)
  for (const value of [1, 0, 0, -1, 1, 1, 2, 65001]) out.int(value)
  // Machine floats: system-missing, highest, and the lowest that is not system-missing.
  out
    .int(7)
    .int(4)
    .int(8)
    .int(3)
    .double(-Number.MAX_VALUE)
    .double(Number.MAX_VALUE)
    .double(-(2 - 2 ** -51) * 2 ** 1023)
  const extension = (subtype: number, bytes: Uint8Array) => out.int(7).int(subtype).int(1).int(bytes.length).bytes(bytes, bytes.length)
  extension(13, utf8.encode(placed.map(({ variable, short }) => `${short}=${variable.name}`).join('\t')))
  extension(20, utf8.encode('UTF-8'))
  out.int(999).int(0)
  for (let at = 0; at < cases; at++)
    placed.forEach(({ variable, texts }, place) => {
      if (variable.kind === 'number') out.double(variable.values[at]!)
      else out.bytes(texts[at]!, slots[place]! * 8)
    })
  return out.whole()
}

/** A text in lines of 80 bytes, broken between characters. */
function documentLines(text: string): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let rest = text; rest !== ''; ) {
    const line = cutToBytes(rest, DOCUMENT_WIDTH)
    lines.push(line)
    rest = rest.slice(new TextDecoder().decode(line).length)
  }
  return lines
}
