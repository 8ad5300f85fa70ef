/** The form from the first question to the receipt. Everything is in memory and forgotten with the page, unless a draft is kept. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Receipt } from '../client.ts'
import { NOTHING_PASTED } from '../credential/nothing-pasted.ts'
import { DraftCorner } from '../drafts/draft-corner.tsx'
import { wipeDraft } from '../drafts/wipe.ts'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { IdleWatch } from '../leaving/idle.tsx'
import { useLeaving } from '../leaving/leave.ts'
import { LimitsOfLeaving } from '../leaving/limits.tsx'
import { LeaveFirst, QuickExit } from '../leaving/quick-exit.tsx'
import { Back } from './back.tsx'
import { useDraftOfForm } from './draft-of-form.ts'
import { useFormPosition } from './form-position.ts'
import { changed, EMPTY_FORM, type FormStep } from './form-state.ts'
import { useHeldCredential } from './held-credential.ts'
import { useJudgedForm } from './judged-form.ts'
import type { KeptForm } from './kept-form.ts'
import { NotLoaded } from './not-loaded.tsx'
import { OnePart } from './one-part.tsx'
import { Opening, PartTitle } from './part-title.tsx'
import { CorrectedNote, fetchLaterParts, KeyFirst, ReceiptOfCase, SendPart } from './parts-that-come-later.ts'
import { CASE_NAME, type PlaceInForm, partBeside, REVIEW } from './places-in-form.ts'
import { Progress } from './progress.tsx'
import { useSending } from './sending.ts'
import { TroubleList } from './trouble-list.tsx'
import { WORDS } from './words.ts'

type Outcome = { readonly receipt: Receipt; readonly kept: boolean } | 'corrected' | null

export function QuestionnairePage() {
  const { tell, language, to } = useLanguage()
  const { loaded, open, fictional } = useEditions()
  const [form, change] = useReducer(changed, EMPTY_FORM)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [coreOnly, setCoreOnly] = useState(false)
  const { position, go, stay, resume, restart } = useFormPosition()
  const credential = useHeldCredential()
  const { sending, refusal, attempt, send, correct, resumeAttempt, forgetRefusal } = useSending({
    onReceipt: (receipt) => ended({ receipt, kept: false }),
    onCorrected: () => ended('corrected'),
  })
  const opened = useCallback(
    (kept: KeptForm) => {
      change({ type: 'open', form: kept.form })
      setCoreOnly(kept.coreOnly)
      resumeAttempt(kept.attempt)
      resume(kept.position)
    },
    [resume, resumeAttempt],
  )
  const draft = useDraftOfForm({ form, coreOnly, position, attempt }, opened)
  const ended = (how: Outcome) => {
    setOutcome(how)
    draft.forget()
  }
  const step = useCallback(
    (by: FormStep) => {
      forgetRefusal()
      change(by)
    },
    [forgetRefusal],
  )
  const clear = useCallback(() => {
    step({ type: 'clear' })
    setOutcome(null)
    restart()
  }, [step, restart])
  // A page that nobody uses is left without its draft: that is locked, and somebody may come back for it.
  const unused = useRef(false)
  const { onPasted } = credential
  const forget = useCallback(() => {
    clear()
    onPasted(NOTHING_PASTED)
    return unused.current ? undefined : wipeDraft()
  }, [clear, onPasted])
  const begun = form !== EMPTY_FORM
  const unsaved = outcome === null ? begun && draft.state !== 'on' : outcome !== 'corrected' && !outcome.kept
  const leave = useLeaving(unsaved, forget)
  const leaveUnused = useCallback(() => {
    unused.current = true
    leave()
  }, [leave])

  useEffect(() => {
    if (begun) void fetchLaterParts()
  }, [begun])
  const { engine, failed, load, findings, checks, isFaulty } = useJudgedForm(form, language, position, begun, refusal?.errors ?? [])
  const { current } = position
  const goTo = (place: PlaceInForm) => (place.name === CASE_NAME ? go(REVIEW) : go(place.part, place.name))
  const next = async () => ((await isFaulty()) ? stay() : go(partBeside(current, 1, coreOnly)))
  const back = () => go(partBeside(current, -1, coreOnly))
  return (
    <Frame
      page="questionnaire"
      title={WORDS.title}
      fictional={fictional}
      first={<LeaveFirst onLeave={leave} />}
      bar={<QuickExit onLeave={leave} />}
      footer={draft.state === 'on' || draft.state === 'here' ? FRAME_WORDS.footerDraft : undefined}
    >
      <IdleWatch onEnd={leaveUnused} />
      {outcome === 'corrected' ? (
        <CorrectedNote onAnother={clear} />
      ) : outcome ? (
        <ReceiptOfCase {...outcome} form={form} onKept={() => setOutcome({ ...outcome, kept: true })} onAnother={clear} />
      ) : (
        <div className="form">
          <Progress current={current} states={checks.states} coreOnly={coreOnly} onGo={(target) => go(target)} />
          <div className="form-body" id={CASE_NAME}>
            {current === 0 && (
              <Opening closed={loaded.state === 'here' && !open} draftHere={draft.state === 'here' && !begun}>
                <KeyFirst {...credential} />
              </Opening>
            )}
            {current !== REVIEW ? (
              <OnePart
                current={current}
                form={form}
                coreOnly={coreOnly}
                shown={checks.shown}
                troublesAt={checks.troublesAt}
                onCoreOnly={setCoreOnly}
                onStep={step}
                onGo={goTo}
                onNext={next}
                onBack={back}
              />
            ) : (
              <>
                <PartTitle part={current} />
                <TroubleList issues={checks.shown} onGo={goTo} />
                {engine ? (
                  <SendPart
                    form={form}
                    findings={findings}
                    toConfirm={checks.toConfirm}
                    {...credential}
                    sending={sending}
                    refusal={refusal}
                    onStep={step}
                    onGo={goTo}
                    onSend={(held) => send(engine.submissionOf(form, language), held)}
                    onCorrect={(held) => correct(engine.submissionOf(form, language), held)}
                  />
                ) : (
                  failed && <NotLoaded onAgain={load} />
                )}
                <div className="form-actions">
                  <Back onBack={back} />
                </div>
              </>
            )}
            <DraftCorner here={draft.isHere} content={draft.content} begun={begun} onOpen={draft.open} onState={draft.onState} />
            {current === 0 && (
              <>
                <p>
                  <a className="link-alone" href={to('/own-cases')}>
                    {tell(WORDS.ownCases)}
                  </a>
                </p>
                <LimitsOfLeaving />
              </>
            )}
          </div>
        </div>
      )}
    </Frame>
  )
}
