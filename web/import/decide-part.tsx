/** Everything about a file that only its holder knows: columns, words, the sheet, and what holds for every row. */
import { useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { ColumnCard } from './column-card.tsx'
import { complete, type OpenDecisions } from './decision.ts'
import { columnName } from './places.ts'
import type { Sight } from './reading-messages.ts'
import { WholeFile } from './whole-file.tsx'
import { WORDS } from './words.ts'

interface DecidePartProps {
  readonly sight: Sight
  readonly decisions: OpenDecisions
  readonly onChange: (decisions: OpenDecisions) => void
  readonly onSheet: (sheet: number) => void
  readonly onDone: () => void
}

export function DecidePart({ sight, decisions, onChange, onSheet, onDone }: DecidePartProps) {
  const { say } = useLanguage()
  const [missing, setMissing] = useState(false)
  const { columns, unknownColumns, whole } = decisions
  const done = () => {
    setMissing(!complete(decisions))
    if (complete(decisions)) onDone()
  }
  return (
    <section aria-labelledby="decide-title">
      <h1 id="decide-title" tabIndex={-1}>
        {say(WORDS.decideHeading)}
      </h1>
      <p>{say(WORDS.decideHint)}</p>
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
        {columns.map((column, at) => (
          <ColumnCard
            key={column.position}
            column={column}
            onChange={(changed) => onChange({ ...decisions, columns: columns.map((one, place) => (place === at ? changed : one)) })}
          />
        ))}
        {unknownColumns.map(({ position, heading, yes }, at) => (
          <li key={position} className="decision">
            <h2 className="as-h3">
              <span className="column-name">{say(WORDS.columnAt(columnName(position)))}</span> {heading}
            </h2>
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
      {Object.keys(whole).length > 0 && <WholeFile whole={whole} onChange={(next) => onChange({ ...decisions, whole: next })} />}
      {missing && (
        <p className="send-refused" role="alert">
          {say(WORDS.yesNeeded)}
        </p>
      )}
      <div className="form-actions">
        <button type="button" className="main-action" onClick={done}>
          {say(WORDS.goOn)}
        </button>
      </div>
    </section>
  )
}
