/**
 * Who could subtract its own cases: each organisation, and each holding as the sum of its members. Two members of one holding are
 * one contributor, because they may lay their lists side by side.
 */
export interface Contributors {
  readonly organisations: number
  /** For each organisation the contributor it counts as: itself, or its holding. */
  readonly unit: Uint16Array
  readonly units: number
}

/** @param holdings for each organisation the number of its holding, or null */
export function contributorsOf(holdings: readonly (number | null)[]): Contributors {
  const seen = new Map<string, number>()
  const unit = Uint16Array.from(holdings, (holding, organisation) => {
    const key = holding === null ? `o${organisation}` : `h${holding}`
    if (!seen.has(key)) seen.set(key, seen.size)
    return seen.get(key)!
  })
  return { organisations: holdings.length, unit, units: seen.size }
}

/** What one contributor at most knows of a cell, and how many contributed. A holding knows what all its members know. */
export function shares(own: Uint32Array, offset: number, units: number): { largest: number; count: number } {
  let largest = 0
  let count = 0
  for (let unit = 0; unit < units; unit++) {
    const cases = own[offset + unit]!
    if (cases > 0) count++
    if (cases > largest) largest = cases
  }
  return { largest, count }
}
