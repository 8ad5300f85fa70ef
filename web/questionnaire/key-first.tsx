/** The organisation's credential before the first question, so that nobody learns at the end that it is not good. It is asked of the server alone: nothing of a case is sent. */
import { type SubmitEvent, useState } from 'react'
import { Refused } from '../client.ts'
import { CredentialFields } from '../credential/credential-fields.tsx'
import { ownSigner } from '../credential/own-signer.ts'
import { type CredentialTrouble, isTrouble, type PastedCredential, readCredential } from '../credential/pasted.ts'
import { useLanguage } from '../language/language.tsx'
import { KEY_WORDS } from './key-first-words.ts'
import { refusalText } from './refusal-text.ts'

export interface KeyFirstProps {
  readonly pasted: PastedCredential
  readonly accepted: boolean
  readonly onPasted: (pasted: PastedCredential) => void
  readonly onAccepted: () => void
}

export default function KeyFirst({ pasted, accepted, onPasted, onAccepted }: KeyFirstProps) {
  const { tell } = useLanguage()
  const [trouble, setTrouble] = useState<CredentialTrouble | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const check = async (event: SubmitEvent) => {
    event.preventDefault()
    const read = readCredential(pasted)
    setTrouble(isTrouble(read) ? read : null)
    setRefusal(null)
    if (isTrouble(read) || busy) return
    setBusy(true)
    try {
      await ownSigner(read)
      onAccepted()
    } catch (reason) {
      setRefusal(reason instanceof Refused ? reason : new Refused('internal'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form autoComplete="off" onSubmit={check}>
      <CredentialFields pasted={pasted} trouble={trouble} busy={busy} onChange={onPasted} />
      {refusal && (
        <p className="troubles" role="alert">
          {tell(refusal.slug === 'no-connection' ? KEY_WORDS.noConnection : refusalText(refusal))}
        </p>
      )}
      <p role="status">{accepted && tell(KEY_WORDS.accepted)}</p>
      <button type="submit" disabled={busy}>
        {tell(KEY_WORDS.check)}
      </button>
    </form>
  )
}
