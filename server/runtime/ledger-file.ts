/** The ledger of withdrawals in its file beside the database. */
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EMPTY_LEDGER, generationOf, joinedLedger, type LedgerContent, readLedger, writeLedger } from '../receipts/ledger.ts'
import { type Ledger, newHead } from '../receipts/sweep.ts'
import { toHex } from '../sealing/bytes.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { atomicFile, syncFolder } from './atomic-file.ts'

export const ledgerPath = (dataDir: string): string => join(dataDir, 'withdrawals.ledger')

/** What a ledger, or a list of ended access, is called that could not be read and was kept. */
export const ASIDE = /^(?:withdrawals\.ledger|ended-access)\.aside-[0-9a-f]{8}$/

export type LedgerRead = LedgerContent | 'missing' | 'unreadable'

/** `unreadable`: altered, cut, or of another key. */
export const ledgerAt = (path: string, serverKey: ServerKey): LedgerRead =>
  existsSync(path) ? (readLedger(readFileSync(path, 'utf8'), serverKey) ?? 'unreadable') : 'missing'

/** The file holds the ledger, whole, and is on the disk. */
export function keepLedger(path: string, content: LedgerContent, serverKey: ServerKey): void {
  const file = atomicFile(path)
  try {
    file.write(writeLedger(content, serverKey))
    file.commit()
    syncFolder(dirname(path))
  } finally {
    file.discard()
  }
}

/** What cannot be read is never overwritten: it may be the only copy of what it names. */
export function layAside(path: string): void {
  renameSync(path, `${path}.aside-${newHead().slice(0, 8)}`)
}

/**
 * The ledger of a running server. What it held when it was read is not forgotten when the file is lost or altered meanwhile: withdrawals go on,
 * and what cannot be read is laid aside.
 */
export function ledgerFile(path: string, serverKey: ServerKey, known: LedgerContent = EMPTY_LEDGER): Ledger {
  let content = known
  return {
    grow(tags, after) {
      const found = ledgerAt(path, serverKey)
      if (found === 'unreadable') layAside(path)
      const before = typeof found === 'string' ? content : joinedLedger(content, found)
      const newest = before.heads.at(-1)
      const held = new Set(before.tags)
      // A sweep that ended between ledger and database is done again, and is no second step.
      if (newest && newest.generation > after && tags.every((tag) => held.has(toHex(tag))) && typeof found !== 'string') return newest
      const next = { generation: Math.max(generationOf(before), after) + 1, head: newHead() }
      const grown = joinedLedger(before, { tags: tags.map(toHex), heads: [next] })
      keepLedger(path, grown, serverKey)
      content = grown
      return next
    },
  }
}
