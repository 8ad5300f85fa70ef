/**
 * A page that nobody uses: it says so, then covers itself, then clears itself. Somebody was called away, and the next person sits down.
 * The times are those of the clock and not of timers, which stop while a machine sleeps.
 */
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { LEAVING_WORDS } from './words.ts'

/** Minutes since the last press, after which each begins. */
const MINUTES = { warned: 10, covered: 12, ended: 30 } as const
const LOOK_AGAIN_MS = 5000
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const

type Idle = 'active' | 'warned' | 'covered' | 'ended'

const idleAfter = (minutes: number): Idle =>
  minutes >= MINUTES.ended ? 'ended' : minutes >= MINUTES.covered ? 'covered' : minutes >= MINUTES.warned ? 'warned' : 'active'

interface IdleProps {
  /** Clears the page. */
  readonly onEnd: () => void
  /** Where nothing would be lost, a page is cleared instead of covered. */
  readonly atOnce?: boolean
}

export function IdleWatch({ onEnd, atOnce = false }: IdleProps) {
  const { tell } = useLanguage()
  const [idle, setIdle] = useState<Idle>('active')
  const used = useRef(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    used.current = Date.now()
    // Once the screen is covered only a button uncovers it.
    const use = () => {
      if (idleAfter((Date.now() - used.current) / 60_000) !== 'active') return
      used.current = Date.now()
    }
    const look = () => setIdle(idleAfter((Date.now() - used.current) / 60_000))
    const timer = window.setInterval(look, LOOK_AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, use, { passive: true })
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, use)
    }
  }, [])
  const ended = idle === 'ended' || (atOnce && idle === 'covered')
  useEffect(() => {
    if (ended) onEnd()
    else if (idle === 'active') dialog.current?.close()
    else if (!dialog.current?.open) {
      dialog.current?.showModal()
      // A dialog gives the focus to its first button, and Enter there would clear what was written.
      stay.current?.focus()
    }
  }, [idle, ended, onEnd])
  const goOn = () => {
    used.current = Date.now()
    setIdle('active')
  }
  return (
    <dialog ref={dialog} className={idle === 'covered' ? 'idle idle-covered' : 'idle'} aria-labelledby="idle-title" onCancel={goOn}>
      <h2 id="idle-title">{tell(LEAVING_WORDS.idleTitle)}</h2>
      <p role="alert">{tell(idle === 'covered' ? LEAVING_WORDS.idleCovered : LEAVING_WORDS.idleSoon)}</p>
      <div className="form-actions">
        <button type="button" onClick={onEnd}>
          {tell(LEAVING_WORDS.clearAll)}
        </button>
        <button ref={stay} type="button" className="main-action" onClick={goOn}>
          {tell(LEAVING_WORDS.stillHere)}
        </button>
      </div>
    </dialog>
  )
}
