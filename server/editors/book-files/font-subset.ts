/** A TrueType font with the outlines of some characters only: painting hundreds of figures reads the font again for each piece of text. */

import { characterMap, fontTables } from './font-characters.ts'

/** Tables that a painter of left-to-right text needs. @see OpenType specification 1.9 */
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post']
const COMPONENT = { wordArguments: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 }

/** @param font with `glyf` outlines @throws RangeError for a font of another kind */
export function fontSubset(font: Uint8Array, characters: Iterable<string>): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = fontTables(font)
  const place = (tag: string) => {
    const table = tables.get(tag)
    if (!table) throw new RangeError(`the font has no table ${tag}`)
    return table.at
  }
  const [head, loca, glyf] = [place('head'), place('loca'), place('glyf')]
  const glyphs = view.getUint16(place('maxp') + 4)
  const long = view.getInt16(head + 50) === 1
  const start = (glyph: number) => (long ? view.getUint32(loca + glyph * 4) : view.getUint16(loca + glyph * 2) * 2)

  const wanted = new Set([0])
  const glyphOf = characterMap(view, place('cmap'))
  const take = (glyph: number) => {
    if (glyph >= glyphs || (wanted.has(glyph) && glyph !== 0)) return
    wanted.add(glyph)
    for (const part of componentsOf(view, glyf + start(glyph), start(glyph + 1) - start(glyph))) take(part)
  }
  for (const character of characters) take(glyphOf(character.codePointAt(0)!))

  const offsets = new Uint8Array((glyphs + 1) * 4)
  const offsetView = new DataView(offsets.buffer)
  const outlines: Uint8Array[] = []
  let length = 0
  for (let glyph = 0; glyph < glyphs; glyph++) {
    offsetView.setUint32(glyph * 4, length)
    const size = wanted.has(glyph) ? start(glyph + 1) - start(glyph) : 0
    if (size === 0) continue
    const padded = new Uint8Array(Math.ceil(size / 4) * 4)
    padded.set(font.subarray(glyf + start(glyph), glyf + start(glyph) + size))
    outlines.push(padded)
    length += padded.length
  }
  offsetView.setUint32(glyphs * 4, length)
  const content = new Map(
    KEPT.flatMap((tag) => {
      const table = tables.get(tag)
      return table ? [[tag, font.slice(table.at, table.at + table.length)] as const] : []
    }),
  )
  content.set('loca', offsets)
  content.set('glyf', joined(outlines, length))
  new DataView(content.get('head')!.buffer).setInt16(50, 1)
  return assembled(content)
}

/** Glyphs of which a glyph is put together. */
function componentsOf(view: DataView, at: number, size: number): number[] {
  if (size === 0 || view.getInt16(at) >= 0) return []
  const parts: number[] = []
  for (let place = at + 10, flags = COMPONENT.more; flags & COMPONENT.more; ) {
    flags = view.getUint16(place)
    parts.push(view.getUint16(place + 2))
    place += 4 + (flags & COMPONENT.wordArguments ? 4 : 2)
    place += flags & COMPONENT.scale ? 2 : flags & COMPONENT.twoScales ? 4 : flags & COMPONENT.matrix ? 8 : 0
  }
  return parts
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Check sums are left at 0: they guard against bad disks, and no painter reads them. */
function assembled(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const header = 12 + entries.length * 16
  const font = new Uint8Array(entries.reduce((sum, [, table]) => sum + Math.ceil(table.length / 4) * 4, header))
  const view = new DataView(font.buffer)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, entries.length)
  let at = header
  entries.forEach(([tag, table], entry) => {
    const record = 12 + entry * 16
    for (let letter = 0; letter < 4; letter++) font[record + letter] = tag.charCodeAt(letter)
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, table.length)
    font.set(table, at)
    at += Math.ceil(table.length / 4) * 4
  })
  return font
}
