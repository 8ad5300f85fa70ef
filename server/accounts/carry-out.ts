/** The one way in which an account, an organisation or its keys are changed: one atomic batch, of which one statement decides. */

import type { Act } from '../store/act.ts'
import type { StatementOutcome, Store } from '../store/port.ts'

/** Whether it was carried out; nothing was changed otherwise. @throws StoreUnavailable */
export async function carryOut(store: Store, { before = [], decides, after = [] }: Act): Promise<boolean> {
  const outcomes: readonly StatementOutcome<unknown>[] = await store.batch([...before, decides, ...after])
  return (outcomes[before.length]?.changes ?? 0) > 0
}
