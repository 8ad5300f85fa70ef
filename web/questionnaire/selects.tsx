/** A short list to open, where a row of the page has no space for buttons. */
import { type Question, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { type ControlProps, offered } from './choices.tsx'
import { WORDS } from './words.ts'

/** The reserved answers first and apart. */
export function SelectAnswer({
  question,
  name,
  answer,
  describedBy,
  invalid,
  onAnswer,
  labelledBy,
}: ControlProps & { labelledBy: string }) {
  const { say } = useLanguage()
  return (
    <select
      id={`${name}-first`}
      name={name}
      value={typeof answer === 'string' ? answer : ''}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onAnswer(event.target.value || null)}
    >
      <option value="">{say(WORDS.choose)}</option>
      <ReservedOptions question={question} />
      {offered(question).map((code) => (
        <option key={code.code} value={code.code}>
          {say(code)}
        </option>
      ))}
    </select>
  )
}

function ReservedOptions({ question }: { question: Question }) {
  const { say } = useLanguage()
  if (!question.reserved) return null
  return (
    <optgroup label={say(WORDS.noAnswer)}>
      {RESERVED.map((code) => (
        <option key={code.code} value={code.code}>
          {say(code)}
        </option>
      ))}
    </optgroup>
  )
}
