/** Somebody types what was handed over, and is led to setting up an account. */
import { type SubmitEvent, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { SignedIn } from './answer-schemas.ts'
import { Field } from './field.tsx'
import { Refusal } from './refusal.tsx'
import { ask } from './session-client.ts'
import { useAct } from './use-act.ts'
import { WORDS } from './words.ts'

interface CodeFormProps {
  readonly path: '/setup' | '/invitation'
  /** Of the first administrator, who chooses a username. */
  readonly usernameHint?: Text
  readonly firstCode?: string
}

export function CodeForm({ path, usernameHint, firstCode = '' }: CodeFormProps) {
  const { say, to } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [code, setCode] = useState(firstCode)
  const [username, setUsername] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await ask('POST', path, SignedIn, usernameHint ? { code, username } : { code })
      window.location.assign(to('/account'))
    })
  }
  return (
    <form className="card" autoComplete="off" onSubmit={send}>
      <Field label={WORDS.code} value={code} onChange={setCode} />
      {usernameHint && <Field label={WORDS.username} hint={usernameHint} value={username} onChange={setUsername} />}
      <Refusal refusal={refusal} />
      <button type="submit" className="main-action" disabled={busy}>
        {say(WORDS.go)}
      </button>
    </form>
  )
}
