/**
 * The three audits as a build runs them: with HiGHS behind them, under the settings of the policy, on as many threads as it is given. What
 * they find does not depend on the threads.
 */
import { once } from 'node:events'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { type Audit, auditEach, combineAudits } from '../../../analysis/disclosure/audit/audit-release.ts'
import { SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import type { AuditTable } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { groupLinkedTables, linkedTablesOf } from '../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import type { Audits } from '../../../analysis/disclosure/fixed-point.ts'
import { settingsOf } from '../../../analysis/policy/audit-settings.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { highsSolver } from './solver.ts'

export interface RunningAudits {
  readonly audits: Audits
  readonly close: () => Promise<void>
}

/** What a thread answers: what each of its linked tables gave away, or that the solver stopped. */
export type ThreadAnswer = { readonly each: readonly Audit[] } | { readonly stopped: SolverStopped['fault'] } | { readonly broken: true }

/** Fewer groups of linked tables than this are audited faster than they are handed out. */
const WORTH_SHARING = 40

/** A thread that does not answer for so long will not: milliseconds. */
const PATIENCE = 30 * 60_000

/**
 * @param threads this one included
 * @param audited called with the linked tables audited so far in a round, of how many; with several threads, as if all were as far as this one
 */
export async function auditsFor(policy: Policy, threads = 1, audited?: (done: number, of: number) => void): Promise<RunningAudits> {
  const solver = await highsSolver()
  const settings = settingsOf(policy)
  const helpers = await Promise.all(Array.from({ length: Math.max(0, threads - 1) }, () => helper(policy)))
  const progressOf = (groups: number) =>
    audited ? { progress: (done: number, of: number) => audited(Math.round((groups * done) / of), groups) } : {}
  const audits: Audits = (tables) => {
    const groups = linkedTablesOf(tables)
    if (helpers.length === 0 || groups.length < WORTH_SHARING)
      return combineAudits(groups, settings, auditEach(groups, { settings, solver, ...progressOf(groups.length) })).findings
    // Each thread gets every n-th group: neighbours in the questionnaire take about as long as each other.
    const byThread = [null, ...helpers].map((_, thread) => groups.flatMap((_group, index) => (index % threads === thread ? [index] : [])))
    const tablesOf = groupLinkedTables(tables)
    const asked = helpers.map((one, index) => one.ask(byThread[index + 1]!.flatMap((group) => tablesOf[group]!)))
    const each: Audit[] = []
    const collect = (thread: number, audited: readonly Audit[]) => {
      for (const [place, group] of byThread[thread]!.entries()) each[group] = audited[place]!
    }
    collect(
      0,
      auditEach(
        byThread[0]!.map((group) => groups[group]!),
        { settings, solver, ...progressOf(groups.length) },
      ),
    )
    for (const [index, answer] of asked.entries()) collect(index + 1, answer())
    return combineAudits(groups, settings, each).findings
  }
  return {
    audits,
    close: async () => {
      await Promise.all(helpers.map((one) => one.close()))
    },
  }
}

/**
 * A thread that audits what it is handed, ready when this returns: the asking thread later waits for it without giving up its turn, because a
 * build is one long calculation, and a thread cannot load its code meanwhile.
 */
async function helper(policy: Policy) {
  const { port1, port2 } = new MessageChannel()
  const done = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./audit-thread.mjs', import.meta.url), {
    workerData: { policy, port: port2, done },
    transferList: [port2],
    execArgv: [],
  })
  await once(worker, 'message')
  worker.unref()
  return {
    ask(tables: readonly AuditTable[]): () => readonly Audit[] {
      Atomics.store(done, 0, 0)
      port1.postMessage(tables)
      return () => {
        if (Atomics.wait(done, 0, 0, PATIENCE) === 'timed-out') throw new SolverStopped('stopped')
        const { message } = receiveMessageOnPort(port1) as { message: ThreadAnswer }
        if ('each' in message) return message.each
        throw 'stopped' in message ? new SolverStopped(message.stopped) : new Error('a thread of the audits failed')
      }
    },
    close: async () => {
      port1.close()
      await worker.terminate()
    },
  }
}
