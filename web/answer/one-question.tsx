/** One question on a screen, in plain words, with a way past it. */
import type { SubmitEvent } from 'react'
import { ANSWER_LEG, type AnswerStep } from '../../survey-schema/questionnaire/answer-path.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import type { FilledForm, FormStep } from '../questionnaire/form-state.ts'
import { GroupRows } from '../questionnaire/group-rows.tsx'
import { QuestionField } from '../questionnaire/question-field.tsx'
import { inOwnWords } from './choices-in-own-words.ts'
import { isAnswered } from './own-answers.ts'
import { WORDS } from './words.ts'

const LEG_QUESTIONS = ANSWER_LEG.map((id) => questionById(id) as Question)

interface OneQuestionProps {
  readonly step: AnswerStep
  readonly place: number
  readonly of: number
  readonly form: FilledForm
  readonly onStep: (step: FormStep) => void
  readonly onNext: () => void
  readonly onBack: () => void
}

export function OneQuestion({ step, place, of, form, onStep, onNext, onBack }: OneQuestionProps) {
  const { tell, spoken } = useLanguage()
  const answered = isAnswered(form, step)
  const goOn = (event: SubmitEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <form className="answer-step" autoComplete="off" noValidate onSubmit={goOn}>
      <p className="quiet">{tell(WORDS.step(place, of))}</p>
      {step === 'route_legs' ? (
        <>
          <Heading step={step} />
          <GroupRows
            group="route_legs"
            questions={LEG_QUESTIONS.map((question) => inOwnWords(question, spoken))}
            rows={form.route_legs}
            troublesAt={() => []}
            onStep={onStep}
          />
        </>
      ) : (
        <Single id={step} form={form} onStep={onStep} />
      )}
      <div className="form-actions">
        <button type="button" onClick={onBack}>
          {tell(WORDS.back)}
        </button>
        <button type="submit" className={answered ? 'main-action' : ''}>
          {tell(answered ? WORDS.next : WORDS.skip)}
        </button>
      </div>
    </form>
  )
}

function Heading({ step }: { readonly step: AnswerStep }) {
  const { tell } = useLanguage()
  return (
    <h1 id="answer-title" tabIndex={-1}>
      {tell(WORDS[step])}
    </h1>
  )
}

interface SingleProps {
  readonly id: Exclude<AnswerStep, 'route_legs'>
  readonly form: FilledForm
  readonly onStep: (step: FormStep) => void
}

function Single({ id, form, onStep }: SingleProps) {
  const { tell, spoken } = useLanguage()
  const question = inOwnWords(questionById(id) as Question, spoken)
  const answer = form.answers[id]
  const unknown = answer === 'unknown' || (Array.isArray(answer) && answer.includes('unknown'))
  return (
    <>
      <QuestionField
        question={question}
        name={`q-${id}`}
        answer={answer}
        troubles={[]}
        heading={<Heading step={id} />}
        onAnswer={(next) => onStep({ type: 'answer', id, answer: next })}
      />
      <label className="choice answer-unknown">
        <input
          type="checkbox"
          checked={unknown}
          onChange={() => onStep({ type: 'answer', id, answer: unknown ? null : question.type === 'multiple' ? ['unknown'] : 'unknown' })}
        />
        <span>{tell(WORDS.unknown)}</span>
      </label>
    </>
  )
}
