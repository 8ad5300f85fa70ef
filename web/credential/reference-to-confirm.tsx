/** Asked before a case reference that looks like a name is made into a tag, or sent: whoever has the secret can try names on tags. */
import { useId } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

interface ReferenceToConfirmProps {
  readonly why: Text
  readonly statement: Text
  readonly confirmed: boolean
  /** Whether it was tried to go on without. */
  readonly missing: boolean
  readonly busy: boolean
  readonly onConfirm: (confirmed: boolean) => void
}

export function ReferenceToConfirm({ why, statement, confirmed, missing, busy, onConfirm }: ReferenceToConfirmProps) {
  const { tell } = useLanguage()
  const id = useId()
  return (
    <div className="reference-to-confirm">
      <p id={id}>{tell(why)}</p>
      <label className="choice">
        <input
          type="checkbox"
          checked={confirmed}
          disabled={busy}
          aria-describedby={id}
          aria-invalid={missing || undefined}
          onChange={({ target }) => onConfirm(target.checked)}
        />
        <span>{tell(statement)}</span>
      </label>
      {missing && (
        <p className="troubles" role="alert">
          {tell(WORDS.notANameNeeded)}
        </p>
      )}
    </div>
  )
}
