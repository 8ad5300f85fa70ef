/** The roles of a person, of which those that may not meet exclude each other. */
import { mayBeTogether, ROLE_NAMES, type Role } from '../../survey-schema/roles.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'

interface RoleChoicesProps {
  readonly legend: Text
  /** That are offered. */
  readonly among: readonly Role[]
  readonly roles: readonly Role[]
  readonly onChange: (roles: readonly Role[]) => void
}

export function RoleChoices({ legend, among, roles, onChange }: RoleChoicesProps) {
  const { tell } = useLanguage()
  return (
    <fieldset>
      <legend>{tell(legend)}</legend>
      <div className="role-choices">
        {among.map((role) => {
          const others = roles.filter((one) => one !== role)
          return (
            <label key={role}>
              <input
                type="checkbox"
                checked={roles.includes(role)}
                disabled={!roles.includes(role) && !mayBeTogether([...others, role])}
                onChange={(event) => onChange(event.target.checked ? [...others, role] : others)}
              />
              {tell(ROLE_NAMES[role])}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
