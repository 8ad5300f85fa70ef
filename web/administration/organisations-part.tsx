/** The register of organisations: names, how many people and keys, and a new one. */
import { type SubmitEvent, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Anything, type OrganisationShown } from '../people/answer-schemas.ts'
import { Field } from '../people/field.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS } from './words.ts'

interface OrganisationsPartProps {
  readonly organisations: readonly OrganisationShown[]
  readonly again: () => Promise<void>
}

export function OrganisationsPart({ organisations, again }: OrganisationsPartProps) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [name, setName] = useState('')
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(async () => {
      await ask('POST', '/organisations', Anything, { name, holding: null })
      setName('')
      await again()
    })
  }
  return (
    <section className="card">
      <h2>{say(WORDS.organisations)}</h2>
      <ul className="rows">
        {organisations.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.name}</strong> · {say(WORDS.counts(one.people, one.keys))}
              {one.left !== null && ` · ${say(WORDS.left(one.left))}`}
            </span>
          </li>
        ))}
      </ul>
      <form autoComplete="off" onSubmit={send}>
        <Field label={WORDS.name} value={name} onChange={setName} />
        <Refusal refusal={refusal} />
        <button type="submit" disabled={busy}>
          {say(WORDS.add)}
        </button>
      </form>
    </section>
  )
}
