/** Recovery codes: shown once, then two of them are typed back, and the list before is no longer good. */
import { type SubmitEvent, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Anything, RecoveryCodes } from '../people/answer-schemas.ts'
import { Field } from '../people/field.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

interface RecoveryPartProps {
  /** True while there is no way in yet, so that nothing can be finished. */
  readonly waits: boolean
  readonly main: boolean
  readonly onDone: () => Promise<void>
}

export function RecoveryPart({ waits, main, onDone }: RecoveryPartProps) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [codes, setCodes] = useState<readonly string[]>([])
  const [one, setOne] = useState('')
  const [other, setOther] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await ask('POST', '/account/complete', Anything, { codes: [one, other] })
      setCodes([])
      await onDone()
    })
  }
  if (codes.length === 0)
    return (
      <>
        <Refusal refusal={refusal} />
        <button
          type="button"
          className={main ? 'main-action' : undefined}
          disabled={busy || waits}
          onClick={() => act(async () => setCodes((await ask('POST', '/account/recovery-codes', RecoveryCodes)).codes))}
        >
          {say(WORDS.showCodes)}
        </button>
      </>
    )
  return (
    <form autoComplete="off" onSubmit={send}>
      <p>{say(PEOPLE_WORDS.shownOnce)}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <h3>{say(WORDS.typeBack)}</h3>
      <Field label={WORDS.firstCode} value={one} onChange={setOne} />
      <Field label={WORDS.secondCode} value={other} onChange={setOther} />
      <Refusal refusal={refusal} />
      <button type="submit" className="main-action" disabled={busy}>
        {say(WORDS.finish)}
      </button>
    </form>
  )
}
