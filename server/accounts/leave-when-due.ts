/** Organisations leave whose partner asked seven days ago, and to which nobody objected. */
import type { Deps } from '../deps.ts'
import { read } from '../store/port.ts'
import { entered } from '../store/queries/audit.ts'
import { leave, leavingsDue } from '../store/queries/leaving.ts'
import { carryOut } from './carry-out.ts'

export async function leaveWhenDue({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> {
  const day = clock.day()
  for (const { organisation, asked_by: actor } of await read(store, leavingsDue(day))) {
    const entry = entered({ action: 'leave-network', role: 'partner', actor, subject: String(organisation), day })
    await carryOut(store, leave({ organisation, day, second: null }), entry)
  }
}
