/** Withdrawing with a receipt: one field, and the same words for every code. The code is held by this page alone and goes with it. */
import { useCallback, useEffect, useState } from 'react'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { IdleWatch } from '../leaving/idle.tsx'
import { useLeaving } from '../leaving/leave.ts'
import { LimitsOfLeaving } from '../leaving/limits.tsx'
import { LeaveFirst, QuickExit } from '../leaving/quick-exit.tsx'
import { CodeToWithdraw } from './code-to-withdraw.tsx'
import { WORDS } from './words.ts'

export function WithdrawPage() {
  const { tell } = useLanguage()
  const { fictional } = useEditions()
  const [done, setDone] = useState(false)
  const [typed, setTyped] = useState('')
  const forget = useCallback(() => {
    setTyped('')
    setDone(false)
  }, [])
  const leave = useLeaving(false, forget)
  const arrived = useCallback(() => {
    setTyped('')
    setDone(true)
  }, [])
  useEffect(() => {
    if (done) document.getElementById('withdraw-title')?.focus()
  }, [done])
  return (
    <Frame
      page="withdraw"
      title={WORDS.title}
      fictional={fictional}
      first={<LeaveFirst onLeave={leave} />}
      bar={<QuickExit onLeave={leave} />}
    >
      <IdleWatch onEnd={leave} atOnce />
      <section className="withdraw">
        <h1 id="withdraw-title" tabIndex={-1}>
          {tell(done ? WORDS.doneHeading : WORDS.heading)}
        </h1>
        {done ? (
          <>
            <p className="withdraw-done">{tell(WORDS.done)}</p>
            <p>{tell(WORDS.doneNext)}</p>
            <p>
              <button type="button" onClick={forget}>
                {tell(WORDS.another)}
              </button>
            </p>
          </>
        ) : (
          <>
            <p className="lead">{tell(WORDS.lead)}</p>
            <p>{tell(WORDS.help)}</p>
            <CodeToWithdraw typed={typed} onType={setTyped} onArrived={arrived} />
            <h2>{tell(WORDS.lostHeading)}</h2>
            <p>{tell(WORDS.lost)}</p>
          </>
        )}
        <LimitsOfLeaving />
      </section>
    </Frame>
  )
}
