/** One field for a code of a person. A slip is found by the check characters before anything is sent; a line that drops keeps the code where it is. */
import { type SubmitEvent, useRef, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'

/** What a code says by itself. */
export type ReadCode = { readonly code: string } | { readonly trouble: Text }

interface CodeFormProps {
  /** Of the field, in the document. */
  readonly id: string
  readonly words: { readonly label: Text; readonly hint: Text; readonly go: Text; readonly going: Text }
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly read: (typed: string) => ReadCode
  /** @throws what `adviceOf` has words for */
  readonly onCode: (code: string) => Promise<void>
  readonly adviceOf: (reason: unknown) => Text
}

export function CodeForm({ id, words, typed, onType, read, onCode, adviceOf }: CodeFormProps) {
  const { tell } = useLanguage()
  const [trouble, setTrouble] = useState<Text | null>(null)
  const [going, setGoing] = useState(false)
  // A second press may come before the page has changed.
  const underWay = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  const refused = (why: Text) => {
    setTrouble(why)
    field.current?.focus()
  }
  const go = async (event: SubmitEvent) => {
    event.preventDefault()
    if (underWay.current) return
    const found = read(typed)
    if ('trouble' in found) return refused(found.trouble)
    underWay.current = true
    setGoing(true)
    setTrouble(null)
    try {
      await onCode(found.code)
    } catch (reason) {
      refused(adviceOf(reason))
    } finally {
      underWay.current = false
      setGoing(false)
    }
  }
  return (
    <form className="code-form" autoComplete="off" noValidate onSubmit={go}>
      <label htmlFor={id}>{tell(words.label)}</label>
      <p id={`${id}-hint`} className="quiet">
        {tell(words.hint)}
      </p>
      {trouble && (
        <p id={`${id}-trouble`} className="troubles" role="alert">
          {tell(trouble)}
        </p>
      )}
      <input
        ref={field}
        id={id}
        type="text"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        translate="no"
        value={typed}
        readOnly={going}
        aria-describedby={trouble ? `${id}-trouble ${id}-hint` : `${id}-hint`}
        aria-invalid={trouble !== null || undefined}
        onChange={({ target }) => onType(target.value)}
      />
      <button type="submit" className="main-action" aria-disabled={going || undefined}>
        {tell(going ? words.going : words.go)}
      </button>
    </form>
  )
}
