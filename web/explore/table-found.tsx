/** The table that was asked for, or why there is none. */

import { isOfAnswered } from '../../analysis/publication/book/base-words.ts'
import { turned, viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import { variableById } from '../../survey-schema/variables/index.ts'
import { client, type Refused, tableAddress } from '../client.ts'
import { TableFigure } from '../figures/table-figure.tsx'
import { useAnswer } from '../frame/editions.ts'
import { later } from '../frame/later.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { CrossTable } from '../tables/cross-table.tsx'
import { SingleTable } from '../tables/single-table.tsx'
import { TableBase, TableNotes } from '../tables/table-notes.tsx'
import { AllWithheld, showsNothing } from './all-withheld.tsx'
import { canonical } from './canonical.ts'
import { addressOf, type Choice } from './choice.ts'
import { type FoundArrival, FoundTitle } from './found-title.tsx'
import { nearest, type ReleasedTables, splitAxis } from './released-tables.ts'
import { Shown } from './shown.tsx'
import { TakePart } from './take-part.tsx'
import { WORDS } from './words.ts'

// Below everything else: it comes after the table.
const AddFound = later(() => import('../workbench/add-found.tsx').then((part) => part.default), { quiet: true })

interface TableFoundProps extends FoundArrival {
  readonly edition: string
  readonly choice: Choice
  readonly rows: string
  readonly tables: ReleasedTables
  readonly onChange: (part: Partial<Choice>) => void
  /** To another table, by a link or button that goes away. */
  readonly onFollow: (part: Partial<Choice>) => void
}

export function TableFound({ edition, choice, rows, tables, arriving, onArrived, onChange, onFollow }: TableFoundProps) {
  const { say, language } = useLanguage()
  const request = { edition, rows, columns: choice.columns }
  const loaded = useAnswer(tableAddress(request, language, 'json-stat'), () => client.table(request, language, viewOfJsonStat))
  if (loaded.state === 'refused' && loaded.refusal.slug !== 'no-connection' && loaded.refusal.slug !== 'internal')
    return (
      <NotPublished
        refusal={loaded.refusal}
        instead={insteadOf(tables, rows, choice.columns)}
        arriving={arriving}
        onArrived={onArrived}
        onChange={onFollow}
      />
    )
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  // The server keeps one orientation of each pair; the page shows the one that was asked for.
  const view = splitAxis(loaded.value.rows.id)[0] === splitAxis(rows)[0] ? loaded.value : turned(loaded.value)
  const title = [rows, choice.columns]
    .flatMap((axis) => (axis ? [say(variableById(splitAxis(axis)[0]) ?? { ja: axis, en: axis })] : []))
    .join(' × ')
  const { columns } = view
  return (
    <article className="found">
      <FoundTitle key={title} title={title} arriving={arriving} onArrived={onArrived} />
      <TableBase view={view} />
      {showsNothing(view) ? (
        <AllWithheld edition={edition} axes={{ rows, columns: choice.columns }} tables={tables} onChange={onFollow} />
      ) : (
        <TableFigure view={view} title={title} />
      )}
      {columns && <Shown choice={choice} more={isOfAnswered([view.rows, columns])} onChange={onChange} />}
      {columns ? (
        <CrossTable view={view} columns={columns} title={title} shares={choice.shares} whole={choice.whole} />
      ) : (
        <SingleTable view={view} title={title} />
      )}
      <TableNotes view={view} />
      <TakePart
        view={view}
        title={title}
        request={canonical(edition, loaded.value)}
        link={`/explore${addressOf({ ...choice, rows, edition }, language)}`}
      />
      <p key={`${edition} ${rows} ${choice.columns}`}>
        <AddFound request={request} />
      </p>
    </article>
  )
}

type Axes = Pick<Choice, 'rows' | 'columns'>

/** The same variables at levels that are published together, else the first by itself; null where even that is not there. */
function insteadOf(tables: ReleasedTables, rows: string, columns: string | null): Axes | null {
  const [row] = splitAxis(rows)
  if (columns !== null && tables.together(row, splitAxis(columns)[0]).length > 0) return nearest(tables, rows, columns)
  return tables.alone(row).length > 0 ? nearest(tables, rows, null) : null
}

interface NotPublishedProps extends FoundArrival {
  readonly refusal: Refused
  readonly instead: Axes | null
  readonly onChange: (axes: Axes) => void
}

function NotPublished({ refusal, instead, arriving, onArrived, onChange }: NotPublishedProps) {
  const { say } = useLanguage()
  return (
    <div className="trouble" role="status">
      <FoundTitle title={say(WORDS.refused)} arriving={arriving} onArrived={onArrived} />
      {refusal.slug === 'refused-table' && refusal.detail && <p>{refusal.detail}</p>}
      {refusal.slug === 'not-released' && <p>{say(WORDS.notReleased)}</p>}
      {refusal.slug === 'unknown-variable' && <p>{say(WORDS.unknownVariable)}</p>}
      {refusal.slug === 'refused-table' && <p className="quiet">{say(WORDS.refusedWhy)}</p>}
      {instead && (
        <p>
          <button type="button" onClick={() => onChange(instead)}>
            {say(instead.columns ? WORDS.insteadCoarser : WORDS.insteadAlone)}
          </button>
        </p>
      )}
    </div>
  )
}
