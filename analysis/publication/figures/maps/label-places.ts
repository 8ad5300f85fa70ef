/** Where the labels of a map stand: at their place where no outline passes, else as near to it as they touch neither an outline nor another label. */
import type { MapPoint } from './world-shapes.ts'

export interface MapLabel {
  /** Where its middle belongs. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LabelPlace {
  /** Its middle. */
  readonly x: number
  readonly y: number
  /** Whether it stands away from its place, so that a line has to lead there. */
  readonly away: boolean
}

interface Room {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Distances from the place that are tried, in heights of the label, and the directions at each. */
const STEP = 0.4
const FARTHEST = 11
/** How much nearer its place must be on the land of others, in heights of the label. */
const FOREIGN = 5
const DIRECTIONS = 48
/** Between a label and whatever is near it, in the units of the map. */
const MARGIN = 1.5

/**
 * @param labels in order of importance
 * @param taken boxes that nothing may cover, such as dots
 * @param foreign whether a point is land of others than the label names, where it stands only to be much nearer to its place
 */
export function labelPlaces<Label extends MapLabel>(
  labels: readonly Label[],
  outlines: readonly (readonly MapPoint[])[],
  room: Room,
  taken: readonly Room[],
  foreign: (label: Label, point: MapPoint) => boolean,
): readonly LabelPlace[] {
  const touches = outlineFinder(outlines)
  const boxes: Room[] = [...taken]
  return labels.map((label) => {
    const free = (box: Room) => within(box, room) && !boxes.some((other) => overlap(box, other))
    const stands = ([x, y]: MapPoint) => free(boxAt(label, x, y)) && !touches(grown(boxAt(label, x, y)))
    const [first, atHome] = [positions(label).find(stands), positions(label).find((point) => stands(point) && !foreign(label, point))]
    const found = first && atHome && distance(label, atHome) > distance(label, first) + FOREIGN * label.height ? first : (atHome ?? first)
    // Where no position is free of outlines, one that covers no other label.
    const [x, y] = found ?? positions(label).find(([left, top]) => free(boxAt(label, left, top))) ?? [label.x, label.y]
    boxes.push(boxAt(label, x, y))
    const { left, top, width, height } = boxAt(label, x, y)
    return { x, y, away: label.x < left || label.x > left + width || label.y < top || label.y > top + height }
  })
}

/** The place itself, then rings around it, each beginning to the right. */
function positions({ x, y, width, height }: MapLabel): readonly MapPoint[] {
  const found: [number, number][] = [[x, y]]
  for (let distance = STEP * height; distance <= FARTHEST * height; distance += STEP * height)
    for (let turn = 0; turn < DIRECTIONS; turn++) {
      const angle = (Math.ceil(turn / 2) * (turn % 2 === 0 ? 1 : -1) * 2 * Math.PI) / DIRECTIONS
      // A label is wide: a step to the side takes it as far from its place as one up or down.
      found.push([x + Math.cos(angle) * (distance + width / 2), y + Math.sin(angle) * distance])
    }
  return found
}

const distance = ({ x, y }: MapLabel, to: MapPoint) => Math.hypot(x - to[0], y - to[1])

const boxAt = ({ width, height }: MapLabel, x: number, y: number): Room => ({ left: x - width / 2, top: y - height / 2, width, height })

const grown = ({ left, top, width, height }: Room): Room => ({
  left: left - MARGIN,
  top: top - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
})

const within = (box: Room, room: Room) =>
  box.left >= room.left &&
  box.top >= room.top &&
  box.left + box.width <= room.left + room.width &&
  box.top + box.height <= room.top + room.height

const overlap = (one: Room, other: Room) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

type Segment = readonly [from: MapPoint, to: MapPoint]

/** Outlines lie in squares of this size, so that few of their lines are looked at. */
const SQUARE = 24

/** Whether a line of any outline passes through a box. */
export function outlineFinder(outlines: readonly (readonly MapPoint[])[]): (box: Room) => boolean {
  const squares = new Map<string, Segment[]>()
  const square = (value: number) => Math.floor(value / SQUARE)
  for (const ring of outlines)
    ring.forEach((to, at) => {
      const from = ring[at === 0 ? ring.length - 1 : at - 1]!
      for (let x = square(Math.min(from[0], to[0])); x <= square(Math.max(from[0], to[0])); x++)
        for (let y = square(Math.min(from[1], to[1])); y <= square(Math.max(from[1], to[1])); y++) {
          const lines = squares.get(`${x} ${y}`)
          if (lines) lines.push([from, to])
          else squares.set(`${x} ${y}`, [[from, to]])
        }
    })
  return (box) => {
    for (let x = square(box.left); x <= square(box.left + box.width); x++)
      for (let y = square(box.top); y <= square(box.top + box.height); y++)
        if (squares.get(`${x} ${y}`)?.some((line) => passes(line, box))) return true
    return false
  }
}

/** Whether a line enters a box. @see Liang, Barsky (1984), ACM Transactions on Graphics 3, 1-22 */
function passes([[x0, y0], [x1, y1]]: Segment, { left, top, width, height }: Room): boolean {
  let [enters, leaves] = [0, 1]
  for (const [step, distance] of [
    [x0 - x1, x0 - left],
    [x1 - x0, left + width - x0],
    [y0 - y1, y0 - top],
    [y1 - y0, top + height - y0],
  ] as const) {
    if (step === 0) {
      if (distance < 0) return false
    } else if (step < 0) enters = Math.max(enters, distance / step)
    else leaves = Math.min(leaves, distance / step)
  }
  return enters <= leaves
}
