/** The first page of the book: main points, all chapters with what each found and its tables, sheets, files, and what changed between editions. */
import type { BookContents } from '../../survey-schema/release/book.ts'
import type { FindingsChapter } from '../../survey-schema/release/findings.ts'
import { policyNote } from '../../survey-schema/release/policy-note.ts'
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { Cited } from './cited.tsx'
import { Downloads } from './downloads.tsx'
import { MainPoints } from './main-points.tsx'
import { WORDS } from './words.ts'

interface ContentsProps {
  readonly contents: BookContents
  readonly addressOf: (part: string) => string
  readonly tableAddress: (number: string) => string
}

export function Contents({ contents, addressOf, tableAddress }: ContentsProps) {
  const { say } = useLanguage()
  const { imprint, chapters, citation } = contents
  const findings = useAnswer(`${imprint.edition} findings`, () => client.bookFindings(imprint.edition))
  if (findings.state === 'loading') return <Waiting loaded={findings} />
  // Contents are shown where the findings did not come.
  const found = findings.state === 'here' ? findings.value : null
  const chapterAddress = (number: number) => addressOf(chapters.find((chapter) => chapter.number === number)?.id ?? '')
  return (
    <>
      <h1>{say(imprint.title)}</h1>
      <p>{say(policyNote(imprint.policy))}</p>
      {found && <MainPoints findings={found} chapterAddress={chapterAddress} tableAddress={tableAddress} />}
      <section className="book-contents" aria-labelledby="contents-title">
        <h2 id="contents-title">{say(WORDS.contents)}</h2>
        <ol className="book-chapter-list">
          {chapters.map((chapter) => (
            <li key={chapter.id}>
              <h3>
                <a href={addressOf(chapter.id)}>
                  <span className="book-number">{chapter.number}</span> {say(chapter.title)}
                </a>
              </h3>
              <Summary chapter={found?.chapters.find(({ id }) => id === chapter.id)} />
              <details>
                <summary>{say(WORDS.tablesOf(chapter.tables.length))}</summary>
                <ul>
                  {chapter.tables.map(({ number, title }) => (
                    <li key={number}>
                      <a href={tableAddress(number)}>
                        <span className="book-number">{number}</span> {say(title)}
                      </a>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ol>
      </section>
      <p className="book-next">
        <a className="button" href={addressOf('sheets')}>
          {say(WORDS.sheets)}
        </a>
      </p>
      <Downloads edition={imprint.edition} />
      <section className="book-about" aria-labelledby="about-title">
        <h2 id="about-title">{say(WORDS.about)}</h2>
        <dl>
          <dt>{say(WORDS.editions)}</dt>
          <dd>{imprint.editions.join(', ')}</dd>
        </dl>
        <Changes edition={imprint.edition} />
        <Cited citation={citation} />
        <details className="technical">
          <summary>{say(WORDS.technical)}</summary>
          <dl>
            <dt>{say(WORDS.questionnaire)}</dt>
            <dd>{imprint.questionnaire}</dd>
            <dt>{say(WORDS.policy)}</dt>
            <dd>{imprint.policy}</dd>
            <dt>{say(WORDS.checksum('')).trim()}</dt>
            <dd className="checksum">{imprint.checksum}</dd>
          </dl>
        </details>
      </section>
    </>
  )
}

/** What a chapter asks, and what it found. */
function Summary({ chapter }: { chapter: FindingsChapter | undefined }) {
  const { say } = useLanguage()
  if (!chapter) return null
  return (
    <>
      <p className="book-question">{say(chapter.question)}</p>
      {chapter.finding && <p className="book-headline">{say(chapter.finding.headline)}</p>}
    </>
  )
}

function Changes({ edition }: { edition: string }) {
  const { say } = useLanguage()
  const loaded = useAnswer(`${edition} changes`, () => client.bookChanges(edition))
  if (loaded.state !== 'here') return null
  return (
    <>
      <h3>{say(WORDS.changes)}</h3>
      <dl className="book-changes">
        {loaded.value.map((change) => (
          <div key={change.edition}>
            <dt>{change.edition}</dt>
            {change.lines.map((line) => (
              <dd key={line.en}>{say(line)}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  )
}
