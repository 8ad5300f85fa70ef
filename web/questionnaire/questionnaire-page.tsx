/** The form from the first question to the receipt. It keeps everything in memory and forgets it with the page. */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { CONFIRMABLE } from '../../survey-schema/answers/rules.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Receipt } from '../client.ts'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { FormPart } from './form-part.tsx'
import { changed, EMPTY_FORM, type FormStep } from './form-state.ts'
import { Opening, PartTitle } from './part-title.tsx'
import { CASE_NAME, PARTS, type PlaceInForm } from './places-in-form.ts'
import { type PartState, Progress } from './progress.tsx'
import { QuickExit } from './quick-exit.tsx'
import { ReceiptOfCase } from './receipt.tsx'
import { RestOfPart } from './rest-of-part.tsx'
import { SendPart } from './send-part.tsx'
import { useSending } from './sending.ts'
import { examine, submissionOf } from './submission.ts'
import { placed, ruleText, TroubleList } from './trouble-list.tsx'
import { WORDS } from './words.ts'

const REVIEW = PARTS.length
const currentYear = new Date().getFullYear()

export function QuestionnairePage() {
  const { say, language } = useLanguage()
  const { loaded, open, fictional } = useEditions()
  const [form, change] = useReducer(changed, EMPTY_FORM)
  const [current, setCurrent] = useState(0)
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set())
  const [goal, setGoal] = useState<{ readonly name: string } | null>(null)
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  const leaving = useRef(false)
  const { sending, refusal, send, forgetRefusal } = useSending(setReceipt)
  const step = useCallback(
    (by: FormStep) => {
      forgetRefusal()
      change(by)
    },
    [forgetRefusal],
  )

  const lastSeen = current === REVIEW ? REVIEW : Math.max(current, ...seen)
  const findings = useMemo(() => examine(submissionOf(form, language, lastSeen), currentYear), [form, language, lastSeen])
  // What the server alone could find stands here until an answer changes; what can be confirmed has a place of its own.
  const told = findings.issues.length > 0 ? findings.issues : (refusal?.errors ?? [])
  const issues = told.filter((issue) => !CONFIRMABLE.some((check) => check === issue.rule))
  const toConfirm = CONFIRMABLE.filter((check) => findings.flags.includes(check) || findings.issues.some((issue) => issue.rule === check))
  const shown = placed(issues).filter(({ place }) => (current === REVIEW ? true : place.part === current && seen.has(current)))
  const stateOf = (part: number): PartState =>
    !seen.has(part) ? 'open' : placed(issues).some(({ place }) => place.part === part) ? 'trouble' : 'done'
  const troublesAt = (name: string): readonly Text[] =>
    shown.filter(({ place }) => place.name === name).map(({ issue }) => ruleText(issue.rule))

  const go = useCallback((part: number, name = 'part-title') => {
    setCurrent((previous) => {
      setSeen((before) => new Set([...before, previous]))
      return part
    })
    setGoal({ name })
  }, [])
  const goTo = (place: PlaceInForm) => (place.name === CASE_NAME ? go(REVIEW) : go(place.part, place.name))
  const next = () => {
    const here = placed(issues).some(({ place }) => place.part === current)
    if (!here) return go(current + 1)
    setSeen((before) => new Set([...before, current]))
    setGoal({ name: 'trouble-list' })
  }
  const clear = useCallback(() => {
    step({ type: 'clear' })
    setSeen(new Set())
    setReceipt(null)
    setCurrent(0)
    setGoal({ name: 'part-title' })
  }, [step])
  const leave = useCallback(() => {
    leaving.current = true
    clear()
    window.location.replace('about:blank')
  }, [clear])

  // The place one was sent to exists only after the page has changed.
  useEffect(() => {
    if (!goal) return
    const place = document.getElementById(goal.name)
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'start' })
  }, [goal])
  useEffect(() => {
    if (receipt) document.getElementById('receipt-title')?.focus()
  }, [receipt])
  const dirty = form !== EMPTY_FORM && !receipt
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (dirty && !leaving.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  const part = PARTS[current]
  return (
    <Frame page="questionnaire" title={WORDS.title} fictional={fictional}>
      <QuickExit onLeave={leave} />
      {receipt ? (
        <ReceiptOfCase receipt={receipt} confirmed={form.confirmed} onAnother={clear} />
      ) : (
        <div className="form">
          <Progress current={current} states={[...PARTS.map((_, index) => stateOf(index)), 'open']} onGo={(target) => go(target)} />
          <div className="form-body" id={CASE_NAME}>
            {current === 0 && <Opening closed={loaded.state === 'here' && !open} />}
            <PartTitle part={current} />
            <TroubleList issues={shown.map(({ issue }) => issue)} onGo={goTo} />
            {part ? (
              <>
                <FormPart part={part} form={form} troublesAt={troublesAt} onStep={step} />
                <RestOfPart part={part} form={form} onStep={step} />
              </>
            ) : (
              <SendPart
                form={form}
                findings={findings}
                toConfirm={toConfirm}
                sending={sending}
                refusal={refusal}
                onStep={step}
                onGo={goTo}
                onSend={(key) => send(submissionOf(form, language), key)}
              />
            )}
            <div className="form-actions">
              {current > 0 && (
                <button type="button" onClick={() => go(current - 1)}>
                  {say(WORDS.back)}
                </button>
              )}
              {part && (
                <button type="button" className="main-action" onClick={next}>
                  {say(WORDS.next)}
                </button>
              )}
            </div>
          </div>
        </div>
      )}
    </Frame>
  )
}
