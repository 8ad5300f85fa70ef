/** Puts a page into its document, inside the language of the reader. */
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageOfPage } from '../language/language.tsx'

export function mount(page: ReactNode) {
  const place = document.getElementById('page')
  if (!place) throw new Error('this document has no place for a page')
  createRoot(place).render(
    <StrictMode>
      <LanguageOfPage>{page}</LanguageOfPage>
    </StrictMode>,
  )
}
