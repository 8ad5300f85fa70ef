/** The parts of a journey and the steps to help: rows in order of time, to add, move and take away. */
import type { Group, Question } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { type FormRow, type FormStep, GROUP_ROWS } from './form-state.ts'
import { rowName } from './places-in-form.ts'
import { QuestionField } from './question-field.tsx'
import { WORDS } from './words.ts'

const OF_GROUP = {
  route_legs: { row: WORDS.leg, add: WORDS.addLeg },
  contact_steps: { row: WORDS.step, add: WORDS.addStep },
} as const

interface GroupRowsProps {
  readonly group: Group
  readonly questions: readonly Question[]
  readonly rows: readonly FormRow[]
  readonly troublesAt: (name: string) => readonly Text[]
  readonly onStep: (step: FormStep) => void
}

export function GroupRows({ group, questions, rows, troublesAt, onStep }: GroupRowsProps) {
  const { say, tell } = useLanguage()
  const words = OF_GROUP[group]
  return (
    <div className="rows">
      <ol>
        {rows.map((row, place) => {
          const title = say(words.row(place + 1))
          return (
            <li key={row.key}>
              <fieldset className="row">
                <legend>{title}</legend>
                <div className="row-questions">
                  {questions.map((question) => {
                    const name = rowName(group, place, question.id)
                    return (
                      <QuestionField
                        key={question.id}
                        question={question}
                        name={name}
                        answer={row.answers[question.id]}
                        troubles={troublesAt(name)}
                        compact
                        onAnswer={(answer) => onStep({ type: 'answer-row', group, key: row.key, id: question.id, answer })}
                      />
                    )
                  })}
                </div>
                <div className="row-actions">
                  <RowButton
                    words={WORDS.up}
                    title={title}
                    disabled={place === 0}
                    onPress={() => onStep({ type: 'move-row', group, key: row.key, by: -1 })}
                  />
                  <RowButton
                    words={WORDS.down}
                    title={title}
                    disabled={place === rows.length - 1}
                    onPress={() => onStep({ type: 'move-row', group, key: row.key, by: 1 })}
                  />
                  <RowButton
                    words={WORDS.removeRow}
                    title={title}
                    disabled={rows.length <= GROUP_ROWS[group].min}
                    onPress={() => onStep({ type: 'remove-row', group, key: row.key })}
                  />
                </div>
              </fieldset>
            </li>
          )
        })}
      </ol>
      {rows.length < GROUP_ROWS[group].max && (
        <button type="button" onClick={() => onStep({ type: 'add-row', group })}>
          {tell(words.add)}
        </button>
      )}
    </div>
  )
}

interface RowButtonProps {
  readonly words: Text
  readonly title: string
  readonly disabled: boolean
  readonly onPress: () => void
}

function RowButton({ words, title, disabled, onPress }: RowButtonProps) {
  const { tell } = useLanguage()
  return (
    <button type="button" className="plain" disabled={disabled} onClick={onPress}>
      {tell(words)}
      <span className="unseen"> – {title}</span>
    </button>
  )
}
