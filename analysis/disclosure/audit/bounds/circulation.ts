/** Flow in a network without source or sink: each arc between a lower and an upper bound, what enters a node leaves it. */
import { SolverStopped } from './solver.ts'

const NOTHING = 1e-9

export class Circulation {
  #nodes = 0
  /** Arc `a` runs from `#to[a ^ 1]` to `#to[a]`; odd arcs lead back. `#room` is what may still be added. */
  readonly #to: number[] = []
  readonly #room: number[] = []
  readonly #lower: number[] = []
  readonly #upper: number[] = []
  #arcs: Int32Array[] = []

  node(): number {
    return this.#nodes++
  }

  /** @returns the name of the arc for `least` and `most` */
  arc(from: number, to: number, lower: number, upper: number): number {
    const arc = this.#to.length
    this.#to.push(to, from)
    this.#room.push(upper - lower, 0)
    this.#lower.push(lower, 0)
    this.#upper.push(upper, 0)
    return arc
  }

  /** A flow that fits is found. No arcs after this. @throws SolverStopped `contradiction` where there is none */
  start(): void {
    const given = this.#to.length
    const excess = new Float64Array(this.#nodes)
    for (let arc = 0; arc < given; arc += 2) {
      excess[this.#to[arc]!]! += this.#lower[arc]!
      excess[this.#to[arc + 1]!]! -= this.#lower[arc]!
    }
    // What the lower bounds leave too much or too little at a node is brought from the one to the other by a flow of its own.
    const [source, sink] = [this.node(), this.node()]
    let wanted = 0
    for (let node = 0; node < excess.length; node++) {
      if (excess[node]! > 0) this.arc(source, node, 0, excess[node]!)
      if (excess[node]! < 0) this.arc(node, sink, 0, -excess[node]!)
      wanted += Math.max(0, excess[node]!)
    }
    this.#index()
    if (this.#push(source, sink, Infinity, -1).sent < wanted - 1e-6) throw new SolverStopped('contradiction')
    for (const list of [this.#to, this.#room, this.#lower, this.#upper]) list.length = given
    this.#nodes -= 2
    this.#index()
  }

  /** The greatest flow through an arc that leaves a circulation; Infinity where there is none. */
  most(arc: number): number {
    const free = this.#upper[arc] === Infinity ? Infinity : this.#room[arc]!
    const flow = this.#flow(arc)
    const { sent, endless } = this.#push(this.#to[arc]!, this.#to[arc + 1]!, free, arc)
    this.#move(arc, sent)
    return endless ? Infinity : flow + sent
  }

  /** The least flow through an arc that leaves a circulation. */
  least(arc: number): number {
    const flow = this.#flow(arc)
    const { sent } = this.#push(this.#to[arc + 1]!, this.#to[arc]!, this.#room[arc + 1]!, arc)
    this.#move(arc, -sent)
    return flow - sent
  }

  #flow(arc: number): number {
    return this.#lower[arc]! + this.#room[arc + 1]!
  }

  #move(arc: number, amount: number): void {
    this.#room[arc]! -= amount
    this.#room[arc ^ 1]! += amount
  }

  #index(): void {
    const lists: number[][] = Array.from({ length: this.#nodes }, () => [])
    for (let arc = 0; arc < this.#to.length; arc++) lists[this.#to[arc ^ 1]!]!.push(arc)
    this.#arcs = lists.map((list) => Int32Array.from(list))
  }

  /** Sends up to `most` along shortest ways (Edmonds & Karp 1972), never through the arc `without`. @returns how much went, and whether more would for ever */
  #push(source: number, sink: number, most: number, without: number): { readonly sent: number; readonly endless: boolean } {
    let sent = 0
    const came = new Int32Array(this.#nodes)
    while (sent < most) {
      came.fill(-1)
      const queue = [source]
      for (let at = 0; at < queue.length && came[sink]! < 0; at++) {
        for (const arc of this.#arcs[queue[at]!]!) {
          const to = this.#to[arc]!
          if (came[to]! >= 0 || to === source || this.#room[arc]! <= NOTHING || arc >> 1 === without >> 1) continue
          came[to] = arc
          queue.push(to)
        }
      }
      if (came[sink]! < 0) return { sent, endless: false }
      let part = most - sent
      for (let node = sink; node !== source; node = this.#to[came[node]! ^ 1]!) part = Math.min(part, this.#room[came[node]!]!)
      if (part === Infinity) return { sent, endless: true }
      for (let node = sink; node !== source; node = this.#to[came[node]! ^ 1]!) this.#move(came[node]!, part)
      sent += part
    }
    return { sent, endless: false }
  }
}
