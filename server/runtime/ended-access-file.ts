/**
 * The list of ended access in its file beside the database. It grows with each act that ends access, before the act is answered; and before a server
 * listens, database and file learn from each other, or the start is refused: an older copy of one of them brings nothing back.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type DatedEnd, joinedEnds, missingIn, readEnds, writeEnds } from '../accounts/ended-access.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { read, type Store } from '../store/port.ts'
import { forgetPassing } from '../store/queries/copies.ts'
import { carryOutEnds, endedAccess, endsKept } from '../store/queries/ended-access.ts'
import { atomicFile, syncFolder } from './atomic-file.ts'
import { systemClock } from './clock.ts'
import { layAside } from './ledger-file.ts'
import { Refusal } from './refusal.ts'

export const endedAccessPath = (folder: string): string => join(folder, 'ended-access')

/** @returns `unreadable`: altered, cut, or of another key */
export const endsAt = (path: string, key: ServerKey): readonly DatedEnd[] | 'missing' | 'unreadable' =>
  existsSync(path) ? (readEnds(readFileSync(path, 'utf8'), key) ?? 'unreadable') : 'missing'

/** The file holds the list, whole, and is on the disk. Where nothing ever ended there is none. */
export function keepEnds(path: string, list: readonly DatedEnd[], key: ServerKey): void {
  if (list.length === 0) return
  const file = atomicFile(path)
  try {
    file.write(writeEnds(list, key))
    file.commit()
    syncFolder(dirname(path))
  } finally {
    file.discard()
  }
}

interface Joining {
  readonly store: Store
  readonly dataDir: string
  readonly serverKey: ServerKey
}

export interface EndedAccess {
  /** The file holds whatever ended until now. */
  keep(): Promise<void>
}

/**
 * Whatever database or file call ended lets nobody in.
 * @throws Refusal where the file is missing, unreadable or lacks what the database knows to have stood in it, unless it may be rebuilt
 */
export async function joinEndedAccess({ store, dataDir, serverKey }: Joining, rebuild: boolean): Promise<EndedAccess> {
  const path = endedAccessPath(dataDir)
  const found = endsAt(path, serverKey)
  const known = await read(store, endedAccess(1))
  const content = typeof found === 'string' ? [] : found
  if (!rebuild && (found === 'unreadable' || missingIn(content, known).length > 0))
    throw new Refusal(
      found === 'unreadable' ? 'ended-access-unreadable' : found === 'missing' ? 'ended-access-missing' : 'ended-access-behind',
      'the list of ended access beside the database (ended-access) is missing, was altered, or is older than the database. Bring the newest one back, or start once with --rebuild-ledger: then only the database remembers which accounts and keys were ended',
    )
  if (found === 'unreadable') layAside(path)
  let list = joinedEnds(
    content,
    known.map((end) => ({ ...end, day: systemClock.day() })),
  )
  if (missingIn(content, list).length > 0) keepEnds(path, list, serverKey)
  if (missingIn(known, list).length > 0) await store.batch([endsKept(list), ...carryOutEnds(systemClock.day()), ...forgetPassing()])
  const ended = {
    async keep() {
      const fresh = await read(store, endedAccess(0))
      if (fresh.length === 0) return
      const there = endsAt(path, serverKey)
      if (there === 'unreadable') layAside(path)
      list = joinedEnds(
        joinedEnds(list, typeof there === 'string' ? [] : there),
        fresh.map((end) => ({ ...end, day: systemClock.day() })),
      )
      keepEnds(path, list, serverKey)
      await store.batch([endsKept(fresh)])
    },
  }
  await ended.keep()
  return ended
}
