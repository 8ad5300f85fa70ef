/** One press for everything in this part that nobody asked or wrote down. */
import { useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { openQuestions } from './asked.ts'
import type { FilledForm, FormStep } from './form-state.ts'
import { type PARTS, questionsAsked } from './places-in-form.ts'
import { WORDS } from './words.ts'

interface RestOfPartProps {
  readonly part: (typeof PARTS)[number]
  readonly form: FilledForm
  readonly coreOnly: boolean
  readonly onStep: (step: FormStep) => void
}

export function RestOfPart({ part, form, coreOnly, onStep }: RestOfPartProps) {
  const { say, tell } = useLanguage()
  const [filled, setFilled] = useState<{ readonly part: string; readonly questions: number } | null>(null)
  const open = openQuestions(questionsAsked(part, coreOnly), form)
  const fill = () => {
    onStep({ type: 'fill', ids: open, answer: 'not_asked' })
    setFilled({ part: part.id, questions: open.length })
  }
  return (
    <div className="rest-of-part">
      {open.length > 0 && (
        <button type="button" className="plain" onClick={fill}>
          {tell(WORDS.fillRest)}
        </button>
      )}
      <p role="status" className="quiet">
        {filled?.part === part.id && say(WORDS.filledRest(filled.questions))}
      </p>
    </div>
  )
}
