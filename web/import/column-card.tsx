/** One column that waits for a yes: the question it seems to answer, and its words. */
import { useId } from 'react'
import { LEAVE_OUT, WAITS } from '../../survey-schema/partner-files/mapping-shape.ts'
import type { ProposedWord } from '../../survey-schema/partner-files/planned-columns.ts'
import { SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { type Code, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { kindText } from '../questionnaire/receipt-words.ts'
import { placeName } from '../questionnaire/selects.tsx'
import { type ColumnDecision, choicesOf, codesOf, takesStates, waitingWords } from './decision.ts'
import { columnName, questionText } from './places.ts'
import { WORDS } from './words.ts'

interface ColumnCardProps {
  readonly column: ColumnDecision
  readonly onChange: (column: ColumnDecision) => void
}

/** The words for a code of a question, its states included; `question=code` answers another question. */
export function codeText(to: string, code: string): Text {
  const [other, answer] = code.split('=')
  if (answer !== undefined && other !== undefined) {
    const [question, text] = [questionText(other), codeText(other, answer)]
    return { ja: `${question.ja}：${text.ja}`, en: `${question.en} ${text.en}` }
  }
  const found: Code | undefined = [...(codesOf(to)?.codes ?? []), ...RESERVED].find((entry) => entry.code === code)
  return found ?? placeName(code) ?? { ja: code, en: code }
}

export function ColumnCard({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const { position, heading, to, yes, clear, kind, unlisted, names } = column
  return (
    <li className="decision" id={`column-${position}`} tabIndex={-1}>
      <h2 className="as-h3">
        <span className="column-name">{say(WORDS.columnAt(columnName(position)))}</span> {heading}
      </h2>
      {kind && <p className="looks-like">{say(WORDS.looksLike(say(kindText(kind))))}</p>}
      <ReadAs column={column} onChange={onChange} />
      {names && to !== LEAVE_OUT && <Names column={column} onChange={onChange} />}
      {to !== LEAVE_OUT && <Meanings column={column} onChange={onChange} />}
      {unlisted > 0 && to !== LEAVE_OUT && column.rest === null && <p className="quiet">{say(WORDS.unlisted(unlisted))}</p>}
      {!clear && (
        <label className="choice">
          <input type="checkbox" checked={yes} onChange={({ target }) => onChange({ ...column, yes: target.checked })} />
          <span>{say(WORDS.yes)}</span>
        </label>
      )}
    </li>
  )
}

/** The question that the column answers, or nothing: every column can be left out, one that ticks an answer too. */
function ReadAs({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const id = useId()
  const { to, proposed, clear } = column
  const [question = '', code] = proposed.split('=')
  // A column that nothing was asked about is decided about by the change alone.
  const change = (next: string) => onChange({ ...column, to: next, codes: {}, words: [], rest: null, yes: clear && next !== proposed })
  return (
    <>
      <label htmlFor={id}>{say(WORDS.readAs)}</label>
      <select id={id} value={to} onChange={({ target }) => change(target.value)}>
        <option value={LEAVE_OUT}>{say(WORDS.leaveOut)}</option>
        {code !== undefined && (
          <option value={proposed}>
            {say(WORDS.ticks)} {say(questionText(question))} – {say(codeText(question, code))}
          </option>
        )}
        {SECTIONS.map((section) => (
          <optgroup key={section.id} label={say(section)}>
            {section.questions
              .filter(({ privacy }) => privacy !== 'direct_identifier')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}

/** References that look like names: kept, or the rows are numbered. */
function Names({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const { names, keys } = column
  if (!names) return null
  return (
    <fieldset className="meanings">
      <legend>{say(WORDS.namesHeading(names.names, names.keys))}</legend>
      {(['number', 'keep'] as const).map((choice) => (
        <label key={choice} className="choice">
          <input type="radio" checked={keys === choice} onChange={() => onChange({ ...column, keys: choice })} />
          <span>{say(choice === 'number' ? WORDS.numberRows : WORDS.keepKeys)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The words of the column, each with a choice, and one choice for all that wait. */
function Meanings({ column, onChange }: ColumnCardProps) {
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
