/** Where one is in the form, and the way to any other part. */
import { useLanguage } from '../language/language.tsx'
import { PARTS, partsAsked, REVIEW } from './places-in-form.ts'
import { WORDS } from './words.ts'

export type PartState = 'done' | 'trouble' | 'open'

interface ProgressProps {
  /** Index into `PARTS`; one past the end is the check before sending. */
  readonly current: number
  readonly states: readonly PartState[]
  readonly coreOnly: boolean
  readonly onGo: (part: number) => void
}

export function Progress({ current, states, coreOnly, onGo }: ProgressProps) {
  const { say, tell } = useLanguage()
  const asked = partsAsked(coreOnly)
  // A part that is not asked is on the way to the next one that is.
  const step = asked.filter((part) => part < current).length
  const places = [...asked.map((index) => ({ index, title: PARTS[index] ?? WORDS.review })), { index: REVIEW, title: WORDS.review }]
  return (
    <nav className="progress" aria-label={say(WORDS.partsList)}>
      <progress max={places.length} value={step + 1} aria-hidden="true" />
      <details>
        <summary>
          {tell(current === REVIEW ? WORDS.review : WORDS.stepOf(step + 1, asked.length))}
          <span className="progress-more">{tell(WORDS.partsList)}</span>
        </summary>
        <ol>
          {places.map(({ index, title }) => (
            <li key={index}>
              <button type="button" className="plain" aria-current={index === current ? 'step' : undefined} onClick={() => onGo(index)}>
                <span className="progress-mark" aria-hidden="true">
                  {states[index] === 'done' ? '✓' : states[index] === 'trouble' ? '!' : ''}
                </span>
                <span>{tell(title)}</span>
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
