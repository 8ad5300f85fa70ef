/** One chapter of the book: its tables by number, each with its figures. */
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { Cited } from './cited.tsx'
import { PrintButton } from './print-button.tsx'
import { anchorOf, PrintedTable } from './printed-table.tsx'
import { WORDS } from './words.ts'

interface ChapterProps {
  readonly edition: string
  readonly id: string
  readonly addressOf: (part: string) => string
  /** The chapter after it, if there is one. */
  readonly next: { readonly id: string; readonly title: { readonly ja: string; readonly en: string } } | null
}

export function ChapterView({ edition, id, addressOf, next }: ChapterProps) {
  const { say } = useLanguage()
  const loaded = useAnswer(`${edition} ${id}`, () => client.bookChapter(edition, id))
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  const { chapter, imprint, citation } = loaded.value
  return (
    <>
      <h1>
        <span className="book-number">{chapter.number}</span> {say(chapter.title)}
      </h1>
      <PrintButton />
      <nav className="book-toc" aria-label={say(WORDS.tablesOfChapter)}>
        <ol>
          {chapter.tables.map(({ number, title }) => (
            <li key={number}>
              <a href={`#${anchorOf(number)}`}>
                <span className="book-number">{number}</span> {say(title)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {chapter.tables.map((table) => (
        <PrintedTable key={table.number} table={table} imprint={imprint} chapter={id} />
      ))}
      <Cited citation={citation} />
      {next && (
        <p className="book-next">
          <a className="button" href={addressOf(next.id)}>
            {say(WORDS.nextChapter)}: {say(next.title)}
          </a>
        </p>
      )}
    </>
  )
}
