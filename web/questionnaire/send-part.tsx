/** The last part: what is missing, what to confirm, the organisation's key, and off it goes. */
import type { Refused } from '../client.ts'
import type { HeldCredential, PastedCredential } from '../credential/pasted.ts'
import { later } from '../frame/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { AnswersGiven } from './answers-given.tsx'
import { FlagsToConfirm } from './flags-to-confirm.tsx'
import type { FormFindings } from './form-checks.ts'
import type { FilledForm, FormStep } from './form-state.ts'
import type { PlaceInForm } from './places-in-form.ts'
import { WhatIsSent } from './what-is-sent.tsx'
import { WORDS } from './words.ts'

export { CorrectedNote } from './corrected-note.tsx'
export { ReceiptOfCase } from './receipt.tsx'

export interface SendPartProps {
  readonly form: FilledForm
  readonly findings: FormFindings
  /** Confirmable findings, whether or not they stop the case. */
  readonly toConfirm: readonly string[]
  readonly pasted: PastedCredential
  readonly accepted: boolean
  readonly sending: boolean
  readonly refusal: Refused | null
  readonly onStep: (step: FormStep) => void
  readonly onGo: (place: PlaceInForm) => void
  readonly onPasted: (pasted: PastedCredential) => void
  readonly onSend: (credential: HeldCredential) => void
  readonly onCorrect: (credential: HeldCredential) => void
}

const SendForm = later(() => import('./send-form.tsx').then((part) => part.default))

export default function SendPart({ form, findings, toConfirm, onStep, onGo, ...sending }: SendPartProps) {
  const { tell } = useLanguage()
  const complete = findings.issues.length === 0
  return (
    <>
      {complete && <p>{tell(WORDS.nothingOpen)}</p>}
      <FlagsToConfirm
        flags={toConfirm}
        needed={findings.issues.map((issue) => issue.rule)}
        confirmed={form.confirmed}
        onStep={onStep}
        onGo={onGo}
      />
      {complete && <WhatIsSent form={form} />}
      <AnswersGiven form={form} />
      {complete && <SendForm caseReference={String(form.answers.partner_case_key ?? '')} {...sending} />}
    </>
  )
}
