/** For administrators: who is in the network, and who is let in. */
import { useCallback, useEffect, useState } from 'react'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { type OrganisationShown, Organisations, People, type PersonShown } from '../people/answer-schemas.ts'
import { Places } from '../people/places.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { useOwnAccount } from '../people/use-own-account.ts'
import { InvitePart } from './invite-part.tsx'
import { OrganisationsPart } from './organisations-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { WORDS } from './words.ts'

export function AdministrationPage() {
  const { say } = useLanguage()
  const { fictional } = useEditions()
  const { account, refusal } = useOwnAccount()
  return (
    <Frame page="administration" title={WORDS.title} fictional={fictional}>
      {account && <Places roles={account.roles} />}
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.lead)}</p>
      <Refusal refusal={refusal} />
      {account && <Register own={account.username} />}
    </Frame>
  )
}

function Register({ own }: { readonly own: string }) {
  const { refusal, act } = useAct()
  const [people, setPeople] = useState<readonly PersonShown[]>([])
  const [organisations, setOrganisations] = useState<readonly OrganisationShown[]>([])
  const again = useCallback(async () => {
    setPeople((await ask('GET', '/people', People)).people)
    setOrganisations((await ask('GET', '/organisations', Organisations)).organisations)
  }, [])
  useEffect(() => act(again), [act, again])
  return (
    <>
      <Refusal refusal={refusal} />
      <InvitePart organisations={organisations} onDone={again} />
      <PeoplePart people={people} own={own} again={again} />
      <OrganisationsPart organisations={organisations} again={again} />
    </>
  )
}
