/** A partner's file from the first look to its receipts. It is read on this page; nothing leaves it before "Send". */
import { useEffect, useState } from 'react'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { keepFile } from '../frame/keep-file.ts'
import { later } from '../frame/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import { ChooseEncoding } from './choose-encoding.tsx'
import { ChooseFile } from './choose-file.tsx'
import { DecidePart } from './decide-part.tsx'
import { issueText } from './places.ts'
import { ReceiptsToKeep } from './receipts-to-keep.tsx'
import { ReportPart } from './report-part.tsx'
import { useFile } from './use-file.ts'
import { WORDS } from './words.ts'

// Fetched while the file is read.
const sendFile = () => import('./send-file.tsx')
const SendFile = later(() => sendFile().then((part) => part.SendFile))

const TITLES = {
  choose: 'choose-title',
  encoding: 'encoding-title',
  reading: null,
  decide: 'decide-title',
  report: 'report-title',
  done: 'done-title',
} as const

export function ImportPage() {
  const { say } = useLanguage()
  const { loaded, open, fictional } = useEditions()
  const { file, mapping, choose, chooseEncoding, sheet, decide, decidedAll, again, send, forget } = useFile()
  const [kept, setKept] = useState(false)
  const { stage, rows, previews, sight, planned, decisions, judged, imported, done, refusal } = file

  useEffect(() => {
    const title = TITLES[stage]
    if (stage === 'reading') sendFile().catch(() => {})
    if (stage !== 'choose' && title) document.getElementById(title)?.focus()
  }, [stage])
  const dirty = done !== null || (stage === 'done' && !kept)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (dirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  const another = () => {
    setKept(false)
    forget()
  }
  const hasDecisions = (mapping()?.columns.length ?? 0) > 0 || Object.keys(mapping()?.whole ?? {}).length > 0
  return (
    <Frame page="import" title={WORDS.title} fictional={fictional}>
      <div className="import">
        {stage === 'choose' && <ChooseFile closed={loaded.state === 'here' && !open} onChoose={choose} />}
        {stage === 'choose' && refusal && (
          <div className="send-refused" role="alert">
            <p>{say(WORDS.refusedFile)}</p>
            <ul>
              {refusal.errors.length > 0 ? (
                refusal.errors.slice(0, 20).map((issue) => <li key={`${issue.pointer} ${issue.rule}`}>{say(issueText(issue))}</li>)
              ) : (
                <li>{say(refusalText(refusal))}</li>
              )}
            </ul>
            <p>{say(WORDS.nothingSent)}</p>
          </div>
        )}
        {stage === 'encoding' && <ChooseEncoding previews={previews} onChoose={chooseEncoding} />}
        {stage === 'reading' && (
          <p className="waiting" role="status">
            {say(WORDS.reading(rows))}
          </p>
        )}
        {stage === 'decide' && sight && planned && decisions && (
          <DecidePart sight={sight} planned={planned} decisions={decisions} onChange={decide} onSheet={sheet} onDone={decidedAll} />
        )}
        {stage === 'report' && sight && planned && judged && (
          <section aria-labelledby="report-title">
            <h1 id="report-title" tabIndex={-1}>
              {say(WORDS.reportHeading)}
            </h1>
            <ReportPart sight={sight} planned={planned} report={judged.report} />
            {hasDecisions && (
              <>
                <p>{say(WORDS.keepDecisionsHint)}</p>
                <div className="form-actions">
                  <button type="button" onClick={() => keepFile('decisions.json', 'application/json', JSON.stringify(mapping(), null, 2))}>
                    {say(WORDS.keepDecisions)}
                  </button>
                  <button type="button" onClick={again} disabled={done !== null}>
                    {say(WORDS.decideAgain)}
                  </button>
                </div>
              </>
            )}
            {judged.sent > 0 && <SendFile judged={judged} done={done} refusal={refusal} onSend={send} />}
          </section>
        )}
        {stage === 'done' && imported && <ReceiptsToKeep imported={imported} onKept={() => setKept(true)} onAnother={another} />}
        {(stage === 'encoding' || stage === 'decide' || stage === 'report') && (
          <p>
            <button type="button" className="plain" onClick={another} disabled={done !== null}>
              {say(WORDS.another)}
            </button>
          </p>
        )}
      </div>
    </Frame>
  )
}
