/** Where somebody who is signed in can go, by role, and the way out. */
import type { Role } from '../../survey-schema/roles.ts'
import { useLanguage } from '../language/language.tsx'
import { Anything } from './answer-schemas.ts'
import { ask } from './session-client.ts'
import { WORDS } from './words.ts'

export function Places({ roles }: { readonly roles: readonly Role[] }) {
  const { say, to } = useLanguage()
  const signOut = () => {
    ask('POST', '/sign-out', Anything)
      .catch(() => {})
      .finally(() => window.location.assign(to('/sign-in')))
  }
  return (
    <nav className="people-places" aria-label={say(WORDS.places)}>
      <a href={to('/account')}>{say(WORDS.account)}</a>
      {roles.some((role) => role === 'partner' || role === 'analyst') && <a href={to('/organisation')}>{say(WORDS.organisation)}</a>}
      {roles.includes('administrator') && <a href={to('/administration')}>{say(WORDS.administration)}</a>}
      <button type="button" className="plain" onClick={signOut}>
        {say(WORDS.signOut)}
      </button>
    </nav>
  )
}
