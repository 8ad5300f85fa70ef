/** An affected person answers for herself: help first, then the code, then a few questions, each of which may be skipped. */
import { useCallback, useEffect, useState } from 'react'
import type { Network } from '../answer-shapes.ts'
import { client } from '../client.ts'
import { useAnswer, useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { Waiting } from '../frame/waiting.tsx'
import { useLanguage } from '../language/language.tsx'
import { IdleWatch } from '../leaving/idle.tsx'
import { useLeaving } from '../leaving/leave.ts'
import { LimitsOfLeaving } from '../leaving/limits.tsx'
import { LeaveFirst, QuickExit } from '../leaving/quick-exit.tsx'
import { Agreement } from './agreement.tsx'
import { AnswerReceipt } from './answer-receipt.tsx'
import { CodeField } from './code-field.tsx'
import { HelpFirst } from './help-first.tsx'
import { OneQuestion } from './one-question.tsx'
import { stepsAsked } from './own-answers.ts'
import { Review } from './review.tsx'
import { useAnswering } from './use-answering.ts'
import { usePlace } from './use-place.ts'
import { WORDS } from './words.ts'

/** Code and agreement stand before the first question. */
const FIRST_QUESTION = 2

export function AnswerPage({ codeGiven = '' }: { readonly codeGiven?: string }) {
  const { language } = useLanguage()
  const { fictional } = useEditions()
  const network = useAnswer('network', () => client.network())
  const [typed, setTyped] = useState(codeGiven)
  const [kept, setKept] = useState(false)
  const { form, change, invited, stored, sending, trouble, issues, takeCode, send, forget: forgetAnswers } = useAnswering(language)
  const { place, go, restart } = usePlace()
  const forget = useCallback(() => {
    forgetAnswers()
    setTyped('')
    setKept(false)
    restart()
  }, [forgetAnswers, restart])
  const leave = useLeaving(stored ? !kept : invited && place >= FIRST_QUESTION, forget)
  useEffect(() => {
    if (!stored) return
    document.getElementById('answer-title')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [stored])
  const steps = stepsAsked(form)
  const step = steps[place - FIRST_QUESTION]
  const begin = async (code: string) => {
    await takeCode(code)
    go(1)
  }
  return (
    <Frame
      page="answer"
      title={WORDS.title}
      fictional={fictional}
      first={<LeaveFirst onLeave={leave} />}
      bar={<QuickExit onLeave={leave} />}
    >
      <IdleWatch onEnd={leave} />
      <div className="answer">
        {network.state !== 'here' ? (
          <Waiting loaded={network} />
        ) : stored ? (
          <AnswerReceipt stored={stored} kept={kept} onKept={() => setKept(true)} onFinish={leave} />
        ) : !invited || place === 0 ? (
          <Beginning network={network.value} typed={typed} onType={setTyped} onCode={begin} />
        ) : place === 1 ? (
          <Agreement onAgreed={() => go(FIRST_QUESTION)} />
        ) : step ? (
          <OneQuestion
            key={step}
            step={step}
            place={place - FIRST_QUESTION + 1}
            of={steps.length}
            form={form}
            onStep={change}
            onNext={() => go(place + 1)}
            onBack={() => window.history.back()}
          />
        ) : (
          <Review
            steps={steps}
            form={form}
            issues={issues}
            sending={sending}
            trouble={trouble}
            onStep={change}
            onGo={(to) => go(FIRST_QUESTION + steps.indexOf(to))}
            onBack={() => window.history.back()}
            onSend={send}
          />
        )}
      </div>
    </Frame>
  )
}

interface BeginningProps {
  readonly network: Network
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onCode: (code: string) => Promise<void>
}

/** Help, and the field for the code where the network has switched answers on in this language. */
export function Beginning({ network: { answers, hotlines }, typed, onType, onCode }: BeginningProps) {
  const { spoken, tell } = useLanguage()
  const on = answers.some((tag) => tag === spoken)
  return (
    <>
      <h1>{tell(on ? WORDS.heading : WORDS.title)}</h1>
      <HelpFirst hotlines={hotlines} />
      {on ? (
        <>
          <p>{tell(WORDS.what)}</p>
          <p>{tell(WORDS.sealed)}</p>
          <CodeField typed={typed} onType={onType} onCode={onCode} />
        </>
      ) : (
        <p>{tell(WORDS.off)}</p>
      )}
      <LimitsOfLeaving />
    </>
  )
}
