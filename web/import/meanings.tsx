/** The words of a column, each with what it means. */
import { WAITS } from '../../survey-schema/partner-files/plan/mapping-shape.ts'
import type { ProposedWord } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import { RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { codeText } from './code-text.ts'
import { type ColumnDecision, choicesOf, takesStates, waitingWords } from './decision.ts'
import { WORDS } from './words.ts'

interface MeaningsProps {
  readonly column: ColumnDecision
  readonly onChange: (column: ColumnDecision) => void
}

/** The words of the column, each with a choice, and one choice for all that wait. */
export function Meanings({ column, onChange }: MeaningsProps) {
  const { say } = useLanguage()
  const { words, codes, rest, unlisted } = column
  const open = waitingWords({ ...column, rest: null }).length
  const states = takesStates(column) ? [...RESERVED.map(({ code }) => code), ''] : ['']
  return (
    <>
      {words.length > 0 && (
        <fieldset className="meanings">
          <legend>{say(WORDS.wordsHeading)}</legend>
          {words.map((one) => (
            <Meaning
              key={one.word}
              one={one}
              to={column.to}
              code={codes[one.word] ?? WAITS}
              onCode={(code) => onChange({ ...column, codes: { ...codes, [one.word]: code } })}
            />
          ))}
        </fieldset>
      )}
      {open + unlisted > 0 && (
        <label className="meaning">
          <span>{say(WORDS.restOf(open))}</span>
          <select
            value={rest ?? WAITS}
            onChange={({ target }) => onChange({ ...column, rest: target.value === WAITS ? null : target.value })}
          >
            <option value={WAITS}>{say(WORDS.noWord)}</option>
            {states.map((code) => (
              <option key={code} value={code}>
                {say(code === '' ? WORDS.leaveAnswerOut : codeText(column.to, code))}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}

interface MeaningProps {
  readonly one: ProposedWord
  readonly to: string
  readonly code: string
  readonly onCode: (code: string) => void
}

function Meaning({ one: { word, codes, cells }, to, code, onCode }: MeaningProps) {
  const { say } = useLanguage()
  const choices = choicesOf(to, codes)
  return (
    <label className="meaning">
      <span>
        {word} <span className="quiet">{say(WORDS.times(cells))}</span>
      </span>
      <select value={code} onChange={({ target }) => onCode(target.value)}>
        <option value={WAITS}>{say(WORDS.noWord)}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice === ''
              ? say(WORDS.leaveAnswerOut)
              : choice
                  .split(';')
                  .map((part) => say(codeText(to, part)))
                  .join(' + ')}
          </option>
        ))}
      </select>
    </label>
  )
}
