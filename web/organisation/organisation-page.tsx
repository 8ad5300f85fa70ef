/** A partner's own organisation: its people, its access keys, and leaving. */
import { useCallback, useEffect, useState } from 'react'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { later } from '../frame/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { Anything, People, type PersonShown } from '../people/answer-schemas.ts'
import { PersonLine } from '../people/person-line.tsx'
import { Places } from '../people/places.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { useOwnAccount } from '../people/use-own-account.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { InvitationsPart } from './invitations-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { LeavingPart } from './leaving-part.tsx'
import { OwnCredential, useOwnCredential } from './own-credential.tsx'
import { StatementPart } from './statement-part.tsx'
import { WORDS } from './words.ts'

/** Loaded when it is opened: the lists of all variables, and a worker that reads files. */
const OwnCountPart = later(() => import('../own-count/own-count-part.tsx').then((part) => part.default))

export function OrganisationPage() {
  const { say } = useLanguage()
  const { fictional, published } = useEditions()
  const { account, refusal } = useOwnAccount()
  const isPartner = account?.roles.includes('partner') === true
  return (
    <Frame page="organisation" title={WORDS.title} fictional={fictional}>
      {account && <Places roles={account.roles} />}
      <h1>{account?.organisation ?? say(WORDS.title)}</h1>
      <Refusal refusal={refusal} />
      {account && <Colleagues own={account.username} />}
      {isPartner && <KeysPart />}
      {isPartner && <WithCredential />}
      {isPartner && <OwnCases edition={published[0]?.id ?? null} />}
      {isPartner && <LeavingPart />}
    </Frame>
  )
}

/** What is made or opened with the organisation's key and secret. */
function WithCredential() {
  const { held, fields } = useOwnCredential()
  return (
    <>
      <OwnCredential fields={fields} />
      <InvitationsPart held={held} />
      <StatementPart held={held} />
    </>
  )
}

/** The part that counts is given a way to ask for released tables, and none to send. */
function OwnCases({ edition }: { readonly edition: string | null }) {
  const { say } = useLanguage()
  const [opened, setOpened] = useState(false)
  const released = async (variable: string, language: 'ja' | 'en') => {
    if (edition === null) return null
    const { releasedAlone } = await import('./released-alone.ts')
    return releasedAlone(edition, variable, language)
  }
  if (!opened)
    return (
      <section className="card">
        <h2>{say(WORDS.ownCases)}</h2>
        <button type="button" onClick={() => setOpened(true)}>
          {say(WORDS.countOwn)}
        </button>
      </section>
    )
  return <OwnCountPart released={released} />
}

function Colleagues({ own }: { readonly own: string }) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [people, setPeople] = useState<readonly PersonShown[]>([])
  const again = useCallback(async () => setPeople((await ask('GET', '/organisation/people', People)).people), [])
  useEffect(() => act(again), [act, again])
  return (
    <section className="card">
      <h2>{say(WORDS.people)}</h2>
      <p className="quiet">{say(WORDS.resetWhat)}</p>
      <Refusal refusal={refusal} />
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            <PersonLine person={person} />
            {person.username !== own && person.state === 'active' && person.waiting && (
              <button
                type="button"
                disabled={busy}
                onClick={() => act(() => ask('POST', `/people/${person.id}/agree`, Anything).then(again))}
              >
                {say(PEOPLE_WORDS.agree)}
              </button>
            )}
            {person.username !== own && person.state === 'active' && person.reset === null && (
              <button
                type="button"
                disabled={busy}
                onClick={() => act(() => ask('POST', `/people/${person.id}/reset`, Anything).then(again))}
              >
                {say(WORDS.askReset)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
