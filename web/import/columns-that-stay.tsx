/** "These 11 columns will not leave this computer": what a partner sees before any decision. */
import { useLanguage } from '../language/language.tsx'
import { droppedKind } from './dropped-kinds.ts'
import { columnName } from './places.ts'
import type { StayingColumn } from './staying-columns.ts'
import { WORDS } from './words.ts'

interface ColumnsThatStayProps {
  readonly columns: readonly StayingColumn[]
  readonly headings: readonly string[]
}

export function ColumnsThatStay({ columns, headings }: ColumnsThatStayProps) {
  const { say } = useLanguage()
  if (columns.length === 0) return null
  return (
    <div className="columns-that-stay">
      <p>{say(WORDS.staying(columns.length))}</p>
      <ul>
        {columns.map(({ position, kind }) => (
          <li key={position}>
            <span className="column-name">{say(WORDS.columnAt(columnName(position)))}</span> {headings[position - 1] ?? ''}{' '}
            <span className="quiet">{say(kind === null ? WORDS.leftOut : droppedKind(kind))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
