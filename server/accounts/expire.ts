/** Sessions, tries and codes whose time is over are erased, and with them the only times finer than a day. */
import type { Deps } from '../deps.ts'
import { eraseOverdue } from '../store/queries/deadlines.ts'

export async function eraseOverdueSignIns({ store, clock }: Pick<Deps, 'store' | 'clock'>, seconds: number): Promise<void> {
  await store.batch(eraseOverdue(seconds, clock.day()))
}
