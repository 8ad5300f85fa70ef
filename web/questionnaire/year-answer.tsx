/** A calendar year, read as in partner files: western, Japanese eras, full-width digits. Of a finer date only the year is kept, at once. */
import { type FocusEvent, useState } from 'react'
import { isUnanswered, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { type ControlProps, Reserved } from './choices.tsx'
import { WORDS } from './words.ts'
import { fetchDates, readYear } from './year-reading.ts'

/** As long as `Wednesday, 30 September 2004`. */
const LONGEST_DATE = 30

export function YearAnswer({ question, name, answer, describedBy, invalid, onAnswer, labelledBy }: ControlProps & { labelledBy: string }) {
  const { tell } = useLanguage()
  const kept = typeof answer === 'string' && !isUnanswered(answer) ? answer : ''
  // What is being typed stands in this element alone; the form holds the year.
  const [typed, setTyped] = useState<string | null>(null)
  const [read, setRead] = useState<number | null>(null)
  const type = (text: string) => {
    setTyped(text)
    setRead(null)
    onAnswer(text.normalize('NFKC').replace(/\D/g, '').slice(0, 4))
  }
  const leave = ({ target: { value } }: FocusEvent<HTMLInputElement>) => {
    if (typed === null) return
    // Without a line the digits stand as they were typed.
    readYear(value, ({ year, precise }) => {
      onAnswer(String(year), precise)
      setTyped(null)
      if (value.trim() !== String(year)) setRead(year)
    })
  }
  return (
    <>
      <div className="year">
        <input
          id={`${name}-first`}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_DATE}
          value={typed ?? kept}
          aria-labelledby={`${labelledBy} ${name}-unit`}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={({ target }) => type(target.value)}
          onFocus={() => void fetchDates()}
          onBlur={leave}
        />
        <span id={`${name}-unit`} className="quiet">
          {tell(WORDS.year)}
        </span>
      </div>
      <p role="status" className="quiet">
        {read !== null && tell(WORDS.yearRead(read))}
      </p>
      {question.reserved && (
        <Reserved>
          {RESERVED.map((code) => (
            <label key={code.code} className="choice">
              <input
                type="checkbox"
                name={name}
                value={code.code}
                checked={answer === code.code}
                onChange={() => {
                  setTyped(null)
                  onAnswer(answer === code.code ? null : code.code)
                }}
              />
              <span>{tell(code)}</span>
            </label>
          ))}
        </Reserved>
      )}
    </>
  )
}
