/** Leaving the form: the browser asks first while anything would be lost, except when the person chose to leave at once. */
import { useCallback, useEffect, useRef } from 'react'

/** @param unsaved whether leaving would lose answers @param forget clears everything @returns leaves for an empty page at once */
export function useLeaving(unsaved: boolean, forget: () => void): () => void {
  const leaving = useRef(false)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved && !leaving.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  return useCallback(() => {
    leaving.current = true
    forget()
    window.location.replace('about:blank')
  }, [forget])
}
