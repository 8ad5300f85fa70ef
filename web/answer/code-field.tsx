/** The one field before the questions. A slip is found before anything is asked; what the code is good for is asked once. */
import { type SubmitEvent, useRef, useState } from 'react'
import { readInvitation, readReceipt } from '../../survey-schema/receipt-code.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { adviceOf } from './refusal-words.ts'
import { WORDS } from './words.ts'

interface CodeFieldProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  /** @throws Refused */
  readonly onCode: (code: string) => Promise<void>
}

export function CodeField({ typed, onType, onCode }: CodeFieldProps) {
  const { tell } = useLanguage()
  const [trouble, setTrouble] = useState<Text | null>(null)
  const [checking, setChecking] = useState(false)
  const underWay = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  const refused = (words: Text) => {
    setTrouble(words)
    field.current?.focus()
  }
  const begin = async (event: SubmitEvent) => {
    event.preventDefault()
    if (underWay.current) return
    const code = readInvitation(typed)
    if (code === null) return refused(typed.trim() === '' ? WORDS.codeEmpty : readReceipt(typed) ? WORDS.codeIsReceipt : WORDS.codeSlip)
    underWay.current = true
    setChecking(true)
    setTrouble(null)
    try {
      await onCode(code)
    } catch (reason) {
      refused(adviceOf(reason))
    } finally {
      underWay.current = false
      setChecking(false)
    }
  }
  return (
    <form className="code-field" autoComplete="off" noValidate onSubmit={begin}>
      <label htmlFor="invitation-code">{tell(WORDS.code)}</label>
      <p id="invitation-code-hint" className="quiet">
        {tell(WORDS.codeHint)}
      </p>
      {trouble && (
        <p id="invitation-code-trouble" className="troubles" role="alert">
          {tell(trouble)}
        </p>
      )}
      <input
        ref={field}
        id="invitation-code"
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        translate="no"
        value={typed}
        readOnly={checking}
        aria-describedby={trouble ? 'invitation-code-trouble invitation-code-hint' : 'invitation-code-hint'}
        aria-invalid={trouble !== null || undefined}
        onChange={({ target }) => onType(target.value)}
      />
      <button type="submit" className="main-action" aria-disabled={checking || undefined}>
        {tell(checking ? WORDS.checking : WORDS.start)}
      </button>
    </form>
  )
}
