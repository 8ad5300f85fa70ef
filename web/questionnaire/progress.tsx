/** Where one is in the form, and the way to any other part. */
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { PARTS } from './places-in-form.ts'
import { WORDS } from './words.ts'

export type PartState = 'done' | 'trouble' | 'open'

interface ProgressProps {
  /** Index into `PARTS`; one past the end is the check before sending. */
  readonly current: number
  readonly states: readonly PartState[]
  readonly onGo: (part: number) => void
}

export function Progress({ current, states, onGo }: ProgressProps) {
  const { say, tell } = useLanguage()
  const places = [...PARTS.map((part) => ({ id: part.id, title: part as Text })), { id: 'review', title: WORDS.review }]
  return (
    <nav className="progress" aria-label={say(WORDS.partsList)}>
      <progress max={places.length} value={current + 1} aria-hidden="true" />
      <details>
        <summary>
          {tell(WORDS.stepOf(current + 1, places.length))}
          <span className="progress-more">{tell(WORDS.partsList)}</span>
        </summary>
        <ol>
          {places.map((place, index) => (
            <li key={place.id}>
              <button type="button" className="plain" aria-current={index === current ? 'step' : undefined} onClick={() => onGo(index)}>
                <span className="progress-mark" aria-hidden="true">
                  {states[index] === 'done' ? '✓' : states[index] === 'trouble' ? '!' : ''}
                </span>
                <span>{tell(place.title)}</span>
                {states[index] === 'done' && <span className="unseen">（{tell(WORDS.partDone)}）</span>}
                {states[index] === 'trouble' && <span className="unseen">（{tell(WORDS.partTrouble)}）</span>}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
