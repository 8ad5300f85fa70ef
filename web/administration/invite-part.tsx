/** An invitation: username, roles that may meet, organisation, and then a code to hand over. */
import { type SubmitEvent, useId, useState } from 'react'
import type * as z from 'zod'
import { ROLES, type Role } from '../../survey-schema/roles.ts'
import { useLanguage } from '../language/language.tsx'
import { HandedCode as HandedCodeShape, type OrganisationShown } from '../people/answer-schemas.ts'
import { Field } from '../people/field.tsx'
import { HandedCode } from '../people/handed-code.tsx'
import { Refusal } from '../people/refusal.tsx'
import { RoleChoices } from '../people/role-choices.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { WORDS } from './words.ts'

interface InvitePartProps {
  readonly organisations: readonly OrganisationShown[]
  readonly onDone: () => Promise<void>
}

export function InvitePart({ organisations, onDone }: InvitePartProps) {
  const { say } = useLanguage()
  const id = useId()
  const { busy, refusal, act } = useAct()
  const [username, setUsername] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(['partner'])
  const [organisation, setOrganisation] = useState('')
  const [made, setMade] = useState<z.infer<typeof HandedCodeShape> | null>(null)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setMade(null)
    act(async () => {
      const body = { username, roles, organisation: organisation === '' ? null : Number(organisation) }
      setMade(await ask('POST', '/people', HandedCodeShape, body))
      setUsername('')
      await onDone()
    })
  }
  return (
    <section className="card">
      <h2>{say(WORDS.invite)}</h2>
      <p className="quiet">{say(WORDS.inviteWhat)}</p>
      <form autoComplete="off" onSubmit={send}>
        <Field label={PEOPLE_WORDS.username} value={username} onChange={setUsername} />
        <RoleChoices legend={WORDS.roles} among={ROLES} roles={roles} onChange={setRoles} />
        <div className="field">
          <label htmlFor={id}>{say(WORDS.organisation)}</label>
          <select id={id} value={organisation} onChange={(event) => setOrganisation(event.target.value)}>
            <option value="">{say(WORDS.none)}</option>
            {organisations
              .filter(({ left }) => left === null)
              .map(({ id: number, name }) => (
                <option key={number} value={number}>
                  {name}
                </option>
              ))}
          </select>
        </div>
        <Refusal refusal={refusal} />
        <button type="submit" className="main-action" disabled={busy || roles.length === 0}>
          {say(WORDS.makeInvitation)}
        </button>
      </form>
      {made && <HandedCode title={WORDS.invitation} code={made.code} until={made.expires} path="/invitation" />}
    </section>
  )
}
