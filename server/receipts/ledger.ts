/**
 * The ledger of withdrawals as a text: tags of withdrawn cases and the heads it has had, each sorted, so that no place tells when. It is
 * written anew each time, because lines that are appended would be the order of arrival. Under a key that no backup holds, so that
 * nobody can shorten it.
 */
import { equalBytes, fromHex, toHex, utf8 } from '../sealing/bytes.ts'
import { derived, keyed } from '../sealing/keyed.ts'

export interface LedgerContent {
  /** Hexadecimal, sorted. */
  readonly tags: readonly string[]
  /** Random names of every state it was in, sorted. A ledger that lacks one that was seen is older, or another. */
  readonly heads: readonly string[]
}

export const EMPTY_LEDGER: LedgerContent = { tags: [], heads: [] }

const FIRST_LINE = 'jnatip-withdrawals/1'

const sorted = (values: Iterable<string>) => [...new Set(values)].sort()

export const joinedLedger = (before: LedgerContent, tags: readonly Uint8Array[], heads: readonly string[]): LedgerContent => ({
  tags: sorted([...before.tags, ...tags.map(toHex)]),
  heads: sorted([...before.heads, ...heads]),
})

const sealOf = (text: string, tagKey: Uint8Array) => keyed(derived(tagKey, 'jnatip/withdrawals/1'), utf8(text))

export function writeLedger({ tags, heads }: LedgerContent, tagKey: Uint8Array): string {
  const text = [FIRST_LINE, ...heads.map((head) => `head ${head}`), ...tags.map((tag) => `case ${tag}`), ''].join('\n')
  return `${text}mac ${toHex(sealOf(text, tagKey))}\n`
}

/** @returns null for a text that this key did not write, or that was altered or cut since */
export function readLedger(text: string, tagKey: Uint8Array): LedgerContent | null {
  const at = text.lastIndexOf('mac ')
  const mac = /^mac ([0-9a-f]{64})\n$/.exec(text.slice(at))?.[1]
  if (at < 0 || !mac || !equalBytes(fromHex(mac, 32), sealOf(text.slice(0, at), tagKey))) return null
  const [first, ...lines] = text.slice(0, at).split('\n')
  if (first !== FIRST_LINE) return null
  const named = (kind: string) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))
  return { tags: named('case'), heads: named('head') }
}
