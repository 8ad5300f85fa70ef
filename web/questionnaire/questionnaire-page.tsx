/** The form from the first question to the receipt. Everything is in memory and forgotten with the page, unless a draft is kept. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Receipt } from '../client.ts'
import { NOTHING_PASTED, type PastedCredential } from '../credential/nothing-pasted.ts'
import { DraftCorner } from '../drafts/draft-corner.tsx'
import { deleteDraft, draftHere } from '../drafts/draft-here.ts'
import type { DraftState } from '../drafts/use-draft.ts'
import { wipeDraft } from '../drafts/wipe.ts'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { later } from '../frame/later.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { IdleWatch } from '../leaving/idle.tsx'
import { useLeaving } from '../leaving/leave.ts'
import { LimitsOfLeaving } from '../leaving/limits.tsx'
import { LeaveFirst, QuickExit } from '../leaving/quick-exit.tsx'
import { Extent } from './extent.tsx'
import { formChecks, NOTHING_FOUND } from './form-checks.ts'
import { FormPart } from './form-part.tsx'
import { useFormPosition } from './form-position.ts'
import { changed, EMPTY_FORM, type FilledForm, type FormStep } from './form-state.ts'
import { keptForm, keptText } from './kept-form.ts'
import { keyOfForm } from './keys-of-form.ts'
import { Opening, PartTitle } from './part-title.tsx'
import { CASE_NAME, PARTS, type PlaceInForm, partBeside, REVIEW } from './places-in-form.ts'
import { Progress } from './progress.tsx'
import { RestOfPart } from './rest-of-part.tsx'
import { useSending } from './sending.ts'
import { TroubleList } from './trouble-list.tsx'
import { useEngine } from './use-engine.ts'
import { placeNames } from './use-list.ts'
import { WORDS } from './words.ts'

const currentYear = new Date().getFullYear()

/** The last part and what sending needs: fetched once the first part is done, so that a line that drops later keeps nobody from it. */
const lastPart = () => import('./send-part.tsx')
const sendForm = () => import('./send-form.tsx')
const SendPart = later(() => lastPart().then((part) => part.default))
// It stands in the file that sending came from: a line that drops then keeps nobody from the code.
const ReceiptOfCase = later(() => lastPart().then((part) => part.ReceiptOfCase))
const CorrectedNote = later(() => lastPart().then((part) => part.CorrectedNote))
const KeyFirst = later(() => import('./key-first.tsx').then((part) => part.default))

