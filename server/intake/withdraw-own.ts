/** A partner withdraws a case of its own. It goes the way of every withdrawal: asked for here, carried out by the sweep. */
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import type { StatementOutcome } from '../store/port.ts'
import { askOwnWithdrawal } from '../store/queries/withdrawals.ts'

export interface WithdrawingOwn {
  readonly id: string
  readonly organisation: number
  /** That the sender saw. */
  readonly version: number
}

/** The case will be gone within five minutes, whatever its edition. @throws ProblemError 'not-found', 'stale-version' */
export async function withdrawOwn(own: WithdrawingOwn, { commit }: Pick<Deps, 'commit'>): Promise<void> {
  const [asked, found] = await commit(askOwnWithdrawal(own))
  if (asked?.changes === 1) return
  throw new ProblemError((found as StatementOutcome<{ version: number }>).rows.length > 0 ? 'stale-version' : 'not-found')
}
