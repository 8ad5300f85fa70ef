/** Leaving for good: below everything else, behind a box that has to be ticked. What one partner asked for, others object to or agree to. */
import { useCallback, useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Anything, AskedLeaving } from '../people/answer-schemas.ts'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS } from './words.ts'

export function LeavingPart() {
  const { say, to } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [withdraws, setWithdraws] = useState(false)
  const [understood, setUnderstood] = useState(false)
  const [asked, setAsked] = useState<AskedLeaving['asked']>(null)
  const again = useCallback(async () => setAsked((await ask('GET', '/organisation/leaving', AskedLeaving)).asked), [])
  useEffect(() => act(again), [act, again])
  const leave = () =>
    act(() => ask('POST', '/organisation/leaving', Anything, { leaving: true, withdraw_open_cases: withdraws }).then(again))
  const agree = () => act(() => ask('POST', '/organisation/leaving/agreement', Anything).then(() => window.location.assign(to('/'))))
  if (asked)
    return (
      <section className="card">
        <h2>{say(WORDS.leaving)}</h2>
        <p>{say(WORDS.leavingAsked(asked.ready))}</p>
        {asked.withdraw_open_cases && <p>{say(WORDS.withdrawToo)}</p>}
        <Refusal refusal={refusal} />
        <button type="button" disabled={busy} onClick={() => act(() => ask('DELETE', '/organisation/leaving', Anything).then(again))}>
          {say(WORDS.stay)}
        </button>
        {!asked.own && (
          <button type="button" disabled={busy} onClick={agree}>
            {say(WORDS.leaveNow)}
          </button>
        )}
      </section>
    )
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
