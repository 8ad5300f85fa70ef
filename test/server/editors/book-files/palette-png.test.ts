/** A painted drawing as PNG: read back, it is what was painted. */
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { palettePng } from '../../../../server/editors/book-files/palette-png.ts'

/** Pixels of a PNG with a palette and no filters, `#rrggbb`, line by line; read by the standard alone. */
function pixelsOf(png: Uint8Array): readonly string[] {
  const file = Buffer.from(png)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12)
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  const [head, palette, lines] = [chunks.get('IHDR')!, chunks.get('PLTE')!, inflateSync(chunks.get('IDAT')!)]
  const width = head.readUInt32BE(0)
  expect([...head.subarray(8)]).toEqual([8, 3, 0, 0, 0])
  expect(palette.length % 3 === 0 && palette.length <= 768).toBe(true)
  return [...lines].flatMap((place, at) => (at % (width + 1) === 0 ? [] : [`#${palette.toString('hex', place * 3, place * 3 + 3)}`]))
}

const painted = (colours: readonly string[], width: number) => ({
  width,
  height: colours.length / width,
  pixels: Uint8Array.from(colours.flatMap((colour) => [...Buffer.from(colour.slice(1), 'hex'), 255])),
})

describe('a PNG of few colours', () => {
  it('has each pixel as it was painted', () => {
    const colours = ['#ffffff', '#1f4e79', '#1f4e79', '#ffffff', '#dfe9f2', '#000000']
    expect(pixelsOf(palettePng(painted(colours, 3)))).toEqual(colours)
    expect(pixelsOf(palettePng(painted(colours, 2)))).toEqual(colours)
  })

  it('has no pixel far from what was painted, however many colours there are', () => {
    const colours = Array.from(
      { length: 4096 },
      (_, at) => `#${[at & 15, (at >> 4) & 15, at >> 8].map((part) => (part * 17).toString(16).padStart(2, '0')).join('')}`,
    )
    const found = pixelsOf(palettePng(painted(colours, 64)))
    const far = (one: string, other: string) =>
      Math.max(
        ...[1, 3, 5].map((at) => Math.abs(Number.parseInt(one.slice(at, at + 2), 16) - Number.parseInt(other.slice(at, at + 2), 16))),
      )
    expect(new Set(found).size).toBeLessThanOrEqual(256)
    expect(new Set(found).size).toBeGreaterThan(200)
    expect(found.filter((colour, at) => far(colour, colours[at]!) > 136)).toEqual([])
  })

  it('is the same bytes again', () => {
    const one = painted(['#ffffff', '#123456', '#123456', '#fedcba'], 2)
    expect(palettePng(one)).toEqual(palettePng({ ...one, pixels: one.pixels.slice() }))
  })
})
