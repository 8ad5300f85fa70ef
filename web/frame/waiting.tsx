/** What stands where an answer is not there yet, or did not come. */
import { useLanguage } from '../language/language.tsx'
import type { Loaded } from './editions.ts'
import { WORDS } from './words.ts'

export function Waiting({ loaded }: { loaded: Loaded<unknown> }) {
  const { say } = useLanguage()
  if (loaded.state !== 'refused')
    return (
      <p className="waiting" role="status">
        {say(WORDS.loading)}
      </p>
    )
  return (
    <div className="trouble" role="alert">
      <p>{say(loaded.refusal.slug === 'no-connection' ? WORDS.noConnection : WORDS.failed)}</p>
      <p>
        <button type="button" onClick={() => window.location.reload()}>
          {say(WORDS.again)}
        </button>
      </p>
    </div>
  )
}
