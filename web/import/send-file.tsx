/** The last step: what to do with cases that are held already, the key of the organisation, and how far it is. */
import { type SubmitEvent, useId, useState } from 'react'
import type { Existing } from '../../survey-schema/partner-files/import-parts.ts'
import type { Refused } from '../client.ts'
import { CredentialFields } from '../credential/credential-fields.tsx'
import { type CredentialTrouble, type HeldCredential, isTrouble, NOTHING_PASTED, readCredential } from '../credential/pasted.ts'
import { ReferenceToConfirm } from '../credential/reference-to-confirm.tsx'
import { WORDS as CREDENTIAL } from '../credential/words.ts'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import { issueText } from './places.ts'
import type { JudgedFile } from './reading-messages.ts'
import { WORDS } from './words.ts'

interface SendFileProps {
  readonly judged: JudgedFile
  /** Rows that were answered so far; null while nothing is being sent. */
  readonly done: number | null
  readonly refusal: Refused | null
  readonly onSend: (credential: HeldCredential, existing: Existing) => void
}

const SHOWN = 20

export function SendFile({ judged, done, refusal, onSend }: SendFileProps) {
  const { say } = useLanguage()
  const id = useId()
  // The credential is held by this element alone and goes with it.
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  const [trouble, setTrouble] = useState<CredentialTrouble | null>(null)
  const [existing, setExisting] = useState<Existing>('refuse')
  const [without, setWithout] = useState(false)
  const [undecided, setUndecided] = useState(false)
  const [notNames, setNotNames] = useState(false)
  const [unconfirmed, setUnconfirmed] = useState(false)
  const { refused } = judged.report
  const busy = done !== null
  const lost = refusal?.slug === 'no-connection' || refusal?.slug === 'busy'
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const waits = refused > 0 && !without
    const read = readCredential(pasted)
    setUndecided(waits)
    setTrouble(isTrouble(read) ? read : null)
    const named = judged.named > 0 && !notNames
    setUnconfirmed(named)
    if (!waits && !named && !isTrouble(read) && !busy) onSend(read, existing)
  }
  return (
    <form className="send" autoComplete="off" onSubmit={send}>
      <h2>{say(WORDS.sendHeading)}</h2>
      {refused > 0 && (
        <label className="choice">
          <input type="checkbox" checked={without} disabled={busy} onChange={({ target }) => setWithout(target.checked)} />
          <span>{say(WORDS.without(refused))}</span>
        </label>
      )}
      <fieldset disabled={busy}>
        <legend>{say(WORDS.existing)}</legend>
        {(['refuse', 'replace'] as const).map((choice) => (
          <label key={choice} className="choice">
            <input type="radio" name={`${id}-existing`} checked={existing === choice} onChange={() => setExisting(choice)} />
            <span>{say(choice === 'refuse' ? WORDS.existingRefuse : WORDS.existingReplace)}</span>
          </label>
        ))}
      </fieldset>
      {judged.existingRecords > 0 && <p className="quiet">{say(WORDS.restsOnRule(judged.existingRecords))}</p>}
      {judged.named > 0 && (
        <ReferenceToConfirm
          why={CREDENTIAL.namedRows(judged.named)}
          statement={CREDENTIAL.notNames}
          confirmed={notNames}
          missing={unconfirmed && !notNames}
          busy={busy}
          onConfirm={setNotNames}
        />
      )}
      <CredentialFields pasted={pasted} trouble={trouble} busy={busy} onChange={setPasted} />
      {undecided && (
        <p className="send-refused" role="alert">
          {say(WORDS.withoutNeeded)}
        </p>
      )}
      {refusal && (
        <div className="send-refused" role="alert">
          <p>{say(lost ? WORDS.lineLost : refusalText(refusal))}</p>
          {refusal.errors.length > 0 && (
            <ul>
              {refusal.errors.slice(0, SHOWN).map((issue) => (
                <li key={`${issue.pointer} ${issue.rule}`}>{say(issueText(issue))}</li>
              ))}
            </ul>
          )}
          {!lost && <p>{say(WORDS.nothingHeld)}</p>}
        </div>
      )}
      {busy && (
        <>
          <progress value={done} max={judged.sent} aria-label={say(WORDS.progress)} />
          <p role="status">{say(WORDS.sending(done, judged.sent))}</p>
        </>
      )}
      <button type="submit" className="main-action" disabled={busy}>
        {say(lost ? WORDS.goOnSending : WORDS.send(judged.sent))}
      </button>
    </form>
  )
}
