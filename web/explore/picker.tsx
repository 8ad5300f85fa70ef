/** Picks one or two variables and the detail at which they stand. What the edition does not hold cannot be chosen. */
import { useId } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { variableById } from '../../survey-schema/variables/index.ts'
import { useLanguage } from '../language/language.tsx'
import type { Choice } from './choice.ts'
import { plainLevel } from './plain-level.ts'
import { levelsOffered, nearest, type ReleasedTables, splitAxis } from './released-tables.ts'
import { VARIABLE_GROUPS } from './variable-groups.ts'
import { WORDS } from './words.ts'

interface PickerProps {
  readonly choice: Choice
  readonly tables: ReleasedTables
  readonly onChoose: (axes: Pick<Choice, 'rows' | 'columns'>) => void
}

export function Picker({ choice, tables, onChoose }: PickerProps) {
  const [row] = splitAxis(choice.rows ?? '')
  const [column] = splitAxis(choice.columns ?? '')
  const onlyAlone = row !== '' && variableById(row)?.pair.length === 0
  const pickRow = (variable: string) => {
    if (variable === '') return onChoose({ rows: null, columns: null })
    const beside = column !== '' && tables.together(variable, column).length > 0 ? choice.columns : null
    onChoose(nearest(tables, `${variable}@`, beside))
  }
  return (
    <div className="picker">
      <VariableSelect
        title={WORDS.rows}
        none={WORDS.choose}
        value={row}
        possible={(variable) => tables.alone(variable).length > 0}
        onPick={pickRow}
      />
      <LevelChoice
        variable={row}
        other={column || null}
        axis={choice.rows}
        tables={tables}
        onPick={(axis) => onChoose(nearest(tables, axis, choice.columns, 'rows'))}
      />
      {choice.rows && (
        <>
          <VariableSelect
            title={WORDS.columns}
            none={WORDS.noSecond}
            value={column}
            disabled={onlyAlone}
            hint={onlyAlone ? WORDS.alone : WORDS.greyed}
            possible={(variable) => tables.together(row, variable).length > 0}
            onPick={(variable) => onChoose(nearest(tables, choice.rows ?? '', variable === '' ? null : `${variable}@`))}
          />
          <LevelChoice
            variable={column}
            other={row}
            axis={choice.columns}
            tables={tables}
            onPick={(axis) => onChoose(nearest(tables, choice.rows ?? '', axis, 'columns'))}
          />
        </>
      )}
    </div>
  )
}

interface VariableSelectProps {
  readonly title: Text
  readonly none: Text
  readonly value: string
  readonly disabled?: boolean
  readonly hint?: Text
  readonly possible: (variable: string) => boolean
  readonly onPick: (variable: string) => void
}

function VariableSelect({ title, none, value, disabled = false, hint, possible, onPick }: VariableSelectProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className="picker-variable">
      <label htmlFor={id}>{say(title)}</label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onPick(event.target.value)}
      >
        <option value="">{say(none)}</option>
        {VARIABLE_GROUPS.map((group) => (
          <optgroup key={group.id} label={say(group)}>
            {group.variables.map((variable) => (
              <option key={variable.id} value={variable.id} disabled={variable.id !== value && !possible(variable.id)}>
                {say(variable)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="quiet">
          {say(hint)}
        </p>
      )}
    </div>
  )
}

interface LevelChoiceProps {
  readonly variable: string
  readonly other: string | null
  readonly axis: string | null
  readonly tables: ReleasedTables
  readonly onPick: (axis: string) => void
}

function LevelChoice({ variable, other, axis, tables, onPick }: LevelChoiceProps) {
  const { say } = useLanguage()
  const name = useId()
  const levels = levelsOffered(tables, variable, other)
  if (levels.length < 2) return null
  return (
    <fieldset className="picker-level">
      <legend>{say(WORDS.level)}</legend>
      {levels.map((level) => (
        <label key={level.id} className="choice">
          <input type="radio" name={name} checked={axis === `${variable}@${level.id}`} onChange={() => onPick(`${variable}@${level.id}`)} />
          <span>{say(plainLevel(level))}</span>
        </label>
      ))}
    </fieldset>
  )
}
