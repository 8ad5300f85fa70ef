/**
 * The ledger of withdrawals as a text: tags of withdrawn cases, and the generations it has had with their heads, each sorted, so that no place
 * tells when a case was withdrawn. It is written anew each time, because lines that are appended would be the order of arrival. Under a key
 * that no backup holds, so that nobody without it can shorten it.
 */

import { authenticated, authenticatedLines } from '../sealing/authenticated-text.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import type { Generation } from '../store/queries/withdrawals.ts'

export interface LedgerContent {
  /** Hexadecimal, sorted. */
  readonly tags: readonly string[]
  /** Every state it was in, sorted. A ledger that lacks one that was seen is older, or another. */
  readonly heads: readonly Generation[]
}

export const EMPTY_LEDGER: LedgerContent = { tags: [], heads: [] }

const FIRST_LINE = 'jnatip-withdrawals/2'
/** Heads had no generation then: theirs is 0. */
const FIRST_LINE_1 = 'jnatip-withdrawals/1'

const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

const order = (a: Generation, b: Generation) => a.generation - b.generation || (a.head < b.head ? -1 : 1)

const sameState = (a: Generation, b: Generation) => a.generation === b.generation && a.head === b.head

/** Everything that both know. */
export const joinedLedger = (one: LedgerContent, other: LedgerContent): LedgerContent => ({
  tags: sorted([...one.tags, ...other.tags]),
  heads: [...one.heads, ...other.heads.filter((head) => !knows(one, head))]
    .map(({ generation, head }) => ({ generation, head }))
    .sort(order),
})

export const knows = ({ heads }: LedgerContent, state: Generation): boolean => heads.some((head) => sameState(head, state))

/** The newest; 0 where it has no state. */
export const generationOf = ({ heads }: LedgerContent): number => heads.at(-1)?.generation ?? 0

export function writeLedger({ tags, heads }: LedgerContent, serverKey: ServerKey): string {
  const states = heads.map(({ generation, head }) => `head ${generation} ${head}`)
  return authenticated([FIRST_LINE, ...states, ...tags.map((tag) => `case ${tag}`), ''].join('\n'), serverKey.ledger)
}

/** @returns null for a text that this key did not write, or that was altered or cut since */
export function readLedger(text: string, serverKey: ServerKey): LedgerContent | null {
  const [first, ...lines] = authenticatedLines(text, serverKey.ledger) ?? []
  if (first !== FIRST_LINE && first !== FIRST_LINE_1) return null
  const named = (kind: string) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1).split(' '))
  return {
    tags: named('case').flat(),
    heads: named('head').map(([generation, head]) =>
      head === undefined ? { generation: 0, head: generation as string } : { generation: Number(generation), head },
    ),
  }
}
