/** One line to fill in, with its label and, where it helps, a hint. */
import { type HTMLInputAutoCompleteAttribute, useId } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'

interface FieldProps {
  readonly label: Text
  readonly hint?: Text
  readonly value: string
  readonly onChange: (value: string) => void
  readonly secret?: boolean
  readonly complete?: HTMLInputAutoCompleteAttribute
  readonly digits?: boolean
}

export function Field({ label, hint, value, onChange, secret = false, complete = 'off', digits = false }: FieldProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {say(hint)}
        </p>
      )}
      <input
        id={id}
        type={secret ? 'password' : 'text'}
        inputMode={digits ? 'numeric' : undefined}
        autoComplete={complete}
        autoCapitalize="none"
        spellCheck={false}
        required
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
