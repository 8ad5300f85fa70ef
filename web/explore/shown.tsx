/** How a table of two variables is read: cases or shares, one way round or the other; the answered part or all lines, where it has such a part. */
import { useLanguage } from '../language/language.tsx'
import type { Choice } from './choice.ts'
import { WORDS } from './words.ts'

interface ShownProps {
  readonly choice: Choice
  /** Whether there are lines of no answer that are not shown with the others. */
  readonly more: boolean
  readonly onChange: (part: Partial<Choice>) => void
}

export function Shown({ choice, more, onChange }: ShownProps) {
  const { say } = useLanguage()
  return (
    <div className="shown">
      <fieldset>
        <legend className="unseen">{say(WORDS.show)}</legend>
        {[
          { shares: false, words: WORDS.figures },
          { shares: true, words: WORDS.shares },
        ].map(({ shares, words }) => (
          <label key={words.en} className="choice">
            <input type="radio" name="shares" checked={choice.shares === shares} onChange={() => onChange({ shares })} />
            <span>{say(words)}</span>
          </label>
        ))}
      </fieldset>
      {more && (
        <label className="choice">
          <input type="checkbox" checked={choice.whole} onChange={(event) => onChange({ whole: event.target.checked })} />
          <span>{say(WORDS.whole)}</span>
        </label>
      )}
      <button type="button" onClick={() => onChange({ rows: choice.columns, columns: choice.rows })}>
        {say(WORDS.swap)}
      </button>
    </div>
  )
}
