/** The last part: what is missing, what to confirm, the organisation's key, and off it goes. */
import { type SubmitEvent, useState } from 'react'
import { mayBeName } from '../../survey-schema/identifiers/case-keys.ts'
import type { Refused } from '../client.ts'
import { CredentialFields } from '../credential/credential-fields.tsx'
import { type CredentialTrouble, type HeldCredential, isTrouble, NOTHING_PASTED, readCredential } from '../credential/pasted.ts'
import { ReferenceToConfirm } from '../credential/reference-to-confirm.tsx'
import { WORDS as CREDENTIAL } from '../credential/words.ts'
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
  readonly onSend: (credential: HeldCredential) => void
}

export function SendPart({ form, findings, toConfirm, sending, refusal, onStep, onGo, onSend }: SendPartProps) {
  const { say } = useLanguage()
  // The credential is held by this element alone and goes with it.
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  const [trouble, setTrouble] = useState<CredentialTrouble | null>(null)
  const [notAName, setNotAName] = useState(false)
  const [unconfirmed, setUnconfirmed] = useState(false)
  const named = mayBeName(String(form.answers.partner_case_key ?? ''))
  const complete = findings.issues.length === 0
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const read = readCredential(pasted)
    setTrouble(isTrouble(read) ? read : null)
    const waits = named && !notAName
    setUnconfirmed(waits)
    if (!waits && !isTrouble(read)) onSend(read)
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
          {named && (
            <ReferenceToConfirm
              why={CREDENTIAL.named}
              statement={CREDENTIAL.notAName}
              confirmed={notAName}
              missing={unconfirmed && !notAName}
              busy={sending}
              onConfirm={setNotAName}
            />
          )}
          <CredentialFields pasted={pasted} trouble={trouble} busy={sending} onChange={setPasted} />
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
