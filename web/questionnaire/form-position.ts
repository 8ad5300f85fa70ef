/** Where one is in the form: the part on screen, the parts left once, and where the focus goes after each move. */
import { useCallback, useEffect, useState } from 'react'
import type { FormPosition } from './form-checks.ts'

const START: FormPosition = { current: 0, seen: new Set() }

export function useFormPosition() {
  const [position, setPosition] = useState(START)
  const [goal, setGoal] = useState<{ readonly name: string } | null>(null)

  const go = useCallback((part: number, name = 'part-title') => {
    setPosition(({ current, seen }) => ({ current: part, seen: new Set([...seen, current]) }))
    setGoal({ name })
  }, [])
  /** The same part stays, and now shows its faults. */
  const stay = useCallback(() => {
    setPosition(({ current, seen }) => ({ current, seen: new Set([...seen, current]) }))
    setGoal({ name: 'trouble-list' })
  }, [])
  const restart = useCallback(() => {
    setPosition(START)
    setGoal({ name: 'part-title' })
  }, [])

  // The element to focus exists only after the page has changed.
  useEffect(() => {
    if (!goal) return
    const place = document.getElementById(goal.name)
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'start' })
  }, [goal])

  return { position, go, stay, restart }
}
