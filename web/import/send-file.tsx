/** The last step: what to do with cases that are held already, the key of the organisation, and how far it is. */
import { type SubmitEvent, useId, useState } from 'react'
import type { Existing } from '../../survey-schema/partner-files/import-parts.ts'
import type { Refused } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import { WORDS as FORM } from '../questionnaire/words.ts'
import { issueText } from './places.ts'
import type { JudgedFile } from './reading-messages.ts'
import { WORDS } from './words.ts'

interface SendFileProps {
  readonly judged: JudgedFile
  /** Rows that were answered so far; null while nothing is being sent. */
  readonly done: number | null
  readonly refusal: Refused | null
  readonly onSend: (organisationKey: string, existing: Existing) => void
}

const SHOWN = 20

export function SendFile({ judged, done, refusal, onSend }: SendFileProps) {
  const { say } = useLanguage()
  const id = useId()
  // The key is held by this element alone and goes with it.
  const [key, setKey] = useState('')
  const [existing, setExisting] = useState<Existing>('refuse')
  const [without, setWithout] = useState(false)
  const [missing, setMissing] = useState<'key' | 'without' | null>(null)
  const { refused } = judged.report
  const busy = done !== null
  const lost = refusal?.slug === 'no-connection' || refusal?.slug === 'busy'
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const lacks = refused > 0 && !without ? 'without' : key.trim() === '' ? 'key' : null
    setMissing(lacks)
    if (!lacks && !busy) onSend(key.trim(), existing)
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
      <label htmlFor={id}>{say(FORM.keyLabel)}</label>
      <p id={`${id}-hint`} className="quiet">
        {say(FORM.keyHint)}
      </p>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={key}
        disabled={busy}
        aria-describedby={`${id}-hint`}
        aria-invalid={missing === 'key' || undefined}
        onChange={({ target }) => setKey(target.value)}
      />
      {missing && (
        <p className="send-refused" role="alert">
          {say(missing === 'key' ? FORM.keyMissing : WORDS.withoutNeeded)}
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
