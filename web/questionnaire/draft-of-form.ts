/** The draft of the form, as the page knows it: whether there is one, what it would hold now, and what becomes of the page when one is opened. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { deleteDraft, draftHere } from '../drafts/draft-here.ts'
import type { DraftState } from '../drafts/use-draft.ts'
import { type KeptForm, keptForm, keptText } from './kept-form.ts'

/** @param onOpen takes a form of today that was opened */
export function useDraftOfForm({ form, coreOnly, position, attempt }: KeptForm, onOpen: (opened: KeptForm) => void) {
  const [isHere, setIsHere] = useState(false)
  const [state, setState] = useState<DraftState>('off')
  useEffect(() => {
    draftHere(Date.now()).then((found) => {
      setIsHere(found !== null)
      if (found) setState('here')
    })
  }, [])
  const content = useMemo(() => keptText({ form, coreOnly, position, attempt }), [form, coreOnly, position, attempt])
  const open = useCallback(
    (text: string) => {
      const opened = keptForm(text)
      if (opened) onOpen(opened)
      return opened !== null
    },
    [onOpen],
  )
  // What was sent is not kept beside what the server has.
  const forget = useCallback(() => {
    deleteDraft()
    setIsHere(false)
  }, [])
  return { isHere, state, onState: setState, content, open, forget }
}
