/** What stands around every page: name, places to go, the language, the word "fictional" where it is due. */
import { type ReactNode, useEffect } from 'react'
import { LANGUAGES, type Text } from '../../survey-schema/text.ts'
import { WORDS as HELP } from '../help/words.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export type Page =
  | 'start'
  | 'book'
  | 'explore'
  | 'workbench'
  | 'questionnaire'
  | 'import'
  | 'sign-in'
  | 'account'
  | 'organisation'
  | 'administration'
  | 'help'
  | 'refusal'

const PLACES = [
  { page: 'start', path: '/' },
  { page: 'book', path: '/book' },
  { page: 'explore', path: '/explore' },
  { page: 'workbench', path: '/workbench' },
  { page: 'questionnaire', path: '/questionnaire' },
  { page: 'import', path: '/import' },
  { page: 'account', path: '/account' },
] as const satisfies readonly { page: Page; path: string }[]

const FOOTERS: Readonly<Partial<Record<Page, Text>>> = {
  questionnaire: WORDS.footerForm,
  import: WORDS.footerImport,
  workbench: WORDS.footerWorkbench,
  'sign-in': WORDS.footerPeople,
  account: WORDS.footerPeople,
  organisation: WORDS.footerPeople,
  administration: WORDS.footerPeople,
}

interface FrameProps {
  readonly page: Page
  /** Stands in the window title; it never says what the form is about. */
  readonly title: Text
  readonly fictional: boolean
  readonly children: ReactNode
}

export function Frame({ page, title, fictional, children }: FrameProps) {
  const { say, tell, to } = useLanguage()
  useEffect(() => {
    document.title = page === 'start' ? say(WORDS.name) : `${say(title)} – ${say(WORDS.name)}`
  }, [page, title, say])
  return (
    <>
      <a className="skip" href="#content">
        {tell(WORDS.skip)}
      </a>
      <header className="frame-head">
        <div className="frame-row">
          <a className="frame-name" href={to('/')}>
            {tell(WORDS.name)}
          </a>
          <LanguageSwitch />
        </div>
        <nav className="frame-places" aria-label={say(WORDS.pages)}>
          {PLACES.map((place) => (
            <a key={place.page} href={to(place.path)} aria-current={place.page === page ? 'page' : undefined}>
              {tell(WORDS[place.page])}
            </a>
          ))}
        </nav>
        {fictional && <p className="fictional">{tell(WORDS.fictional)}</p>}
      </header>
      <main id="content" tabIndex={-1} className={`page page-${page}`}>
        {children}
      </main>
      <footer className="frame-foot">
        <p>{tell(FOOTERS[page] ?? WORDS.footer)}</p>
        <p>
          <a href={to('/help')}>{tell(HELP.title)}</a>
        </p>
      </footer>
    </>
  )
}

function LanguageSwitch() {
  const { language, tell, choose } = useLanguage()
  return (
    <fieldset className="languages">
      <legend className="unseen">{tell(WORDS.language)}</legend>
      {LANGUAGES.map((entry) => (
        <button key={entry.id} type="button" lang={entry.id} aria-pressed={entry.id === language} onClick={() => choose(entry.id)}>
          {entry.name}
        </button>
      ))}
    </fieldset>
  )
}
