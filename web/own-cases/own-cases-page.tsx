/** A partner's own cases, by whoever holds its credential: month and state, and a way to correct or withdraw one. */
import { type SubmitEvent, useState } from 'react'
import { client, type ListedCase, Refused } from '../client.ts'
import { CredentialFields } from '../credential/credential-fields.tsx'
import { type CredentialTrouble, type HeldCredential, isTrouble, NOTHING_PASTED, readCredential } from '../credential/pasted.ts'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import { CasesByMonth } from './cases-by-month.tsx'
import { CodingNotes } from './coding-notes.tsx'
import { OneCase } from './one-case.tsx'
import { WORDS } from './words.ts'

interface Shown {
  readonly credential: HeldCredential
  readonly cases: readonly ListedCase[]
}

export function OwnCasesPage() {
  const { tell } = useLanguage()
  const { fictional } = useEditions()
  const [pasted, setPasted] = useState(NOTHING_PASTED)
  const [trouble, setTrouble] = useState<CredentialTrouble | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | Refused>('idle')
  const [shown, setShown] = useState<Shown | null>(null)
  const ask = async (credential: HeldCredential) => {
    setState('busy')
    try {
      setShown({ credential, cases: await client.ownCases(credential.access) })
      setState('idle')
    } catch (reason) {
      setState(reason instanceof Refused ? reason : new Refused('internal'))
    }
  }
  const show = (event: SubmitEvent) => {
    event.preventDefault()
    const read = readCredential(pasted)
    setTrouble(isTrouble(read) ? read : null)
    if (!isTrouble(read) && state !== 'busy') ask(read)
  }
  return (
    <Frame page="own-cases" title={WORDS.title} fictional={fictional}>
      <h1>{tell(WORDS.title)}</h1>
      <p className="lead">{tell(WORDS.lead)}</p>
      {shown ? (
        <>
          <CasesByMonth cases={shown.cases} />
          <OneCase credential={shown.credential} onWithdrawn={() => ask(shown.credential)} />
          <button type="button" className="plain" onClick={() => setShown(null)}>
            {tell(WORDS.again)}
          </button>
        </>
      ) : (
        <form className="send" autoComplete="off" onSubmit={show}>
          <CredentialFields
            pasted={pasted}
            trouble={trouble}
            busy={state === 'busy'}
            onChange={(next) => {
              setPasted(next)
              setTrouble(null)
            }}
          />
          <button type="submit" className="main-action" disabled={state === 'busy'}>
            {tell(state === 'busy' ? WORDS.asking : WORDS.show)}
          </button>
        </form>
      )}
      <div role="alert">
        {state instanceof Refused && <p className="troubles">{tell(state.slug === 'no-connection' ? WORDS.lost : refusalText(state))}</p>}
      </div>
      <CodingNotes />
    </Frame>
  )
}
