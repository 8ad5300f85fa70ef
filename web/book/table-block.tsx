/** One table of the book: title, what a reader learns, base, figure, the same figures in rows, notes. */
import { client, tableAddress } from '../client.ts'
import { FigureImage, type Picture } from '../figures/figure-image.tsx'
import { FIGURE_WORDS } from '../figures/words.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import type { Language } from '../language/text.ts'
import { CrossTable } from '../tables/cross-table.tsx'
import { type ReleasedView, turned } from '../tables/released-view.ts'
import { SingleTable } from '../tables/single-table.tsx'
import { TableBase, TableNotes } from '../tables/table-notes.tsx'
import type { TableOfBook } from './chapters.ts'
import { MapLegend } from './map-legend.tsx'
import { WORDS } from './words.ts'

export function TableBlock({ edition, table }: { edition: string; table: TableOfBook }) {
  const { say, to, language } = useLanguage()
  const request = { edition, rows: table.rows, columns: table.columns }
  const address = tableAddress(request, language, 'json-stat')
  const loaded = useAnswer(address, () => client.table(request, language))
  const title = say(table.title)
  return (
    <article className="book-table">
      <h2>
        <span className="book-number">{table.number}</span> {title}
      </h2>
      <p className="book-learns">{say(table.learns)}</p>
      {loaded.state === 'refused' && loaded.refusal.slug === 'not-released' ? (
        <p className="trouble">{say(WORDS.notInEdition)}</p>
      ) : loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : (
        <Published view={loaded.value.rows.id === table.rows ? loaded.value : turned(loaded.value)} table={table} title={title} />
      )}
      <p className="files">
        <a
          href={to(`/explore?edition=${encodeURIComponent(edition)}&rows=${table.rows}${table.columns ? `&columns=${table.columns}` : ''}`)}
        >
          {say(WORDS.openTable)}
        </a>
        <a href={tableAddress(request, language, 'csv')}>{say(WORDS.csv)}</a>
      </p>
    </article>
  )
}

function Published({ view, table, title }: { view: ReleasedView; table: TableOfBook; title: string }) {
  const { say, language } = useLanguage()
  const isMap = table.figure === 'world' || table.figure === 'japan'
  const words = isMap ? FIGURE_WORDS.map : view.columns ? FIGURE_WORDS.heat : FIGURE_WORDS.bars
  return (
    <>
      <TableBase view={view} />
      <FigureImage
        alt={say(words(title))}
        drawn={`${view.checksum} ${language}`}
        paint={(width) => painted(view, table.figure, language, width)}
      >
        {isMap && <MapLegend view={view} />}
        <span>{say(FIGURE_WORDS.hatched)}</span>
        {isMap && <span>{say(table.figure === 'world' ? WORDS.world : WORDS.japan)}</span>}
      </FigureImage>
      {view.columns ? (
        <CrossTable view={view} columns={view.columns} title={title} shares={false} whole={false} />
      ) : (
        <SingleTable view={view} title={title} />
      )}
      <TableNotes view={view} notes={table.notes} />
    </>
  )
}

async function painted(view: ReleasedView, figure: TableOfBook['figure'], language: Language, width: number): Promise<Picture> {
  const cells = new Map(view.rows.lines.map((line, place) => [line.code, { label: line.label, cell: view.cell(place, 0) }]))
  if (figure === 'japan') return (await import('../figures/japan-map.ts')).japanMap(cells, language, width)
  if (figure === 'world') {
    const [{ worldMap }, { draw }] = await Promise.all([import('../figures/world-map.ts'), import('../figures/draw.ts')])
    const made = await worldMap(cells, width)
    return { svg: draw(made), size: made.size }
  }
  const { draw, drawing } = await import('../figures/of-table.ts')
  const made = drawing(view, width)
  return { svg: draw(made), size: made.size }
}
