/**
 * Pages in the order of their keys. SQLite gives a row the next free place and a page the next free number, so a file that is only
 * written to shows in which order its rows came. Here the file is written anew: table after table, each in the order of its keys.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { StoreUnavailable } from '../store/port.ts'

/** Bytes of a database that is written anew at every tick, some 22,000 cases; one of twice the size at every second tick, and so on. */
export const AT_EVERY_TICK = 16 * 1024 * 1024

/** Ticks from one rewriting to the next, so that a large database is not written all the time. */
export const ticksBetween = (bytes: number): number => Math.max(1, Math.ceil(bytes / AT_EVERY_TICK))

/** What the thread answers. `code` names the trouble of the disk or of the file. */
export interface Rewritten {
  /** Whether the log is empty too; false while another process reads it. */
  readonly whole?: boolean
  readonly code?: string | null
}

/**
 * The file is written anew, in a thread of its own: requests are answered meanwhile, and only what writes has to wait. It is one
 * transaction, so that a crash leaves the old pages.
 * @returns false while another process reads the log; ask again
 * @throws StoreUnavailable when the disk or the file does not allow it
 */
export async function rewriteInKeyOrder(path: string): Promise<boolean> {
  const thread = new Worker(new URL('./page-order-thread.mjs', import.meta.url), { workerData: { path }, execArgv: [] })
  try {
    const [{ whole = false, code }] = (await once(thread, 'message')) as [Rewritten]
    if (code !== undefined) throw code === null ? new Error('the thread that orders pages failed') : new StoreUnavailable(code)
    return whole
  } finally {
    await thread.terminate()
  }
}
