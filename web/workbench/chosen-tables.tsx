/** The chosen tables in the author's order, each with what the author writes beside it. Moved by buttons, so that a keyboard is enough. */
import { useLayoutEffect, useRef, useState } from 'react'
import { Block } from '../book/blocks.tsx'
import { useLanguage } from '../language/language.tsx'
import { type Collection, FOUND, keyOf, moved, type Picked, removed, rewritten } from './collection.ts'
import { change } from './kept.ts'
import { OwnWords } from './own-words.tsx'
import type { Resolved } from './resolved.ts'
import { WORDS } from './words.ts'

interface ChosenTablesProps {
  readonly collection: Collection
  /** Null while they are on their way. */
  readonly resolved: ReadonlyMap<string, Resolved> | null
}

export function ChosenTables({ collection, resolved }: ChosenTablesProps) {
  const { say } = useLanguage()
  const [notice, setNotice] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLOListElement>(null)
  /** The button that was pressed: moved with its table, it would lose the focus. */
  const pressed = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (pressed.current === null) return
    const [key, by] = pressed.current.split('|')
    const card = [...(list.current?.children ?? [])].find((item) => item instanceof HTMLElement && item.dataset.key === key)
    const button =
      card?.querySelector<HTMLButtonElement>(`[data-by="${by}"]:not(:disabled)`) ??
      card?.querySelector<HTMLButtonElement>('[data-by]:not(:disabled)')
    button?.focus()
    pressed.current = null
  })
  const { tables } = collection
  const nameOf = ({ title, caption }: Picked) => title || say(caption)
  const move = (picked: Picked, by: -1 | 1) => {
    pressed.current = `${keyOf(picked)}|${by}`
    setNotice(say(WORDS.movedTo(nameOf(picked), tables.indexOf(picked) + 1 + by, tables.length)))
    change((now) => moved(now, keyOf(picked), by))
  }
  const takeOut = (picked: Picked) => {
    setNotice(say(WORDS.removed(nameOf(picked))))
    heading.current?.focus()
    change((now) => removed(now, keyOf(picked)))
  }
  return (
    <section aria-labelledby="chosen-title">
      <h2 id="chosen-title" ref={heading} tabIndex={-1}>
        {say(WORDS.chosen)}
      </h2>
      <p className="unseen" role="status">
        {notice}
      </p>
      {tables.length === 0 && <p>{say(WORDS.none)}</p>}
      <ol className="chosen" ref={list}>
        {tables.map((picked, place) => {
          const key = keyOf(picked)
          const name = nameOf(picked)
          const found = resolved?.get(key)
          return (
            <li key={key} data-key={key} className="chosen-table">
              <div className="chosen-head">
                <div>
                  <h3>
                    <span className="book-number">{place + 1}</span> {say(picked.caption)}
                  </h3>
                  <p className="quiet">
                    {picked.chapter !== FOUND && `${say(WORDS.tableNumber(picked.number))} · `}
                    {found ? say(found.block.period) : picked.edition}
                  </p>
                </div>
                <div className="chosen-actions">
                  <button
                    type="button"
                    data-by="-1"
                    disabled={place === 0}
                    aria-label={say(WORDS.moveUp(name))}
                    onClick={() => move(picked, -1)}
                  >
                    ↑ {say(WORDS.up)}
                  </button>
                  <button
                    type="button"
                    data-by="1"
                    disabled={place === tables.length - 1}
                    aria-label={say(WORDS.moveDown(name))}
                    onClick={() => move(picked, 1)}
                  >
                    ↓ {say(WORDS.down)}
                  </button>
                  <button type="button" aria-label={say(WORDS.takeOut(name))} onClick={() => takeOut(picked)}>
                    {say(WORDS.remove)}
                  </button>
                </div>
              </div>
              {resolved && !found && <p className="trouble">{say(WORDS.notAvailable)}</p>}
              {found?.replaced && <p className="trouble">{say(WORDS.replaced)}</p>}
              <OwnWords
                titleLabel={WORDS.tableTitle(place + 1)}
                textLabel={WORDS.tableText(place + 1)}
                title={picked.title}
                text={picked.commentary}
                placeholder={say(picked.caption)}
                onTitle={(title) => change((now) => rewritten(now, key, { title }))}
                onText={(commentary) => change((now) => rewritten(now, key, { commentary }))}
              />
              {found && (
                <details className="chosen-figures">
                  <summary>{say(WORDS.figures)}</summary>
                  <Block block={found.block} />
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
