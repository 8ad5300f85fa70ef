/** One thread of the audits: takes groups of linked tables, answers what each gives away, and remembers them until another set of tables begins. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { SolverStopped } from '../../../analysis/disclosure/audit/bounds/solver.ts'
import { groupAudits } from '../../../analysis/disclosure/audit/group-audits.ts'
import { linkedTablesOf } from '../../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { settingsOf } from '../../../analysis/policy/audit-settings.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ThreadAnswer, ThreadTask } from './audits.ts'
import { highsSolver } from './solver.ts'

const { policy, port, done } = workerData as { policy: Policy; port: MessagePort; done: Int32Array }
const solver = await highsSolver()
const settings = settingsOf(policy)
let audit = groupAudits(settings, solver)

function answerTo({ kind, isNew, groups }: ThreadTask): ThreadAnswer {
  if (isNew) audit = groupAudits(settings, solver)
  try {
    return { each: groups.map((tables) => audit(kind, linkedTablesOf(tables)[0]!).findings) }
  } catch (error) {
    return error instanceof SolverStopped ? { stopped: error.fault } : { broken: true }
  }
}

port.on('message', (task: ThreadTask) => {
  port.postMessage(answerTo(task))
  Atomics.store(done, 0, 1)
  Atomics.notify(done, 0)
})
parentPort?.postMessage('ready')
