/** What the server does by itself, at fixed times that no request can move. */
import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { eraseOverdueSignIns } from '../accounts/expire.ts'
import { leaveWhenDue } from '../accounts/leave-when-due.ts'
import { keepLog } from '../audit-log/keep-log.ts'
import type { Clock } from '../deps.ts'
import type { Events } from '../http/events.ts'
import { eraseOldImports } from '../imports/expire.ts'
import { carryOutWithdrawals, type Ledger } from '../receipts/sweep.ts'
import { StoreUnavailable } from '../store/port.ts'
import { secondsNow } from './clock.ts'
import type { EndedAccess } from './ended-access-file.ts'
import { keepKnownHeads } from './log-heads.ts'
import type { SqliteStore } from './sqlite.ts'

export interface TickNeeds {
  readonly store: SqliteStore
  readonly ledger: Ledger
  readonly ended?: EndedAccess
  readonly dataDir: string
  readonly clock: Clock
  readonly events: Events
  /** Key of the audit log; without one no head is signed. */
  readonly logKey?: Uint8Array | null
}

/**
 * Withdrawn cases are gone from the database, from its log unless another process still reads it (then the next tick ends it), the audit log has
 * its running hashes and the heads that were due, pages lie
 * in the order of their keys, and the files tell the month and nothing finer. Never throws: what could not be done is tried again.
 */
export async function tick({ store, ledger, ended, dataDir, clock, events, logKey = null }: TickNeeds): Promise<void> {
  const say = (error: unknown) => {
    if (error instanceof StoreUnavailable) events.storeTrouble({ code: error.code })
    else events.internal({ route: 'tick', error: error instanceof Error ? error.name : 'unknown' })
  }
  try {
    await leaveWhenDue({ store, clock })
    await ended?.keep()
    await carryOutWithdrawals(store, ledger, clock.month())
    await eraseOldImports({ store, clock })
    await eraseOverdueSignIns({ store, clock }, secondsNow())
    // Trouble of the log keeps nothing that was withdrawn on the disk.
    await keepLog({ store, clock, logKey })
      .then(() => keepKnownHeads(dataDir, store))
      .catch(say)
    await store.orderPages()
    store.scrub()
    evenTimes(dataDir, clock.month())
  } catch (error) {
    say(error)
  }
}

/** Every file of the folder, and the folder, was last touched on the first day of the month: the log's own time would be that of the last case. */
export function evenTimes(folder: string, month: string): void {
  const first = new Date(`${month}-01T00:00:00Z`)
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isFile()) utimesSync(join(folder, entry.name), first, first)
  utimesSync(folder, first, first)
}

/** Runs it now and again; stops on request, after the run under way. */
export function everySeconds(seconds: number, work: () => Promise<void>): { stop(): Promise<void> } {
  let underWay: Promise<void> | null = null
  const run = () => {
    underWay ??= work().finally(() => {
      underWay = null
    })
  }
  const timer = setInterval(run, seconds * 1000)
  run()
  return {
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
