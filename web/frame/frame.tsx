/** What stands around every page: name, places to go, the language, the word "fictional" where it is due. */
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export type Page =
  | 'start'
  | 'book'
  | 'explore'
  | 'workbench'
  | 'questionnaire'
  | 'withdraw'
  | 'answer'
  | 'import'
  | 'own-cases'
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

/** Pages of persons who come for one thing: ways to other pages would only be in their way. */
const ALONE: readonly Page[] = ['withdraw', 'answer']

/** Pages of whoever is signed in. */
const SIGNED_IN: readonly Page[] = ['account', 'organisation', 'administration']
const IdleWhenSignedIn = lazy(() =>
  import('../leaving/idle-when-signed-in.tsx').catch((): { default: () => ReactNode } => ({ default: () => null })),
)

const FOOTERS: Readonly<Partial<Record<Page, Text>>> = {
  questionnaire: WORDS.footerForm,
  withdraw: WORDS.footerWithdraw,
  answer: WORDS.footerForm,
  import: WORDS.footerImport,
  'own-cases': WORDS.footerForm,
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
  /** First in the order of the keyboard. */
  readonly first?: ReactNode
  /** Stays in sight above the content. */
  readonly bar?: ReactNode
  readonly children: ReactNode
}

export function Frame({ page, title, fictional, first, bar, children }: FrameProps) {
  const { say, tell, to, reviewed } = useLanguage()
  useEffect(() => {
    document.title = page === 'start' ? say(WORDS.name) : `${say(title)} – ${say(WORDS.name)}`
  }, [page, title, say])
  return (
    <>
      <header className="frame-head">
        {first}
        <a className="skip" href="#content">
          {tell(WORDS.skip)}
        </a>
        <div className="frame-row">
          <a className="frame-name" href={to('/')}>
            {tell(WORDS.name)}
          </a>
          <LanguageSwitch />
        </div>
        {!ALONE.includes(page) && (
          <nav className="frame-places" aria-label={say(WORDS.pages)}>
            {PLACES.map((place) => (
              <a key={place.page} href={to(place.path)} aria-current={place.page === page ? 'page' : undefined}>
                {tell(WORDS[place.page])}
              </a>
            ))}
          </nav>
        )}
        {fictional && <p className="fictional">{tell(WORDS.fictional)}</p>}
      </header>
      {bar}
      <main id="content" tabIndex={-1} className={`page page-${page}`}>
        {!reviewed && <p className="not-reviewed">{tell(WORDS.notReviewed)}</p>}
        {children}
      </main>
      {SIGNED_IN.includes(page) && (
        <Suspense>
          <IdleWhenSignedIn />
        </Suspense>
      )}
      <footer className="frame-foot">
        <p>{tell(FOOTERS[page] ?? WORDS.footer)}</p>
        {!ALONE.includes(page) && (
          <p>
            <a href={to('/help')}>{tell(WORDS.help)}</a>
          </p>
        )}
      </footer>
    </>
  )
}

function LanguageSwitch() {
  const { spoken, tell, choices, choose } = useLanguage()
  return (
    <fieldset className="languages">
      <legend className="unseen">{tell(WORDS.language)}</legend>
      {choices.map(({ tag, name }) => (
        <button key={tag} type="button" lang={tag} aria-pressed={tag === spoken} onClick={() => choose(tag)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
}
