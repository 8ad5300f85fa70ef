/**
 * Three presses of Shift alone within five seconds leave the page, as in the exit pattern of GOV.UK: browsers use Escape themselves, and Shift
 * is found without looking. Each press is announced, so that nobody leaves without having been told.
 * @see https://design-system.service.gov.uk/components/exit-this-page/
 */
import { useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { LEAVING_WORDS } from './words.ts'

const PRESSES = 3
const WITHIN_MS = 5000
/** How long it stands that the page stays. */
const TOLD_MS = 3000

export function ShiftPresses({ onLeave }: { readonly onLeave: () => void }) {
  const { say, tell } = useLanguage()
  const [presses, setPresses] = useState(0)
  const [tooSlow, setTooSlow] = useState(false)
  useEffect(() => {
    let count = 0
    let alone = false
    let timer = 0
    const forget = () => {
      count = 0
      setPresses(0)
      setTooSlow(true)
      timer = window.setTimeout(() => setTooSlow(false), TOLD_MS)
    }
    const down = ({ key, repeat }: KeyboardEvent) => {
      if (!repeat) alone = key === 'Shift'
    }
    const up = ({ key }: KeyboardEvent) => {
      if (key !== 'Shift' || !alone) return
      alone = false
      count += 1
      if (count === 1) {
        window.clearTimeout(timer)
        timer = window.setTimeout(forget, WITHIN_MS)
      }
      setPresses(count)
      setTooSlow(false)
      if (count >= PRESSES) onLeave()
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    return () => {
      window.clearTimeout(timer)
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
    }
  }, [onLeave])
  return (
    <p className="shift-presses">
      <span aria-hidden="true" className="shift-marks">
        {[1, 2, 3].map((mark) => (
          <span key={mark} className={mark <= presses ? 'pressed' : undefined} />
        ))}
      </span>
      <span className="shift-hint">{tell(LEAVING_WORDS.shift)}</span>
      <span role="status" className="unseen">
        {presses > 0 && presses < PRESSES && say(LEAVING_WORDS.morePresses(PRESSES - presses))}
        {presses >= PRESSES && say(LEAVING_WORDS.leaving)}
        {tooSlow && say(LEAVING_WORDS.tooSlow)}
      </span>
    </p>
  )
}
