/** The data book as a reader: contents, one chapter at a time, fact sheets; every figure has its table beside it. */
import { useEffect, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { client, type Edition } from '../client.ts'
import { useAnswer, useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { NothingPublished } from '../frame/nothing-published.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { ChapterView } from './chapter.tsx'
import { Contents } from './contents.tsx'
import { anchorOf } from './printed-table.tsx'
import { Sheets } from './sheets.tsx'
import { WORDS } from './words.ts'

const asked = () => {
  const query = new URLSearchParams(window.location.search)
  return { edition: query.get('edition'), part: query.get('chapter') }
}

export function BookPage() {
  const { say } = useLanguage()
  const { loaded, published, fictional } = useEditions()
  const [place, setPlace] = useState(asked)
  useEffect(() => {
    const back = () => setPlace(asked())
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const edition = published.find(({ id }) => id === place.edition) ?? published[0]
  // By its number: a title that named its subject would be read over a shoulder (P71).
  const [title, setTitle] = useState<Text>(WORDS.title)
  return (
    <Frame page="book" title={title} fictional={fictional}>
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : edition ? (
        <Reader edition={edition} published={published} part={place.part} onTitle={setTitle} />
      ) : (
        <>
          <h1>{say(WORDS.title)}</h1>
          <NothingPublished text={FRAME_WORDS.nothingPublished} />
        </>
      )}
    </Frame>
  )
}

interface ReaderProps {
  readonly edition: Edition
  readonly published: readonly Edition[]
  readonly part: string | null
  readonly onTitle: (title: Text) => void
}

function Reader({ edition, published, part, onTitle }: ReaderProps) {
  const { say, to } = useLanguage()
  const loaded = useAnswer(`${edition.id} contents`, () => client.bookContents(edition.id))
  useArrival(loaded.state === 'here' ? part : null)
  const number = loaded.state === 'here' ? loaded.value.chapters.find(({ id }) => id === part)?.number : undefined
  useEffect(
    () => onTitle(number !== undefined ? WORDS.chapter(number) : part === 'sheets' ? WORDS.sheets : WORDS.title),
    [number, part, onTitle],
  )
  if (loaded.state === 'refused' && loaded.refusal.slug === 'not-released') return <p className="trouble">{say(WORDS.noBook)}</p>
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  const { chapters } = loaded.value
  const current = chapters.find(({ id }) => id === part)
  const addressOf = (id: string | null) => to(`/book?edition=${encodeURIComponent(edition.id)}${id ? `&chapter=${id}` : ''}`)
  const chapterOf = (number: string) => chapters.find(({ tables }) => tables.some((table) => table.number === number))?.id ?? ''
  const tableAddress = (number: string) => `${addressOf(chapterOf(number))}#${anchorOf(number)}`
  const entry = (id: string | null, label: string) => (
    <a
      key={id ?? 'contents'}
      href={addressOf(id)}
      aria-current={(current?.id ?? (part === 'sheets' ? part : null)) === id ? 'page' : undefined}
    >
      {label}
    </a>
  )
  return (
    <>
      <div className="book-editions">
        {published.length > 1 ? (
          <nav aria-label={say(WORDS.editions)}>
            {published.map(({ id }) => (
              <a
                key={id}
                href={to(`/book?edition=${encodeURIComponent(id)}${part ? `&chapter=${part}` : ''}`)}
                aria-current={id === edition.id ? 'page' : undefined}
              >
                {say(WORDS.edition(id))}
              </a>
            ))}
          </nav>
        ) : (
          <p className="book-edition">{say(WORDS.edition(edition.id))}</p>
        )}
      </div>
      {(current || part === 'sheets') && (
        <details className="book-menu" open={window.matchMedia('(min-width: 64rem)').matches}>
          <summary>{say(WORDS.chapters)}</summary>
          <nav className="book-chapters" aria-label={say(WORDS.chapters)}>
            {entry(null, say(WORDS.contents))}
            {chapters.map(({ id, number, title }) => entry(id, `${number} ${say(title)}`))}
            {entry('sheets', say(WORDS.sheets))}
          </nav>
        </details>
      )}
      {current ? (
        <ChapterView
          edition={edition.id}
          id={current.id}
          addressOf={addressOf}
          tableAddress={tableAddress}
          next={chapters[chapters.indexOf(current) + 1] ?? null}
        />
      ) : part === 'sheets' ? (
        <Sheets edition={edition.id} tableAddress={tableAddress} chapterOf={chapterOf} />
      ) : (
        <Contents contents={loaded.value} addressOf={addressOf} tableAddress={tableAddress} />
      )}
    </>
  )
}

/** A table named in the address is there only once its chapter has come. */
function useArrival(part: string | null) {
  useEffect(() => {
    const wanted = window.location.hash.slice(1)
    if (part === null || wanted === '') return
    const seen = new MutationObserver(() => {
      const found = document.getElementById(wanted)
      if (!found) return
      seen.disconnect()
      found.scrollIntoView()
    })
    seen.observe(document.body, { childList: true, subtree: true })
    return () => seen.disconnect()
  }, [part])
}
