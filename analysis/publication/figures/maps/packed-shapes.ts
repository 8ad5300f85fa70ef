/** Outlines as short lists of whole numbers, each point as its distance from the one before it. */
import type { CountryShape, MapPoint } from './world-shapes.ts'

/** Steps in a unit of the projection; the world is five units wide, so that a step is a third of a pixel on the widest page. */
const STEPS = 800

/** Code, centre, extent and outlines; centre and extent stay as they are, because names are placed by them. */
export type PackedShape = readonly [code: string | null, x: number, y: number, extent: number, rings: readonly (readonly number[])[]]

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

export const packedShapes = (shapes: readonly CountryShape[]): readonly PackedShape[] =>
  shapes.map(({ code, middle: [x, y], extent, rings }) => [code, rounded(x), rounded(y), rounded(extent), rings.map(packed)])

function packed(ring: readonly MapPoint[]): readonly number[] {
  let [left, down] = [0, 0]
  return ring.flatMap((point, at) => {
    const [x, y] = [Math.round(point[0] * STEPS), Math.round(point[1] * STEPS)]
    if (at > 0 && x === left && y === down) return []
    const step = [x - left, y - down]
    ;[left, down] = [x, y]
    return step
  })
}

export const unpackedShapes = (shapes: readonly PackedShape[]): readonly CountryShape[] =>
  shapes.map(([code, x, y, extent, rings]) => ({ code, middle: [x, y], extent, rings: rings.map(unpacked) }))

function unpacked(steps: readonly number[]): readonly MapPoint[] {
  const ring: MapPoint[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] ?? 0
    y += steps[at + 1] ?? 0
    ring.push([x / STEPS, y / STEPS])
  }
  return ring
}
