/** The heads of one chain: without gaps, signed with the key of the log, each fixing the entries that are there, the monthly ones following one another and cosigned. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Chain, NOTHING_BEFORE } from './entry.ts'
import { commitmentTo, type HeadStatement, headHash, isHeadCosignedBy, isHeadSignedBy } from './head.ts'
import type { LogCosignature, LogHead } from './log-file.ts'

export type HeadFault =
  /** One is missing, stands twice or in another place. */
  | 'number'
  /** It covers entries that are not there, or fewer than the head before it. */
  | 'entries-missing'
  /** The entry that it names has another running hash. */
  | 'other-entries'
  /** It does not name the monthly head before it, or is not of a later month. */
  | 'does-not-follow'
  | 'other-key'
  | 'wrong-signature'
  | 'wrong-cosignature'
  /** Two months later fewer organisations than needed have cosigned this head or a later one. */
  | 'too-few-cosignatures'

export interface FaultyHead {
  readonly number: number
  readonly fault: HeadFault
}

/** Public signing keys of each organisation that may cosign, hexadecimal. */
export type Cosigners = ReadonlyMap<number, readonly string[]>

/** Where fewer organisations are active, all of them. */
export const COSIGNATURES_NEEDED = 3

export interface VerifiedHeads {
  readonly faults: readonly FaultyHead[]
  /** Hash of the statement of each monthly head by its month, hexadecimal. */
  readonly months: ReadonlyMap<string, string>
  /** Position of the last entry that a head covers. */
  readonly covered: number
  /** Month of the last head that enough organisations have cosigned; null for none, or where nobody is known who could. */
  readonly cosigned: string | null
}

export interface HeadsToVerify {
  readonly chain: Chain
  readonly heads: readonly LogHead[]
  readonly cosignatures: readonly LogCosignature[]
  /** Running hashes of the entries, as `verifyEntries` returns them. */
  readonly links: readonly string[]
  /** Public keys of the log, hexadecimal, the oldest first. */
  readonly keys: readonly string[]
  /** Null where cosignatures are not to be judged. */
  readonly cosigners: Cosigners | null
}

export function verifyHeads({ heads, cosignatures, links, keys, cosigners }: HeadsToVerify): VerifiedHeads {
  const faults: FaultyHead[] = []
  const months = new Map<string, string>()
  const statements = heads.map(statementOf)
  let [position, previous, month, keyReached] = [0, bytesToHex(NOTHING_BEFORE), '', 0]
  heads.forEach((head, index) => {
    const fault = (one: HeadFault) => faults.push({ number: head.number, fault: one })
    const statement = statements[index]!
    if (head.number !== index + 1) fault('number')
    if (head.position >= links.length || head.position < position) fault('entries-missing')
    else if (links[head.position] !== head.link) fault('other-entries')
    position = Math.max(position, head.position)
    if (head.previous !== previous || (head.reason === 'month' && head.period <= month)) fault('does-not-follow')
    // A key that was replaced signs nothing any more.
    const key = keys.indexOf(head.key)
    if (key < keyReached) fault('other-key')
    keyReached = Math.max(keyReached, key)
    if (!isHeadSignedBy(statement, hexToBytes(head.signature), hexToBytes(head.key))) fault('wrong-signature')
    if (head.reason !== 'month') return
    previous = bytesToHex(headHash(statement))
    month = head.period
    months.set(month, previous)
  })
  const { wrong, cosigned, overdue } = judged({ heads, statements, cosignatures, cosigners })
  faults.push(...wrong.map((number) => ({ number, fault: 'wrong-cosignature' as const })))
  faults.push(...overdue.map((number) => ({ number, fault: 'too-few-cosignatures' as const })))
  return { faults, months, covered: Math.min(position, links.length - 1), cosigned }
}

const statementOf = (head: LogHead): HeadStatement => ({
  chain: head.chain,
  reason: head.reason,
  period: head.period,
  commitment: commitmentTo({ ...head, link: hexToBytes(head.link), blind: hexToBytes(head.blind) }),
  previous: hexToBytes(head.previous),
})

interface Judging extends Pick<HeadsToVerify, 'heads' | 'cosignatures' | 'cosigners'> {
  readonly statements: readonly HeadStatement[]
}

/** A cosignature counts for its head and for all monthly heads before, because each names the one before it. */
function judged({ heads, statements, cosignatures, cosigners }: Judging) {
  const wrong: number[] = []
  /** The newest head that each organisation has cosigned. */
  const newest = new Map<number, number>()
  let before = ''
  for (const one of cosignatures) {
    const place = `${String(one.number).padStart(12, '0')}/${String(one.organisation).padStart(12, '0')}`
    const index = heads.findIndex(({ number }) => number === one.number)
    const statement = statements[index]
    const known = cosigners === null || (cosigners.get(one.organisation) ?? []).includes(one.key)
    const right = statement?.reason === 'month' && isHeadCosignedBy(statement, hexToBytes(one.signature), hexToBytes(one.key))
    if (!known || !right || place <= before) wrong.push(one.number)
    else newest.set(one.organisation, Math.max(newest.get(one.organisation) ?? 0, one.number))
    before = place
  }
  if (cosigners === null) return { wrong, cosigned: null, overdue: [] }
  const needed = Math.min(COSIGNATURES_NEEDED, cosigners.size)
  const monthly = heads.filter(({ reason }) => reason === 'month')
  const enough = (number: number) => needed > 0 && [...newest.values()].filter((seen) => seen >= number).length >= needed
  const late = ({ period }: LogHead) => monthsBetween(period, monthly.at(-1)!.period) >= 2
  return {
    wrong,
    cosigned: monthly.filter(({ number }) => enough(number)).at(-1)?.period ?? null,
    overdue: needed === 0 ? [] : monthly.filter((head) => late(head) && !enough(head.number)).map(({ number }) => number),
  }
}

const monthsBetween = (one: string, other: string): number => {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return months(other) - months(one)
}
