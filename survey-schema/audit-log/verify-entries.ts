/** The entries of one chain as they were exported: without gaps, each with the running hash that follows from all before it, and with nothing in them that may not be there. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type AuditEntry, type Chain, INTAKE_ACTIONS, linkAfter, NOTHING_BEFORE } from './entry.ts'
import type { LogEntry } from './log-file.ts'

export type EntryFault =
  /** One is missing, stands twice or in another place. */
  | 'position'
  /** The running hash is not there yet. Its program computes it within a minute, and before an export. */
  | 'not-linked'
  /** The entry, or one before it, is not the one that was hashed. */
  | 'link'
  /** A column holds what may not stand in this chain, or lacks what must. */
  | 'content'
  /** The ledger of withdrawals went back. */
  | 'generation'

export interface FaultyEntry {
  readonly position: number
  readonly fault: EntryFault
}

export interface VerifiedEntries {
  readonly faults: readonly FaultyEntry[]
  /** Running hash after each entry, the first at 1; `NOTHING_BEFORE` at 0. Hexadecimal. */
  readonly links: readonly string[]
}

/** @param entries those of one chain, in the order of the file */
export function verifyEntries(chain: Chain, entries: readonly LogEntry[]): VerifiedEntries {
  const faults: FaultyEntry[] = []
  const links = [bytesToHex(NOTHING_BEFORE)]
  let generation = 0
  entries.forEach((entry, index) => {
    const fault = (one: EntryFault) => faults.push({ position: entry.position, fault: one })
    if (entry.position !== index + 1) fault('position')
    if (!contentAllowed(chain, entry)) fault('content')
    if (entry.generation !== null) {
      if (entry.generation < generation) fault('generation')
      generation = entry.generation
    }
    const { link, blind, ...said } = entry
    const computed = bytesToHex(linkAfter(hexToBytes(links[index]!), { ...said, blind: hexToBytes(blind) } satisfies AuditEntry))
    if (link === null) fault('not-linked')
    else if (link !== computed) fault('link')
    // What stands in the file goes on, so that one fault is told once and at its place.
    links.push(link ?? computed)
  })
  return { faults, links }
}

/** Entries of cases have organisation and month, withdrawals a generation; all others have role and day. */
function contentAllowed(chain: Chain, { action, organisation, month, generation, role, actor, subject, day }: LogEntry): boolean {
  const ofCases = organisation !== null && month !== null && (generation !== null) === (action === 'withdrawal')
  const ofOthers = role !== null && day !== null
  const empty = (...values: readonly unknown[]) => values.every((value) => value === null)
  return chain === 'intake'
    ? (INTAKE_ACTIONS as readonly string[]).includes(action) && ofCases && empty(role, actor, subject, day)
    : !(INTAKE_ACTIONS as readonly string[]).includes(action) && ofOthers && empty(organisation, month, generation)
}
