/** Cut-outs of a map and where they stand in a drawing. */
import type { MapPoint } from './world-shapes.ts'

/** A cut-out, in units of the projection. */
export interface MapSection {
  readonly left: number
  readonly right: number
  readonly high: number
  readonly low: number
}

/** From the upper left corner to the lower right one. */
export function mapSection([left, high]: MapPoint, [right, low]: MapPoint): MapSection {
  return { left, high, right, low }
}

export const holds = ({ left, right, high, low }: MapSection, [x, y]: MapPoint) => x >= left && x <= right && y >= low && y <= high
const heightAt = ({ left, right, high, low }: MapSection, width: number) => Math.round((width * (high - low)) / (right - left))

/** A place in the drawing, in pixels. */
export interface MapPanel {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A place as high as the cut-out needs at this width. */
export const mapPanel = (shown: MapSection, left: number, top: number, width: number): MapPanel => ({
  left,
  top,
  width,
  height: heightAt(shown, width),
})
