/**
 * How the list of withdrawn cases in the database stands to the one in the ledger, and what a start does then. Neither list ever loses a tag;
 * whichever is behind is an older copy, was altered, or was cut off between two writes.
 */
import type { HeldGeneration } from '../store/queries/withdrawals.ts'
import { generationOf, knows, type LedgerContent } from './ledger.ts'

export interface DatabaseState {
  /** Null in one that never knew a ledger. */
  readonly held: HeldGeneration | null
  /** Of withdrawn cases, hexadecimal. */
  readonly tags: readonly string[]
  /** Of cases that wait to be withdrawn, hexadecimal. */
  readonly waiting: readonly string[]
}

export type LedgerStanding =
  /** Both are new. */
  | 'new'
  | 'equal'
  /** The ledger has what the next sweep would have written to the database. */
  | 'cut-off-sweep'
  /** The ledger knows withdrawals that the database has forgotten: an older copy of it, or another one. */
  | 'ledger-ahead'
  /** That was so at an earlier start, and nobody has confirmed it. */
  | 'unconfirmed'
  /** The database knows what the ledger has forgotten, or a state that it never had. */
  | 'ledger-behind'
  | 'ledger-missing'
  | 'ledger-unreadable'

export function standing({ held, tags, waiting }: DatabaseState, ledger: LedgerContent | 'missing' | 'unreadable'): LedgerStanding {
  if (ledger === 'unreadable') return 'ledger-unreadable'
  const without = (own: readonly string[], others: Iterable<string>) => {
    const known = new Set(others)
    return own.filter((tag) => !known.has(tag))
  }
  if (ledger === 'missing') return held === null && tags.length === 0 ? 'new' : 'ledger-missing'
  if (held === null && tags.length === 0 && ledger.tags.length === 0 && generationOf(ledger) === 0) return 'new'
  if (held?.unconfirmed === 1) return 'unconfirmed'
  const forgotten = without(ledger.tags, tags)
  const grew = generationOf(ledger) - (held?.generation ?? 0)
  const known = held !== null && knows(ledger, held) && without(tags, ledger.tags).length === 0
  if (!known) return forgotten.length > 0 || held === null ? 'ledger-ahead' : 'ledger-behind'
  if (forgotten.length === 0 && grew === 0) return 'equal'
  return grew === 1 && forgotten.length > 0 && without(forgotten, waiting).length === 0 ? 'cut-off-sweep' : 'ledger-ahead'
}

/** What an operator says at the start. */
export interface Confirmed {
  /** That the lists grew apart for a reason, and intake may open. */
  readonly confirmLedger: boolean
  /** That the ledger is to be made again from what is left of it and from the database. */
  readonly rebuildLedger: boolean
}

export type JoinStep =
  /** Nothing, and intake is open. */
  | 'go-on'
  /** A first head in both. */
  | 'start-both'
  /** The database learns what the ledger knows. */
  | 'apply'
  /** The same, and intake stays shut until an operator confirms it; withdrawals and reading are open. */
  | 'apply-and-wait'
  /** Both learn what either knows, in a new generation. */
  | 'unite'
  | 'refuse'

const STEPS: { readonly [One in LedgerStanding]: { readonly step: JoinStep; readonly unless?: keyof Confirmed } } = {
  new: { step: 'start-both' },
  equal: { step: 'go-on' },
  'cut-off-sweep': { step: 'apply' },
  'ledger-ahead': { step: 'apply-and-wait', unless: 'confirmLedger' },
  unconfirmed: { step: 'apply-and-wait', unless: 'confirmLedger' },
  'ledger-behind': { step: 'refuse', unless: 'rebuildLedger' },
  'ledger-missing': { step: 'refuse', unless: 'rebuildLedger' },
  'ledger-unreadable': { step: 'refuse', unless: 'rebuildLedger' },
}

/** What the start does; `unite` where the operator allowed what the standing asks for. */
export function stepOf(found: LedgerStanding, confirmed: Confirmed): JoinStep {
  const { step, unless } = STEPS[found]
  return unless && confirmed[unless] ? 'unite' : step
}
