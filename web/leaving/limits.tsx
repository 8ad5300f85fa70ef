/** What leaving does, what it cannot do, and what is safer. */
import { useLanguage } from '../language/language.tsx'
import { LEAVING_WORDS } from './words.ts'

const SENTENCES = [LEAVING_WORDS.does, LEAVING_WORDS.cannotHistory, LEAVING_WORDS.cannotDevice, LEAVING_WORDS.safer]

export function LimitsOfLeaving() {
  const { tell } = useLanguage()
  return (
    <details className="limits-of-leaving">
      <summary>{tell(LEAVING_WORDS.limits)}</summary>
      <ul>
        {SENTENCES.map((sentence) => (
          <li key={sentence.en}>{tell(sentence)}</li>
        ))}
      </ul>
    </details>
  )
}
