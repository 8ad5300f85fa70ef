/** Puts a page into its document, inside the language of the reader. */
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { TranslatedPage } from '../language/further.ts'
import { LanguageOfPage } from '../language/language.tsx'

/** @param translated its name, where the page has every language; Japanese and English otherwise */
export function mount(page: ReactNode, translated: TranslatedPage | null = null) {
  const place = document.getElementById('page')
  if (!place) throw new Error('this document has no place for a page')
  createRoot(place).render(
    <StrictMode>
      <LanguageOfPage page={translated}>{page}</LanguageOfPage>
    </StrictMode>,
  )
}
