/** Prints what is on the page, with every figure drawn and everything unfolded. A browser that prints by itself does not wait for them, and the paper says so. */
import { useState } from 'react'
import { drawAll } from '../figures/draw-all.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function PrintButton() {
  const { say } = useLanguage()
  const [busy, setBusy] = useState(false)
  const print = async () => {
    setBusy(true)
    await drawAll()
    setBusy(false)
    window.print()
  }
  return (
    <>
      <p className="book-print">
        <button type="button" disabled={busy} onClick={() => void print()}>
          {say(busy ? WORDS.drawing : WORDS.print)}
        </button>
      </p>
      <p className="not-drawn">{say(WORDS.notDrawn)}</p>
    </>
  )
}
