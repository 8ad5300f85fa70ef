/** Cut-outs of a map and where they stand in a drawing. */
import type { Point } from './world-shapes.ts'

/** A cut-out, in units of the projection. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly high: number
  readonly low: number
}

/** From the upper left corner to the lower right one. */
export function frame([left, high]: Point, [right, low]: Point): Frame {
  return { left, high, right, low }
}

export const holds = ({ left, right, high, low }: Frame, [x, y]: Point) => x >= left && x <= right && y >= low && y <= high
const heightAt = ({ left, right, high, low }: Frame, width: number) => Math.round((width * (high - low)) / (right - left))

/** A place in the drawing, in pixels. */
export interface Panel {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A place as high as the cut-out needs at this width. */
export const panel = (shown: Frame, left: number, top: number, width: number): Panel => ({
  left,
  top,
  width,
  height: heightAt(shown, width),
})
