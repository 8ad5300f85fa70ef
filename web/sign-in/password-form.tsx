/** Username, password and the code of an app. What is typed is held by this element alone and goes with it. */
import { type SubmitEvent, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { SignedIn } from '../people/answer-schemas.ts'
import { Field } from '../people/field.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

/** @param time of the server in seconds since 1970, when the page was opened */
export function PasswordForm({ onDone, time }: { readonly onDone: () => void; readonly time: number | null }) {
  const { say, language } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await ask('POST', '/sign-in/password', SignedIn, { username, password, code })
      onDone()
    })
  }
  const shown = time === null ? null : new Date(time * 1000).toLocaleTimeString(language, { timeZoneName: 'short' })
  return (
    <form onSubmit={send}>
      <Field label={PEOPLE_WORDS.username} value={username} onChange={setUsername} complete="username" />
      <Field label={PEOPLE_WORDS.password} value={password} onChange={setPassword} secret complete="current-password" />
      <Field
        label={PEOPLE_WORDS.appCode}
        value={code}
        onChange={setCode}
        digits
        complete="one-time-code"
        {...(shown === null ? {} : { hint: WORDS.serverTime(shown) })}
      />
      <Refusal refusal={refusal} />
      <button type="submit" disabled={busy}>
        {say(WORDS.signIn)}
      </button>
    </form>
  )
}
