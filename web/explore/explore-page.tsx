/** Find a table: one variable or two, then the published figures, drawn and in rows, with a link that leads here again. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { client } from '../client.ts'
import { useAnswer, useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { NothingPublished } from '../frame/nothing-published.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { addressOf, type Choice, choiceOf } from './choice.ts'
import { Examples } from './examples.tsx'
import { Picker } from './picker.tsx'
import { nearest, releasedTables } from './released-tables.ts'
import { Search } from './search.tsx'
import { TableFound } from './table-found.tsx'
import { windowTitle } from './window-title.ts'
import { WORDS } from './words.ts'

export function ExplorePage() {
  const { say, language } = useLanguage()
  const { loaded, published, fictional } = useEditions()
  const [choice, setChoice] = useState<Choice>(() => choiceOf(new URLSearchParams(window.location.search)))
  useEffect(() => {
    const back = () => setChoice(choiceOf(new URLSearchParams(window.location.search)))
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const edition = published.find((entry) => entry.id === choice.edition) ?? published[0]
  const change = (part: Partial<Choice>) => {
    const next = { ...choice, edition: edition?.id ?? null, ...part }
    setChoice(next)
    window.history.pushState(null, '', addressOf(next, language))
  }
  const title = useMemo(() => windowTitle(choice), [choice])
  return (
    <Frame page="explore" title={title} fictional={fictional}>
      <h1>{say(WORDS.heading)}</h1>
      {loaded.state !== 'here' ? (
        <Waiting loaded={loaded} />
      ) : edition ? (
        <>
          <p>{say(WORDS.intro)}</p>
          {published.length > 1 && (
            <label className="picker-edition">
              <span>{say(WORDS.edition)}</span>
              <select value={edition.id} onChange={(event) => change({ edition: event.target.value })}>
                {published.map((entry) => (
                  <option key={entry.id} value={entry.id}>
                    {entry.id}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Tables key={edition.id} edition={edition.id} choice={choice} onChange={change} />
        </>
      ) : (
        <NothingPublished text={WORDS.nothingPublished} />
      )}
    </Frame>
  )
}

interface TablesProps {
  readonly edition: string
  readonly choice: Choice
  readonly onChange: (part: Partial<Choice>) => void
}

function Tables({ edition, choice, onChange }: TablesProps) {
  const [arriving, setArriving] = useState(false)
  const onArrived = useCallback(() => setArriving(false), [])
  const follow = (part: Partial<Choice>) => {
    setArriving(true)
    onChange(part)
  }
  const loaded = useAnswer(edition, () => client.tableIds(edition))
  const ids = loaded.state === 'here' ? loaded.value : null
  const tables = useMemo(() => releasedTables(ids ?? []), [ids])
  if (loaded.state !== 'here') return <Waiting loaded={loaded} />
  // A link may name a variable without its level; the level is filled in where the edition leaves no doubt that the table exists.
  const full =
    choice.rows && (!choice.rows.includes('@') || (choice.columns && !choice.columns.includes('@')))
      ? nearest(tables, choice.rows, choice.columns)
      : choice
  const settled = { ...choice, rows: full.rows, columns: full.columns }
  return (
    <div className="explore">
      <div className="explore-choose">
        <Search edition={edition} tables={tables} onChoose={follow} />
        <Picker choice={settled} tables={tables} onChoose={(axes) => onChange(axes)} />
      </div>
      <div className="explore-found">
        {settled.rows ? (
          <TableFound
            edition={edition}
            choice={settled}
            rows={settled.rows}
            tables={tables}
            arriving={arriving}
            onArrived={onArrived}
            onChange={onChange}
            onFollow={follow}
          />
        ) : (
          <Examples tables={tables} onChoose={follow} />
        )}
      </div>
    </div>
  )
}
