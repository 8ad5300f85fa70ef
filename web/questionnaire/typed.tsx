/** The two things that are typed: the case reference and a year. Neither is remembered by the browser. */
import { isUnanswered, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { type ControlProps, Reserved } from './choices.tsx'
import { WORDS } from './words.ts'

export function CaseReference({
  question,
  name,
  answer,
  describedBy,
  invalid,
  onAnswer,
  labelledBy,
}: ControlProps & { labelledBy: string }) {
  const { tell } = useLanguage()
  return (
    <>
      <input
        id={`${name}-first`}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={question.max ?? undefined}
        value={typeof answer === 'string' ? answer : ''}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => onAnswer(event.target.value)}
      />
      {question.max !== null && <p className="quiet">{tell(WORDS.upTo(question.max))}</p>}
    </>
  )
}

/** A calendar year; full-width digits are taken as digits. */
export function YearAnswer({ question, name, answer, describedBy, invalid, onAnswer, labelledBy }: ControlProps & { labelledBy: string }) {
  const { tell } = useLanguage()
  const typed = typeof answer === 'string' && !isUnanswered(answer) ? answer : ''
  return (
    <>
      <div className="year">
        <input
          id={`${name}-first`}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={typed}
          aria-labelledby={`${labelledBy} ${name}-unit`}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => onAnswer(event.target.value.normalize('NFKC').replace(/\D/g, ''))}
        />
        <span id={`${name}-unit`} className="quiet">
          {tell(WORDS.year)}
        </span>
      </div>
      {question.reserved && (
        <Reserved>
          {RESERVED.map((code) => (
            <label key={code.code} className="choice">
              <input
                type="checkbox"
                name={name}
                value={code.code}
                checked={answer === code.code}
                onChange={() => onAnswer(answer === code.code ? null : code.code)}
              />
              <span>{tell(code)}</span>
            </label>
          ))}
        </Reserved>
      )}
    </>
  )
}
