/** Leaves at once: by a link that is first in the order of the keyboard, a button that stays in sight, or three presses of Shift. */
import type { MouseEvent } from 'react'
import { useLanguage } from '../language/language.tsx'
import { NEUTRAL_PAGE } from './leave.ts'
import { ShiftPresses } from './shift-presses.tsx'
import { LEAVING_WORDS } from './words.ts'

interface QuickExitProps {
  readonly onLeave: () => void
}

/** Stands before everything else on the page. */
export function LeaveFirst({ onLeave }: QuickExitProps) {
  const { tell } = useLanguage()
  const press = (event: MouseEvent) => {
    event.preventDefault()
    onLeave()
  }
  return (
    <a className="skip leave-first" href={NEUTRAL_PAGE} onClick={press}>
      {tell(LEAVING_WORDS.leaveFirst)}
    </a>
  )
}

/** A line of its own, so that the button never lies over an answer. */
export function QuickExit({ onLeave }: QuickExitProps) {
  const { say, tell } = useLanguage()
  return (
    <aside className="quick-exit" aria-label={say(LEAVING_WORDS.leaveFirst)}>
      <ShiftPresses onLeave={onLeave} />
      <button type="button" onClick={onLeave}>
        <span aria-hidden="true">×</span> {tell(LEAVING_WORDS.leave)}
      </button>
    </aside>
  )
}
