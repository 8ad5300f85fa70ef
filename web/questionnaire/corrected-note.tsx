/** Stands in the place of a receipt where a case was corrected: its code is the one of before. */
import { useEffect } from 'react'
import { useLanguage } from '../language/language.tsx'
import { RECEIPT_WORDS } from './receipt-words.ts'
import { WORDS } from './words.ts'

export function CorrectedNote({ onAnother }: { onAnother: () => void }) {
  const { tell } = useLanguage()
  useEffect(() => document.getElementById('corrected-title')?.focus(), [])
  return (
    <section className="receipt">
      <h1 id="corrected-title" tabIndex={-1}>
        {tell(WORDS.correctedHeading)}
      </h1>
      <p>{tell(WORDS.corrected)}</p>
      <p>
        <button type="button" onClick={onAnother}>
          {tell(RECEIPT_WORDS.another)}
        </button>
      </p>
    </section>
  )
}
