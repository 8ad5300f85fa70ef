/**
 * Keys beside those of the browser: Enter goes on to the next question, and arrow keys go from box to box of one question. Neither changes
 * an answer. Everything the browser does with Tab, Space and the arrow keys of radio buttons stays as it is.
 */
import type { KeyboardEvent } from 'react'

const CONTROLS = 'input:not(:disabled), select:not(:disabled)'
const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

const questionOf = (control: Element) => control.closest('fieldset')

/** The control of each question at which one begins: the choice made, or the first. */
function beginnings(form: Element): readonly HTMLElement[] {
  return [...form.querySelectorAll('fieldset')].flatMap((question) => {
    const own = [...question.querySelectorAll<HTMLInputElement>(CONTROLS)].filter((control) => questionOf(control) === question)
    const chosen = own.find((control) => control.type === 'radio' && control.checked)
    return chosen ?? own[0] ?? []
  })
}

/** @param onEnd after the last question */
export function keyOfForm(event: KeyboardEvent<HTMLFormElement>, onEnd: () => void) {
  // A key that closes the window of an input method, or chooses an entry of a list, is taken already.
  if (event.defaultPrevented || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const at = event.target as HTMLElement
  const isTitle = at.id === 'part-title'
  if (!isTitle && !at.matches(CONTROLS)) return
  if (event.key === 'Enter') {
    event.preventDefault()
    const form = event.currentTarget
    const after = beginnings(form).find((control) =>
      isTitle
        ? (at.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
        : questionOf(control) !== questionOf(at) && (at.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    )
    if (after) after.focus()
    else onEnd()
    return
  }
  const step = STEPS[event.key]
  if (!step || !at.matches('[type=checkbox]')) return
  event.preventDefault()
  const boxes = [...(questionOf(at)?.querySelectorAll<HTMLElement>('[type=checkbox]:not(:disabled)') ?? [])]
  boxes[(boxes.indexOf(at) + step + boxes.length) % boxes.length]?.focus()
}
