/** Everything answered so far, part by part, to read over before sending. */
import { isUnanswered, NOT_APPLICABLE, type Question, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { asked } from './asked.ts'
import type { FilledForm, FormAnswer } from './form-state.ts'
import { placeName } from './places-by-list.ts'
import { PARTS } from './places-in-form.ts'
import { WORDS } from './words.ts'

export function AnswersGiven({ form }: { form: FilledForm }) {
  const { tell } = useLanguage()
  const relevant = asked(form)
  return (
    <details className="answers-given">
      <summary>{tell(WORDS.summaryHeading)}</summary>
      {PARTS.map((part) => {
        const questions: readonly Question[] = part.questions
        return (
          <section key={part.id}>
            <h3>{tell(part)}</h3>
            <dl>
              {part.questions.map((question) => {
                const { group } = question
                if (!group)
                  return (
                    relevant.get(question.id) === 'ask' && (
                      <Given key={question.id} question={question} answer={form.answers[question.id]} />
                    )
                  )
                if (questions.find((entry) => entry.group === group) !== question) return null
                if (group === 'contact_steps' && form.contacts !== 'reached') return null
                return form[group].map((row, place) => (
                  <RowGiven
                    key={row.key}
                    title={group === 'route_legs' ? WORDS.leg(place + 1) : WORDS.step(place + 1)}
                    answers={questions.filter((entry) => entry.group === group).map((entry) => textsOf(entry, row.answers[entry.id]))}
                  />
                ))
              })}
            </dl>
          </section>
        )
      })}
    </details>
  )
}

function Given({ question, answer }: { question: Question; answer: FormAnswer | undefined }) {
  const { tell, sayAll } = useLanguage()
  return (
    <div>
      <dt>{tell(question)}</dt>
      <dd>{sayAll(textsOf(question, answer))}</dd>
    </div>
  )
}

function RowGiven({ title, answers }: { title: Text; answers: readonly (readonly Text[])[] }) {
  const { tell, sayAll } = useLanguage()
  return (
    <div>
      <dt>{tell(title)}</dt>
      <dd>{answers.map(sayAll).join(' · ')}</dd>
    </div>
  )
}

/** An answer in words. */
export function textsOf(question: Question, answer: FormAnswer | undefined): readonly Text[] {
  if (answer === undefined) return [WORDS.unanswered]
  return (typeof answer === 'string' ? [answer] : answer).map((code) => codeText(question, code))
}

function codeText(question: Question, code: string): Text {
  if (isUnanswered(code)) return RESERVED.find((entry) => entry.code === code) ?? NOT_APPLICABLE
  return question.codes.find((entry) => entry.code === code) ?? (question.list && placeName(code)) ?? { ja: code, en: code }
}
