/** A word leads to the tables that speak of it: names of variables, their answers, and titles of the book. */
import { useDeferredValue, useEffect, useId, useState } from 'react'
import { client } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { addressOf, type Choice } from './choice.ts'
import { nearest, type ReleasedTables } from './released-tables.ts'
import type { Find } from './search-index.ts'
import { WORDS } from './words.ts'

interface SearchProps {
  readonly edition: string
  readonly tables: ReleasedTables
  readonly onChoose: (axes: Pick<Choice, 'rows' | 'columns'>) => void
}

type Look = (typed: string) => readonly Find[]

async function looking(edition: string, tables: ReleasedTables): Promise<Look> {
  const [{ searchIn }, contents] = await Promise.all([import('./search-index.ts'), client.bookContents(edition).catch(() => null)])
  return searchIn(contents, (variable) => tables.alone(variable).length > 0)
}

export function Search({ edition, tables, onChoose }: SearchProps) {
  const { say, tell, to, language } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState(false)
  const [look, setLook] = useState<{ readonly for: Look } | null>(null)
  useEffect(() => {
    if (!wanted) return
    let here = true
    looking(edition, tables).then(
      (found) => here && setLook({ for: found }),
      () => {},
    )
    return () => {
      here = false
    }
  }, [wanted, edition, tables])
  const words = useDeferredValue(typed).trim()
  const found = words === '' || look === null ? null : look.for(words)
  return (
    <search className="search">
      <label htmlFor={id}>{tell(WORDS.search)}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        aria-describedby={`${id}-hint`}
        onFocus={() => setWanted(true)}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-hint`} className="quiet">
        {tell(WORDS.searchHint)}
      </p>
      <p className="unseen" role="status">
        {found && say(found.length > 0 ? WORDS.found(found.length) : WORDS.foundNone)}
      </p>
      {found?.length === 0 && <p aria-hidden="true">{tell(WORDS.foundNone)}</p>}
      {found && found.length > 0 && (
        <ul className="search-found">
          {found.map((find) => {
            if (find.kind === 'table')
              return (
                <li key={find.number}>
                  <a
                    href={`${to(`/book?edition=${encodeURIComponent(edition)}&chapter=${find.chapter}`)}#table-${find.number.replace('.', '-')}`}
                  >
                    {find.number} {tell(find.name)} <span>{tell(WORDS.inBook)}</span>
                  </a>
                </li>
              )
            const axes = nearest(tables, `${find.id}@`, null)
            return (
              <li key={find.id}>
                <a
                  href={addressOf({ edition, shares: false, whole: false, ...axes }, language)}
                  onClick={(event) => {
                    event.preventDefault()
                    setTyped('')
                    onChoose(axes)
                  }}
                >
                  {tell(find.name)} {find.answer && <span>{tell(WORDS.answerOf(say(find.answer)))}</span>}
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </search>
  )
}
