/** The organisation's credential, asked once for all parts of the page that need it. This page alone holds it, until it is closed. */
import { useId, useState } from 'react'
import { CredentialFields } from '../credential/credential-fields.tsx'
import { type CredentialTrouble, type HeldCredential, isTrouble, NOTHING_PASTED, readCredential } from '../credential/pasted.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

const FIELDS = 'own-credential'

/** `held` answers the credential, or null where one is missing or wrong: the reader is then led to the fields, which say what is. */
export function useOwnCredential() {
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  const [trouble, setTrouble] = useState<CredentialTrouble | null>(null)
  const held = (): HeldCredential | null => {
    const read = readCredential(pasted)
    if (!isTrouble(read)) return read
    setTrouble(read)
    const fields = document.getElementById(FIELDS)
    fields?.querySelector('input')?.focus({ preventScroll: true })
    fields?.scrollIntoView({ block: 'start' })
    return null
  }
  const change = (next: typeof pasted) => {
    setPasted(next)
    setTrouble(null)
  }
  return { held, fields: { pasted, trouble, onChange: change } }
}

export function OwnCredential({ fields }: Pick<ReturnType<typeof useOwnCredential>, 'fields'>) {
  const { tell } = useLanguage()
  const id = useId()
  return (
    <section className="card" id={FIELDS} aria-labelledby={id}>
      <h2 id={id}>{tell(WORDS.credential)}</h2>
      <p className="quiet">{tell(WORDS.credentialWhat)}</p>
      <form autoComplete="off" onSubmit={(event) => event.preventDefault()}>
        <CredentialFields {...fields} busy={false} />
      </form>
    </section>
  )
}
