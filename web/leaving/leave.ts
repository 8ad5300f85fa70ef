/** Leaving: the browser asks first while anything would be lost, except when the person chose to leave at once. */
import { useCallback, useEffect, useRef } from 'react'
import { client } from '../client.ts'
import { forgetChoice } from '../language/choice.ts'

/** Where a network has named no page of its own, or it is not known yet. */
export const NEUTRAL_PAGE = 'https://www.jma.go.jp/bosai/forecast/'

/** Milliseconds that wiping may take behind the covered screen before the page is left all the same. */
const LONGEST_WIPE = 1000

/**
 * @param unsaved whether leaving would lose something
 * @param forget clears everything that the page holds or has stored; what takes longer comes back as a promise
 * @returns leaves for the neutral page at once
 */
export function useLeaving(unsaved: boolean, forget: () => unknown): () => void {
  const left = useRef(false)
  const neutral = useRef<string>(NEUTRAL_PAGE)
  useEffect(() => {
    client.network().then(
      ({ quick_exit }) => {
        neutral.current = quick_exit
      },
      () => {},
    )
  }, [])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved && !left.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  return useCallback(() => {
    if (left.current) return
    left.current = true
    cover()
    const wiped = Promise.allSettled([Promise.resolve().then(forget), signOut()])
    forgetChoice()
    const enough = new Promise((done) => setTimeout(done, LONGEST_WIPE))
    // The page takes the place of this one in the history. The server's policy sends no referrer.
    Promise.race([wiped, enough]).then(() => window.location.replace(neutral.current))
  }, [forget])
}

/** Nothing of the page is left on the screen, in its title, or for a browser that keeps pages to go back to. */
function cover() {
  const blank = document.createElement('div')
  blank.className = 'page-left'
  document.body.replaceChildren(blank)
  document.title = '…'
}

/** Whoever is signed in no longer is; nobody else notices. It goes on while the page is left. */
const signOut = () =>
  fetch('/api/v1/sign-out', { method: 'POST', credentials: 'same-origin', keepalive: true, referrerPolicy: 'no-referrer' }).catch(
    () => null,
  )
