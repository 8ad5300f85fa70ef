/** Which characters a font can show. @see OpenType specification 1.9, cmap */

type GlyphOf = (code: number) => number

/** Where each table of a font lies. */
export function fontTables(font: Uint8Array): ReadonlyMap<string, { readonly at: number; readonly length: number }> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const tables = new Map<string, { readonly at: number; readonly length: number }>()
  for (let entry = 0; entry < view.getUint16(4); entry++) {
    const at = 12 + entry * 16
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    tables.set(tag, { at: view.getUint32(at + 8), length: view.getUint32(at + 12) })
  }
  return tables
}

/** What Japanese print sets in place of a character that it has no type for. */
const GETA = '〓'
const BEYOND_ASCII = /[^\n\r\t -~]/gu

/**
 * Text in which every character that one of the fonts lacks is a geta, or is left out where it is a mark on another: PDF/UA has no place for a
 * character without a shape. Letters are composed with their marks first where Unicode has such a letter.
 * @example showableIn(fonts)('か\u3099👩') // 'が〓'
 */
export function showableIn(fonts: readonly Uint8Array[]): (text: string) => string {
  const maps = fonts.map((font) => {
    const table = fontTables(font).get('cmap')
    if (!table) throw new RangeError('the font maps no characters')
    return characterMap(new DataView(font.buffer, font.byteOffset, font.byteLength), table.at)
  })
  const known = new Map<string, string>()
  const shown = (character: string) => {
    const found = known.get(character)
    if (found !== undefined) return found
    const shape = maps.every((glyphOf) => glyphOf(character.codePointAt(0)!) !== 0)
    const result = shape ? character : /[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(character) ? '' : GETA
    known.set(character, result)
    return result
  }
  return (text) => text.normalize('NFC').replaceAll(BEYOND_ASCII, shown)
}

/**
 * Segments of a format 4 or groups of a format 12 table.
 * @returns the glyph of a character, 0 for one that the font lacks @throws RangeError for a font that maps no characters
 */
export function characterMap(view: DataView, cmap: number): GlyphOf {
  const found = Array.from({ length: view.getUint16(cmap + 2) }, (_, at) => cmap + view.getUint32(cmap + 4 + at * 8 + 4))
  const groups = found.find((at) => view.getUint16(at) === 12)
  const segments = found.find((at) => view.getUint16(at) === 4)
  if (groups !== undefined)
    return (code) => {
      for (let group = 0; group < view.getUint32(groups + 12); group++) {
        const at = groups + 16 + group * 12
        if (code >= view.getUint32(at) && code <= view.getUint32(at + 4)) return view.getUint32(at + 8) + code - view.getUint32(at)
      }
      return 0
    }
  if (segments === undefined) throw new RangeError('the font maps no characters')
  const count = view.getUint16(segments + 6) / 2
  const [ends, starts] = [segments + 14, segments + 16 + count * 2]
  const [deltas, ranges] = [starts + count * 2, starts + count * 4]
  return (code) => {
    for (let segment = 0; segment < count; segment++) {
      if (code > view.getUint16(ends + segment * 2)) continue
      const first = view.getUint16(starts + segment * 2)
      if (code < first) return 0
      const [delta, range] = [view.getUint16(deltas + segment * 2), view.getUint16(ranges + segment * 2)]
      const glyph = range === 0 ? code : view.getUint16(ranges + segment * 2 + range + (code - first) * 2)
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
