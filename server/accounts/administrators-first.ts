/**
 * No case is taken in before two administrators have set up their accounts, so that losing one leaves somebody who can let people in. A network of
 * machines alone, in which nobody has an account, goes on as it is.
 */
import type { Deps } from '../deps.ts'
import { read } from '../store/port.ts'
import { accountsInUse } from '../store/queries/access-codes.ts'

const FEWEST = 2

/** What keeps intake shut, this included. Once there were two administrators nobody asks any more: from then on one is a matter for a warning. */
export function administratorsFirst({ store, shut }: Pick<Deps, 'store' | 'shut'>): NonNullable<Deps['shut']> {
  let settled = false
  return {
    keys: async () => (await shut?.keys()) ?? null,
    intake: async () => {
      const otherwise = (await shut?.intake()) ?? null
      if (otherwise !== null || settled) return otherwise
      const [inUse] = await read(store, accountsInUse())
      settled = (inUse?.administrators ?? 0) >= FEWEST
      return settled || (inUse?.accounts ?? 0) === 0 ? null : 'administrators-missing'
    },
  }
}
