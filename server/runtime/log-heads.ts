/**
 * The newest heads of the audit log in a file beside the database, so that a start notices when an older copy of the database was put in its
 * place, as the ledger notices it of withdrawals. It holds a number and a hash for each chain; who can write the folder can write it too.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { CHAINS } from '../../survey-schema/audit-log/entry.ts'
import { commitmentTo, headHash } from '../../survey-schema/audit-log/head.ts'
import { toHex } from '../sealing/bytes.ts'
import { read, type Store } from '../store/port.ts'
import type { HeadRow } from '../store/queries/audit-heads.ts'
import { headNumbered, newestHead } from '../store/queries/audit-heads.ts'
import { atomicFile, syncFolder } from './atomic-file.ts'

export const logHeadsPath = (dataDir: string): string => join(dataDir, 'log-heads')

const Heads = z.array(z.strictObject({ chain: z.enum(CHAINS), number: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }))

const hashOf = (head: HeadRow): string => toHex(headHash({ ...head, commitment: commitmentTo(head) }))

/** Whether the database has every head that the file names; true where there is no file. */
export async function holdsKnownHeads(dataDir: string, store: Store): Promise<boolean> {
  const known = knownHeads(logHeadsPath(dataDir))
  if (known === null) return false
  for (const { chain, number, hash } of known) {
    const [head] = await read(store, headNumbered(chain, number))
    if (!head || hashOf(head) !== hash) return false
  }
  return true
}

/** Null for a file that cannot be read. */
function knownHeads(path: string): z.infer<typeof Heads> | null {
  if (!existsSync(path)) return []
  try {
    return Heads.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** The file names the newest heads of the database. Written only when they changed. */
export async function keepKnownHeads(dataDir: string, store: Store): Promise<void> {
  const path = logHeadsPath(dataDir)
  const newest = (await Promise.all(CHAINS.map((chain) => read(store, newestHead(chain))))).flat()
  const text = `${JSON.stringify(newest.map((head) => ({ chain: head.chain, number: head.number, hash: hashOf(head) })))}\n`
  if (newest.length === 0 || (existsSync(path) && readFileSync(path, 'utf8') === text)) return
  const file = atomicFile(path)
  try {
    file.write(text)
    file.commit()
    syncFolder(dirname(path))
  } finally {
    file.discard()
  }
}
