/** The ledger of withdrawals in its file beside the database. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EMPTY_LEDGER, joinedLedger, type LedgerContent, readLedger, writeLedger } from '../receipts/ledger.ts'
import type { Ledger } from '../receipts/sweep.ts'
import { atomicFile, syncFolder } from './atomic-file.ts'

export const ledgerPath = (dataDir: string): string => join(dataDir, 'withdrawals.ledger')

/** @returns null where there is none, or where it was altered */
export const ledgerAt = (path: string, tagKey: Uint8Array): LedgerContent | null =>
  existsSync(path) ? readLedger(readFileSync(path, 'utf8'), tagKey) : null

/** The file holds the ledger, whole, and is on the disk. */
export function keepLedger(path: string, content: LedgerContent, tagKey: Uint8Array): void {
  const file = atomicFile(path)
  try {
    file.write(writeLedger(content, tagKey))
    file.commit()
    syncFolder(dirname(path))
  } finally {
    file.discard()
  }
}

/** A file that is lost or damaged is made again: the database holds every tag. What it had for heads is lost with it, and a copy that is shown one of them is refused. */
export const ledgerFile = (path: string, tagKey: Uint8Array): Ledger => ({
  record: (tags, heads) => keepLedger(path, joinedLedger(ledgerAt(path, tagKey) ?? EMPTY_LEDGER, tags, heads), tagKey),
})
