/**
 * A system as a network. Where the cells fall into two families, each nested like boxes in boxes (rows with their ladder, columns
 * with theirs), every atom is a pipe from its smallest box of the one to its smallest box of the other, and counts that fit are a
 * circulation. The greatest count of a cell is then a greatest flow, found in a fraction of the time of a general solver.
 * Ahuja, Magnanti & Orlin (1993), "Network Flows", 6.7 and 19.
 */
import { Circulation } from './circulation.ts'
import type { Extremes, Reduced } from './reduce.ts'

interface Box {
  readonly unknowns: readonly number[]
  readonly cells: number[]
  lower: number
  upper: number
}

/** Beyond this the search for the two families costs more than it saves. */
const MOST_BOXES = 600

/** The extremes of a system by flows; null where it is no such network. @throws SolverStopped `contradiction` */
export function networkOf(reduced: Reduced): Extremes | null {
  const boxes = boxesOf(reduced)
  if (boxes.length > MOST_BOXES) return null
  const side = twoFamilies(boxes, reduced.upper.length)
  if (side === null) return null
  const flow = new Circulation()
  const top = [flow.node(), flow.node()] as const
  flow.arc(top[1], top[0], 0, Infinity)
  const arcOf = new Int32Array(reduced.cells.length).fill(-1)
  const inner = [0, 1].map((family) => {
    const innermost = new Int32Array(reduced.upper.length).fill(top[family]!)
    boxes.forEach((box, index) => {
      if (side[index] !== family) return
      const node = flow.node()
      const outer = innermost[box.unknowns[0]!]!
      const arc = family === 0 ? flow.arc(outer, node, box.lower, box.upper) : flow.arc(node, outer, box.lower, box.upper)
      for (const unknown of box.unknowns) innermost[unknown] = node
      for (const cell of box.cells) arcOf[cell] = arc
    })
    return innermost
  })
  const single = Float64Array.from(reduced.upper, () => 0)
  const most = Float64Array.from(reduced.upper)
  for (const { unknowns, bounds } of reduced.cells) {
    if (unknowns.length !== 1) continue
    single[unknowns[0]!] = Math.max(single[unknowns[0]!]!, bounds.lower)
    most[unknowns[0]!] = Math.min(most[unknowns[0]!]!, bounds.upper)
  }
  const pipe = Array.from(most, (upper, unknown) => flow.arc(inner[0]![unknown]!, inner[1]![unknown]!, single[unknown]!, upper))
  reduced.cells.forEach(({ unknowns }, cell) => {
    if (unknowns.length === 1) arcOf[cell] = pipe[unknowns[0]!]!
  })
  flow.start()
  return { least: (cell) => flow.least(arcOf[cell]!), most: (cell) => flow.most(arcOf[cell]!), close: () => {} }
}

/** The distinct sets of two and more unknowns, large ones first, with all that is known of each. */
function boxesOf({ cells }: Reduced): Box[] {
  const boxes = new Map<string, Box>()
  cells.forEach(({ unknowns, bounds }, cell) => {
    if (unknowns.length < 2) return
    const name = [...unknowns].sort((a, b) => a - b).join()
    const box = boxes.get(name) ?? { unknowns, cells: [], lower: 0, upper: Infinity }
    boxes.set(name, box)
    box.cells.push(cell)
    box.lower = Math.max(box.lower, bounds.lower)
    box.upper = Math.min(box.upper, bounds.upper)
  })
  return [...boxes.values()].sort((a, b) => b.unknowns.length - a.unknowns.length)
}

/** A family, 0 or 1, for each box, so that no two of one family cross; null where there is none. */
function twoFamilies(boxes: readonly Box[], unknowns: number): Int8Array | null {
  const words = Math.ceil(unknowns / 32)
  const bits = boxes.map((box) => {
    const set = new Int32Array(words)
    for (const unknown of box.unknowns) set[unknown >>> 5]! |= 1 << (unknown & 31)
    return set
  })
  const side = new Int8Array(boxes.length).fill(-1)
  for (let start = 0; start < boxes.length; start++) {
    if (side[start]! >= 0) continue
    side[start] = 0
    const waiting = [start]
    for (let box = waiting.pop(); box !== undefined; box = waiting.pop()) {
      for (let other = 0; other < boxes.length; other++) {
        if (other === box || !cross(bits[box]!, bits[other]!)) continue
        if (side[other] === side[box]) return null
        if (side[other]! < 0) {
          side[other] = 1 - side[box]!
          waiting.push(other)
        }
      }
    }
  }
  return side
}

/** Whether two sets meet and neither holds the other. */
function cross(a: Int32Array, b: Int32Array): boolean {
  let [both, onlyA, onlyB] = [0, 0, 0]
  for (let word = 0; word < a.length; word++) {
    both |= a[word]! & b[word]!
    onlyA |= a[word]! & ~b[word]!
    onlyB |= b[word]! & ~a[word]!
  }
  return both !== 0 && onlyA !== 0 && onlyB !== 0
}
