/** One question: its words, its answers, what is wrong with them. */
import type { ReactNode } from 'react'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { CaseReference } from './case-reference.tsx'
import { CheckChoices, type ControlProps, type OnAnswer, offered, RadioChoices } from './choices.tsx'
import type { FormAnswer } from './form-state.ts'
import { ListAnswer } from './list-answer.tsx'
import { PlaceSet } from './place-set.tsx'
import { SelectAnswer } from './selects.tsx'
import { WORDS } from './words.ts'
import { YearAnswer } from './year-answer.tsx'

/** More codes than this are a list to search, not a page of buttons. */
const MOST_RADIOS = 16
/** In a row of a group, where a list is opened in any case. */
const MOST_OPTIONS = 6

interface QuestionFieldProps {
  readonly question: Question
  /** Its name in the page, to which errors link. */
  readonly name: string
  readonly answer: FormAnswer | undefined
  readonly troubles: readonly Text[]
  /** In a row of a group everything is a list to open, so that a row stays small. */
  readonly compact?: boolean
  /** In the place of its words. */
  readonly heading?: ReactNode
  readonly onAnswer: OnAnswer
}

export function QuestionField({ question, name, answer, troubles, compact = false, heading, onAnswer }: QuestionFieldProps) {
  const { tell } = useLanguage()
  const hint = hintOf(question)
  const legend = `${name}-words`
  const describedBy = [hint && `${name}-hint`, troubles.length > 0 && `${name}-trouble`].filter(Boolean).join(' ') || undefined
  const control: ControlProps = { question, name, answer, describedBy, invalid: troubles.length > 0, onAnswer }
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={`question${compact ? ' compact' : ''}${troubles.length > 0 ? ' troubled' : ''}`}
      aria-describedby={describedBy}
    >
      <legend id={legend}>
        {heading ?? tell(question)}
        {question.required && <span className="required">{tell(WORDS.required)}</span>}
      </legend>
      {hint && (
        <p id={`${name}-hint`} className="quiet">
          {tell(hint)}
        </p>
      )}
      {troubles.length > 0 && (
        <ul id={`${name}-trouble`} className="troubles">
          {troubles.map((trouble) => (
            <li key={trouble.en}>{tell(trouble)}</li>
          ))}
        </ul>
      )}
      {controlOf(control, legend, compact)}
    </fieldset>
  )
}

function controlOf(control: ControlProps, labelledBy: string, compact: boolean): ReactNode {
  const { question } = control
  if (question.type === 'text') return <CaseReference {...control} labelledBy={labelledBy} />
  if (question.type === 'date_precision') return <YearAnswer {...control} labelledBy={labelledBy} />
  if (question.type === 'multiple' && !question.list) return <CheckChoices {...control} />
  if (question.list || offered(question).length > (compact ? MOST_OPTIONS : MOST_RADIOS)) {
    return question.type === 'multiple' ? (
      <PlaceSet {...control} labelledBy={labelledBy} />
    ) : (
      <ListAnswer {...control} labelledBy={labelledBy} />
    )
  }
  if (compact) return <SelectAnswer {...control} labelledBy={labelledBy} />
  return <RadioChoices {...control} />
}

function hintOf(question: Question): Text | null {
  if (question.list && !question.group) return WORDS.findHint
  if (question.type !== 'multiple' || offered(question).length === 1) return null
  return question.max === null ? WORDS.several : WORDS.severalUpTo(question.max)
}
