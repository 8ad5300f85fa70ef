/** The first page of the book: what it is, all chapters with their tables, sheets, files, and what changed between editions. */
import type { BookContents } from '../../survey-schema/release/book.ts'
import { policyNote } from '../../survey-schema/release/policy-note.ts'
import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { useLanguage } from '../language/language.tsx'
import { Cited } from './cited.tsx'
import { Downloads } from './downloads.tsx'
import { WORDS } from './words.ts'

interface ContentsProps {
  readonly contents: BookContents
  readonly addressOf: (part: string) => string
  readonly tableAddress: (number: string) => string
}

export function Contents({ contents, addressOf, tableAddress }: ContentsProps) {
  const { say } = useLanguage()
  const { imprint, chapters, citation } = contents
  return (
    <>
      <h1>{say(imprint.title)}</h1>
      <p>{say(policyNote(imprint.policy))}</p>
      <section className="book-contents" aria-label={say(WORDS.contents)}>
        <h2>{say(WORDS.contents)}</h2>
        <ol className="book-chapter-list">
          {chapters.map((chapter) => (
            <li key={chapter.id}>
              <h3>
                <a href={addressOf(chapter.id)}>
                  <span className="book-number">{chapter.number}</span> {say(chapter.title)}
                </a>
              </h3>
              <ul>
                {chapter.tables.map(({ number, title }) => (
                  <li key={number}>
                    <a href={tableAddress(number)}>
                      <span className="book-number">{number}</span> {say(title)}
                    </a>
                  </li>
                ))}
              </ul>
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
