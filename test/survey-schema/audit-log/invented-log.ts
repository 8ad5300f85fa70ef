/** An exported log as a server would write it, made of a few entries, with the keys of whoever signs. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { type AuditEntry, CHAINS, type Chain, linkAfter, NOTHING_BEFORE } from '../../../survey-schema/audit-log/entry.ts'
import type { ShownHead } from '../../../survey-schema/audit-log/follow.ts'
import { commitmentTo, cosignHead, type HeadReason, headHash, logPublicKey, signHead } from '../../../survey-schema/audit-log/head.ts'
import { LOG_FORMAT, type LogCosignature, type LogEntry, type LogHead, writeLine } from '../../../survey-schema/audit-log/log-file.ts'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill)

export const LOG_KEY = bytes(32, 7)
export const KEY = bytesToHex(logPublicKey(LOG_KEY))

/** Signing keys of partners 1, 2, … */
export const partner = (organisation: number) => keysOf(bytes(32, organisation)).signing

export const cosignersOf = (...organisations: readonly number[]) =>
  new Map(organisations.map((one) => [one, [bytesToHex(partner(one).publicKey)]]))

interface InventedHead {
  readonly chain: Chain
  readonly reason: HeadReason
  readonly period: string
  readonly position: number
  /** Partners that cosign it. */
  readonly cosigned?: readonly number[]
}

export interface Invented {
  readonly entries: readonly Partial<AuditEntry>[]
  readonly heads: readonly InventedHead[]
}

const NOTHING = { organisation: null, month: null, generation: null, role: null, actor: null, subject: null, day: null }

/** @param logKey of all heads */
export function inventedLog({ entries, heads }: Invented, logKey: Uint8Array = LOG_KEY) {
  const links: Record<Chain, Uint8Array[]> = { intake: [NOTHING_BEFORE], other: [NOTHING_BEFORE] }
  const written = CHAINS.flatMap((chain) =>
    entries
      .filter((entry) => entry.chain === chain)
      .map((given, index): LogEntry => {
        const blind = bytes(16, index + 1)
        const entry = { ...NOTHING, ...given, chain, position: index + 1, blind } as AuditEntry
        links[chain].push(linkAfter(links[chain].at(-1)!, entry))
        return { ...entry, blind: bytesToHex(blind), link: bytesToHex(links[chain].at(-1)!) } as LogEntry
      }),
  )
  const cosignatures: LogCosignature[] = []
  const shown: ShownHead[] = []
  const signed = CHAINS.flatMap((chain) => {
    let previous: Uint8Array = NOTHING_BEFORE
    return heads
      .filter((head) => head.chain === chain)
      .map(({ reason, period, position, cosigned = [] }, index): LogHead => {
        const content = { chain, number: index + 1, reason, period, position, link: links[chain][position]!, blind: bytes(16, index + 99) }
        const statement = { chain, reason, period, commitment: commitmentTo(content), previous }
        const signature = signHead(statement, logKey)
        for (const organisation of cosigned) {
          const { publicKey, privateKey } = partner(organisation)
          const one = { chain, number: index + 1, organisation, key: bytesToHex(publicKey) }
          cosignatures.push({ ...one, signature: bytesToHex(cosignHead(statement, privateKey)) })
        }
        const head = { ...content, link: bytesToHex(content.link), blind: bytesToHex(content.blind), previous: bytesToHex(previous) }
        if (reason === 'month') {
          shown.push({ ...statement, signature, key: logPublicKey(logKey) })
          previous = headHash(statement)
        }
        return { ...head, key: bytesToHex(logPublicKey(logKey)), signature: bytesToHex(signature) }
      })
  })
  const end = { entries: written.length, heads: signed.length, cosignatures: cosignatures.length }
  const lines = [
    writeLine({ log: LOG_FORMAT }),
    ...written.map((entry) => writeLine({ entry })),
    ...signed.map((head) => writeLine({ head })),
    ...cosignatures.map((cosignature) => writeLine({ cosignature })),
    writeLine({ end }),
  ]
  return { lines, shown }
}

const intake = (organisation: number, month: string) => ({ chain: 'intake' as const, action: 'intake' as const, organisation, month })
const read = (day: string) => ({
  ...{ chain: 'other' as const, action: 'read-sealed-cases' as const, role: 'machine' as const },
  ...{ actor: '4', subject: '2026-1', day },
})

/** Two months of a small network. */
export const SMALL: Invented = {
  entries: [
    intake(1, '2026-09'),
    { ...intake(2, '2026-10'), action: 'withdrawal', generation: 1 },
    intake(1, '2026-11'),
    read('2026-10-02'),
    read('2026-10-05'),
  ],
  heads: [
    { chain: 'intake', reason: 'month', period: '2026-09', position: 1, cosigned: [1, 2] },
    { chain: 'intake', reason: 'publication', period: '2026-10', position: 2 },
    { chain: 'intake', reason: 'month', period: '2026-10', position: 2, cosigned: [1] },
    { chain: 'other', reason: 'day', period: '2026-10-02', position: 1 },
    { chain: 'other', reason: 'month', period: '2026-10', position: 2, cosigned: [2] },
  ],
}
