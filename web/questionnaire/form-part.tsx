/** One part of the form: the questions of a section that arise now, conditions live. */

import type { Group, Question } from '../../survey-schema/questionnaire/question.ts'
import { RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { asked } from './asked.ts'
import type { Contacts, FilledForm, FormStep } from './form-state.ts'
import { GroupRows } from './group-rows.tsx'
import { groupName, type PARTS, questionName, questionsAsked } from './places-in-form.ts'
import { QuestionField } from './question-field.tsx'
import { WORDS } from './words.ts'

interface FormPartProps {
  readonly part: (typeof PARTS)[number]
  readonly form: FilledForm
  readonly coreOnly: boolean
  readonly troublesAt: (name: string) => readonly Text[]
  readonly onStep: (step: FormStep) => void
}

export function FormPart({ part, form, coreOnly, troublesAt, onStep }: FormPartProps) {
  const relevant = asked(form)
  const questions = questionsAsked(part, coreOnly)
  return questions.map((question) => {
    if (question.group) {
      // The rows of a group stand where its first question would.
      const ofGroup = questions.filter((entry) => entry.group === question.group)
      return (
        ofGroup[0] === question && (
          <GroupOfForm
            key={question.group}
            group={question.group}
            questions={ofGroup}
            form={form}
            troublesAt={troublesAt}
            onStep={onStep}
          />
        )
      )
    }
    if (relevant.get(question.id) !== 'ask') return null
    const name = questionName(question.id)
    return (
      <QuestionField
        key={question.id}
        question={question}
        name={name}
        answer={form.answers[question.id]}
        troubles={troublesAt(name)}
        onAnswer={(answer, cut) => onStep({ type: 'answer', id: question.id, answer, cut: cut === true })}
      />
    )
  })
}

interface GroupOfFormProps {
  readonly group: Group
  readonly questions: readonly Question[]
  readonly form: FilledForm
  readonly troublesAt: FormPartProps['troublesAt']
  readonly onStep: FormPartProps['onStep']
}

function GroupOfForm({ group, questions, form, troublesAt, onStep }: GroupOfFormProps) {
  const { tell } = useLanguage()
  const name = groupName(group)
  const troubles = troublesAt(name)
  const isRoute = group === 'route_legs'
  const rows = isRoute || form.contacts === 'reached'
  return (
    <section id={name} tabIndex={-1} className={`question${troubles.length > 0 ? ' troubled' : ''}`} aria-labelledby={`${name}-words`}>
      <h2 id={`${name}-words`}>
        {tell(isRoute ? WORDS.legs : WORDS.contacts)}
        {isRoute && <span className="required">{tell(WORDS.required)}</span>}
      </h2>
      <p className="quiet">{tell(isRoute ? WORDS.legsHint : WORDS.contactsHint)}</p>
      {troubles.length > 0 && (
        <ul className="troubles">
          {troubles.map((trouble) => (
            <li key={trouble.en}>{tell(trouble)}</li>
          ))}
        </ul>
      )}
      {!isRoute && <ContactsAnswer contacts={form.contacts} onAnswer={(contacts) => onStep({ type: 'contacts', contacts })} />}
      {rows && <GroupRows group={group} questions={questions} rows={form[group]} troublesAt={troublesAt} onStep={onStep} />}
    </section>
  )
}

function ContactsAnswer({ contacts, onAnswer }: { contacts: Contacts | null; onAnswer: (contacts: Contacts) => void }) {
  const { tell } = useLanguage()
  const choices: readonly (readonly [Contacts, Text])[] = [
    ['reached', WORDS.contactsReached],
    ['none', WORDS.contactsNone],
    ['not_asked', RESERVED[2]],
  ]
  return (
    <fieldset>
      <legend>{tell(WORDS.contactsAsk)}</legend>
      <div className="choices single-file">
        {choices.map(([code, words]) => (
          <label key={code} className="choice">
            <input type="radio" name="contacts" value={code} checked={contacts === code} onChange={() => onAnswer(code)} />
            <span>{tell(words)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
