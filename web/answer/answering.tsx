/** After the code: agreement, questions, review and receipt. Loaded while she reads what stands before it, so that help and the field come fast. */
import { useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { Agreement } from './agreement.tsx'
import { AnswerReceipt } from './answer-receipt.tsx'
import type { Invited } from './invited.ts'
import { OneQuestion } from './one-question.tsx'
import { stepsAsked } from './own-answers.ts'
import { Review } from './review.tsx'
import { useAnswering } from './use-answering.ts'

export { invitedBy } from './invited.ts'

/** Code and agreement stand before the first question. */
const FIRST_QUESTION = 2

interface AnsweringProps {
  readonly invited: Invited
  /** 0 while the page shows what stands before the code: what she answered is kept. */
  readonly place: number
  readonly onGo: (place: number) => void
  readonly onStored: () => void
  /** Whether leaving now loses something. */
  readonly onLoses: (loses: boolean) => void
  readonly onFinish: () => void
}

export default function Answering({ invited, place, onGo, onStored, onLoses, onFinish }: AnsweringProps) {
  const { language } = useLanguage()
  const { form, change, stored, sending, trouble, issues, send } = useAnswering(language, invited)
  const [kept, setKept] = useState(false)
  const isStored = stored !== null
  const loses = isStored ? !kept : place >= FIRST_QUESTION
  useEffect(() => onLoses(loses), [loses, onLoses])
  useEffect(() => {
    if (isStored) onStored()
  }, [isStored, onStored])
  useEffect(() => {
    if (place === 0 && !isStored) return
    // The bar of the quick exit stays in sight: it would lie over a title that is scrolled to.
    document.getElementById('answer-title')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [place, isStored])
  if (stored) return <AnswerReceipt stored={stored} kept={kept} onKept={() => setKept(true)} onFinish={onFinish} />
  if (place === 0) return null
  if (place === 1) return <Agreement onAgreed={() => onGo(FIRST_QUESTION)} />
  const steps = stepsAsked(form)
  const step = steps[place - FIRST_QUESTION]
  const back = () => window.history.back()
  if (!step)
    return (
      <Review
        steps={steps}
        form={form}
        issues={issues}
        sending={sending}
        trouble={trouble}
        onStep={change}
        onGo={(to) => onGo(FIRST_QUESTION + steps.indexOf(to))}
        onBack={back}
        onSend={send}
      />
    )
  return (
    <OneQuestion
      key={step}
      step={step}
      place={place - FIRST_QUESTION + 1}
      of={steps.length}
      form={form}
      onStep={change}
      onNext={() => onGo(place + 1)}
      onBack={back}
    />
  )
}
