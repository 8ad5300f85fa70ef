/** A partner's own file, counted by its own browser, beside the released table. What is counted stays in this element and goes with it. */
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import type { ReleasedView } from '../../analysis/publication/figures/views/released-view.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import { VARIABLE_GROUPS } from '../explore/variable-groups.ts'
import { FileField, READABLE } from '../import/choose-file.tsx'
import { issueText } from '../import/places.ts'
import { WORDS as FILE } from '../import/words.ts'
import { useLanguage } from '../language/language.tsx'
import { Cell } from '../tables/cell.tsx'
import { type LineBeside, linesBeside } from './beside.ts'
import type { CountAnswer, CountQuestion } from './counting.ts'
import { WORDS } from './words.ts'
import '../tables/tables.css'

interface OwnCountPartProps {
  /** The released table of a variable; null where there is none. It is told the variable and nothing of the file. */
  readonly released: (variable: string, language: 'ja' | 'en') => Promise<ReleasedView | null>
}

type Shown =
  | { readonly state: 'idle' | 'busy' | 'missing' }
  | { readonly state: 'refused'; readonly issues: readonly Issue[] }
  | { readonly state: 'counted'; readonly lines: readonly LineBeside[]; readonly refused: number; readonly view: ReleasedView | null }

export default function OwnCountPart({ released }: OwnCountPartProps) {
  const { say, language } = useLanguage()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [decisions, setDecisions] = useState<File | null>(null)
  const [variable, setVariable] = useState('')
  const [shown, setShown] = useState<Shown>({ state: 'idle' })
  const worker = useRef<Worker | null>(null)
  useEffect(() => () => worker.current?.terminate(), [])
  const busy = shown.state === 'busy'

  const count = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    if (!file || variable === '') return setShown({ state: 'missing' })
    setShown({ state: 'busy' })
    const view = await released(variable, language).catch(() => null)
    const level = view?.rows.id.split('@')[1] ?? null
    const counting = new Worker(new URL('./counting-worker.ts', import.meta.url), { type: 'module' })
    worker.current = counting
    const answer = await new Promise<CountAnswer>((resolve) => {
      counting.onerror = () => resolve({ refused: [] })
      counting.onmessage = ({ data }: MessageEvent<CountAnswer>) => resolve(data)
      counting.postMessage({ files: { file, decisions, journeys: null, steps: null }, variable, level } satisfies CountQuestion)
    })
    counting.terminate()
    if ('refused' in answer) return setShown({ state: 'refused', issues: answer.refused })
    const { counted } = answer
    setShown({ state: 'counted', view, refused: counted.refused, lines: linesBeside(counted, { variable, level }, view, say) })
  }

  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{say(WORDS.heading)}</h2>
      <p>{say(WORDS.what)}</p>
      <form className="statement" autoComplete="off" onSubmit={count}>
        <FileField label={FILE.file} accept={READABLE} hint={FILE.fileHint} onFile={setFile} />
        <FileField label={WORDS.decisions} accept=".json" hint={undefined} onFile={setDecisions} />
        <label htmlFor={`${id}-variable`}>{say(WORDS.variable)}</label>
        <select id={`${id}-variable`} value={variable} disabled={busy} onChange={({ target }) => setVariable(target.value)}>
          <option value="">{say(WORDS.choose)}</option>
          {VARIABLE_GROUPS.map((group) => (
            <optgroup key={group.id} label={say(group)}>
              {group.variables.map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button type="submit" className="main-action" disabled={busy}>
          {say(busy ? WORDS.counting : WORDS.count)}
        </button>
      </form>
      <div role="status">
        {shown.state === 'missing' && <p>{say(WORDS.missing)}</p>}
        {shown.state === 'refused' && (
          <>
            <p>{say(WORDS.refused)}</p>
            <ul>
              {shown.issues.slice(0, 20).map((issue) => (
                <li key={`${issue.pointer} ${issue.rule}`}>{say(issueText(issue))}</li>
              ))}
            </ul>
            <p>{say(WORDS.decideFirst)}</p>
          </>
        )}
        {shown.state === 'counted' && shown.refused > 0 && <p>{say(WORDS.notCases(shown.refused))}</p>}
        {shown.state === 'counted' && <p className="quiet">{say(shown.view ? WORDS.differs : WORDS.noTable)}</p>}
      </div>
      {shown.state === 'counted' && <Beside lines={shown.lines} view={shown.view} />}
    </section>
  )
}

function Beside({ lines, view }: { readonly lines: readonly LineBeside[]; readonly view: ReleasedView | null }) {
  const { say } = useLanguage()
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{say(WORDS.variable)}</th>
          <th scope="col" className="figure">
            {say(WORDS.own)}
          </th>
          {view && (
            <th scope="col" className="figure">
              {say(WORDS.published)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, own, place }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="figure">{own ?? ''}</td>
            {view && (place === null ? <td className="figure">{say(WORDS.joined)}</td> : <Cell cell={view.cell(place, 0)} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
