/** Answers to press: one code of a list, or several. What is not an answer stands apart, under a line of its own. */

import type { ReactNode } from 'react'
import type { QuestionId } from '../../survey-schema/questionnaire/index.ts'
import { type Code, type Question, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { pressed } from './exclusive.ts'
import type { FormAnswer } from './form-state.ts'
import { WORDS } from './words.ts'

/** @param cut whether a date was cut to the year that is handed over; false where it is left out */
export type OnAnswer = (answer: FormAnswer | null, cut?: boolean) => void

/** What every control of a question needs: its name in the page, what stands there now, what describes it. */
export interface ControlProps {
  readonly question: Question
  readonly name: string
  readonly answer: FormAnswer | undefined
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly onAnswer: OnAnswer
}

/** The codes that a form offers; import-only codes keep what a coarser file knows. */
export const offered = (question: Question): readonly Code[] => question.codes.filter((code) => !code.importOnly)

export function RadioChoices({ question, name, answer, onAnswer }: ControlProps) {
  const { tell } = useLanguage()
  const radio = (code: Code) => (
    <label key={code.code} className="choice">
      <input type="radio" name={name} value={code.code} checked={answer === code.code} onChange={() => onAnswer(code.code)} />
      <span>{tell(code)}</span>
    </label>
  )
  return (
    <>
      <div className="choices">{offered(question).map(radio)}</div>
      {question.reserved && <Reserved>{RESERVED.map(radio)}</Reserved>}
      {answer !== undefined && !question.required && (
        <button type="button" className="plain" onClick={() => onAnswer(null)}>
          {tell(WORDS.clearAnswer)}
        </button>
      )}
    </>
  )
}

export function CheckChoices({ question, name, answer, onAnswer }: ControlProps) {
  const { tell } = useLanguage()
  const ticked = Array.isArray(answer) ? (answer as readonly string[]) : []
  const box = (code: Code) => (
    <label key={code.code} className="choice">
      <input
        type="checkbox"
        name={name}
        value={code.code}
        checked={ticked.includes(code.code)}
        onChange={() => onAnswer(pressed(question.id as QuestionId, ticked, code.code))}
      />
      <span>{tell(code)}</span>
    </label>
  )
  return (
    <>
      <div className="choices">{offered(question).map(box)}</div>
      {question.reserved && <Reserved>{RESERVED.map(box)}</Reserved>}
    </>
  )
}

export function Reserved({ children }: { children: ReactNode }) {
  const { tell } = useLanguage()
  return (
    <div className="reserved">
      <p className="reserved-title">{tell(WORDS.noAnswer)}</p>
      <div className="choices">{children}</div>
    </div>
  )
}
