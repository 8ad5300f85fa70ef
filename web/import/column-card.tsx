/** One column that waits for a yes: the question it seems to answer, and its words. */
import { useId } from 'react'
import { LEAVE_OUT } from '../../survey-schema/partner-files/plan/mapping-shape.ts'
import { SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { useLanguage } from '../language/language.tsx'
import { codeText } from './code-text.ts'
import type { ColumnDecision } from './decision.ts'
import { droppedKind } from './dropped-kinds.ts'
import { Meanings } from './meanings.tsx'
import { columnName, questionText } from './places.ts'
import { WORDS } from './words.ts'

interface ColumnCardProps {
  readonly column: ColumnDecision
  readonly onChange: (column: ColumnDecision) => void
}

export function ColumnCard({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const { position, heading, to, yes, clear, kind, unlisted, names, needed, rows } = column
  return (
    <li className="decision" id={`column-${position}`} tabIndex={-1}>
      <h2 className="as-h3">
        <span className="column-name">{say(WORDS.columnAt(columnName(position)))}</span> {heading}
      </h2>
      {!clear && <p className="quiet">{say(WORDS.rowsWait(rows, needed))}</p>}
      {kind && <p className="looks-like">{say(WORDS.looksLike(say(droppedKind(kind))))}</p>}
      <ReadAs column={column} onChange={onChange} />
      {names && to !== LEAVE_OUT && <Names column={column} onChange={onChange} />}
      {to !== LEAVE_OUT && <Meanings column={column} onChange={onChange} />}
      {unlisted > 0 && to !== LEAVE_OUT && column.rest === null && <p className="quiet">{say(WORDS.unlisted(unlisted))}</p>}
      {!clear && (
        <label className="choice">
          <input type="checkbox" checked={yes} onChange={({ target }) => onChange({ ...column, yes: target.checked })} />
          <span>{say(WORDS.yes)}</span>
        </label>
      )}
    </li>
  )
}

/** The question that the column answers, or nothing: every column can be left out, one that ticks an answer too. */
function ReadAs({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const id = useId()
  const { to, proposed, clear } = column
  const [question = '', code] = proposed.split('=')
  // A column that nothing was asked about is decided about by the change alone.
  const change = (next: string) => onChange({ ...column, to: next, codes: {}, words: [], rest: null, yes: clear && next !== proposed })
  return (
    <>
      <label htmlFor={id}>{say(WORDS.readAs)}</label>
      <select id={id} value={to} onChange={({ target }) => change(target.value)}>
        <option value={LEAVE_OUT}>{say(WORDS.leaveOut)}</option>
        {code !== undefined && (
          <option value={proposed}>
            {say(WORDS.ticks)} {say(questionText(question))} – {say(codeText(question, code))}
          </option>
        )}
        {SECTIONS.map((section) => (
          <optgroup key={section.id} label={say(section)}>
            {section.questions
              .filter(({ privacy }) => privacy !== 'direct_identifier')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}

/** References that look like names: kept, or the rows are numbered. */
function Names({ column, onChange }: ColumnCardProps) {
  const { say } = useLanguage()
  const { names, keys } = column
  if (!names) return null
  return (
    <fieldset className="meanings">
      <legend>{say(WORDS.namesHeading(names.names, names.keys))}</legend>
      {(['number', 'keep'] as const).map((choice) => (
        <label key={choice} className="choice">
          <input type="radio" checked={keys === choice} onChange={() => onChange({ ...column, keys: choice })} />
          <span>{say(choice === 'number' ? WORDS.numberRows : WORDS.keepKeys)}</span>
        </label>
      ))}
    </fieldset>
  )
}
