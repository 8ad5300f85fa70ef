/**
 * What a partner's program remembers of the log of a server, and whether what it is shown now follows. A server that shows two logs has to
 * keep them apart for ever: the first head of the one that is shown where the other is remembered does not follow, and is an alarm.
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import { CHAINS, type Chain, NOTHING_BEFORE } from './entry.ts'
import { type HeadStatement, headHash, isHeadSignedBy } from './head.ts'

/** A monthly head with its signature, as a server shows it. */
export interface ShownHead extends HeadStatement {
  readonly signature: Uint8Array
  /** Public key of the log; 32 bytes. */
  readonly key: Uint8Array
}

export interface RememberedHead {
  readonly chain: Chain
  readonly period: string
  /** Hash of its statement, hexadecimal. */
  readonly hash: string
}

/** Of one server. */
export interface LogMemory {
  /** Public key of the log as it was first seen, hexadecimal. */
  readonly key: string
  /** The newest of each chain. */
  readonly heads: readonly RememberedHead[]
}

export type LogAlarm =
  /** Another key than the one that is remembered, or than another head of the same log. */
  | 'other-key'
  | 'wrong-signature'
  /** A head does not name the one before it, or is not of a later month. */
  | 'does-not-follow'
  /** A head is remembered that is not shown any more: an older log. */
  | 'head-missing'
  /** In the place of the remembered head another one is shown. */
  | 'other-head'

export interface Followed {
  /** Empty where everything follows; then the newest heads may be cosigned. */
  readonly alarms: readonly { readonly chain: Chain | null; readonly alarm: LogAlarm }[]
  /** The newest head of each chain. */
  readonly newest: readonly ShownHead[]
  /** To be remembered in the place of the memory; null where there is an alarm, or no head yet. */
  readonly memory: LogMemory | null
}

/**
 * @param shown all monthly heads of both chains, each chain in order
 * @param memory null where nothing is remembered of this server
 */
export function followLog(shown: readonly ShownHead[], memory: LogMemory | null): Followed {
  const alarms: { chain: Chain | null; alarm: LogAlarm }[] = []
  const key = memory?.key ?? (shown[0] ? bytesToHex(shown[0].key) : '')
  if (shown.some((head) => bytesToHex(head.key) !== key)) alarms.push({ chain: null, alarm: 'other-key' })
  const newest: ShownHead[] = []
  for (const chain of CHAINS) {
    const heads = shown.filter((head) => head.chain === chain)
    const raise = (alarm: LogAlarm) => alarms.push({ chain, alarm })
    if (heads.some((head) => !isHeadSignedBy(head, head.signature, head.key))) raise('wrong-signature')
    if (!followOneAnother(heads)) raise('does-not-follow')
    const remembered = memory?.heads.find((head) => head.chain === chain)
    if (remembered) {
      const now = heads.find(({ period }) => period === remembered.period)
      if (!now) raise('head-missing')
      else if (bytesToHex(headHash(now)) !== remembered.hash) raise('other-head')
    }
    const last = heads.at(-1)
    if (last) newest.push(last)
  }
  const next = { key, heads: newest.map((head) => ({ chain: head.chain, period: head.period, hash: bytesToHex(headHash(head)) })) }
  return { alarms, newest, memory: alarms.length > 0 || newest.length === 0 ? null : next }
}

const followOneAnother = (heads: readonly ShownHead[]): boolean =>
  heads.every((head, index) => {
    const before = heads[index - 1]
    const previous = before ? headHash(before) : NOTHING_BEFORE
    return head.reason === 'month' && bytesToHex(head.previous) === bytesToHex(previous) && (!before || head.period > before.period)
  })
