/** What she agrees to, before the first question. Without it there is nothing to send. */
import { type SubmitEvent, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function Agreement({ onAgreed }: { readonly onAgreed: () => void }) {
  const { tell } = useLanguage()
  const [agreed, setAgreed] = useState(false)
  const [asked, setAsked] = useState(false)
  const goOn = (event: SubmitEvent) => {
    event.preventDefault()
    if (agreed) onAgreed()
    else setAsked(true)
  }
  return (
    <form className="answer-step" noValidate onSubmit={goOn}>
      <h1 id="answer-title" tabIndex={-1}>
        {tell(WORDS.agreeHeading)}
      </h1>
      <ul>
        {[WORDS.sealed, WORDS.agreeStop, WORDS.agreeErase].map((sentence) => (
          <li key={sentence.en}>{tell(sentence)}</li>
        ))}
      </ul>
      {asked && !agreed && (
        <p className="troubles" role="alert" id="agree-needed">
          {tell(WORDS.agreeNeeded)}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={agreed}
          aria-describedby={asked && !agreed ? 'agree-needed' : undefined}
          onChange={({ target }) => setAgreed(target.checked)}
        />
        <span>{tell(WORDS.agree)}</span>
      </label>
      <div className="form-actions">
        <button type="submit" className="main-action">
          {tell(WORDS.next)}
        </button>
      </div>
    </form>
  )
}
