/** Imports that nobody went on with are erased after a day: on the second day after the last part, because no time finer than a day is kept. */
import type { Deps } from '../deps.ts'
import { expireImports } from '../store/queries/imports.ts'

const DAY = 86_400_000

/** Nothing is left of imports whose last part came before yesterday. */
export async function eraseOldImports({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<void> {
  const yesterday = new Date(Date.parse(clock.day()) - DAY).toISOString().slice(0, 10)
  await store.batch(expireImports(yesterday))
}
