/** One chapter of the book: what it found, then its tables by number, each with its figures. */
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { ChapterFinding } from './chapter-finding.tsx'
import { Cited } from './cited.tsx'
import { PrintButton } from './print-button.tsx'
import { anchorOf, PrintedTable } from './printed-table.tsx'
import { WORDS } from './words.ts'

interface ChapterProps {
  readonly edition: string
  readonly id: string
  readonly addressOf: (part: string) => string
  readonly tableAddress: (number: string) => string
  /** The chapter after it, if there is one. */
  readonly next: { readonly id: string; readonly title: { readonly ja: string; readonly en: string } } | null
}

export function ChapterView({ edition, id, addressOf, tableAddress, next }: ChapterProps) {
  const { say } = useLanguage()
  const loaded = useAnswer(`${edition} ${id}`, () => client.bookChapter(edition, id))
  const findings = useAnswer(`${edition} findings`, () => client.bookFindings(edition))
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  if (findings.state === 'loading') return <Waiting loaded={findings} />
  // Tables are shown where the findings did not come.
  const found = findings.state === 'here' ? findings.value.chapters.find((one) => one.id === id) : undefined
  const { chapter, imprint, citation } = loaded.value
  return (
    <>
      <h1>
        <span className="book-number">{chapter.number}</span> {say(chapter.title)}
      </h1>
      {found && <ChapterFinding chapter={found} tableAddress={tableAddress} />}
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
        <PrintedTable key={table.number} table={table} imprint={imprint} chapter={id} findings={found?.finding ? found.figures : []} />
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
