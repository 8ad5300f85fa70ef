/** A recovery code in the place of a device that was lost. */
import { type SubmitEvent, useId, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { SignedIn } from '../people/answer-schemas.ts'
import { Field } from '../people/field.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

export function RecoveryForm({ onDone }: { readonly onDone: () => void }) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const id = useId()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await ask('POST', '/sign-in/recovery', SignedIn, { username, password, code })
      onDone()
    })
  }
  return (
    <form onSubmit={send}>
      <p className="quiet">{say(WORDS.recoveryWhat)}</p>
      <Field label={PEOPLE_WORDS.username} value={username} onChange={setUsername} complete="username" />
      <div className="field">
        <label htmlFor={id}>{say(WORDS.passwordIfAny)}</label>
        <input
          id={id}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <Field label={WORDS.recoveryCode} value={code} onChange={setCode} />
      <Refusal refusal={refusal} />
      <button type="submit" disabled={busy}>
        {say(WORDS.signIn)}
      </button>
    </form>
  )
}
