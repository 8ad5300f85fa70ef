/** The three audits as a build runs them: with HiGHS behind them, under the settings of the policy. */
import { auditRelease, settingsOf } from '../../analysis/disclosure/audit/release.ts'
import type { Audits } from '../../analysis/edition/settle.ts'
import type { Policy } from '../../survey-schema/bundle.ts'
import { highsSolver } from './solver.ts'

export async function auditsFor(policy: Policy): Promise<Audits> {
  const solver = await highsSolver()
  const settings = settingsOf(policy)
  return (tables) => auditRelease({ tables, settings, solver }).findings
}