export function QuestionnairePage() {
  const { tell, language, to } = useLanguage()
  const { loaded, open, fictional } = useEditions()
  const [form, change] = useReducer(changed, EMPTY_FORM)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const [receiptKept, setReceiptKept] = useState(false)
  const [coreOnly, setCoreOnly] = useState(false)
  const { position, go, stay, resume, restart } = useFormPosition()
  // Held by this page alone, from the first part to the sending.
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  const [accepted, setAccepted] = useState(false)
  const paste = useCallback((next: PastedCredential) => {
    setPasted(next)
    setAccepted(false)
  }, [])
  // What was sent is not kept beside what the server has.
  const forgetDraft = useCallback(() => {
    deleteDraft()
    setDraftIsHere(false)
  }, [])
  const [wasCorrected, setWasCorrected] = useState(false)
  const { sending, refusal, attempt, send, correct, resumeAttempt, forgetRefusal } = useSending({
    onReceipt: (next) => {
      setReceipt(next)
      forgetDraft()
    },
    onCorrected: () => {
      setWasCorrected(true)
      forgetDraft()
    },
  })
  const [draftIsHere, setDraftIsHere] = useState(false)
  const [draft, setDraft] = useState<DraftState>('off')
  useEffect(() => {
    draftHere(Date.now()).then((found) => {
      setDraftIsHere(found !== null)
      if (found) setDraft('here')
    })
  }, [])
  const begun = form !== EMPTY_FORM
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
    setWasCorrected(false)
    restart()
  }, [step, restart])
  // A page that nobody uses is left without its draft: that is locked, and somebody may come back for it.
  const unused = useRef(false)
  const forget = useCallback(() => {
    clear()
    paste(NOTHING_PASTED)
    return unused.current ? undefined : wipeDraft()
  }, [clear, paste])
  const leave = useLeaving(receipt ? !receiptKept : begun && draft !== 'on' && !wasCorrected, forget)
  const leaveUnused = useCallback(() => {
    unused.current = true
    leave()
  }, [leave])

  const content = useMemo(() => keptText({ form, coreOnly, position, attempt }), [form, coreOnly, position, attempt])
  const openDraft = useCallback(
    (text: string) => {
      const opened = keptForm(text)
      if (!opened) return false
      change({ type: 'open', form: opened.form })
      setCoreOnly(opened.coreOnly)
      resumeAttempt(opened.attempt)
      resume(opened.position)
      return true
    },
    [resume, resumeAttempt],
  )

  const { current } = position
  useEffect(() => {
    if (begun) Promise.all([placeNames(), lastPart(), sendForm()]).catch(() => {})
  }, [begun])
  const { engine, failed, load } = useEngine(begun)
  const findings = useMemo(
    () => engine?.findingsOf(form, language, position, currentYear) ?? NOTHING_FOUND,
    [engine, form, language, position],
  )
  const { shown, toConfirm, states, troublesAt } = formChecks(findings, refusal?.errors ?? [], position)
  const goTo = (place: PlaceInForm) => (place.name === CASE_NAME ? go(REVIEW) : go(place.part, place.name))
  // What was typed last may still be read when the engine arrives, as a year of an era is: both came over the same line.
  const latest = useRef(form)
  latest.current = form
  const settled = () => new Promise<FilledForm>((resolve) => setTimeout(() => resolve(latest.current)))
  const next = async () => {
    const found = engine ? findings : (await load())?.findingsOf(await settled(), language, position, currentYear)
    // Without the engine one goes on: nothing is sent before it was there.
    if (found && formChecks(found, [], position).faulty(current)) stay()
    else go(partBeside(current, 1, coreOnly))
  }

  const back = () => go(partBeside(current, -1, coreOnly))
  const part = PARTS[current]
  return (
    <Frame
      page="questionnaire"
      title={WORDS.title}
      fictional={fictional}
      first={<LeaveFirst onLeave={leave} />}
      bar={<QuickExit onLeave={leave} />}
      footer={draft === 'on' || draft === 'here' ? FRAME_WORDS.footerDraft : undefined}
    >
      <IdleWatch onEnd={leaveUnused} />
      {receipt ? (
        <ReceiptOfCase receipt={receipt} form={form} kept={receiptKept} onKept={() => setReceiptKept(true)} onAnother={clear} />
      ) : wasCorrected ? (
        <CorrectedNote onAnother={clear} />
      ) : (
        <div className="form">
          <Progress current={current} states={states} coreOnly={coreOnly} onGo={(target) => go(target)} />
          <div className="form-body" id={CASE_NAME}>
            {current === 0 && (
              <Opening closed={loaded.state === 'here' && !open} draftHere={draft === 'here' && !begun}>
                <KeyFirst pasted={pasted} accepted={accepted} onPasted={paste} onAccepted={() => setAccepted(true)} />
              </Opening>
            )}
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
                {current === 0 && <Extent coreOnly={coreOnly} onChange={setCoreOnly} />}
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
                {engine ? (
                  <SendPart
                    form={form}
                    findings={findings}
                    toConfirm={toConfirm}
                    pasted={pasted}
                    accepted={accepted}
                    onPasted={paste}
                    sending={sending}
                    refusal={refusal}
                    onStep={step}
                    onGo={goTo}
                    onSend={(credential) => send(engine.submissionOf(form, language), credential)}
                    onCorrect={(credential) => correct(engine.submissionOf(form, language), credential)}
                  />
                ) : (
                  failed && <NotLoaded onAgain={load} />
                )}
                <div className="form-actions">
                  <Back onBack={back} />
                </div>
              </>
            )}
            <DraftCorner here={draftIsHere} content={content} begun={begun} onOpen={openDraft} onState={setDraft} />
            {current === 0 && (
              <p>
                <a className="link-alone" href={to('/own-cases')}>
                  {tell(WORDS.ownCases)}
                </a>
              </p>
            )}
            {current === 0 && <LimitsOfLeaving />}
          </div>
        </div>
      )}
    </Frame>
  )
}

function NotLoaded({ onAgain }: { onAgain: () => void }) {
  const { tell } = useLanguage()
  return (
    <div className="trouble" role="alert">
      <p>{tell(WORDS.notLoaded)}</p>
      <button type="button" onClick={onAgain}>
        {tell(WORDS.again)}
      </button>
    </div>
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
