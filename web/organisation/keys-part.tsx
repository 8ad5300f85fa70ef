/** Access keys of one's own organisation: the list, a new one, the end of one. */
import { useCallback, useEffect, useState } from 'react'
import type * as z from 'zod'
import { useLanguage } from '../language/language.tsx'
import { AccessKeys, Anything, MadeKey } from '../people/answer-schemas.ts'
import { HandedCode } from '../people/handed-code.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

const MONTHS = 12

export function KeysPart() {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [keys, setKeys] = useState<z.infer<typeof AccessKeys>['keys']>([])
  const [made, setMade] = useState<z.infer<typeof MadeKey> | null>(null)
  const again = useCallback(async () => setKeys((await ask('GET', '/organisation/access-keys', AccessKeys)).keys), [])
  useEffect(() => act(again), [act, again])
  const make = async () => {
    setMade(await ask('POST', '/organisation/access-keys', MadeKey, { months: MONTHS }))
    await again()
  }
  return (
    <section className="card">
      <h2>{say(WORDS.keys)}</h2>
      <p className="quiet">{say(WORDS.keysWhat)}</p>
      <ul className="rows">
        {keys.map(({ id, expires }) => (
          <li key={id}>
            <span>{say(WORDS.key(id, expires))}</span>
            <button
              type="button"
              disabled={busy}
              onClick={() => act(() => ask('DELETE', `/organisation/access-keys/${id}`, Anything).then(again))}
            >
              {say(PEOPLE_WORDS.end)}
            </button>
          </li>
        ))}
      </ul>
      <Refusal refusal={refusal} />
      {made && <HandedCode title={WORDS.newKey} code={made.key} until={made.expires} />}
      <button type="button" className="main-action" disabled={busy} onClick={() => act(make)}>
        {say(WORDS.makeKey)}
      </button>
    </section>
  )
}
