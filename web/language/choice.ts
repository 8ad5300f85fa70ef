/** Which language a reader wants: the address first, then the choice made before, then the browser; English where it speaks none of ours. */
import { LANGUAGE_IDS } from '../../survey-schema/text.ts'
import { FURTHER } from './further.ts'

const REMEMBERED = 'language'

/** Pages that a person comes to alone, often on a computer of others: what she chose there stands in the address and is not stored. */
const NOT_STORED: readonly string[] = ['/answer', '/withdraw']

const TAGS: readonly string[] = [...LANGUAGE_IDS, ...FURTHER.map(({ tag }) => tag)]

const known = (tag: string | null): string | null => (tag !== null && TAGS.includes(tag) ? tag : null)

export function firstChoice(): string {
  const asked = new URL(window.location.href).searchParams.get('lang')
  return known(asked) ?? known(recall()) ?? ofBrowser(navigator.languages)
}

/** The first language of the browser that is one of ours. @example ofBrowser(['pt-BR', 'es-PE', 'en']) // 'es' */
export const ofBrowser = (languages: readonly string[]): string =>
  languages.map((tag) => known(tag.toLowerCase().split('-')[0] ?? null)).find((tag) => tag !== null) ?? 'en'

/** The choice stands in the address too, so that a page loaded again speaks as before where nothing is stored. */
export function remember(tag: string): void {
  const address = new URL(window.location.href)
  address.searchParams.set('lang', tag)
  window.history.replaceState(window.history.state, '', address)
  if (NOT_STORED.includes(address.pathname)) return
  try {
    window.localStorage.setItem(REMEMBERED, tag)
  } catch {
    // Storage may be switched off; the page then forgets the choice, nothing else.
  }
}

/** The choice is forgotten: a language tells who sat here. */
export function forgetChoice(): void {
  try {
    window.localStorage.removeItem(REMEMBERED)
  } catch {
    // Nothing was stored.
  }
}

function recall(): string | null {
  try {
    return window.localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}
