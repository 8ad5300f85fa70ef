/** A partner's program signs a monthly head that it has seen. */
import type { Chain } from '../../survey-schema/audit-log/entry.ts'
import { commitmentTo, isHeadCosignedBy } from '../../survey-schema/audit-log/head.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Clock } from '../deps.ts'
import { read, type Store } from '../store/port.ts'
import { enteredAtIntake } from '../store/queries/audit.ts'
import { keepCosignature, monthlyHead, signingKeysOf } from '../store/queries/audit-heads.ts'

export interface Cosigning {
  readonly organisation: number
  readonly chain: Chain
  readonly month: string
  readonly signature: Uint8Array
}

/**
 * The cosignature is kept; an organisation has one under each head. Its entry stands in the chain of intake, which tells no day: the day on which a
 * partner's program was there is mostly one on which it sent cases.
 * @returns false where it was kept before
 * @throws ProblemError 'not-found' without such a head, 'cosignature-refused' where it is of no key of the organisation
 */
export async function cosign(
  { organisation, chain, month, signature }: Cosigning,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
): Promise<boolean> {
  const [head] = await read(store, monthlyHead(chain, month))
  if (!head) throw new ProblemError('not-found')
  const statement = { ...head, commitment: commitmentTo(head) }
  const keys = await read(store, signingKeysOf(organisation))
  const key = keys.find(({ signing }) => isHeadCosignedBy(statement, signature, signing))?.signing
  if (!key) throw new ProblemError('cosignature-refused')
  const [kept] = await store.batch([
    keepCosignature({ chain, number: head.number, organisation, key, signature }),
    enteredAtIntake({ action: 'cosignature', organisation, month: clock.month() }),
  ])
  return kept.changes === 1
}
