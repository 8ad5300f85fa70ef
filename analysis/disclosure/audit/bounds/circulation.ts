/**
 * Flows in a network without source or sink: the flow through each arc lies between a lower and an upper bound, and what enters a node leaves
 * it. Keeps one such flow and changes it to find the extremes of single arcs. Ahuja, Magnanti & Orlin (1993), "Network Flows", 6.7.
 */
import { SolverStopped } from './solver.ts'

/** A residual capacity below this is rounding. */
const ROUNDING = 1e-9

export class Circulation {
  #nodes = 0
  /**
   * Arc `a` leads to `#to[a]` and comes from `#to[a ^ 1]`. Even arcs are those that were added; the odd one after each leads back and stands
   * for taking its flow back. `#residual` is how much more may flow through an arc.
   */
  readonly #to: number[] = []
  readonly #residual: number[] = []
  readonly #lower: number[] = []
  readonly #upper: number[] = []
  /** For each node the arcs that leave it. */
  #leaving: Int32Array[] = []

  /** Adds a node. @returns its number */
  node(): number {
    return this.#nodes++
  }

  /** Adds an arc. @returns its number, for `least` and `most` */
  arc(from: number, to: number, lower: number, upper: number): number {
    const arc = this.#to.length
    this.#to.push(to, from)
    this.#residual.push(upper - lower, 0)
    this.#lower.push(lower, 0)
    this.#upper.push(upper, 0)
    return arc
  }

  /**
   * Finds a flow that fits, to be called once, after the last arc. Every arc starts at its lower bound; what that leaves too much or too
   * little at a node is brought from the one to the other by a flow of its own, from an added source to an added sink.
   * @throws SolverStopped `contradiction` where no flow fits
   */
  start(): void {
    const arcs = this.#to.length
    const excess = this.#excessOfLowerBounds()
    const [source, sink] = [this.node(), this.node()]
    let wanted = 0
    for (let node = 0; node < excess.length; node++) {
      if (excess[node]! > 0) this.arc(source, node, 0, excess[node]!)
      if (excess[node]! < 0) this.arc(node, sink, 0, -excess[node]!)
      wanted += Math.max(0, excess[node]!)
    }
    this.#indexArcs()
    if (this.#augment(source, sink, Infinity, -1).sent < wanted - 1e-6) throw new SolverStopped('contradiction')
    for (const list of [this.#to, this.#residual, this.#lower, this.#upper]) list.length = arcs
    this.#nodes -= 2
    this.#indexArcs()
  }

  /** The greatest flow through an arc in any flow that fits; Infinity where there is none. */
  most(arc: number): number {
    const free = this.#upper[arc] === Infinity ? Infinity : this.#residual[arc]!
    const flow = this.#flow(arc)
    const { sent, unbounded } = this.#augment(this.#to[arc]!, this.#to[arc + 1]!, free, arc)
    this.#add(arc, sent)
    return unbounded ? Infinity : flow + sent
  }

  /** The least flow through an arc in any flow that fits. */
  least(arc: number): number {
    const flow = this.#flow(arc)
    const { sent } = this.#augment(this.#to[arc + 1]!, this.#to[arc]!, this.#residual[arc + 1]!, arc)
    this.#add(arc, -sent)
    return flow - sent
  }

  #flow(arc: number): number {
    return this.#lower[arc]! + this.#residual[arc + 1]!
  }

  #add(arc: number, amount: number): void {
    this.#residual[arc]! -= amount
    this.#residual[arc ^ 1]! += amount
  }

  /** For each node what enters less what leaves it while every arc is at its lower bound. */
  #excessOfLowerBounds(): Float64Array {
    const excess = new Float64Array(this.#nodes)
    for (let arc = 0; arc < this.#to.length; arc += 2) {
      excess[this.#to[arc]!]! += this.#lower[arc]!
      excess[this.#to[arc + 1]!]! -= this.#lower[arc]!
    }
    return excess
  }

  #indexArcs(): void {
    const lists: number[][] = Array.from({ length: this.#nodes }, () => [])
    for (let arc = 0; arc < this.#to.length; arc++) lists[this.#to[arc ^ 1]!]!.push(arc)
    this.#leaving = lists.map((list) => Int32Array.from(list))
  }

  /**
   * Sends up to `most` from source to sink along shortest augmenting paths (Edmonds & Karp 1972), none of them through the arc `without`.
   * @returns how much was sent, and whether any amount can be
   */
  #augment(source: number, sink: number, most: number, without: number): { readonly sent: number; readonly unbounded: boolean } {
    const cameBy = new Int32Array(this.#nodes)
    let sent = 0
    while (sent < most) {
      if (!this.#shortestPath(source, sink, without, cameBy)) return { sent, unbounded: false }
      let amount = most - sent
      for (let node = sink; node !== source; node = this.#to[cameBy[node]! ^ 1]!) amount = Math.min(amount, this.#residual[cameBy[node]!]!)
      if (amount === Infinity) return { sent, unbounded: true }
      for (let node = sink; node !== source; node = this.#to[cameBy[node]! ^ 1]!) this.#add(cameBy[node]!, amount)
      sent += amount
    }
    return { sent, unbounded: false }
  }

  /** Whether residual arcs lead from source to sink. @param cameBy for each node on the way the arc that reached it: filled in */
  #shortestPath(source: number, sink: number, without: number, cameBy: Int32Array): boolean {
    cameBy.fill(-1)
    const queue = [source]
    for (let at = 0; at < queue.length && cameBy[sink]! < 0; at++) {
      for (const arc of this.#leaving[queue[at]!]!) {
        const to = this.#to[arc]!
        if (cameBy[to]! >= 0 || to === source || this.#residual[arc]! <= ROUNDING || arc >> 1 === without >> 1) continue
        cameBy[to] = arc
        queue.push(to)
      }
    }
    return cameBy[sink]! >= 0
  }
}
