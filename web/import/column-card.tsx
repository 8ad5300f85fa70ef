/** One column that waits for a yes: the question it seems to answer, and its words. */
import { useId } from 'react'
import { LEAVE_OUT } from '../../survey-schema/partner-files/mapping-shape.ts'
import { SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { type Code, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { kindText } from '../questionnaire/receipt-words.ts'
import { placeName } from '../questionnaire/selects.tsx'
import { type ColumnDecision, codesOf } from './decision.ts'
import { columnName, questionText } from './places.ts'
import { WORDS } from './words.ts'

interface ColumnCardProps {
  readonly column: ColumnDecision
  readonly onChange: (column: ColumnDecision) => void
}

/** The words for a code of a question, its states included. */
export function codeText(to: string, code: string): Text {
  const found: Code | undefined = [...(codesOf(to)?.codes ?? []), ...RESERVED].find((entry) => entry.code === code)
  return found ?? placeName(code) ?? { ja: code, en: code }
}

export function ColumnCard({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const id = useId()
  const { position, heading, to, yes, kind, words, codes, unlisted } = column
  const tick = to.includes('=')
  return (
    <li className="decision">
      <h2 className="as-h3">
        <span className="column-name">{say(WORDS.columnAt(columnName(position)))}</span> {heading}
      </h2>
      {kind && <p className="looks-like">{say(WORDS.looksLike(say(kindText(kind))))}</p>}
      {tick ? (
        <p>
          {say(WORDS.ticks)} {say(questionText(to.split('=')[0] as string))} – {say(codeText(to, to.split('=')[1] as string))}
        </p>
      ) : (
        <>
          <label htmlFor={id}>{say(WORDS.readAs)}</label>
          <select id={id} value={to} onChange={({ target }) => onChange({ ...column, to: target.value, codes: {}, words: [], yes: false })}>
            <option value={LEAVE_OUT}>{say(WORDS.leaveOut)}</option>
            {SECTIONS.map((section) => (
              <optgroup key={section.id} label={say(section)}>
                {section.questions
                  .filter(({ privacy }) => privacy !== 'direct_identifier')
                  .map((question) => (
                    <option key={question.id} value={question.id}>
                      {say(question)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </>
      )}
      {words.length > 0 && to !== LEAVE_OUT && (
        <fieldset className="meanings">
          <legend>{say(WORDS.wordsHeading)}</legend>
          {words.map(({ word, codes: possible, cells }) => (
            <label key={word} className="meaning">
              <span>
                {word} <span className="quiet">{say(WORDS.times(cells))}</span>
              </span>
              <select
                value={codes[word] ?? ''}
                onChange={({ target }) => onChange({ ...column, codes: { ...codes, [word]: target.value } })}
              >
                <option value="">{say(WORDS.noWord)}</option>
                {possible.map((code) => (
                  <option key={code} value={code}>
                    {code
                      .split(';')
                      .map((one) => say(codeText(to, one)))
                      .join(' + ')}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      {unlisted > 0 && to !== LEAVE_OUT && <p className="quiet">{say(WORDS.unlisted(unlisted))}</p>}
      <label className="choice">
        <input type="checkbox" checked={yes} onChange={({ target }) => onChange({ ...column, yes: target.checked })} />
        <span>{say(WORDS.yes)}</span>
      </label>
    </li>
  )
}
