/** Leaves at once: the form is cleared, and an empty page takes the place of this one, in the history too. */
import { useEffect, useRef } from 'react'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

const PRESSES = 3
const WITHIN_MS = 1500

interface QuickExitProps {
  readonly onLeave: () => void
}

export function QuickExit({ onLeave }: QuickExitProps) {
  const { say, tell } = useLanguage()
  const presses = useRef<readonly number[]>([])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      presses.current = [...presses.current, event.timeStamp].filter((time) => event.timeStamp - time < WITHIN_MS)
      if (presses.current.length >= PRESSES) onLeave()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [onLeave])
  return (
    <div className="quick-exit">
      <button type="button" title={say(WORDS.leaveWhat)} onClick={onLeave}>
        <span aria-hidden="true">×</span> {tell(WORDS.leave)}
      </button>
    </div>
  )
}
