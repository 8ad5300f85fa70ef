/** One case by its reference: when it arrived, how it is corrected, and withdrawing it. */
import { type SubmitEvent, useId, useRef, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { client, type FoundCase, Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import { Asking } from '../frame/asking.tsx'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import { monthText } from './month-text.ts'
import { WORDS } from './words.ts'

interface OneCaseProps {
  readonly credential: HeldCredential
  readonly onWithdrawn: () => void
}

const REFUSALS: Readonly<Record<string, Text>> = {
  'not-found': WORDS.notFound,
  'no-connection': WORDS.lost,
  'stale-version': WORDS.changed,
}

export function OneCase({ credential, onWithdrawn }: OneCaseProps) {
  const { language, tell, to } = useLanguage()
  const id = useId()
  const [reference, setReference] = useState('')
  const [found, setFound] = useState<FoundCase | null>(null)
  const [message, setMessage] = useState<Text | null>(null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const pressed = useRef(false)

  const working = async (work: () => Promise<Text | null>) => {
    // Two presses of one moment are one.
    if (pressed.current) return
    pressed.current = true
    setBusy(true)
    setMessage(null)
    try {
      setMessage(await work())
    } catch (reason) {
      const refusal = reason instanceof Refused ? reason : new Refused('internal')
      if (refusal.slug !== 'no-connection') setFound(null)
      setMessage(REFUSALS[refusal.slug] ?? refusalText(refusal))
    } finally {
      pressed.current = false
      setBusy(false)
    }
  }
  const find = (event: SubmitEvent) => {
    event.preventDefault()
    setFound(null)
    const asked = reference.normalize('NFKC').trim()
    working(async () => {
      if (asked === '') return WORDS.referenceMissing
      const { ownCase } = await import('../credential/own-case.ts')
      setFound(await ownCase(asked, credential))
      return null
    })
  }
  const withdraw = (own: FoundCase) =>
    working(async () => {
      setAsking(false)
      await client.withdrawCase(own, credential.access)
      setFound(null)
      setReference('')
      onWithdrawn()
      return WORDS.withdrawn
    })
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{tell(WORDS.oneHeading)}</h2>
      <form className="statement" autoComplete="off" onSubmit={find}>
        <label htmlFor={id}>{tell(WORDS.reference)}</label>
        <p id={`${id}-hint`} className="quiet">
          {tell(WORDS.referenceHint)}
        </p>
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={reference}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setReference(target.value)}
        />
        <button type="submit" disabled={busy}>
          {tell(WORDS.find)}
        </button>
      </form>
      <p role="status" className="own-case-said">
        {message && tell(message)}
      </p>
      {found && (
        <>
          <p>
            <strong>{tell(WORDS.found(monthText(found.month, language)))}</strong>
          </p>
          <p>
            {tell(WORDS.correctHow)} <a href={to('/questionnaire')}>{tell(WORDS.toForm)}</a>
          </p>
          <button type="button" disabled={busy} onClick={() => setAsking(true)}>
            {tell(WORDS.withdraw)}
          </button>
          <Asking
            open={asking}
            heading={WORDS.withdrawHeading}
            goOn={WORDS.withdrawYes}
            stay={WORDS.withdrawNo}
            onGoOn={() => withdraw(found)}
            onStay={() => setAsking(false)}
          >
            {tell(WORDS.withdrawHow)}
          </Asking>
        </>
      )}
    </section>
  )
}
