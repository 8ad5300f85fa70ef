/** Both halves of a credential: typed or pasted, held by the page alone, or unlocked by a passkey on a device of one's own. */
import { useId } from 'react'
import { useLanguage } from '../language/language.tsx'
import { OwnDevice } from './own-device.tsx'
import { apart, type CredentialTrouble, type PastedCredential } from './pasted.ts'
import { TROUBLES, WORDS } from './words.ts'

interface CredentialFieldsProps {
  readonly pasted: PastedCredential
  readonly trouble: CredentialTrouble | null
  readonly busy: boolean
  readonly onChange: (pasted: PastedCredential) => void
}

export function CredentialFields({ pasted, trouble, busy, onChange }: CredentialFieldsProps) {
  const { say, tell } = useLanguage()
  const field = (name: keyof PastedCredential) => ({
    value: pasted[name],
    rule: trouble?.field === name ? trouble.rule : null,
    disabled: busy,
    onText: (text: string) => onChange(apart({ ...pasted, [name]: text })),
  })
  return (
    <div className="credential">
      <SecretField label={say(WORDS.access)} hint={say(WORDS.accessHint)} {...field('access')} />
      <SecretField label={say(WORDS.secret)} hint={say(WORDS.secretHint)} {...field('secret')} />
      <details>
        <summary>{tell(WORDS.changed)}</summary>
        <SecretField label={say(WORDS.earlier)} hint={say(WORDS.earlierHint)} {...field('earlier')} />
      </details>
      <OwnDevice pasted={pasted} busy={busy} onUnlocked={({ access, secret }) => onChange({ ...pasted, access, secret })} />
    </div>
  )
}

interface SecretFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly rule: CredentialTrouble['rule'] | null
  readonly disabled: boolean
  readonly onText: (text: string) => void
}

function SecretField({ label, hint, value, rule, disabled, onText }: SecretFieldProps) {
  const { tell } = useLanguage()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="quiet">
        {hint}
      </p>
      {rule && (
        <p id={`${id}-trouble`} className="troubles" role="alert">
          {tell(TROUBLES[rule])}
        </p>
      )}
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={disabled}
        aria-describedby={rule ? `${id}-trouble ${id}-hint` : `${id}-hint`}
        aria-invalid={rule !== null || undefined}
        onChange={({ target }) => onText(target.value)}
      />
    </>
  )
}
