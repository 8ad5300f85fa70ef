/** A password together with an authenticator app: the app is shown a key, and its first code proves that it has it. */
import { type SubmitEvent, useState } from 'react'
import type * as z from 'zod'
import { later } from '../frame/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { Anything, OfferedApp } from '../people/answer-schemas.ts'
import { Field } from '../people/field.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

/** Loaded once a key is shown. */
const QrCode = later(() => import('./qr-code.tsx').then((part) => part.default), { waiting: <div className="qr-code" />, quiet: true })

export function PasswordPart({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [offered, setOffered] = useState<z.infer<typeof OfferedApp> | null>(null)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await ask('PUT', '/account/password', Anything, { password, code, offer: offered?.offer ?? '' })
      setOffered(null)
      setPassword('')
      setCode('')
      await onDone()
    })
  }
  if (!offered)
    return (
      <>
        <Refusal refusal={refusal} />
        <button type="button" disabled={busy} onClick={() => act(async () => setOffered(await ask('POST', '/account/app', OfferedApp)))}>
          {say(WORDS.offerApp)}
        </button>
      </>
    )
  return (
    <form onSubmit={send}>
      <p>{say(WORDS.scanApp)}</p>
      <QrCode text={offered.address} label={say(WORDS.qrCode)} />
      <p>{say(WORDS.appSecret)}</p>
      <p className="code">{offered.secret.match(/.{4}/g)?.join(' ')}</p>
      <p>
        <a href={offered.address}>{say(WORDS.openApp)}</a>
      </p>
      <Field label={WORDS.newPassword} hint={WORDS.passwordHint} value={password} onChange={setPassword} secret complete="new-password" />
      <Field label={PEOPLE_WORDS.appCode} value={code} onChange={setCode} digits complete="one-time-code" />
      <Refusal refusal={refusal} />
      <button type="submit" disabled={busy}>
        {say(WORDS.save)}
      </button>
    </form>
  )
}
