/**
 * How long sealed cases are kept: until the crosstabs that count them are frozen and the retention date has passed. Then nobody needs them
 * any more, and what is not held cannot be taken.
 */
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { read } from '../store/port.ts'
import { editionCounted } from '../store/queries/editions.ts'
import { destroy, retained } from '../store/queries/retention.ts'
import { isFrozen, monthBefore, oldestOpenDay } from './freezing.ts'

/** Months after that of the last case. */
export const RETENTION_MONTHS = 24

export interface Destroyed {
  readonly edition: string
  /** Cases destroyed now. */
  readonly cases: number
  /** False if they were destroyed before. */
  readonly new: boolean
}

/**
 * The store holds no case of the edition, only the tags by which one sent again answers `already-counted`. The shares of the edition's key are
 * for their custodians to destroy. What the database deleted may still lie in its file: `SqliteStore.scrub` ends that.
 * @throws ProblemError 'not-found', 'edition-open', or 'retention-running' with the rules that still keep the cases:
 * `crosstabs_wait`, `crosstabs_not_frozen`, `retention_date`
 */
export async function destroyCases(
  edition: string,
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  months: number = RETENTION_MONTHS,
): Promise<Destroyed> {
  const [held] = await read(store, editionCounted(edition))
  if (!held) throw new ProblemError('not-found')
  if (held.state === 'open') throw new ProblemError('edition-open')
  const [known] = await read(store, retained(edition))
  if (known?.destroyed) return { edition, cases: 0, new: false }
  const day = clock.day()
  const keptFrom = monthBefore(clock.month(), months)
  const rules = [
    ...(known?.crosstabs ? [] : ['crosstabs_wait']),
    ...(known?.crosstabs && !isFrozen(known.crosstabs, day) ? ['crosstabs_not_frozen'] : []),
    ...(known?.lastMonth && known.lastMonth >= keptFrom ? ['retention_date'] : []),
  ]
  if (rules.length > 0) throw running(rules)
  const [marked, , , removed] = await store.batch(destroy({ edition, day, oldestDay: oldestOpenDay(day), keptFrom }))
  if (marked?.changes !== 1) throw running(['changed_meanwhile'])
  return { edition, cases: removed?.changes ?? 0, new: true }
}

const running = (rules: readonly string[]) =>
  new ProblemError(
    'retention-running',
    rules.map((rule) => ({ pointer: '/edition', rule })),
  )
