/** The head of a page. A narrow window has one row: the name, and two buttons that open the languages and the places to go. */
import { type ReactNode, useId, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import type { Page } from './page.ts'
import { WORDS } from './words.ts'

const PLACES = [
  { page: 'start', path: '/' },
  { page: 'book', path: '/book' },
  { page: 'explore', path: '/explore' },
  { page: 'workbench', path: '/workbench' },
  { page: 'questionnaire', path: '/questionnaire' },
  { page: 'import', path: '/import' },
  { page: 'account', path: '/account' },
] as const satisfies readonly { page: Page; path: string }[]

interface HeadProps {
  readonly page: Page
  /** For persons who come for one thing: ways to other pages would only be in their way. */
  readonly alone: boolean
  readonly fictional: boolean
  /** First in the order of the keyboard. */
  readonly first: ReactNode
}

type Opened = 'languages' | 'places' | null

export function Head({ page, alone, fictional, first }: HeadProps) {
  const { say, tell, to, spoken, choices } = useLanguage()
  const id = useId()
  const [opened, setOpened] = useState<Opened>(null)
  const opener = (what: Exclude<Opened, null>) => ({
    type: 'button' as const,
    className: 'frame-open',
    'aria-expanded': opened === what,
    'aria-controls': `${id}-${what}`,
    onClick: () => setOpened(opened === what ? null : what),
  })
  const name = choices.find(({ tag }) => tag === spoken)?.name
  return (
    <header className="frame-head">
      {first}
      <a className="skip" href="#content">
        {tell(WORDS.skip)}
      </a>
      <div className="frame-row">
        <a className="frame-name" href={to('/')}>
          {tell(WORDS.name)}
        </a>
        <button {...opener('languages')}>
          <Globe />
          <span className="unseen">{tell(WORDS.language)}</span>
          <span lang={spoken}>{name}</span>
        </button>
        {!alone && <button {...opener('places')}>{tell(WORDS.menu)}</button>}
        <LanguageSwitch id={`${id}-languages`} opened={opened === 'languages'} onChosen={() => setOpened(null)} />
      </div>
      {!alone && (
        <nav id={`${id}-places`} className="frame-places" data-opened={opened === 'places'} aria-label={say(WORDS.pages)}>
          {PLACES.map((place) => (
            <a key={place.page} href={to(place.path)} aria-current={place.page === page ? 'page' : undefined}>
              {tell(WORDS[place.page])}
            </a>
          ))}
        </nav>
      )}
      {fictional && <p className="fictional">{tell(WORDS.fictional)}</p>}
    </header>
  )
}

interface LanguageSwitchProps {
  readonly id: string
  readonly opened: boolean
  readonly onChosen: () => void
}

function LanguageSwitch({ id, opened, onChosen }: LanguageSwitchProps) {
  const { spoken, tell, choices, choose } = useLanguage()
  const press = (tag: string) => {
    choose(tag)
    onChosen()
  }
  return (
    <fieldset id={id} className="languages" data-opened={opened}>
      <legend className="unseen">{tell(WORDS.language)}</legend>
      {choices.map(({ tag, name }) => (
        <button key={tag} type="button" lang={tag} aria-pressed={tag === spoken} onClick={() => press(tag)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}

/** The sign for languages that needs none. */
const Globe = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
    <circle cx="10" cy="10" r="7.5" />
    <path d="M2.5 10h15M10 2.5c5 5 5 10 0 15M10 2.5c-5 5-5 10 0 15" />
  </svg>
)
