/** Several countries or prefectures: chosen one after another, each can be taken back. */

import type { QuestionId } from '../../survey-schema/questionnaire/index.ts'
import { isUnanswered, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { useLanguage } from '../language/language.tsx'
import { type ControlProps, offered, Reserved } from './choices.tsx'
import { Combobox } from './combobox.tsx'
import { pressed } from './exclusive.ts'
import { placeName } from './places-by-list.ts'
import { useList } from './use-list.ts'
import { WORDS } from './words.ts'

export function PlaceSet({ question, name, answer, describedBy, invalid, onAnswer, labelledBy }: ControlProps & { labelledBy: string }) {
  const { say, tell } = useLanguage()
  const list = useList(question)
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : []
  const places = chosen.filter((code) => placeName(code) !== undefined)
  const full = question.max !== null && chosen.filter((code) => !isUnanswered(code)).length >= question.max
  const groups = list.map(({ title, entries }) => ({ title, entries: entries.filter(({ code }) => !chosen.includes(code)) }))
  const press = (code: string) => onAnswer(pressed(question.id as QuestionId, chosen, code))
  return (
    <>
      {places.length > 0 && (
        <ul className="places" aria-label={say(WORDS.chosen)}>
          {places.map((code) => {
            const label = say(placeName(code) ?? { ja: code, en: code })
            return (
              <li key={code}>
                <span>{label}</span>
                <button type="button" aria-label={`${label}: ${say(WORDS.remove)}`} onClick={() => press(code)}>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <Combobox
        id={`${name}-first`}
        groups={groups}
        chosen={null}
        disabled={full}
        labelledBy={labelledBy}
        describedBy={describedBy}
        invalid={invalid}
        onChoose={(code) => code !== null && press(code)}
      />
      {offered(question).length > 0 && (
        <div className="choices">
          {offered(question).map((code) => (
            <label key={code.code} className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(code.code)}
                disabled={full && !chosen.includes(code.code)}
                onChange={() => press(code.code)}
              />
              <span>{tell(code)}</span>
            </label>
          ))}
        </div>
      )}
      <Reserved>
        {RESERVED.map((code) => (
          <label key={code.code} className="choice">
            <input type="checkbox" checked={chosen.includes(code.code)} onChange={() => press(code.code)} />
            <span>{tell(code)}</span>
          </label>
        ))}
      </Reserved>
    </>
  )
}
