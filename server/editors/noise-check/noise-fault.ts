/** What the check of the noise found. Table and rule are named, never a count, a key or a figure. */
export type NoiseRule =
  /** Two editions have one secret. */
  | 'secret-reused'
  /** A case has another record key than its id gives under the edition's secret. */
  | 'record-key-otherwise'
  /** Two cases have one record key. */
  | 'record-keys-equal'
  /** The build counted other persons in a cell. */
  | 'counted-otherwise'
  /** A figure is not its count with the noise of its cell key, or was withheld as too small and is not. */
  | 'figure-otherwise'
  /** A margin of a volume is not what the single tables published. */
  | 'margin-otherwise'
  /** Figures equal their counts more often, or less often, than the perturbation table says. */
  | 'share-unchanged'

export interface Fault {
  readonly rule: NoiseRule
  /** Edition or volume and table, `2026-1 gender@list`; one or the other where it is about all of them. */
  readonly place: string
}

/** The figures are not those that the policy, the keys and the cases give: nothing may be published. */
export class NoiseFault extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('the noise of these figures is not that of the policy')
    this.name = 'NoiseFault'
    this.faults = faults
  }
}

/** Each rule once a place, in the order in which they were found. */
export function distinctFaults(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.rule} ${fault.place}`, fault])).values()]
}
