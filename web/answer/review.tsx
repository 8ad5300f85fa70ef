/** Everything once more before it is sent, and what the rules of the questionnaire ask her to look at. */

import { CONFIRMABLE } from '../../survey-schema/answers/rules.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import type { AnswerStep } from '../../survey-schema/questionnaire/answer-path.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { textsOf } from '../questionnaire/answers-given.tsx'
import type { FilledForm, FormAnswer, FormStep } from '../questionnaire/form-state.ts'
import { ruleText } from '../questionnaire/trouble-list.tsx'
import { inOwnWords } from './choices-in-own-words.ts'
import { isAnswered } from './own-answers.ts'
import { WORDS } from './words.ts'

interface ReviewProps {
  readonly steps: readonly AnswerStep[]
  readonly form: FilledForm
  readonly issues: readonly Issue[]
  readonly sending: boolean
  readonly trouble: Text | null
  readonly onStep: (step: FormStep) => void
  readonly onGo: (step: AnswerStep) => void
  readonly onBack: () => void
  readonly onSend: () => void
}

export function Review({ steps, form, issues, sending, trouble, onStep, onGo, onBack, onSend }: ReviewProps) {
  const { tell } = useLanguage()
  const nothing = !steps.some((step) => isAnswered(form, step))
  const rules = [...new Set(issues.map(({ rule }) => rule))]
  return (
    <section className="answer-step" aria-labelledby="answer-title">
      <h1 id="answer-title" tabIndex={-1}>
        {tell(WORDS.reviewHeading)}
      </h1>
      <p>{tell(nothing ? WORDS.nothing : WORDS.reviewLead)}</p>
      <dl className="own-answers">
        {steps.map((step) => (
          <div key={step}>
            <dt>{tell(WORDS[step])}</dt>
            <dd>
              <Given step={step} form={form} />
              <button type="button" className="plain" onClick={() => onGo(step)}>
                {tell(WORDS.change)}
                <span className="unseen"> – {tell(WORDS[step])}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {!nothing && rules.length > 0 && (
        <section className="flags" aria-labelledby="look-title">
          <h2 id="look-title">{tell(WORDS.lookAgain)}</h2>
          {rules.map((rule) => (
            <div key={rule}>
              <p id={`rule-${rule}`}>{tell(ruleText(rule))}</p>
              {CONFIRMABLE.some((check) => check === rule) && (
                <label className="choice">
                  <input
                    type="checkbox"
                    aria-describedby={`rule-${rule}`}
                    checked={form.confirmed.includes(rule)}
                    onChange={({ target }) => onStep({ type: 'confirm', check: rule, on: target.checked })}
                  />
                  <span>{tell(WORDS.right)}</span>
                </label>
              )}
            </div>
          ))}
        </section>
      )}
      {trouble && (
        <p className="troubles" role="alert">
          {tell(trouble)}
        </p>
      )}
      <div className="form-actions">
        <button type="button" onClick={onBack}>
          {tell(WORDS.back)}
        </button>
        {!nothing && (
          <button type="button" className="main-action" aria-disabled={sending || undefined} onClick={onSend}>
            {tell(sending ? WORDS.sending : WORDS.send)}
          </button>
        )}
      </div>
    </section>
  )
}

function Given({ step, form }: { readonly step: AnswerStep; readonly form: FilledForm }) {
  const { tell } = useLanguage()
  if (!isAnswered(form, step)) return <p className="quiet">{tell(WORDS.skipped)}</p>
  if (step !== 'route_legs') return <Answered id={step} answer={form.answers[step]} />
  return (
    <div>
      {form.route_legs.flatMap(({ key, answers }) =>
        Object.entries(answers).map(([id, answer]) => (
          <div key={`${key} ${id}`}>
            <p className="quiet">{tell(questionById(id) as Question)}</p>
            <Answered id={id} answer={answer} />
          </div>
        )),
      )}
    </div>
  )
}

/** A line for each answer, with the readings of its kanji. */
function Answered({ id, answer }: { readonly id: string; readonly answer: FormAnswer | undefined }) {
  const { tell, spoken } = useLanguage()
  return (
    <div>
      {textsOf(inOwnWords(questionById(id) as Question, spoken), answer).map((text) => (
        <p key={text.en}>{tell(text)}</p>
      ))}
    </div>
  )
}
