/** Where somebody is signed in. The server knows no device, so a session is told by its day and by how it began. */
import { useCallback, useEffect, useState } from 'react'
import type * as z from 'zod'
import { useLanguage } from '../language/language.tsx'
import { Anything, Sessions } from '../people/answer-schemas.ts'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

export function SessionsPart() {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [sessions, setSessions] = useState<z.infer<typeof Sessions>['sessions']>([])
  const again = useCallback(async () => setSessions((await ask('GET', '/account/sessions', Sessions)).sessions), [])
  useEffect(() => act(again), [act, again])
  const ending = (path: string) => act(() => ask('DELETE', path, Anything).then(again))
  return (
    <section className="card">
      <h2>{say(WORDS.sessions)}</h2>
      <Refusal refusal={refusal} />
      <ul className="rows">
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {one.day} · {say(WORDS[`by_${one.way}`])}
              {one.this && <strong> · {say(WORDS.thisOne)}</strong>}
            </span>
            {!one.this && (
              <button type="button" disabled={busy} onClick={() => ending(`/account/sessions/${one.id}`)}>
                {say(PEOPLE_WORDS.end)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" disabled={busy} onClick={() => ending('/account/sessions')}>
          {say(WORDS.endOthers)}
        </button>
      )}
    </section>
  )
}
