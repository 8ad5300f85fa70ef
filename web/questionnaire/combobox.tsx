/**
 * A list that is searched by typing. Only Enter on an entry, or a press on it, chooses: arrow keys move, leaving the field keeps what was
 * chosen before. After the pattern "editable combobox with list autocomplete" of the ARIA Authoring Practices Guide.
 */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import type { EntryGroup } from './list-entries.ts'
import { foundIn, type ListEntry } from './list-search.ts'
import { WORDS } from './words.ts'

interface ComboboxProps {
  readonly id: string
  readonly groups: readonly EntryGroup[]
  /** What is chosen; null for nothing, and where chosen entries stand elsewhere on the page. */
  readonly chosen: string | null
  readonly disabled?: boolean
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  /** Null when the field was emptied. */
  readonly onChoose: (code: string | null) => void
}

export function Combobox({ id, groups, chosen, disabled = false, labelledBy, describedBy, invalid, onChoose }: ComboboxProps) {
  const { say, tell } = useLanguage()
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  // Null while what is chosen stands in the field.
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)

  const all = groups.flatMap((group) => group.entries)
  const label = all.find((entry) => entry.code === chosen)?.label
  const searched = typed !== null && typed.trim() !== ''
  const shown = searched ? foundIn(all, typed) : all
  const optionId = (entry: ListEntry) => `${list}-${entry.code}`
  const current = shown[active]

  const look = (at: number) => {
    setOpen(true)
    setActive(at)
    const entry = shown[at]
    if (entry) document.getElementById(optionId(entry))?.scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (entry: ListEntry) => {
    onChoose(entry.code)
    setTyped(null)
    close()
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    setActive(text.trim() === '' ? -1 : 0)
  }
  const leave = () => {
    close()
    if (typed?.trim() !== '') return
    setTyped(null)
    if (chosen !== null) onChoose(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') look(open ? Math.min(active + 1, shown.length - 1) : Math.max(active, 0))
    else if (event.key === 'ArrowUp') look(open ? Math.max(active - 1, 0) : shown.length - 1)
    else if (event.key === 'Enter' && open && current) choose(current)
    // What was typed and is on no list stays, and says so.
    else if (event.key === 'Enter' && open && searched) setActive(-1)
    else if (event.key === 'Escape' && open) close()
    else return
    event.preventDefault()
  }

  const option = (entry: ListEntry) => (
    <div
      key={entry.code}
      id={optionId(entry)}
      role="option"
      tabIndex={-1}
      aria-selected={entry === current}
      className="list-entry"
      // The field keeps the focus, so that leaving it is not taken for a press.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => choose(entry)}
      onKeyDown={press}
    >
      {tell(entry.label)}
    </div>
  )
  const notChosen = !open && searched
  return (
    <div className="list-search">
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && current ? optionId(current) : undefined}
        aria-labelledby={labelledBy}
        aria-describedby={[describedBy, notChosen && `${list}-not-chosen`].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid || notChosen || undefined}
        placeholder={say(WORDS.choose)}
        disabled={disabled}
        value={typed ?? (label ? say(label) : '')}
        onChange={({ target }) => type(target.value)}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={leave}
      />
      <div id={list} role="listbox" aria-labelledby={labelledBy} hidden={!open || shown.length === 0} className="list-entries">
        {open &&
          (searched ? shown.map(option) : groups.map((group) => <Group key={group.entries[0]?.code} group={group} option={option} />))}
      </div>
      <p role="status" className="unseen">
        {open && searched && shown.length > 0 && say(WORDS.found(shown.length))}
      </p>
      {open && searched && shown.length === 0 && (
        <p role="alert" className="quiet">
          {tell(WORDS.notFound)}
        </p>
      )}
      {notChosen && (
        <p id={`${list}-not-chosen`} className="troubles">
          {tell(WORDS.notChosen)}
        </p>
      )}
    </div>
  )
}

function Group({ group: { title, entries }, option }: { group: EntryGroup; option: (entry: ListEntry) => React.ReactNode }) {
  const { say, tell } = useLanguage()
  if (!title) return entries.map(option)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
    <div role="group" aria-label={say(title)}>
      <div className="list-title" aria-hidden="true">
        {tell(title)}
      </div>
      {entries.map(option)}
    </div>
  )
}
