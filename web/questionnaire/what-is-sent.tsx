/** Said before sending: what goes, what was made coarser, and what stays behind. */
import type { QuestionId } from '../../survey-schema/questionnaire/index.ts'
import { QUESTIONS, questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { asked } from './asked.ts'
import type { FilledForm } from './form-state.ts'
import { SENT_WORDS } from './what-is-sent-words.ts'

interface SentSummary {
  readonly answered: number
  readonly notAsked: number
  /** Given before another answer made their question fall away. */
  readonly leftBehind: readonly QuestionId[]
  /** A finer date was typed; its year goes. */
  readonly cut: readonly QuestionId[]
}

export function whatIsSent(form: FilledForm): SentSummary {
  const relevant = asked(form)
  const given = (id: QuestionId) => form.answers[id] !== undefined
  const single = QUESTIONS.filter(({ group }) => group === null)
  const goes = single.filter(({ id }) => relevant.get(id) === 'ask')
  const rows = [...form.route_legs, ...(form.contacts === 'reached' ? form.contact_steps : [])]
  return {
    answered: goes.filter(({ id }) => given(id)).length + rows.reduce((sum, row) => sum + Object.keys(row.answers).length, 0),
    notAsked: goes.filter(({ id }) => !given(id)).length,
    leftBehind: single.filter(({ id }) => relevant.get(id) !== 'ask' && given(id)).map(({ id }) => id),
    cut: goes.filter(({ id }) => form.cut.includes(id)).map(({ id }) => id),
  }
}

export function WhatIsSent({ form }: { form: FilledForm }) {
  const { tell } = useLanguage()
  const { answered, notAsked, leftBehind, cut } = whatIsSent(form)
  return (
    <section className="what-is-sent" aria-labelledby="what-is-sent">
      <h2 id="what-is-sent">{tell(SENT_WORDS.heading)}</h2>
      <ul>
        <li>{tell(SENT_WORDS.answered(answered))}</li>
        {notAsked > 0 && <li>{tell(SENT_WORDS.notAsked(notAsked))}</li>}
        <li>{tell(SENT_WORDS.reference)}</li>
        {cut.length > 0 && (
          <li>
            {tell(SENT_WORDS.coarser)}
            <QuestionList ids={cut} />
          </li>
        )}
        {leftBehind.length > 0 && (
          <li>
            {tell(SENT_WORDS.leftBehind)}
            <QuestionList ids={leftBehind} />
          </li>
        )}
      </ul>
    </section>
  )
}

function QuestionList({ ids }: { ids: readonly QuestionId[] }) {
  const { tell } = useLanguage()
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>{tell(questionById(id) as Text)}</li>
      ))}
    </ul>
  )
}
