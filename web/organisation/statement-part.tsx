/** "All of ours was counted, nothing else": the statement of a published edition beside one's own receipts. */
import { type SubmitEvent, useId, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import { useEditions } from '../frame/editions.ts'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import type { StatementFound } from './statement-check.ts'
import { STATEMENT_WORDS as WORDS } from './statement-words.ts'

/** @param held the credential of the page; null where it has none yet, and says so */
export function StatementPart({ held }: { readonly held: () => HeldCredential | null }) {
  const { say } = useLanguage()
  const { published } = useEditions()
  const id = useId()
  const [edition, setEdition] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const [state, setState] = useState<'idle' | 'busy' | 'no-files' | StatementFound | Refused>('idle')
  const chosen = edition || published[0]?.id
  const busy = state === 'busy'
  const compare = async (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen === undefined || busy) return
    if (files.length === 0) return setState('no-files')
    const credential = held()
    if (!credential) return
    setState('busy')
    const { checkedStatement } = await import('./statement-check.ts')
    setState(
      await checkedStatement(chosen, credential, files).catch((reason: unknown) =>
        reason instanceof Refused ? reason : new Refused('internal'),
      ),
    )
  }
  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{say(WORDS.heading)}</h2>
      <p className="quiet">{say(WORDS.what)}</p>
      {published.length === 0 ? (
        <p>{say(WORDS.nothingPublished)}</p>
      ) : (
        <form className="statement" autoComplete="off" onSubmit={compare}>
          <label htmlFor={`${id}-edition`}>{say(WORDS.edition)}</label>
          <select id={`${id}-edition`} value={chosen} disabled={busy} onChange={({ target }) => setEdition(target.value)}>
            {published.map((one) => (
              <option key={one.id} value={one.id}>
                {one.id}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-files`}>{say(WORDS.receipts)}</label>
          <p id={`${id}-files-hint`} className="quiet">
            {say(WORDS.receiptsHint)}
          </p>
          <input
            id={`${id}-files`}
            type="file"
            multiple
            disabled={busy}
            aria-describedby={`${id}-files-hint`}
            onChange={({ target }) => setFiles([...(target.files ?? [])])}
          />
          <button type="submit" className="main-action" disabled={busy}>
            {say(busy ? WORDS.checking : WORDS.check)}
          </button>
        </form>
      )}
      <div role="status">
        {lines(state).map((line) => (
          <p key={line.en}>{say(line)}</p>
        ))}
      </div>
    </section>
  )
}

/** What was found, the finding first. */
function lines(state: 'idle' | 'busy' | 'no-files' | StatementFound | Refused): readonly Text[] {
  if (state === 'idle' || state === 'busy') return []
  if (state === 'no-files') return [WORDS.receiptsMissing]
  if (state instanceof Refused) return [refusalText(state)]
  if (state.outcome === 'no-receipts') return [WORDS.noReceipts(state.file, state.line)]
  if (state.outcome !== 'compared') return [WORDS[state.outcome]]
  const { whole, withoutTag } = state
  const { counted, missing, otherVersion, twice, foreign } = state.comparison
  return [
    whole ? WORDS.whole(counted) : WORDS.off,
    ...(missing.length > 0 ? [WORDS.missing(missing)] : []),
    ...(otherVersion.length > 0 ? [WORDS.otherVersion(otherVersion.map(({ row }) => row))] : []),
    ...(twice.length > 0 ? [WORDS.twice(twice)] : []),
    ...(foreign > 0 ? [WORDS.foreign(foreign)] : []),
    ...(withoutTag > 0 ? [WORDS.withoutTag(withoutTag)] : []),
  ]
}
