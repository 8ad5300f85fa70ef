/** One thread of the audits: takes tables, answers what each of the linked tables among them gives away. Nothing is kept. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { auditEach } from '../../../analysis/disclosure/audit/audit-release.ts'
import { SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import type { AuditTable } from '../../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { linkedTablesOf } from '../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { settingsOf } from '../../../analysis/policy/audit-settings.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ThreadAnswer } from './audits.ts'
import { highsSolver } from './solver.ts'

const { policy, port, done } = workerData as { policy: Policy; port: MessagePort; done: Int32Array }
const solver = await highsSolver()
const settings = settingsOf(policy)

function answerTo(tables: readonly AuditTable[]): ThreadAnswer {
  try {
    return { each: auditEach(linkedTablesOf(tables), { settings, solver }) }
  } catch (error) {
    return error instanceof SolverStopped ? { stopped: error.fault } : { broken: true }
  }
}

port.on('message', (tables: readonly AuditTable[]) => {
  port.postMessage(answerTo(tables))
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
})
parentPort?.postMessage('ready')
