/** The one field. A slip is found by the check characters before anything is sent; a line that drops keeps the code where it is. */
import { type SubmitEvent, useRef, useState } from 'react'
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import type { Text } from '../../survey-schema/text.ts'
import { client, Refused } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

interface CodeToWithdrawProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onArrived: () => void
}

const ADVICE: Readonly<Record<string, Text>> = { 'no-connection': WORDS.noConnection, 'invalid-receipt': WORDS.slip }

export function CodeToWithdraw({ typed, onType, onArrived }: CodeToWithdrawProps) {
  const { tell } = useLanguage()
  const [trouble, setTrouble] = useState<Text | null>(null)
  const [sending, setSending] = useState(false)
  // A second press may come before the page has changed.
  const underWay = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  const refused = (words: Text) => {
    setTrouble(words)
    field.current?.focus()
  }
  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (underWay.current) return
    const code = readReceipt(typed)
    if (code === null) return refused(typed.trim() === '' ? WORDS.empty : WORDS.slip)
    underWay.current = true
    setSending(true)
    setTrouble(null)
    try {
      await client.withdraw(code)
      onArrived()
    } catch (reason) {
      refused((reason instanceof Refused && ADVICE[reason.slug]) || WORDS.busy)
    } finally {
      underWay.current = false
      setSending(false)
    }
  }
  return (
    <form className="withdraw-form" autoComplete="off" noValidate onSubmit={send}>
      <label htmlFor="receipt-code">{tell(WORDS.code)}</label>
      <p id="receipt-code-hint" className="quiet">
        {tell(WORDS.codeHint)}
      </p>
      {trouble && (
        <p id="receipt-code-trouble" className="troubles" role="alert">
          {tell(trouble)}
        </p>
      )}
      <input
        ref={field}
        id="receipt-code"
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        translate="no"
        value={typed}
        readOnly={sending}
        aria-describedby={trouble ? 'receipt-code-trouble receipt-code-hint' : 'receipt-code-hint'}
        aria-invalid={trouble !== null || undefined}
        onChange={({ target }) => onType(target.value)}
      />
      <button type="submit" className="main-action" aria-disabled={sending || undefined}>
        {tell(sending ? WORDS.sending : WORDS.send)}
      </button>
    </form>
  )
}
