/** The form from the first question to the receipt. It keeps everything in memory and forgets it with the page. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { Receipt } from '../client.ts'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { IdleWatch } from '../leaving/idle.tsx'
import { useLeaving } from '../leaving/leave.ts'
import { LeaveFirst, QuickExit } from '../leaving/quick-exit.tsx'
import { Extent } from './extent.tsx'
import { findingsOf, formChecks } from './form-checks.ts'
import { FormPart } from './form-part.tsx'
import { useFormPosition } from './form-position.ts'
import { changed, EMPTY_FORM, type FormStep } from './form-state.ts'
import { keyOfForm } from './keys-of-form.ts'
import { Opening, PartTitle } from './part-title.tsx'
import { CASE_NAME, PARTS, type PlaceInForm, partBeside, REVIEW } from './places-in-form.ts'
import { Progress } from './progress.tsx'
import { ReceiptOfCase } from './receipt.tsx'
import { RestOfPart } from './rest-of-part.tsx'
import { useSending } from './sending.ts'
import { submissionOf } from './submission.ts'
import { TroubleList } from './trouble-list.tsx'
import { placeNames } from './use-list.ts'
import { WORDS } from './words.ts'

const currentYear = new Date().getFullYear()

/** The last part and what sending needs: fetched once the first part is done, so that a line that drops later keeps nobody from it. */
const lastPart = () => import('./send-part.tsx')
const sendForm = () => import('./send-form.tsx')
const SendPart = lazy(lastPart)

export function QuestionnairePage() {
  const { tell, language } = useLanguage()
  const { loaded, open, fictional } = useEditions()
  const [form, change] = useReducer(changed, EMPTY_FORM)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [receiptKept, setReceiptKept] = useState(false)
  const [coreOnly, setCoreOnly] = useState(false)
  const { position, go, stay, restart } = useFormPosition()
  const { sending, refusal, send, forgetRefusal } = useSending(setReceipt)
  const step = useCallback(
    (by: FormStep) => {
      forgetRefusal()
      change(by)
    },
    [forgetRefusal],
  )
  const clear = useCallback(() => {
    step({ type: 'clear' })
    setReceipt(null)
    setReceiptKept(false)
    restart()
  }, [step, restart])
  const leave = useLeaving(receipt ? !receiptKept : form !== EMPTY_FORM, clear)
  useEffect(() => {
    if (receipt) document.getElementById('receipt-title')?.focus()
  }, [receipt])

  const { current } = position
  const begun = form !== EMPTY_FORM
  useEffect(() => {
    if (begun) Promise.all([placeNames(), lastPart(), sendForm()]).catch(() => {})
  }, [begun])
  const findings = useMemo(() => findingsOf(form, language, position, currentYear), [form, language, position])
  const { shown, toConfirm, faulty, states, troublesAt } = formChecks(findings, refusal?.errors ?? [], position)
  const goTo = (place: PlaceInForm) => (place.name === CASE_NAME ? go(REVIEW) : go(place.part, place.name))
  const next = () => (faulty(current) ? stay() : go(partBeside(current, 1, coreOnly)))

  const back = () => go(partBeside(current, -1, coreOnly))
  const part = PARTS[current]
  return (
    <Frame
      page="questionnaire"
      title={WORDS.title}
      fictional={fictional}
      first={<LeaveFirst onLeave={leave} />}
      bar={<QuickExit onLeave={leave} />}
    >
      <IdleWatch onEnd={leave} />
      {receipt ? (
        <ReceiptOfCase
          receipt={receipt}
          confirmed={form.confirmed}
          kept={receiptKept}
          onKept={() => setReceiptKept(true)}
          onAnother={clear}
        />
      ) : (
        <div className="form">
          <Progress current={current} states={states} coreOnly={coreOnly} onGo={(target) => go(target)} />
          <div className="form-body" id={CASE_NAME}>
            {part ? (
              <form
                className="part"
                noValidate
                autoComplete="off"
                onSubmit={(event) => {
                  event.preventDefault()
                  next()
                }}
                onKeyDown={(event) => keyOfForm(event, next)}
              >
                {current === 0 && (
                  <>
                    <Opening closed={loaded.state === 'here' && !open} />
                    <Extent coreOnly={coreOnly} onChange={setCoreOnly} />
                  </>
                )}
                <PartTitle part={current} />
                <TroubleList issues={shown} onGo={goTo} />
                <FormPart part={part} form={form} coreOnly={coreOnly} troublesAt={troublesAt} onStep={step} />
                <RestOfPart part={part} form={form} coreOnly={coreOnly} onStep={step} />
                <div className="form-actions">
                  {current > 0 && <Back onBack={back} />}
                  <button type="submit" className="main-action">
                    {tell(WORDS.next)}
                  </button>
                </div>
              </form>
            ) : (
              <>
                <PartTitle part={current} />
                <TroubleList issues={shown} onGo={goTo} />
                <Suspense>
                  <SendPart
                    form={form}
                    findings={findings}
                    toConfirm={toConfirm}
                    sending={sending}
                    refusal={refusal}
                    onStep={step}
                    onGo={goTo}
                    onSend={(credential) => send(submissionOf(form, language), credential)}
                  />
                </Suspense>
                <div className="form-actions">
                  <Back onBack={back} />
                </div>
              </>
            )}
          </div>
        </div>
      )}
    </Frame>
  )
}

function Back({ onBack }: { onBack: () => void }) {
  const { tell } = useLanguage()
  return (
    <button type="button" onClick={onBack}>
      {tell(WORDS.back)}
    </button>
  )
}
