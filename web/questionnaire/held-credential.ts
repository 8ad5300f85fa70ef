/** What was pasted as the organisation's credential: held by this page alone, from the first part to the sending. */
import { useCallback, useState } from 'react'
import { NOTHING_PASTED, type PastedCredential } from '../credential/nothing-pasted.ts'

export function useHeldCredential() {
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  /** Whether the server has accepted it before the first part. */
  const [accepted, setAccepted] = useState(false)
  const onPasted = useCallback((next: PastedCredential) => {
    setPasted(next)
    setAccepted(false)
  }, [])
  const onAccepted = useCallback(() => setAccepted(true), [])
  return { pasted, accepted, onPasted, onAccepted }
}
