/** The receipt of an affected person: hers alone. Leaving it unkept asks first. */
import { useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { KeepReceipt } from '../questionnaire/receipt-keep.tsx'
import { ReceiptSlip } from '../questionnaire/receipt-slip.tsx'
import type { Stored } from './attempts.ts'
import { WORDS } from './words.ts'

interface AnswerReceiptProps {
  readonly stored: Stored
  readonly kept: boolean
  readonly onKept: () => void
  readonly onFinish: () => void
}

export function AnswerReceipt({ stored: { receipt, earlier }, kept, onKept, onFinish }: AnswerReceiptProps) {
  const { tell } = useLanguage()
  const [refused, setRefused] = useState(false)
  const [asked, setAsked] = useState(false)
  const refuse = () => {
    setRefused(true)
    onKept()
  }
  return (
    <section className="receipt answer-step" aria-labelledby="answer-title">
      <h1 id="answer-title" tabIndex={-1}>
        {tell(WORDS.doneHeading)}
      </h1>
      <p>{tell(WORDS.done)}</p>
      {earlier && <p>{tell(WORDS.doneEarlier)}</p>}
      {!refused && (
        <>
          <p>{tell(WORDS.doneCode)}</p>
          <ReceiptSlip code={receipt} />
          <KeepReceipt code={receipt} onKept={onKept} onRefuse={refuse} />
        </>
      )}
      <p role={refused ? 'status' : undefined}>{tell(WORDS.doneWithout)}</p>
      {asked && !kept && (
        <p className="troubles" role="alert">
          {tell(WORDS.notKept)}
        </p>
      )}
      <div className="form-actions">
        <button type="button" className={kept ? 'main-action' : ''} onClick={() => (kept || asked ? onFinish() : setAsked(true))}>
          {tell(WORDS.finish)}
        </button>
      </div>
    </section>
  )
}
