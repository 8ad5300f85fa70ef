/**
 * Verifies an exported audit log: any edit, deletion, swap, repetition or cut below the newest head is found. It needs the file, the public key
 * of the log, the public keys of the organisations that cosign, and a head that somebody saw: without the last, a log that was cut and signed
 * anew by the holder of its key cannot be told from a whole one.
 */
import { CHAINS, type Chain } from './entry.ts'
import type { RememberedHead } from './follow.ts'
import { type LogCosignature, type LogEntry, type LogHead, readLine } from './log-file.ts'
import { type EntryFault, verifyEntries } from './verify-entries.ts'
import { type Cosigners, type HeadFault, verifyHeads } from './verify-heads.ts'

export interface LogFinding {
  readonly chain: Chain | null
  /** Entry by position, head by number, line of the file, or head that was seen, by month. */
  readonly at: 'entry' | 'head' | 'line' | 'seen'
  readonly place: string
  readonly rule: EntryFault | HeadFault | 'unreadable' | 'order' | 'end' | 'not-in-the-log'
}

export interface VerifiedChain {
  readonly entries: number
  readonly heads: number
  /** Entries that a signed head covers. What came later is protected by the next head. */
  readonly covered: number
  /** Month of the newest head that enough organisations have cosigned. */
  readonly cosigned: string | null
}

export interface VerifiedLog {
  readonly findings: readonly LogFinding[]
  readonly chains: Readonly<Record<Chain, VerifiedChain>>
}

export interface VerifyWith {
  /** Public keys of the log, hexadecimal: where one was replaced all of them, the oldest first. */
  readonly keys: readonly string[]
  readonly cosigners: Cosigners | null
  /** Heads that partners or auditors saw. */
  readonly seen: readonly RememberedHead[]
}

/** @param lines of the file, in order */
export function verifyLog(lines: readonly string[], { keys, cosigners, seen }: VerifyWith): VerifiedLog {
  const { entries, heads, cosignatures, findings } = sorted(lines)
  const chains = {} as Record<Chain, VerifiedChain>
  for (const chain of CHAINS) {
    const own = <Item extends { readonly chain: Chain }>(items: readonly Item[]) => items.filter((item) => item.chain === chain)
    const [ownEntries, ownHeads] = [own(entries), own(heads)]
    const { faults, links } = verifyEntries(chain, ownEntries)
    const verified = verifyHeads({ chain, heads: ownHeads, cosignatures: own(cosignatures), links, keys, cosigners })
    findings.push(
      ...faults.map(({ position, fault }) => ({ chain, at: 'entry' as const, place: String(position), rule: fault })),
      ...verified.faults.map(({ number, fault }) => ({ chain, at: 'head' as const, place: String(number), rule: fault })),
      ...own(seen)
        .filter(({ period, hash }) => verified.months.get(period) !== hash)
        .map(({ period }) => ({ chain, at: 'seen' as const, place: period, rule: 'not-in-the-log' as const })),
    )
    chains[chain] = { entries: ownEntries.length, heads: ownHeads.length, covered: verified.covered, cosigned: verified.cosigned }
  }
  return { findings, chains }
}

/** The kinds of lines in the order of the file: those of one kind, and of one chain among them, stand together. */
const ORDER: readonly string[] = [
  'log',
  'entry intake',
  'entry other',
  'head intake',
  'head other',
  'cosignature intake',
  'cosignature other',
  'end',
]

function sorted(lines: readonly string[]) {
  const findings: LogFinding[] = []
  const entries: LogEntry[] = []
  const heads: LogHead[] = []
  const cosignatures: LogCosignature[] = []
  let reached = -1
  let ended = false
  lines.forEach((text, index) => {
    const found = (rule: LogFinding['rule']) => findings.push({ chain: null, at: 'line', place: String(index + 1), rule })
    const line = readLine(text)
    if (!line) {
      found('unreadable')
      return
    }
    const [kind, content] = Object.entries(line)[0] as [string, { readonly chain?: Chain }]
    const order = ORDER.indexOf(content.chain ? `${kind} ${content.chain}` : kind)
    if (order < reached || (order === 0) !== (index === 0) || ended) found('order')
    reached = Math.max(reached, order)
    if ('entry' in line) entries.push(line.entry)
    if ('head' in line) heads.push(line.head)
    if ('cosignature' in line) cosignatures.push(line.cosignature)
    if (!('end' in line)) return
    ended = true
    const { end } = line
    if (end.entries !== entries.length || end.heads !== heads.length || end.cosignatures !== cosignatures.length) found('end')
  })
  if (!ended) findings.push({ chain: null, at: 'line', place: String(lines.length), rule: 'end' })
  return { entries, heads, cosignatures, findings }
}
