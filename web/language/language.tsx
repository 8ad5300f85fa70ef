/** The language of the page and what every text says in it. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { isLanguage, LANGUAGES, type Language, type Text } from '../../survey-schema/text.ts'
import { firstChoice, remember } from './choice.ts'
import { type FetchedLanguage, FURTHER, fetched, type TranslatedPage } from './further.ts'
import { Ruby } from './ruby.tsx'
import { textIn, withoutReadings } from './spoken.ts'

interface Spoken {
  /** Of answers of the server and of files, which are in Japanese and English. */
  readonly language: Language
  /** What the page speaks, as BCP 47. */
  readonly spoken: string
  /** For attributes, titles, announcements and `<option>`. */
  readonly say: (text: Text) => string
  /** For what stands on the page: readings stand over kanji. */
  readonly tell: (text: Text) => ReactNode
  /** One after another, as a list in a sentence. */
  readonly sayAll: (texts: readonly Text[]) => string
  readonly choices: readonly { readonly tag: string; readonly name: string }[]
  readonly choose: (tag: string) => void
  /** False where the page speaks a language whose words no native speaker has read yet. */
  readonly reviewed: boolean
  /** The same place in this language. */
  readonly to: (path: string) => string
}

const Context = createContext<Spoken | null>(null)

const CORE = LANGUAGES.map(({ id, name }) => ({ tag: id, name }))
const ALL = [...CORE, ...FURTHER.map(({ tag, name }) => ({ tag, name }))]

const furtherOf = (tag: string) => FURTHER.find((language) => language.tag === tag)
const coreOf = (tag: string): Language => (isLanguage(tag) ? tag : (furtherOf(tag)?.instead ?? 'en'))

interface LanguageOfPageProps {
  /** Null for a page in Japanese and English alone. */
  readonly page: TranslatedPage | null
  readonly children: ReactNode
}

export function LanguageOfPage({ page, children }: LanguageOfPageProps) {
  const [chosen, setChosen] = useState(firstChoice)
  // What the page speaks now: the language before stays until the next one is there.
  const [now, setNow] = useState<Language | FetchedLanguage | null>(() => (page && furtherOf(chosen) ? null : coreOf(chosen)))
  const wanted = useRef(chosen)
  const speak = useCallback(
    (tag: string) => {
      wanted.current = tag
      const further = page && furtherOf(tag)
      const settle = (language: Language | FetchedLanguage) => wanted.current === tag && setNow(language)
      if (further) fetched(further, page, settle).then(settle, () => settle(further.instead))
      else settle(coreOf(tag))
    },
    [page],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first choice alone; later ones are spoken as they are made
  useEffect(() => speak(chosen), [speak])
  const choose = useCallback(
    (tag: string) => {
      setChosen(tag)
      remember(tag)
      speak(tag)
    },
    [speak],
  )
  if (now === null) return null
  return (
    <Speaking now={now} chosen={chosen} choices={page ? ALL : CORE} choose={choose}>
      {children}
    </Speaking>
  )
}

interface SpeakingProps {
  readonly now: Language | FetchedLanguage
  readonly chosen: string
  readonly choices: Spoken['choices']
  readonly choose: Spoken['choose']
  readonly children?: ReactNode
}

/** What stands inside speaks this language. */
export function Speaking({ now, chosen, choices, choose, children }: SpeakingProps) {
  const further = typeof now === 'string' ? null : now
  const language = typeof now === 'string' ? now : coreOf(now.tag)
  const tag = further?.tag ?? language
  useLayoutEffect(() => {
    document.documentElement.lang = tag
  }, [tag])
  const spoken = useMemo<Spoken>(() => {
    const apart = further?.furigana
    const said = (text: Text) => textIn(further, language, text)
    const say = apart ? (text: Text) => withoutReadings(said(text)) : said
    return {
      language,
      spoken: tag,
      choices,
      choose,
      reviewed: further?.reviewed ?? true,
      say,
      tell: apart ? (text) => <Ruby parts={apart(said(text))} /> : said,
      sayAll: (texts) => texts.map(say).join(language === 'ja' ? '、' : '; '),
      to: (path) => {
        const [place = '', part] = path.split('#')
        return `${place}${place.includes('?') ? '&' : '?'}lang=${chosen}${part === undefined ? '' : `#${part}`}`
      },
    }
  }, [further, language, tag, chosen, choices, choose])
  return <Context value={spoken}>{children}</Context>
}

/** @throws Error outside a page: every page stands inside `LanguageOfPage`. */
export function useLanguage(): Spoken {
  const spoken = useContext(Context)
  if (!spoken) throw new Error('no language around this element')
  return spoken
}
