/** Other roles for somebody who is there. Nobody becomes an administrator or stops being one in this way. */
import { type SubmitEvent, useState } from 'react'
import { ROLES, type Role } from '../../survey-schema/roles.ts'
import { useLanguage } from '../language/language.tsx'
import { Anything, type PersonShown } from '../people/answer-schemas.ts'
import { Refusal } from '../people/refusal.tsx'
import { RoleChoices } from '../people/role-choices.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS } from './words.ts'

interface RolesFormProps {
  readonly person: PersonShown
  readonly onDone: () => Promise<void>
}

export function RolesForm({ person, onDone }: RolesFormProps) {
  const { tell } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [roles, setRoles] = useState<readonly Role[]>(person.roles)
  const among = ROLES.filter((role) => role !== 'administrator' && (role !== 'partner' || person.organisation !== null))
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    act(() => ask('PUT', `/people/${person.id}/roles`, Anything, { roles }).then(onDone))
  }
  return (
    <form className="row-form" onSubmit={send}>
      <RoleChoices legend={WORDS.roles} among={among} roles={roles} onChange={setRoles} />
      <p className="quiet">{tell(WORDS.rolesWhat)}</p>
      <Refusal refusal={refusal} />
      <button type="submit" disabled={busy || roles.length === 0}>
        {tell(WORDS.saveRoles)}
      </button>
    </form>
  )
}
