/** The tables of a chapter to choose from. */
import { useState } from 'react'
import { client, type Edition } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { AddButton } from './add-button.tsx'
import { WORDS } from './words.ts'

export function AddTables({ published }: { published: readonly Edition[] }) {
  const { say } = useLanguage()
  const [edition, setEdition] = useState(published[0]?.id ?? '')
  const [chapter, setChapter] = useState('')
  const loaded = useAnswer(`${edition} contents`, () => client.bookContents(edition))
  return (
    <section aria-labelledby="add-title">
      <h2 id="add-title">{say(WORDS.add)}</h2>
      <p className="quiet">{say(WORDS.addHint)}</p>
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : (
        <>
          <div className="add-from">
            {published.length > 1 && (
              <label>
                <span>{say(WORDS.edition)}</span>
                <select value={edition} onChange={(event) => setEdition(event.target.value)}>
                  {published.map(({ id }) => (
                    <option key={id}>{id}</option>
                  ))}
                </select>
              </label>
            )}
            <label>
              <span>{say(WORDS.chapter)}</span>
              <select value={chapter} onChange={(event) => setChapter(event.target.value)}>
                <option value="">{say(WORDS.choose)}</option>
                {loaded.value.chapters.map(({ id, number, title }) => (
                  <option key={id} value={id}>
                    {number} {say(title)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {chapter !== '' && <Chapter edition={edition} id={chapter} />}
        </>
      )}
    </section>
  )
}

function Chapter({ edition, id }: { edition: string; id: string }) {
  const { say } = useLanguage()
  const loaded = useAnswer(`${edition} ${id}`, () => client.bookChapter(edition, id))
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  return (
    <div className="add-list">
      {loaded.value.chapter.tables
        .filter(({ blocks }) => blocks.length > 0)
        .map(({ number, title, blocks }) => (
          <div key={number} className="add-table">
            <h3>
              <span className="book-number">{number}</span> {say(title)}
            </h3>
            <ul>
              {blocks.map((block) => (
                <li key={block.id}>
                  <span>
                    {say(block.caption)} <span className="quiet">{say(block.period)}</span>
                  </span>
                  <AddButton edition={edition} chapter={id} number={number} block={block} short />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}
