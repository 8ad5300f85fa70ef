/** A partner makes invitations for affected persons: codes that stand on this page alone, until it is closed. */
import { type SubmitEvent, useId, useState } from 'react'
import type { MadeInvitations } from '../../survey-schema/credentials/made-invitations.ts'
import type { Text } from '../../survey-schema/text.ts'
import { Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import { keepFile } from '../frame/keep-file.ts'
import { useLanguage } from '../language/language.tsx'
import { refusalText } from '../questionnaire/refusal-text.ts'
import { INVITATION_WORDS as WORDS } from './invitation-words.ts'

const MOST = 50

/** @param held the credential of the page; null where it has none yet, and says so */
export function InvitationsPart({ held }: { readonly held: () => HeldCredential | null }) {
  const { tell } = useLanguage()
  const id = useId()
  const [number, setNumber] = useState('10')
  const [state, setState] = useState<'idle' | 'busy' | Text | MadeInvitations>('idle')
  const busy = state === 'busy'
  const make = async (event: SubmitEvent) => {
    event.preventDefault()
    if (busy) return
    if (!/^[1-9]\d?$/.test(number) || Number(number) > MOST) return setState(WORDS.numberWrong)
    const credential = held()
    if (!credential) return
    setState('busy')
    const { newInvitations } = await import('./new-invitations.ts')
    setState(
      await newInvitations(Number(number), credential).catch((reason: unknown) =>
        refusalText(reason instanceof Refused ? reason : new Refused('internal')),
      ),
    )
  }
  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{tell(WORDS.heading)}</h2>
      <p className="quiet">{tell(WORDS.what)}</p>
      <p className="quiet">{tell(WORDS.hand)}</p>
      <form className="statement" autoComplete="off" noValidate onSubmit={make}>
        <label htmlFor={`${id}-number`}>{tell(WORDS.number)}</label>
        <input
          id={`${id}-number`}
          type="text"
          inputMode="numeric"
          value={number}
          disabled={busy}
          onChange={({ target }) => setNumber(target.value)}
        />
        <button type="submit" className="main-action" disabled={busy}>
          {tell(busy ? WORDS.making : WORDS.make)}
        </button>
      </form>
      <div role="status">
        {typeof state === 'object' &&
          ('codes' in state ? <p>{tell(WORDS.made(state.codes.length, state.body.edition))}</p> : <p>{tell(state)}</p>)}
      </div>
      {typeof state === 'object' && 'codes' in state && <Codes made={state} />}
    </section>
  )
}

const lines = (texts: readonly string[]) => texts.map((text) => `${text}\n`).join('')

function Codes({ made: { codes, tags } }: { readonly made: MadeInvitations }) {
  const { tell } = useLanguage()
  return (
    <>
      <p>{tell(WORDS.where)}</p>
      <ol className="invitation-codes" translate="no">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="quiet">{tell(WORDS.tagsWhat)}</p>
      <div className="form-actions">
        <button type="button" onClick={() => keepFile('codes.txt', 'text/plain', lines(codes))}>
          {tell(WORDS.saveCodes)}
        </button>
        <button type="button" onClick={() => keepFile('codes.txt.tags', 'text/plain', lines(tags))}>
          {tell(WORDS.saveTags)}
        </button>
      </div>
    </>
  )
}
