/**
 * A PNG with at most 256 colours: drawings have few, and the shades between them at their edges. A third of the size of one that names the
 * colour of each pixel. @see W3C, Portable Network Graphics (Third Edition), colour type 3
 */
import { crc32, deflateSync } from 'node:zlib'

/** What a painter leaves: four bytes a pixel, every pixel opaque. */
export interface Painted {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const MOST = 256
/** Of them, chosen because most pixels have them. */
const FREQUENT = 192
/** Colours that agree in the upper bits of each channel are one. */
const BITS = 5
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export function palettePng({ width, height, pixels }: Painted): Uint8Array {
  const count = width * height
  const bins = new Uint16Array(count)
  const sums = new Float64Array(4 * (1 << (3 * BITS)))
  for (let at = 0, byte = 0; at < count; at++, byte += 4) {
    const [red, green, blue] = [pixels[byte]!, pixels[byte + 1]!, pixels[byte + 2]!]
    const bin = ((red >> (8 - BITS)) << (2 * BITS)) | ((green >> (8 - BITS)) << BITS) | (blue >> (8 - BITS))
    bins[at] = bin
    sums[bin * 4] = sums[bin * 4]! + red
    sums[bin * 4 + 1] = sums[bin * 4 + 1]! + green
    sums[bin * 4 + 2] = sums[bin * 4 + 2]! + blue
    sums[bin * 4 + 3] = sums[bin * 4 + 3]! + 1
  }
  const used = [...new Set(bins)].toSorted((one, other) => sums[other * 4 + 3]! - sums[one * 4 + 3]! || one - other)
  const colours = used.map((bin) => [0, 1, 2].map((channel) => Math.round(sums[bin * 4 + channel]! / sums[bin * 4 + 3]!)))
  const palette = paletteOf(colours)
  const place = new Uint8Array(1 << (3 * BITS))
  used.forEach((bin, at) => {
    place[bin] = nearest(palette, colours[at]!).place
  })
  // Each line begins with its filter, which is none: neighbouring pixels are equal, and their places in the palette are not numbers.
  const lines = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = place[bins[y * width + x]!]!
  const size = new Uint8Array(13)
  const view = new DataView(size.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  size.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', size),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', new Uint8Array(0)),
  ])
}

type Colour = readonly number[]

/** The colours that most pixels have, then those that are least like any of them. @param colours the most frequent first */
function paletteOf(colours: readonly Colour[]): readonly Colour[] {
  if (colours.length <= MOST) return colours
  const palette = colours.slice(0, FREQUENT)
  const rest = colours.slice(FREQUENT).map((colour) => ({ colour, distance: nearest(palette, colour).distance }))
  while (palette.length < MOST) {
    const farthest = rest.reduce((one, other) => (other.distance > one.distance ? other : one)).colour
    palette.push(farthest)
    for (const one of rest) one.distance = Math.min(one.distance, distanceOf(farthest, one.colour))
  }
  return palette
}

const distanceOf = ([r = 0, g = 0, b = 0]: Colour, [red = 0, green = 0, blue = 0]: Colour) =>
  (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2

/** The colour of the palette that is least different. */
function nearest(palette: readonly Colour[], colour: Colour): { readonly place: number; readonly distance: number } {
  let [place, distance] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at < palette.length && distance > 0; at++) {
    const found = distanceOf(palette[at]!, colour)
    if (found < distance) [place, distance] = [at, found]
  }
  return { place, distance }
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const whole = Buffer.alloc(content.length + 12)
  whole.writeUInt32BE(content.length)
  whole.write(name, 4, 'latin1')
  whole.set(content, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, content.length + 8)), content.length + 8)
  return whole
}
