/** Text into bytes of the encodings that are read. Node writes UTF-8 and UTF-16; the others are turned round from how they are read. */
import type { Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>()

/** Every character that one or two bytes of the encoding stand for. */
function tableOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const found = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(new Uint8Array(bytes), { stream: true }) + decoder.decode()
    if ([...text].length === 1 && !text.includes('\uFFFD') && !found.has(text)) found.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte++) learn([byte])
  if (!encoding.startsWith('windows'))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail])
  tables.set(encoding, found)
  return found
}

/** @throws RangeError for a character that the encoding does not have */
export function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array {
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from((mark ? '\uFEFF' : '') + text, 'utf8'))
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
    return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes)
  }
  if (encoding === 'iso-2022-jp') return inJis(text)
  const table = tableOf(encoding)
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new RangeError(`not in ${encoding}`)
      return bytes
    }),
  )
}

/** JIS X 0208 between escape sequences: its two bytes are those of EUC-JP without their high bits. */
function inJis(text: string): Uint8Array {
  const table = tableOf('euc-jp')
  const bytes: number[] = []
  let wide = false
  const to = (set: boolean) => {
    if (set !== wide) bytes.push(0x1b, ...(set ? [0x24, 0x42] : [0x28, 0x42]))
    wide = set
  }
  for (const character of text) {
    const found = table.get(character)
    if (!found) throw new RangeError('not in iso-2022-jp')
    to(found.length > 1)
    bytes.push(...found.map((byte) => byte & 0x7f))
  }
  to(false)
  return new Uint8Array(bytes)
}
