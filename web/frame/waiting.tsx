/** What stands where an answer is not there yet, or did not come. */
import { useLanguage } from '../language/language.tsx'
import type { Loaded } from './editions.ts'
import { WORDS } from './words.ts'

export function Waiting({ loaded }: { loaded: Loaded<unknown> }) {
  const { tell } = useLanguage()
  if (loaded.state !== 'refused')
    return (
      <p className="waiting" role="status">
        {tell(WORDS.loading)}
      </p>
    )
  return (
    <div className="trouble" role="alert">
      <p>{tell(loaded.refusal.slug === 'no-connection' ? WORDS.noConnection : WORDS.failed)}</p>
      <p>
        <button type="button" onClick={() => window.location.reload()}>
          {tell(WORDS.again)}
        </button>
      </p>
    </div>
  )
}
