/** The last part: what is missing, what to confirm, the organisation's key, and off it goes. */
import { type SubmitEvent, useId, useState } from 'react'
import type { Refused } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { AnswersGiven } from './answers-given.tsx'
import { FlagsToConfirm } from './flags-to-confirm.tsx'
import type { FilledForm, FormStep } from './form-state.ts'
import type { PlaceInForm } from './places-in-form.ts'
import { refusalText } from './refusal-text.ts'
import type { FormFindings } from './submission.ts'
import { WORDS } from './words.ts'

interface SendPartProps {
  readonly form: FilledForm
  readonly findings: FormFindings
  /** Confirmable findings, whether or not they stop the case. */
  readonly toConfirm: readonly string[]
  readonly sending: boolean
  readonly refusal: Refused | null
  readonly onStep: (step: FormStep) => void
  readonly onGo: (place: PlaceInForm) => void
  readonly onSend: (organisationKey: string) => void
}

export function SendPart({ form, findings, toConfirm, sending, refusal, onStep, onGo, onSend }: SendPartProps) {
  const { say } = useLanguage()
  const id = useId()
  // The key is held by this element alone and goes with it.
  const [key, setKey] = useState('')
  const [missing, setMissing] = useState(false)
  const complete = findings.issues.length === 0
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const given = key.trim()
    setMissing(given === '')
    if (given !== '') onSend(given)
  }
  return (
    <>
      {complete && <p>{say(WORDS.nothingOpen)}</p>}
      <FlagsToConfirm
        flags={toConfirm}
        needed={findings.issues.map((issue) => issue.rule)}
        confirmed={form.confirmed}
        onStep={onStep}
        onGo={onGo}
      />
      <AnswersGiven form={form} />
      {complete && (
        <form className="send" autoComplete="off" onSubmit={send}>
          <label htmlFor={id}>{say(WORDS.keyLabel)}</label>
          <p id={`${id}-hint`} className="quiet">
            {say(WORDS.keyHint)}
          </p>
          {missing && (
            <p id={`${id}-missing`} className="troubles" role="alert">
              {say(WORDS.keyMissing)}
            </p>
          )}
          <input
            id={id}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={key}
            aria-describedby={missing ? `${id}-missing ${id}-hint` : `${id}-hint`}
            aria-invalid={missing || undefined}
            onChange={(event) => setKey(event.target.value)}
          />
          {refusal && (
            <p className="send-refused" role="alert">
              {say(refusalText(refusal))}
            </p>
          )}
          <button type="submit" className="main-action" disabled={sending}>
            {say(sending ? WORDS.sending : WORDS.send)}
          </button>
        </form>
      )}
    </>
  )
}
