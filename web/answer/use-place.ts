/** Where she is: before the questions, at one of them, or at the end. Back and Forward of the browser go a step; the address says nothing of it. */
import { useCallback, useEffect, useState } from 'react'

/** 0: the code; 1: the agreement; from 2 the questions; past them the review. */
export function usePlace() {
  const [place, setPlace] = useState(0)
  useEffect(() => {
    const moved = ({ state }: PopStateEvent) => setPlace(typeof state?.answerPlace === 'number' ? state.answerPlace : 0)
    window.addEventListener('popstate', moved)
    return () => window.removeEventListener('popstate', moved)
  }, [])
  const go = useCallback((next: number) => {
    window.history.pushState({ answerPlace: next }, '')
    setPlace(next)
  }, [])
  const restart = useCallback(() => {
    window.history.replaceState(null, '')
    setPlace(0)
  }, [])
  return { place, go, restart }
}
