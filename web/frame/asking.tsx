/** A question before something that cannot be taken back. Staying is what Enter and Escape do; going on is a press of its own. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'

interface AskingProps {
  readonly open: boolean
  readonly heading: Text
  readonly goOn: Text
  readonly stay: Text
  readonly onGoOn: () => void
  readonly onStay: () => void
  readonly children: ReactNode
}

export function Asking({ open, heading, goOn, stay, onGoOn, onStay, children }: AskingProps) {
  const { tell } = useLanguage()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return dialog.current?.close()
    dialog.current?.showModal()
    // A dialog gives the focus to its first button.
    first.current?.focus()
  }, [open])
  return (
    <dialog ref={dialog} className="asking" aria-labelledby={id} onClose={onStay}>
      <h2 id={id}>{tell(heading)}</h2>
      <p>{children}</p>
      <div className="form-actions">
        <button type="button" onClick={onGoOn}>
          {tell(goOn)}
        </button>
        <button ref={first} type="button" className="main-action" onClick={onStay}>
          {tell(stay)}
        </button>
      </div>
    </dialog>
  )
}
