/** Everything in which a reader takes a table away: files, the figure, lines for R and Python, a link, a citation, a frame for a page of one's own. */
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import { type AskedFormat, type TableQuestion, tableAddress } from '../client.ts'
import { keepPng, keepSvg } from '../figures/figure-file.ts'
import { tableDrawing } from '../figures/table-figure.tsx'
import { useLanguage } from '../language/language.tsx'
import { Copied } from './copied.tsx'
import { pythonSnippet, rSnippet } from './snippets.ts'
import { FORMAT_WORDS, WORDS } from './words.ts'

interface TakePartProps {
  readonly view: ReleasedView
  readonly title: string
  /** As the server keeps it. */
  readonly request: TableQuestion
  /** Path and query of this page with this table. */
  readonly link: string
}

const FIRST = ['xlsx', 'csv-excel', 'csv', 'docx'] as const satisfies readonly AskedFormat[]
const FURTHER = ['csv-long', 'sav', 'dta', 'parquet', 'json-stat', 'markdown', 'latex'] as const satisfies readonly AskedFormat[]
/** Of a figure as a file, in pixels: that of a printed page. */
const WIDTH = 900

export function TakePart({ view, title, request, link }: TakePartProps) {
  const { tell, say, language } = useLanguage()
  const { origin } = window.location
  const csv = `${origin}${tableAddress(request, language, 'csv')}`
  const query = link.slice(link.indexOf('?'))
  const file = (format: (typeof FIRST | typeof FURTHER)[number]) => (
    <li key={format}>
      <a href={tableAddress(request, language, format)}>{tell(FORMAT_WORDS[format])}</a>
    </li>
  )
  const name = [...(view.fictional ? ['fictional'] : []), request.edition, view.rows.id, ...(view.columns ? [view.columns.id] : [])]
    .join('_')
    .replaceAll('@', '-')
  return (
    <section className="take">
      <h3>{tell(WORDS.take)}</h3>
      <ul className="files">
        {FIRST.map(file)}
        <li>
          <button type="button" className="plain" onClick={() => void tableDrawing(view, WIDTH).then((made) => keepPng(name, made))}>
            {tell(WORDS.figurePng)}
          </button>
        </li>
        <li>
          <button type="button" className="plain" onClick={() => void tableDrawing(view, WIDTH).then((made) => keepSvg(name, made))}>
            {tell(WORDS.figureSvg)}
          </button>
        </li>
      </ul>
      <details>
        <summary>{tell(WORDS.programs)}</summary>
        <Copied name={WORDS.inR} text={rSnippet(csv)} code />
        <Copied name={WORDS.inPython} text={pythonSnippet(csv)} code />
        <ul className="files">{FURTHER.map(file)}</ul>
      </details>
      <details>
        <summary>{tell(WORDS.cite)}</summary>
        <Copied name={WORDS.citation} text={say(WORDS.cited(title, request.edition, view.checksum.slice(0, 16), `${origin}${link}`))} />
        <Copied name={WORDS.link} text={`${origin}${link}`} />
        <Copied
          name={WORDS.embed}
          text={`<iframe src="${origin}/embed${query.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="560" loading="lazy"></iframe>`}
          code
        />
      </details>
    </section>
  )
}
