/** What stands around every page: name, places to go, the language, the word "fictional" where it is due. */
import { type ReactNode, useEffect } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { Head } from './head.tsx'
import { later } from './later.tsx'
import type { Page } from './page.ts'
import { WORDS } from './words.ts'

/** Pages of persons who come for one thing: ways to other pages would only be in their way. */
const ALONE: readonly Page[] = ['withdraw', 'answer']

/** Pages of whoever is signed in. */
const SIGNED_IN: readonly Page[] = ['account', 'organisation', 'administration']
const IdleWhenSignedIn = later(() => import('../leaving/idle-when-signed-in.tsx').then((part) => part.default), { quiet: true })

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
  /** In the place of what the page says at its foot. */
  readonly footer?: Text | undefined
  readonly children: ReactNode
}

export function Frame({ page, title, fictional, first, bar, footer, children }: FrameProps) {
  const { say, tell, to, reviewed } = useLanguage()
  const alone = ALONE.includes(page)
  useEffect(() => {
    document.title = page === 'start' ? say(WORDS.name) : `${say(title)} – ${say(WORDS.name)}`
  }, [page, title, say])
  return (
    <>
      <Head page={page} alone={alone} fictional={fictional} first={first} />
      {bar}
      <main id="content" tabIndex={-1} className={`page page-${page}`}>
        {!reviewed && <p className="not-reviewed">{tell(WORDS.notReviewed)}</p>}
        {children}
      </main>
      {SIGNED_IN.includes(page) && <IdleWhenSignedIn />}
      <footer className="frame-foot">
        <p>{tell(footer ?? FOOTERS[page] ?? WORDS.footer)}</p>
        {!alone && (
          <p>
            <a className="link-alone" href={to('/help')}>
              {tell(WORDS.help)}
            </a>
          </p>
        )}
      </footer>
    </>
  )
}
