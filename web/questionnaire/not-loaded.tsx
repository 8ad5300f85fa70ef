/** The rules did not come, because the line dropped: nothing is sent without them. */
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function NotLoaded({ onAgain }: { readonly onAgain: () => void }) {
  const { tell } = useLanguage()
  return (
    <div className="trouble" role="alert">
      <p>{tell(WORDS.notLoaded)}</p>
      <button type="button" onClick={onAgain}>
        {tell(WORDS.again)}
      </button>
    </div>
  )
}
