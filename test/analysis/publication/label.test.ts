/** Labels of drawings keep within their room in the font that files bring, whose digits are wide. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { widthOf, wrapped } from '../../../analysis/publication/figures/label.ts'

/** Advance of a character in the font, as a share of its size. */
function advances(): (character: string) => number {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/biz-udpgothic/package.json'))
  const font = readFileSync(join(folder, '400Regular/BIZUDPGothic_400Regular.ttf'))
  const table = (tag: string) => {
    for (let entry = 0; entry < font.readUInt16BE(4); entry++)
      if (font.toString('latin1', 12 + entry * 16, 16 + entry * 16) === tag) return font.readUInt32BE(20 + entry * 16)
    throw new Error(`no table ${tag}`)
  }
  const [cmap, hmtx] = [table('cmap'), table('hmtx')]
  const size = font.readUInt16BE(table('head') + 18)
  const metrics = font.readUInt16BE(table('hhea') + 34)
  const segments = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + at * 8)).find(
    (at) => font.readUInt16BE(at) === 4,
  )!
  const count = font.readUInt16BE(segments + 6) / 2
  const at = (part: number, segment: number) => segments + 14 + part * count * 2 + (part > 0 ? 2 : 0) + segment * 2
  const glyphOf = (code: number) => {
    for (let segment = 0; segment < count; segment++) {
      if (font.readUInt16BE(at(0, segment)) < code) continue
      const [start, delta, offset] = [1, 2, 3].map((part) => font.readUInt16BE(at(part, segment)))
      if (code < start!) return 0
      return offset === 0 ? (code + delta!) & 0xffff : font.readUInt16BE(at(3, segment) + offset! + (code - start!) * 2)
    }
    return 0
  }
  return (character) => font.readUInt16BE(hmtx + Math.min(glyphOf(character.codePointAt(0)!), metrics - 1) * 4) / size
}

describe('the width of a label', () => {
  it('is not estimated below that in the font, for periods, names and sentences', () => {
    const advance = advances()
    for (const text of [
      '2001–2003',
      '2022–2024',
      '1,234',
      'NGO',
      '関東',
      'Immigration detention',
      'Religious, medical, school or NGO staff',
    ]) {
      const real = [...text].reduce((sum, character) => sum + advance(character), 0)
      expect(widthOf(text, 1), text).toBeGreaterThanOrEqual(real * 0.97)
    }
  })
})

describe('a label', () => {
  it('of a period stands in two lines where its column is narrow, and no line begins with its dash', () => {
    expect(wrapped('2001–2003', 13, 68)).toEqual(['2001–', '2003'])
    expect(wrapped('2001～2003年', 13, 68)).toEqual(['2001～', '2003年'])
  })
})
