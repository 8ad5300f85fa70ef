/**
 * The three audits as a build runs them: with HiGHS behind them, under the settings of the policy, on as many threads as it is given. What
 * they find does not depend on the threads.
 */
import { once } from 'node:events'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import { auditTogether, moreThanMargins } from '../../../analysis/disclosure/audit/cross-audits.ts'
import type { Finding } from '../../../analysis/disclosure/audit/findings.ts'
import { type GroupAuditKind, groupAudits } from '../../../analysis/disclosure/audit/group-audits.ts'
import type { AuditTable } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { groupLinkedTables, groupName, linkedTablesOf } from '../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import type { AuditRounds, Audits } from '../../../analysis/disclosure/audits.ts'
import { settingsOf } from '../../../analysis/policy/audit-settings.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { highsSolver } from './solver.ts'

export interface RunningAudits {
  readonly audits: Audits
  readonly close: () => Promise<void>
}

/** What a thread is asked: to audit groups of linked tables, as the first of a new set of tables or as the next of the same. */
export interface ThreadTask {
  readonly kind: GroupAuditKind
  readonly isNew: boolean
  readonly groups: readonly (readonly AuditTable[])[]
}

/** What a thread answers: the findings of each of its groups, or that the solver stopped. */
export type ThreadAnswer =
  | { readonly each: readonly (readonly Finding[])[] }
  | { readonly stopped: SolverStopped['fault'] }
  | { readonly broken: true }

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
  const audits: Audits = () => {
    const own = groupAudits(settings, solver)
    const fresh = new Set(helpers)
    // A thread remembers the groups that it has audited, so each group stays with one. Neighbours in the questionnaire take about as long as each other.
    const threadOf = new Map<string, number>()
    const byGroups = (kind: GroupAuditKind, tables: readonly AuditTable[]): Finding[] => {
      const groups = groupLinkedTables(tables)
      const byThread = Array.from({ length: helpers.length + 1 }, (): number[] => [])
      for (const [index, group] of groups.entries()) {
        const name = groupName(group[0]!)
        const thread = threadOf.get(name) ?? threadOf.size % byThread.length
        threadOf.set(name, thread)
        byThread[thread]!.push(index)
      }
      const answers = helpers.flatMap((one, index) => {
        const asked = byThread[index + 1]!
        return asked.length === 0
          ? []
          : [{ asked, answer: one.ask({ kind, isNew: fresh.delete(one), groups: asked.map((at) => groups[at]!) }) }]
      })
      const each: (readonly Finding[])[] = []
      for (const [done, at] of byThread[0]!.entries()) {
        each[at] = own(kind, linkedTablesOf(groups[at]!)[0]!).findings
        audited?.(Math.round((groups.length * (done + 1)) / byThread[0]!.length), groups.length)
      }
      for (const { asked, answer } of answers) for (const [place, findings] of answer().entries()) each[asked[place]!] = findings
      return each.flat()
    }
    const rounds: AuditRounds = (kind, tables) =>
      (kind === 'together' ? auditTogether(linkedTablesOf(tables), settings) : byGroups(kind, tables)).filter(moreThanMargins)
    return rounds
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
    ask(task: ThreadTask): () => readonly (readonly Finding[])[] {
      Atomics.store(done, 0, 0)
      port1.postMessage(task)
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
