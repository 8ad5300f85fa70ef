/** The data book on the page: one chapter at a time, each figure with its table beside it. */
import { useEffect, useState } from 'react'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { CHAPTERS } from './chapters.ts'
import { RouteTree } from './route-tree.tsx'
import { TableBlock } from './table-block.tsx'
import { WORDS } from './words.ts'

const chapterInAddress = () =>
  CHAPTERS.find((chapter) => chapter.id === new URLSearchParams(window.location.search).get('chapter')) ?? CHAPTERS[0]

export function BookPage() {
  const { say, to } = useLanguage()
  const { loaded, published, fictional } = useEditions()
  const [chapter, setChapter] = useState(chapterInAddress)
  useEffect(() => {
    const back = () => setChapter(chapterInAddress())
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const [edition] = published
  const next = chapter && CHAPTERS[CHAPTERS.indexOf(chapter) + 1]
  return (
    <Frame page="book" title={WORDS.title} fictional={fictional}>
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : edition && chapter ? (
        <>
          <p className="book-edition">{say(WORDS.edition(edition.id))}</p>
          <nav className="book-chapters" aria-label={say(WORDS.chapters)}>
            {CHAPTERS.map((entry) => (
              <a key={entry.id} href={to(`/book?chapter=${entry.id}`)} aria-current={entry === chapter ? 'page' : undefined}>
                {say(entry.title)}
              </a>
            ))}
          </nav>
          <h1>{say(chapter.title)}</h1>
          {chapter.tree && <RouteTree edition={edition.id} />}
          {chapter.tables.map((table) => (
            <TableBlock key={`${table.rows} ${table.columns}`} edition={edition.id} table={table} />
          ))}
          {next && (
            <p className="book-next">
              <a className="button" href={to(`/book?chapter=${next.id}`)}>
                {say(WORDS.nextChapter)}: {say(next.title)}
              </a>
            </p>
          )}
        </>
      ) : (
        <>
          <h1>{say(WORDS.title)}</h1>
          <p className="trouble">{say(WORDS.nothingPublished)}</p>
        </>
      )}
    </Frame>
  )
}
