/** The credential, and off it goes. Loaded while the parts before are filled in, so that the first part comes fast. */
import { type SubmitEvent, useState } from 'react'
import { mayBeName } from '../../survey-schema/identifiers/case-keys.ts'
import type { Refused } from '../client.ts'
import { CredentialFields } from '../credential/credential-fields.tsx'
import { type CredentialTrouble, type HeldCredential, isTrouble, type PastedCredential, readCredential } from '../credential/pasted.ts'
import { ReferenceToConfirm } from '../credential/reference-to-confirm.tsx'
import { WORDS as CREDENTIAL } from '../credential/words.ts'
import { useLanguage } from '../language/language.tsx'
import { KEY_WORDS } from './key-first-words.ts'
import { refusalText } from './refusal-text.ts'
import { WORDS } from './words.ts'

interface SendFormProps {
  /** The partner's own, as it was typed. */
  readonly caseReference: string
  readonly pasted: PastedCredential
  /** Whether the server has accepted what is pasted before the first part. */
  readonly accepted: boolean
  readonly sending: boolean
  readonly refusal: Refused | null
  readonly onPasted: (pasted: PastedCredential) => void
  readonly onSend: (credential: HeldCredential) => void
  /** The case that is held under the same reference is replaced. */
  readonly onCorrect: (credential: HeldCredential) => void
}

export default function SendForm({ caseReference, pasted, accepted, sending, refusal, onPasted, onSend, onCorrect }: SendFormProps) {
  const { tell } = useLanguage()
  const [trouble, setTrouble] = useState<CredentialTrouble | null>(null)
  const [notAName, setNotAName] = useState(false)
  const [unconfirmed, setUnconfirmed] = useState(false)
  const named = mayBeName(caseReference)
  // A key may end while a form is filled in: the fields are there again.
  const isRefused = refusal?.slug === 'unauthorized'
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    withCredential(onSend)
  }
  const withCredential = (go: (credential: HeldCredential) => void) => {
    const read = readCredential(pasted)
    setTrouble(isTrouble(read) ? read : null)
    const waits = named && !notAName
    setUnconfirmed(waits)
    if (!waits && !isTrouble(read)) go(read)
  }
  const fields = <CredentialFields pasted={pasted} trouble={trouble} busy={sending} onChange={onPasted} />
  return (
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
      {accepted && !isRefused ? (
        <>
          <p>{tell(KEY_WORDS.heldAlready)}</p>
          <details>
            <summary>{tell(KEY_WORDS.change)}</summary>
            {fields}
          </details>
        </>
      ) : (
        fields
      )}
      {refusal && (
        <p className="send-refused" role="alert">
          {tell(refusalText(refusal))}
        </p>
      )}
      {refusal?.slug === 'case-exists' && (
        <p>
          <button type="button" disabled={sending} onClick={() => withCredential(onCorrect)}>
            {tell(WORDS.correct)}
          </button>
        </p>
      )}
      <button type="submit" className="main-action" disabled={sending}>
        {tell(sending ? WORDS.sending : WORDS.send)}
      </button>
    </form>
  )
}
