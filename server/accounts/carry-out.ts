/** The one way in which an account, an organisation or its keys are changed: one atomic batch, of which one statement decides. */
import type { CompiledQuery } from 'kysely'
import type { Act } from '../store/act.ts'
import type { StatementOutcome, Store } from '../store/port.ts'

/**
 * Whether it was carried out; nothing was changed otherwise. @throws StoreUnavailable
 * @param entry of the audit log, which looks at what the statement before it changed: it stands right behind the one that decides; null where the
 * route says that it enters nothing
 */
export async function carryOut(
  store: Store,
  { before = [], decides, after = [] }: Act,
  entry: CompiledQuery<unknown> | null,
): Promise<boolean> {
  const entries = entry === null ? [] : [entry]
  const outcomes: readonly StatementOutcome<unknown>[] = await store.batch([...before, decides, ...entries, ...after])
  return (outcomes[before.length]?.changes ?? 0) > 0
}
