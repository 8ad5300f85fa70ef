/** A released figure for pages of others: nothing is asked, kept or sent here, and the way to the data book opens beside. */
import { useEffect } from 'react'
import { turned, viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import { client, tableAddress } from '../client.ts'
import { choiceOf } from '../explore/choice.ts'
import { splitAxis } from '../explore/released-tables.ts'
import { TableFigure } from '../figures/table-figure.tsx'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { CrossTable } from '../tables/cross-table.tsx'
import { SingleTable } from '../tables/single-table.tsx'
import { TableBase, TableNotes } from '../tables/table-notes.tsx'
import { WORDS } from './words.ts'

export function EmbedPage() {
  const { tell, say } = useLanguage()
  useEffect(() => {
    document.title = say(FRAME_WORDS.name)
  }, [say])
  const { edition, rows, columns } = choiceOf(new URLSearchParams(window.location.search))
  return (
    <main className="embed">
      {edition && rows ? <Embedded edition={edition} rows={rows} columns={columns} /> : <p>{tell(WORDS.nothing)}</p>}
    </main>
  )
}

interface EmbeddedProps {
  readonly edition: string
  readonly rows: string
  readonly columns: string | null
}

function Embedded({ edition, rows, columns }: EmbeddedProps) {
  const { tell, language } = useLanguage()
  const request = { edition, rows, columns }
  const loaded = useAnswer(tableAddress(request, language, 'json-stat'), () => client.table(request, language, viewOfJsonStat))
  if (loaded.state === 'refused' && loaded.refusal.slug !== 'no-connection' && loaded.refusal.slug !== 'internal')
    return <p>{tell(WORDS.nothing)}</p>
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  const view = splitAxis(loaded.value.rows.id)[0] === splitAxis(rows)[0] ? loaded.value : turned(loaded.value)
  const title = view.columns ? `${view.rows.label} × ${view.columns.label}` : view.rows.label
  return (
    <>
      <h1>{title}</h1>
      {view.fictional && <p className="fictional">{tell(FRAME_WORDS.fictional)}</p>}
      <TableBase view={view} />
      <TableFigure view={view} title={title} />
      <details>
        <summary>{tell(WORDS.figures)}</summary>
        {view.columns ? (
          <CrossTable view={view} columns={view.columns} title={title} shares={false} whole={false} />
        ) : (
          <SingleTable view={view} title={title} />
        )}
      </details>
      <TableNotes view={view} />
      <p className="embed-source">
        <a href={`/explore${window.location.search}`} target="_blank" rel="noopener">
          {tell(WORDS.source)}
        </a>
      </p>
    </>
  )
}
