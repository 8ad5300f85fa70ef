/** Leaving for good: below everything else, behind a box that has to be ticked. */
import { useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Anything } from '../people/answer-schemas.ts'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS } from './words.ts'

export function LeavingPart() {
  const { say, to } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [withdraws, setWithdraws] = useState(false)
  const [understood, setUnderstood] = useState(false)
  const leave = () =>
    act(async () => {
      await ask('POST', '/organisation/leaving', Anything, { leaving: true, withdraw_open_cases: withdraws })
      window.location.assign(to('/'))
    })
  return (
    <details className="card">
      <summary>{say(WORDS.leaving)}</summary>
      <p>{say(WORDS.leavingWhat)}</p>
      <div className="role-choices">
        <label>
          <input type="checkbox" checked={withdraws} onChange={(event) => setWithdraws(event.target.checked)} />
          {say(WORDS.withdrawToo)}
        </label>
        <label>
          <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
          {say(WORDS.understood)}
        </label>
      </div>
      <Refusal refusal={refusal} />
      <button type="button" disabled={busy || !understood} onClick={leave}>
        {say(WORDS.leave)}
      </button>
    </details>
  )
}
