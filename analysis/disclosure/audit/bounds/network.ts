/**
 * A constraint system as a network, so that its extremes are found by flows in a fraction of the time of a general solver. It works where
 * the cells can be sorted into two laminar collections, in each of which any two sets are nested or disjoint, as rows with their levels and
 * columns with theirs. Each collection is a tree: flow runs from the root of the first down to its smallest sets, through one arc for each
 * unknown to the smallest set of the second that holds it, and up to the root of that. The flow through an arc is the count of its cell, and
 * the counts that fit are the circulations. Ahuja, Magnanti & Orlin (1993), "Network Flows", 6.7 and 19.
 */
import { Circulation } from './circulation.ts'
import type { Bounds } from './constraint-system.ts'
import type { Extremes, ReducedSystem } from './reduce.ts'

/** Two or more unknowns that some cells add up, with the closest of their bounds. */
interface UnknownSet {
  readonly unknowns: readonly number[]
  readonly cells: number[]
  lower: number
  upper: number
}

/** Beyond this the search for the two collections costs more than it saves. */
const MOST_SETS = 600

/** The extremes of a system by flows; null where it is no such network. @throws SolverStopped `contradiction` */
export function networkOf(reduced: ReducedSystem): Extremes | null {
  const sets = setsOf(reduced)
  if (sets.length > MOST_SETS) return null
  const side = twoLaminarCollections(sets, reduced.upper.length)
  if (side === null) return null
  const flow = new Circulation()
  const roots = [flow.node(), flow.node()] as const
  flow.arc(roots[1], roots[0], 0, Infinity)
  const arcOf = new Int32Array(reduced.cells.length).fill(-1)
  const leaves = ([0, 1] as const).map((collection) => {
    const ofCollection = sets.filter((_, index) => side[index] === collection)
    return addTree(flow, { root: roots[collection], downward: collection === 0, unknowns: reduced.upper.length }, ofCollection, arcOf)
  })
  const arcs = unknownBounds(reduced).map(({ lower, upper }, unknown) => flow.arc(leaves[0]![unknown]!, leaves[1]![unknown]!, lower, upper))
  reduced.cells.forEach(({ unknowns }, cell) => {
    if (unknowns.length === 1) arcOf[cell] = arcs[unknowns[0]!]!
  })
  flow.start()
  return { least: (cell) => flow.least(arcOf[cell]!), most: (cell) => flow.most(arcOf[cell]!), close: () => {} }
}

interface Tree {
  readonly root: number
  /** Whether its arcs lead from larger sets to smaller ones. */
  readonly downward: boolean
  readonly unknowns: number
}

/**
 * One node and one arc for each set, below the smallest set that holds it.
 * @param sets large ones first  @param arcOf for each cell its arc: filled in
 * @returns for each unknown the node of the smallest set that holds it, the root where there is none
 */
function addTree(flow: Circulation, { root, downward, unknowns }: Tree, sets: readonly UnknownSet[], arcOf: Int32Array): Int32Array {
  const smallest = new Int32Array(unknowns).fill(root)
  for (const set of sets) {
    const node = flow.node()
    const parent = smallest[set.unknowns[0]!]!
    const arc = downward ? flow.arc(parent, node, set.lower, set.upper) : flow.arc(node, parent, set.lower, set.upper)
    for (const unknown of set.unknowns) smallest[unknown] = node
    for (const cell of set.cells) arcOf[cell] = arc
  }
  return smallest
}

/** Bounds of each unknown by itself, with those of the cells that hold nothing else. */
function unknownBounds({ upper, cells }: ReducedSystem): Bounds[] {
  const bounds = Array.from(upper, (most) => ({ lower: 0, upper: most }))
  for (const { unknowns, bounds: own } of cells) {
    if (unknowns.length !== 1) continue
    const one = bounds[unknowns[0]!]!
    one.lower = Math.max(one.lower, own.lower)
    one.upper = Math.min(one.upper, own.upper)
  }
  return bounds
}

/** The distinct sets of two and more unknowns that cells add up, large ones first. */
function setsOf({ cells }: ReducedSystem): UnknownSet[] {
  const sets = new Map<string, UnknownSet>()
  cells.forEach(({ unknowns, bounds }, cell) => {
    if (unknowns.length < 2) return
    const name = [...unknowns].sort((a, b) => a - b).join()
    const set = sets.get(name) ?? { unknowns, cells: [], lower: 0, upper: Infinity }
    sets.set(name, set)
    set.cells.push(cell)
    set.lower = Math.max(set.lower, bounds.lower)
    set.upper = Math.min(set.upper, bounds.upper)
  })
  return [...sets.values()].sort((a, b) => b.unknowns.length - a.unknowns.length)
}

/**
 * A collection, 0 or 1, for each set, so that no two of one collection cross; null where that is impossible. Sets that cross must be in
 * different collections, so this colours a graph with two colours.
 */
function twoLaminarCollections(sets: readonly UnknownSet[], unknowns: number): Int8Array | null {
  const bits = sets.map((set) => bitsOf(set.unknowns, unknowns))
  const side = new Int8Array(sets.length).fill(-1)
  for (let start = 0; start < sets.length; start++) {
    if (side[start]! >= 0) continue
    side[start] = 0
    const waiting = [start]
    for (let set = waiting.pop(); set !== undefined; set = waiting.pop()) {
      for (let other = 0; other < sets.length; other++) {
        if (other === set || !cross(bits[set]!, bits[other]!)) continue
        if (side[other] === side[set]) return null
        if (side[other]! >= 0) continue
        side[other] = 1 - side[set]!
        waiting.push(other)
      }
    }
  }
  return side
}

function bitsOf(members: readonly number[], size: number): Int32Array {
  const bits = new Int32Array(Math.ceil(size / 32))
  for (const member of members) bits[member >>> 5]! |= 1 << (member & 31)
  return bits
}

/** Whether two sets overlap and neither holds the other. */
function cross(a: Int32Array, b: Int32Array): boolean {
  let [both, onlyA, onlyB] = [0, 0, 0]
  for (let word = 0; word < a.length; word++) {
    both |= a[word]! & b[word]!
    onlyA |= a[word]! & ~b[word]!
    onlyB |= b[word]! & ~a[word]!
  }
  return both !== 0 && onlyA !== 0 && onlyB !== 0
}
