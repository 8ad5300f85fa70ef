/** Sections of a map, and where they are drawn. */
import type { MapPoint } from './world-shapes.ts'

/** A section of the map, in units of the projection. */
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

/** A rectangle of the drawing, in pixels. */
export interface MapPanel {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A rectangle of this width in the proportions of the section. */
export const mapPanel = (shown: MapSection, left: number, top: number, width: number): MapPanel => ({
  left,
  top,
  width,
  height: heightAt(shown, width),
})
