/** The language of the page: the address first, then the choice made before, then the browser. */
import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { isLanguage, type Language, type Text } from '../../survey-schema/text.ts'

const REMEMBERED = 'language'

interface Spoken {
  readonly language: Language
  /** For attributes, titles and announcements. */
  readonly say: (text: Text) => string
  /** For what stands on the page. */
  readonly tell: (text: Text) => ReactNode
  readonly choose: (language: Language) => void
  /** The same place in this language. */
  readonly to: (path: string) => string
}

const Context = createContext<Spoken | null>(null)

export function LanguageOfPage({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage)
  const choose = useCallback((next: Language) => {
    setLanguage(next)
    remember(next)
    const address = new URL(window.location.href)
    address.searchParams.set('lang', next)
    window.history.replaceState(null, '', address)
  }, [])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      choose,
      say: (text) => text[language],
      tell: (text) => text[language],
      to: (path) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
    }),
    [language, choose],
  )
  return <Context value={spoken}>{children}</Context>
}

/** @throws Error outside a page: every page stands inside `LanguageOfPage`. */
export function useLanguage(): Spoken {
  const spoken = useContext(Context)
  if (!spoken) throw new Error('no language around this element')
  return spoken
}

function firstLanguage(): Language {
  const asked = new URL(window.location.href).searchParams.get('lang')
  if (isLanguage(asked)) return asked
  const kept = recall()
  if (isLanguage(kept)) return kept
  return navigator.languages.some((tag) => tag.startsWith('ja')) || !navigator.languages.some((tag) => tag.startsWith('en')) ? 'ja' : 'en'
}

// Storage may be switched off; the page then forgets the choice, nothing else.
function recall(): string | null {
  try {
    return window.localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

function remember(language: Language) {
  try {
    window.localStorage.setItem(REMEMBERED, language)
  } catch {}
}
