/** Everything about a file that only its holder knows: columns, words, the sheet, and what holds for every row. */
import { useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { ColumnCard } from './column-card.tsx'
import { ColumnsThatStay } from './columns-that-stay.tsx'
import { missingPlaces, type OpenDecisions, restNotRecorded, waitingWords, yesToAll } from './decision.ts'
import { byWeight, progressOf } from './decision-order.ts'
import { shapeOf } from './file-shape.ts'
import { columnName, questionText } from './places.ts'
import type { Planned, Sight } from './reading-messages.ts'
import { stayingOfPlan } from './staying-columns.ts'
import { WholeFile } from './whole-file.tsx'
import { WORDS } from './words.ts'

interface DecidePartProps {
  readonly sight: Sight
  readonly planned: Planned
  readonly decisions: OpenDecisions
  readonly onChange: (decisions: OpenDecisions) => void
  readonly onSheet: (sheet: number) => void
  readonly onDone: () => void
}

export function DecidePart({ sight, planned, decisions, onChange, onSheet, onDone }: DecidePartProps) {
  const { say } = useLanguage()
  const [missing, setMissing] = useState(false)
  const { columns, unknownColumns, whole, may } = decisions
  const places = missingPlaces(decisions)
  const done = () => {
    setMissing(places.length > 0)
    if (places.length === 0) onDone()
  }
  const card = (column: (typeof columns)[number]) => (
    <ColumnCard
      key={column.position}
      column={column}
      onChange={(changed) => onChange({ ...decisions, columns: columns.map((one) => (one.position === changed.position ? changed : one)) })}
    />
  )
  const clear = columns.filter((column) => column.clear)
  const { all, some } = byWeight(columns)
  const open = [...all, ...some]
  const { made, of } = progressOf(decisions)
  const waiting = open.reduce((sum, column) => sum + waitingWords(column).length, 0)
  return (
    <section aria-labelledby="decide-title">
      <h1 id="decide-title" tabIndex={-1}>
        {say(WORDS.decideHeading)}
      </h1>
      <ColumnsThatStay columns={stayingOfPlan(planned.plan?.columns ?? [])} headings={planned.headings} />
      <p>{say(WORDS.decideHint)}</p>
      <p className="quiet">
        {say(WORDS.whatItIs)}: {shapeOf(sight).map(say).join(' · ')}
      </p>
      {sight.sheets.length > 1 && (
        <p>
          <label>
            {say(WORDS.sheet)}{' '}
            <select value={sight.sheet ?? ''} onChange={({ target }) => onSheet(Number(target.value))}>
              {sight.sheets.map(({ position, name }) => (
                <option key={position} value={position}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      <ul className="decisions">
        {all.map(card)}
        {unknownColumns.map(({ position, heading, yes }, at) => (
          <li key={position} className="decision" id={`column-${position}`} tabIndex={-1}>
            <h2 className="as-h3">
              <span className="column-name">{say(WORDS.columnAt(columnName(position)))}</span> {heading}
            </h2>
            <p className="quiet">{say(WORDS.allWait)}</p>
            <label className="choice">
              <input
                type="checkbox"
                checked={yes}
                onChange={({ target }) =>
                  onChange({
                    ...decisions,
                    unknownColumns: unknownColumns.map((one, place) => (place === at ? { ...one, yes: target.checked } : one)),
                  })
                }
              />
              <span>{say(WORDS.leaveOut)}</span>
            </label>
          </li>
        ))}
      </ul>
      {Object.keys(whole).length > 0 && <WholeFile whole={whole} needed onChange={(next) => onChange({ ...decisions, whole: next })} />}
      {some.length > 0 && <ul className="decisions">{some.map(card)}</ul>}
      <div className="form-actions">
        {open.length + unknownColumns.length > 1 && (
          <button type="button" onClick={() => onChange(yesToAll(decisions))}>
            {say(WORDS.yesToAll(open.length + unknownColumns.length))}
          </button>
        )}
        {waiting > 0 && (
          <button type="button" onClick={() => onChange(restNotRecorded(decisions))}>
            {say(WORDS.restNotRecorded(waiting))}
          </button>
        )}
      </div>
      {clear.length > 0 && (
        <details>
          <summary>{say(WORDS.clearColumns(clear.length))}</summary>
          <ul className="decisions">{clear.map(card)}</ul>
        </details>
      )}
      {Object.keys(may).length > 0 && <WholeFile whole={may} needed={false} onChange={(next) => onChange({ ...decisions, may: next })} />}
      {of > 0 && (
        <>
          <progress value={made} max={of} aria-label={say(WORDS.decisionsMade)} />
          <p role="status">{say(WORDS.decidedOf(made, of))}</p>
        </>
      )}
      {missing && places.length > 0 && (
        <div className="send-refused" role="alert">
          <p>{say(WORDS.yesNeeded)}</p>
          <ul>
            {places.map(({ place, position, id }) => (
              <li key={place}>
                <a href={`#${place}`}>{say(position === undefined ? questionText(id ?? '') : WORDS.columnAt(columnName(position)))}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="form-actions">
        <button type="button" className="main-action" onClick={done}>
          {say(WORDS.goOn)}
        </button>
      </div>
    </section>
  )
}
