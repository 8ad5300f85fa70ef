/**
 * Where one is in the form: the part on screen, the parts left once, and where the focus goes after each move. The part stands behind the
 * address (`#part-3`), so that Back and Forward go from part to part. An address alone opens no part: a page that is loaded begins at the first.
 */
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { FormPosition } from './form-checks.ts'
import { REVIEW } from './places-in-form.ts'

const START: FormPosition = { current: 0, seen: new Set() }

/** @example addressOfPart(0) // '#part-1' */
const addressOfPart = (part: number) => `#part-${part + 1}`

/** The part an address names, or null. */
export function partOfAddress(hash: string): number | null {
  const part = Number(/^#part-(\d{1,2})$/.exec(hash)?.[1] ?? Number.NaN) - 1
  return part >= 0 && part <= REVIEW ? part : null
}

export function useFormPosition() {
  const [position, setPosition] = useState(START)
  const [goal, setGoal] = useState<{ readonly name: string } | null>(null)

  const show = useCallback((part: number, name: string) => {
    setPosition(({ current, seen }) => (current === part ? { current, seen } : { current: part, seen: new Set([...seen, current]) }))
    setGoal({ name })
  }, [])
  const go = useCallback(
    (part: number, name = 'part-title') => {
      if (partOfAddress(location.hash) !== part) history.pushState(null, '', addressOfPart(part))
      show(part, name)
    },
    [show],
  )
  /** The same part stays, and now shows its faults. */
  const stay = useCallback(() => {
    setPosition(({ current, seen }) => ({ current, seen: new Set([...seen, current]) }))
    setGoal({ name: 'trouble-list' })
  }, [])
  /** A draft goes on where it was left. */
  const resume = useCallback((at: FormPosition) => {
    history.replaceState(null, '', addressOfPart(at.current))
    setPosition(at)
    setGoal({ name: 'part-title' })
  }, [])
  const restart = useCallback(() => resume(START), [resume])

  useEffect(() => {
    // What an address of before names was not filled in here.
    if (partOfAddress(location.hash) !== null) history.replaceState(null, '', location.pathname + location.search)
    const follow = () => {
      const part = location.hash === '' ? 0 : partOfAddress(location.hash)
      // Other addresses lead to a place of this page, such as its content.
      if (part !== null) show(part, 'part-title')
    }
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [show])

  // The element to focus exists only after the page has changed; the next key may be pressed before the page is painted.
  useLayoutEffect(() => {
    if (!goal) return
    const place = document.getElementById(goal.name)
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'start' })
  }, [goal])

  return { position, go, stay, resume, restart }
}
