/** The words at the head of a part; before the first question, what the form is and the one sentence that matters most. */
import { type ReactNode, useState } from 'react'
import { CORNER_WORDS } from '../drafts/corner-words.ts'
import { useLanguage } from '../language/language.tsx'
import { PARTS } from './places-in-form.ts'
import { PART_HINTS, WORDS } from './words.ts'

interface OpeningProps {
  readonly closed: boolean
  readonly draftHere: boolean
  /** Where the credential may be checked; loaded when it is opened. */
  readonly children?: ReactNode
}

export function Opening({ closed, draftHere, children }: OpeningProps) {
  const { tell } = useLanguage()
  const [keyAsked, setKeyAsked] = useState(false)
  return (
    <header className="form-opening">
      <h1>{tell(WORDS.heading)}</h1>
      <p>{tell(WORDS.intro)}</p>
      <p>{tell(WORDS.introKept)}</p>
      {closed && (
        <p className="trouble" role="note">
          {tell(WORDS.noOpenEdition)}
        </p>
      )}
      <p className="independence">{tell(WORDS.independence)}</p>
      {draftHere && (
        <p>
          <button type="button" className="plain" onClick={() => document.querySelector<HTMLElement>('#draft summary')?.focus()}>
            {tell(CORNER_WORDS.here)}
          </button>
        </p>
      )}
      <details className="key-first" onToggle={({ currentTarget }) => currentTarget.open && setKeyAsked(true)}>
        <summary>{tell(WORDS.keyFirst)}</summary>
        <p className="quiet">{tell(WORDS.keyLater)}</p>
        {keyAsked && children}
      </details>
    </header>
  )
}

export function PartTitle({ part }: { part: number }) {
  const { tell } = useLanguage()
  const here = PARTS[part]
  const hint = here && here.id in PART_HINTS ? PART_HINTS[here.id as keyof typeof PART_HINTS] : null
  const Heading = part === 0 ? 'h2' : 'h1'
  return (
    <>
      <Heading id="part-title" className="part-title" tabIndex={-1}>
        {here && <span className="part-letter">{here.letter}</span>}
        {tell(here ?? WORDS.review)}
      </Heading>
      {hint && <p className="part-hint">{tell(hint)}</p>}
    </>
  )
}
